using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MspBot.Data.Conversations;
using MspBot.Data.Postgres;
using MspBot.Data.Reminders;
using MspBot.Data.Seminars.Heads;
using MspBot.Data.Seminars.Seats;
using MspBot.Domain.Clock;
using MspBot.Domain.Notices;
using MspBot.Domain.People;
using MspBot.Domain.Reminders;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Heads;
using MspBot.Host.Conversations.Jobs;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Reminders;
using MspBot.Tests.Support;
using NSubstitute;
using Npgsql;

namespace MspBot.Tests.Reminders;

/// <summary>A reminder that was sent, with how everything stood at that moment.</summary>
internal sealed record Sent(long SignUp, TimeSpan Before, DateTime StartsAt, DateTimeOffset At, DateTime SeminarStartsAt, string SeminarState, string SignUpState);

/// <summary>The job over a real database, with a clock of the test's; sending is done by hand, so that it can be looked at.</summary>
internal sealed class ReminderStage : IAsyncDisposable
{
    internal const int Seminars = 4;
    internal const int People = 5;
    private readonly TestDatabase database;
    private readonly ServiceProvider services;

    private ReminderStage(TestDatabase database, DateTimeOffset start, string zone)
    {
        this.database = database;
        Clock = new(start);
        Zone = new(TimeZoneInfo.FindSystemTimeZoneById(zone));
        services = new ServiceCollection()
            .AddLogging()
            .AddDatabase(database.ConnectionString)
            .AddSingleton(Zone)
            .AddSingleton(new QuietHours(new(20, 0), new(8, 0), Zone))
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton(Substitute.For<Messenger>())
            .AddSingleton<OutboxStore>().AddSingleton<OutboxNumbers>().AddScoped<Outbox>().AddScoped<TransactionEnd>()
            .AddSingleton<JobHealth>().AddScoped<JobItems>()
            .AddScoped<SignUpStore>().AddScoped<SeminarStore>()
            .AddReminders(Times)
            .BuildServiceProvider();
    }

    internal static ReminderTimes Times { get; } = ReminderTimes.TryParse("24:00:00,01:00:00", out var times) ? times : throw new InvalidOperationException();

    internal FakeTimeProvider Clock { get; }

    internal SiteZone Zone { get; }

    internal DateTimeOffset Now => Clock.GetUtcNow();

    internal List<Sent> Log { get; } = [];

    internal static async Task<ReminderStage> SetUp(TestCluster cluster, DateTimeOffset start, string zone = "Europe/Moscow")
    {
        var stage = new ReminderStage(await cluster.CreateAsync(), start, zone);
        await stage.Sql($"""
            insert into school (name, kind, confirmed_at, created_at) values ('Школа', 'Leader', '{start:O}', '{start:O}');
            insert into person (chat_id, full_name, school_id, position, consented_at, created_at)
            select 100 + n, 'Петрова Анна Ивановна', 1, 'учитель', '{start:O}', '{start:O}' from generate_series(1, {People}) n;
            """);
        for (var n = 0; n < Seminars; n++)
            await stage.Turn((SeminarStore s) => s.Add(Draft(stage.Now + TimeSpan.FromHours(28 + 8 * n)), new PersonId(1), publish: true, stage.Now));
        return stage;
    }

    internal async Task<T> Turn<TStore, T>(Func<TStore, Task<T>> what) where TStore : notnull
    {
        while (true)
        {
            await using var scope = services.CreateAsyncScope();
            try
            {
                var result = await what(scope.ServiceProvider.GetRequiredService<TStore>());
                await scope.ServiceProvider.GetRequiredService<DbSession>().Commit();
                return result;
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.DeadlockDetected)
            {
                // A turn is tried again as well.
            }
        }
    }

    /// <param name="crash">Before the commit.</param>
    internal async Task Job(bool crash = false)
    {
        await using var scope = services.CreateAsyncScope();
        if (!crash)
        {
            await ActivatorUtilities.CreateInstance<ReminderJob>(scope.ServiceProvider).Execute(null!, CancellationToken.None);
            return;
        }
        var reminders = scope.ServiceProvider.GetRequiredService<ReminderStore>();
        var due = (await reminders.Due(Times, Now)).Take(10).ToList();
        var marked = await reminders.Mark(due, Times, Now, new(Now.AddHours(9), Now.AddHours(33)));
        OutboxWriter.Put(scope.ServiceProvider.GetRequiredService<DbSession>(),
        [
            .. marked.Where(m => m.Message is not null)
                .Select(m => new NoticeRow(m.Chat!.Value, "{}", Priority.Bulk, NoticeKey.Reminder(m.Message!), null, null, null)),
        ]);
    }

    /// <summary>What may go out now goes out, and is written down.</summary>
    internal async Task Send()
    {
        var outbox = services.GetRequiredService<OutboxStore>();
        await using var marks = outbox.Marks();
        while (await outbox.Claim(100, Now, 1, 1_000_000, default) is { Count: > 0 } rows)
        {
            foreach (var row in rows) Log.AddRange(await Stood(row.Id));
            await marks.Write([.. rows.Select(r => new SendResult(r.Id, $"{r.Id}", null))], [], 0, 1_000_000, default);
        }
    }

    /// <summary>Confirmed sign-ups for which the nearest reminder that is due has no mark: found without the query that is tested.</summary>
    internal async Task<IReadOnlyList<string>> Forgotten()
    {
        var seats = await Query<(long Id, DateTime Confirmed, DateTime Starts, DateTime? Timed)>("""
            select m.id, m.confirmed_at, s.starts_at, s.timed_at
            from sign_up m join seminar s on s.id = m.seminar_id
            where m.state = 'Confirmed' and s.state = 'Published'
            """);
        var marks = (await Query<(long, TimeSpan, DateTime)>("select sign_up_id, before, starts_at from reminder")).ToHashSet();
        return
        [
            .. from seat in seats
               where seat.Starts > Now.UtcDateTime
               let due = Times.Before.Where(b => seat.Starts - b <= Now.UtcDateTime).OrderBy(b => b).FirstOrDefault()
               where due != default && seat.Confirmed <= seat.Starts - due && (seat.Timed is null || seat.Timed <= seat.Starts - due)
               where !marks.Contains((seat.Id, due, seat.Starts))
               select $"{seat} {due}",
        ];
    }

    internal Task Sql(string sql) => Query<int?>(sql);

    internal async Task<IReadOnlyList<T>> Query<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        return (await connection.QueryAsync<T>(sql)).AsList();
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await database.DisposeAsync();
    }

    private static SeminarDraft Draft(DateTimeOffset start) => new()
    {
        Kind = SeminarKind.RoundTable,
        Title = "Встреча",
        StartsAt = start,
        Length = TimeSpan.FromMinutes(90),
        Seats = 3,
        Leader = new PersonId(1),
    };

    private async Task<IEnumerable<Sent>> Stood(long row) =>
        (await Query<(long SignUp, TimeSpan Before, DateTime Starts, DateTime Now, string Seminar, string State)>($"""
            select r.sign_up_id, r.before, r.starts_at, s.starts_at, s.state, m.state
            from outbox o
            join reminder r on r.message = o.dedup
            join sign_up m on m.id = r.sign_up_id
            join seminar s on s.id = m.seminar_id
            where o.id = {row}
            """)).Select(x => new Sent(x.SignUp, x.Before, x.Starts, Now, x.Now, x.Seminar, x.State));
}
