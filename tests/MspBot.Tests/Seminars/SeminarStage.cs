using Dapper;
using Microsoft.Extensions.DependencyInjection;
using MspBot.Data.Nominations;
using MspBot.Data.Nominations.Seats;
using MspBot.Data.People;
using MspBot.Data.People.Roles;
using MspBot.Data.Postgres;
using MspBot.Data.Seminars;
using MspBot.Data.Seminars.Heads;
using MspBot.Data.Seminars.Seats;
using MspBot.Domain.Clock;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Heads;
using MspBot.Domain.Seminars.Seats;
using MspBot.Tests.Support;
using Npgsql;

namespace MspBot.Tests.Seminars;

/// <summary>A database with people in it, and the stores of seminars over it, each use in a transaction of its own.</summary>
internal sealed class SeminarStage : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly ServiceProvider services;
    private int chats = 1000;

    private SeminarStage(TestDatabase database)
    {
        this.database = database;
        services = new ServiceCollection()
            .AddDatabase(database.ConnectionString)
            .AddSingleton(WorkingCalendar.Plain).AddSingleton(new SiteZone(TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow")))
            .AddSingleton(new QuietHours(new(20, 0), new(8, 0), new(TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow"))))
            .AddScoped<SeminarReader>().AddScoped<SignUpReader>().AddScoped<SignUpStore>().AddScoped<SeminarStore>()
            .AddScoped<NominationStore>().AddScoped<NominationAnswers>().AddScoped<NominationDeadlines>()
            .AddScoped<SchoolSeatsReader>().AddScoped<RoleStore>().AddScoped<PersonStore>()
            .BuildServiceProvider();
    }

    internal static async Task<SeminarStage> SetUp(TestCluster cluster) => new(await cluster.CreateAsync());

    /// <summary>Over a database that others use as well; dropped with the stage.</summary>
    internal static SeminarStage Over(TestDatabase database) => new(database);

    /// <summary>One turn: its own session, committed at the end.</summary>
    internal async Task<T> Turn<TStore, T>(Func<TStore, Task<T>> what) where TStore : notnull
    {
        await using var scope = services.CreateAsyncScope();
        var result = await what(scope.ServiceProvider.GetRequiredService<TStore>());
        await scope.ServiceProvider.GetRequiredService<DbSession>().Commit();
        return result;
    }

    internal async Task<PersonId> Person(string name = "Петрова Анна Ивановна") => (await People(1, name))[0];

    internal async Task<IReadOnlyList<PersonId>> People(int count, string name = "Петрова Анна Ивановна")
    {
        await using var connection = await Connection();
        var ids = await connection.QueryAsync<long>("""
            with school as (
                insert into school (name, kind, confirmed_at, created_at) values (@school, 'LowResults', @now, @now) returning id
            )
            insert into person (chat_id, full_name, school_id, position, consented_at, created_at)
            select @chats + n, @name, school.id, 'учитель', @now, @now from school, generate_series(1, @count) n
            returning id
            """, new
        {
            school = $"Школа № {chats}",
            chats = Interlocked.Add(ref chats, count) - count,
            name,
            count,
            now = World.Morning.UtcDateTime
        });
        return [.. ids.Order().Select(PersonId.From)];
    }

    internal async Task<SeminarId> Seminar(
        int? seats = 2, bool publish = true, PersonId? leader = null, TimeSpan? startsIn = null, string title = "Читательская грамотность")
    {
        var head = leader ?? await Person("Руководитель Вера Павловна");
        var (id, clash) = await Turn((SeminarStore s) => s.Add(Some.SeminarDraft(head, seats, title, startsIn), head, publish, Some.Noon));
        return clash is null ? id : throw new InvalidOperationException("its leader has something else then");
    }

    internal Task<SignUpOutcome> SignUp(SeminarId seminar, PersonId person) =>
        Turn(async (SignUpStore s) => (await s.SignUp(seminar, person, Some.Noon))!.Outcome);

    internal Task<SeatReturnResult> Leave(SeminarId seminar, PersonId person) =>
        Turn(async (SignUpStore s) => (await s.Leave(seminar, person, Some.Noon))!);

    internal Task<SeminarDetails> Details(SeminarId seminar, PersonId person) =>
        Turn(async (SeminarReader r) => (await r.Details(seminar, person))!);

    internal async Task<SeminarResult> Change(SeminarId seminar, SeminarChange change, PersonId by, DateTimeOffset? now = null)
    {
        var version = (await Details(seminar, by)).Version;
        return await Turn((SeminarStore s) => s.Change(seminar, version, change, by, now ?? Some.Noon));
    }

    /// <summary>Every sign-up there ever was, in the order of its number.</summary>
    internal async Task<IReadOnlyList<(long Person, SignUpState State)>> Places(SeminarId seminar)
    {
        await using var connection = await Connection();
        return [.. (await connection.QueryAsync<(long, string)>(
            "select person_id, state from sign_up where seminar_id = @seminar order by id", new { seminar = seminar.Value }))
            .Select(row => (row.Item1, Enum.Parse<SignUpState>(row.Item2)))];
    }

    internal async Task<NpgsqlConnection> Connection()
    {
        var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await database.DisposeAsync();
    }
}
