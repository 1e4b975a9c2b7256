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
using Npgsql;
using NSubstitute;

namespace MspBot.Tests.Reminders;

/// <summary>
/// A reminder that was sent. <see cref="Stood"/>: when the meeting was to begin by the tables at that moment; null: the person had it no
/// longer.
/// </summary>
internal sealed record Sent(string Kind, long Meeting, long Person, TimeSpan Before, DateTime StartsAt, DateTimeOffset At, DateTime? Stood);

/// <summary>The job over a real database, with a clock of the test's; sending is done by hand, so that it can be looked at.</summary>
internal sealed class ReminderStage : IAsyncDisposable
{
    internal const int Seminars = 4;
    internal const int Consultations = 2;
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
            .AddSingleton(Zone).AddSingleton(WorkingCalendar.Plain)
            .AddSingleton(new QuietHours(new(20, 0), new(8, 0), Zone))
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton(Substitute.For<Messenger>())
            .AddSingleton<OutboxStore>().AddSingleton<OutboxNumbers>().AddScoped<Outbox>().AddScoped<TransactionEnd>()
            .AddSingleton<JobHealth>().AddScoped<JobItems>()
            .AddScoped<SignUpStore>().AddScoped<SeminarStore>()
            .AddReminders(Times)
            .BuildServiceProvider();
    }

    internal static ReminderTimes Times { get; } = ReminderTimes.TryParse("24:00:00,01:00:00", out var times) ? times
        : throw new InvalidOperationException();

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
        for (var n = 0; n < Consultations; n++)
            await stage.Sql($"""
                insert into consultation (kind, teacher_id, tutor_id, topic, state, starts_at, ends_at, created_at, asked_at, confirmed_at)
                select 'Individual', {4 - n}, {1 + n}, 'Письмо', 'Confirmed', s, s + interval '45 minutes', t, t, t
                from (select '{stage.Now.AddHours(33 + 5 * n):O}'::timestamptz as s, '{stage.Now:O}'::timestamptz as t) x
                """);
        for (var n = 0; n < Seminars; n++)
            await stage.Turn((SeminarStore s) =>
                s.Add(Draft(stage.Now + TimeSpan.FromHours(28 + 8 * n)), new PersonId(1), publish: true, stage.Now));
        return stage;
    }

    /// <summary>As it is found.</summary>
    internal static ReminderStage Over(TestDatabase database, DateTimeOffset start) => new(database, start, "Europe/Moscow");

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
        while (await outbox.Claim(100, Now, 1, new Pace(MessengerKind.Telegram, 1_000_000), default) is { Count: > 0 } rows)
        {
            foreach (var row in rows) Log.AddRange(await Stood(row.Id));
            await marks.Write([.. rows.Select(r => new SendResult(r.Id, $"{r.Id}", null))], [], 0,
                new Pace(MessengerKind.Telegram, 1_000_000), default);
        }
    }

    /// <summary>Meetings of people for which the nearest reminder that is due has no mark: found without the view that is tested.</summary>
    internal async Task<IReadOnlyList<string>> Forgotten()
    {
        var all = await Query<(string Kind, long Id, long Person, DateTime Known, DateTime Starts, DateTime? Timed)>("""
            select 'Seminar', s.id, m.person_id, m.confirmed_at, s.starts_at, s.timed_at
            from sign_up m join seminar s on s.id = m.seminar_id
            where m.state = 'Confirmed' and s.state = 'Published'
            union
            select 'Consultation', c.id, p.id, c.confirmed_at, c.starts_at, c.timed_at
            from consultation c join person p on p.id in (c.tutor_id, c.teacher_id)
            where c.state = 'Confirmed'
            """);
        var marks = (await Query<(string, long, long, TimeSpan, DateTime)>(
            "select kind, meeting_id, person_id, before, starts_at from meeting_reminder")).ToHashSet();
        return
        [
            .. from one in all
               where one.Starts > Now.UtcDateTime
               let due = Times.Before.Where(b => one.Starts - b <= Now.UtcDateTime).OrderBy(b => b).FirstOrDefault()
               where due != default && one.Known <= one.Starts - due && (one.Timed is null || one.Timed <= one.Starts - due)
               where !marks.Contains((one.Kind, one.Id, one.Person, due, one.Starts))
               select $"{one} {due}",
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
        (await Query<(string Kind, long Meeting, long Person, TimeSpan Before, DateTime Starts, DateTime? Stood)>($"""
            select r.kind, r.meeting_id, r.person_id, r.before, r.starts_at,
                   case r.kind
                       when 'Seminar' then (
                           select s.starts_at from seminar s
                           where s.id = r.meeting_id and s.state = 'Published' and (s.leader_id = r.person_id or exists (
                               select from sign_up m where m.seminar_id = s.id and m.person_id = r.person_id and m.state = 'Confirmed')))
                       else (
                           select c.starts_at from consultation c
                           where c.id = r.meeting_id and c.state = 'Confirmed' and r.person_id in (c.tutor_id, c.teacher_id))
                   end
            from outbox o
            join meeting_reminder r on r.message = o.dedup
            where o.id = {row}
            """)).Select(x => new Sent(x.Kind, x.Meeting, x.Person, x.Before, x.Starts, Now, x.Stood));
}
