using Dapper;
using Microsoft.Extensions.DependencyInjection;
using MspBot.Data.Consultations.Groups;
using MspBot.Data.Consultations.Hours;
using MspBot.Data.Consultations.Requests;
using MspBot.Data.People.Roles;
using MspBot.Data.Postgres;
using MspBot.Data.Seminars.Heads;
using MspBot.Data.Seminars.Seats;
using MspBot.Domain.Clock;
using MspBot.Domain.Consultations;
using MspBot.Domain.Consultations.Hours;
using MspBot.Domain.People;
using MspBot.Tests.Consultations.Requests;
using MspBot.Tests.Support;
using Npgsql;

namespace MspBot.Tests.Consultations;

/// <summary>
/// A database with teachers and tutors in it, and the stores of consultations over it, each use in a transaction of its own.
/// </summary>
internal sealed class ConsultationStage : IAsyncDisposable
{
    /// <summary>Wednesday, 15:00 in Moscow.</summary>
    internal static readonly DateTimeOffset Wednesday = Some.Noon.AddDays(1);

    private readonly TestDatabase database;
    private readonly ServiceProvider services;
    private int chats = 1000;

    private ConsultationStage(TestDatabase database)
    {
        this.database = database;
        services = new ServiceCollection()
            .AddDatabase(database.ConnectionString)
            .AddSingleton(new SiteZone(TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow"))).AddSingleton(WorkingCalendar.Plain)
            .AddSingleton(new QuietHours(new(20, 0), new(8, 0), new(TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow"))))
            .AddScoped<HoursReader>().AddScoped<TutorReader>().AddScoped<ConsultationReader>().AddScoped<ConsultationStore>()
            .AddScoped<RoleStore>().AddScoped<TutorGoes>().AddScoped<HandoverStore>().AddScoped<RequestStore>().AddScoped<DepartureStore>()
            .AddScoped<GroupStore>().AddScoped<GroupReader>().AddScoped<SuggestionStore>()
            .AddScoped<SignUpStore>().AddScoped<SeminarStore>()
            .BuildServiceProvider();
    }

    internal static async Task<ConsultationStage> SetUp(TestCluster cluster) => new(await cluster.CreateAsync());

    /// <summary>One turn: its own session, committed at the end.</summary>
    internal async Task<T> Turn<TStore, T>(Func<TStore, Task<T>> what) where TStore : notnull
    {
        await using var scope = services.CreateAsyncScope();
        var result = await what(scope.ServiceProvider.GetRequiredService<TStore>());
        await scope.ServiceProvider.GetRequiredService<DbSession>().Commit();
        return result;
    }

    internal Task Turn<TStore>(Func<TStore, Task> what) where TStore : notnull => Turn(async (TStore store) =>
    {
        await what(store);
        return 0;
    });

    internal async Task<IReadOnlyList<PersonId>> People(int count, params string[] roles)
    {
        await using var connection = await Connection();
        var ids = await connection.QueryAsync<long>("""
            with school as (
                insert into school (name, kind, confirmed_at, created_at) values (@school, 'LowResults', @now, @now) returning id
            ), person as (
                insert into person (chat_id, full_name, school_id, position, subjects, consented_at, created_at)
                select @chats + n, 'Петрова Анна Ивановна', school.id, 'учитель', '{Математика}', @now, @now
                    from school, generate_series(1, @count) n
                returning id
            ), roles as (
                insert into person_role (person_id, role, granted_at) select person.id, r, @now from person, unnest(@roles) r
            )
            select id from person
            """, new
        {
            school = $"Школа № {chats}",
            chats = Interlocked.Add(ref chats, count) - count,
            count,
            roles,
            now = World.Morning.UtcDateTime
        });
        return [.. ids.Order().Select(PersonId.From)];
    }

    internal async Task<PersonId> Teacher() => (await People(1, "Teacher"))[0];

    /// <summary>Hours from 14:00 to 18:00 on working days.</summary>
    internal async Task<PersonId> Tutor(int notice = 4)
    {
        var tutor = (await People(1, "Teacher", "Tutor"))[0];
        await Run($"""
            insert into tutor (person_id, notice) values ({tutor.Value}, interval '{notice} hours');
            insert into tutor_hours (tutor_id, weekday, from_minute, to_minute) select {tutor.Value}, d, 840, 1080
                from generate_series(1, 5) d
            """);
        return tutor;
    }

    internal Task<ConsultationResult> Ask(PersonId teacher, PersonId tutor, DateTimeOffset? at = null, TimeKind? kind = TimeKind.Asked) =>
        Turn((RequestStore s) => s.Ask(teacher,
            new("Чтение графиков", "Математика", false, new(kind, kind is null ? [] : [at ?? Wednesday])), [tutor], Some.Noon));

    /// <summary>A request that waits for the tutor, with its one time.</summary>
    internal async Task<ConsultationDetails> Asked(PersonId teacher, PersonId tutor, DateTimeOffset? at = null) =>
        (await Ask(teacher, tutor, at)).After!;

    internal async Task<ConsultationDetails> Confirmed(PersonId teacher, PersonId tutor, DateTimeOffset? at = null)
    {
        var asked = await Asked(teacher, tutor, at);
        return (await Confirm(asked)).After!;
    }

    internal Task<ConsultationResult> Confirm(ConsultationDetails asked) =>
        Turn((ConsultationStore s) => s.Confirm(asked.Id, asked.TutorId!.Value, asked.Facts.Pending.First().Id, Some.Noon));

    internal Task<ConsultationResult> Cancel(ConsultationDetails it, PersonId by, DateTimeOffset? now = null) =>
        Turn((ConsultationStore s) => s.Cancel(it.Id, by, "Заболела", now ?? Some.Noon));

    internal Task<ConsultationDetails> Details(ConsultationId id) => Turn(async (ConsultationReader r) => (await r.Details(id))!);

    internal Task<IReadOnlyList<FreeTime>> Free(PersonId tutor) => Turn((HoursReader r) => r.Free(tutor, Some.Noon));

    internal async Task<T?> Value<T>(string sql)
    {
        await using var connection = await Connection();
        return await connection.ExecuteScalarAsync<T>(sql);
    }

    internal async Task Run(string sql)
    {
        await using var connection = await Connection();
        await connection.ExecuteAsync(sql);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await database.DisposeAsync();
    }

    private async Task<NpgsqlConnection> Connection()
    {
        var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }
}
