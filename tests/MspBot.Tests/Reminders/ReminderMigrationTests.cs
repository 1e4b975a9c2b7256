using Microsoft.Extensions.Logging.Abstractions;
using MspBot.Data.Migrations;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Reminders;

/// <summary>Marks in three tables of the version before, with messages in flight: nothing is told twice, nothing is forgotten.</summary>
public sealed class ReminderMigrationTests(TestCluster cluster)
{
    /// <summary>The last one of the version before.</summary>
    private const string Last = "0032_kept_count.sql";

    private static readonly DateTimeOffset Now = new(2026, 11, 30, 18, 0, 0, TimeSpan.Zero);

    /// <summary>
    /// Person 1 has seats at both seminars and is taught by person 2; person 3 leads both; person 4 gave a seat back and has one again.
    /// The seminars begin in 15 and 16 hours, the consultation in 14.
    /// </summary>
    private const string People = """
        insert into school (name, kind, confirmed_at, created_at) values ('Школа', 'Leader', '2026-11-01', '2026-11-01');
        insert into person (telegram_id, full_name, school_id, position, consented_at, created_at)
        select 100 + n, 'Петрова Анна Ивановна', 1, 'учитель', '2026-11-01', '2026-11-01' from generate_series(1, 4) n;
        insert into seminar (kind, title, starts_at, ends_at, leader_id, state, calendar_uid, created_by, created_at, published_at)
        select 'RoundTable', 'Встреча', s, s + interval '50 minutes', 3, 'Published', s::text, 3, '2026-11-01', '2026-11-01'
        from unnest(array['2026-12-01 09:00+00', '2026-12-01 10:00+00']::timestamptz[]) s;
        insert into sign_up (seminar_id, person_id, state, created_at, confirmed_at, cancelled_at) values
            (1, 1, 'Confirmed', '2026-11-20', '2026-11-20', null), (2, 1, 'Confirmed', '2026-11-20', '2026-11-20', null),
            (1, 4, 'Cancelled', '2026-11-20', '2026-11-20', '2026-11-21'), (1, 4, 'Confirmed', '2026-11-22', '2026-11-22', null);
        insert into consultation (kind, teacher_id, tutor_id, topic, state, starts_at, ends_at, created_at, asked_at, confirmed_at)
        values ('Individual', 1, 2, 'Письмо', 'Confirmed', '2026-12-01 08:00+00', '2026-12-01 08:45+00', '2026-11-20', '2026-11-20',
            '2026-11-20');
        """;

    /// <summary>
    /// Person 1: both seats as one message that still waits. The leader was told; of the consultation the tutor, not the teacher.
    /// </summary>
    private const string Marks = """
        insert into outbox (chat_id, payload, priority, dedup, waiting, done_at) values
            (101, '{}', 2, 'reminder:1:86400:1', true, null),
            (103, '{}', 2, 'leads:1:3:86400:1', false, '2026-11-30 10:00+00'),
            (102, '{}', 2, 'meeting:1:2:86400:1', false, '2026-11-30 10:00+00'),
            (104, '{}', 2, 'reminder:4:86400:1', false, '2026-11-30 10:00+00');
        insert into reminder (sign_up_id, before, starts_at, state, message, marked_at)
        select m.id, '24:00', s.starts_at, case when m.state = 'Confirmed' then 'Queued' else 'Skipped' end,
               case when m.state = 'Confirmed' then case m.person_id when 1 then 'reminder:1:86400:1' else 'reminder:4:86400:1' end end,
               '2026-11-30 10:00+00'
        from sign_up m join seminar s on s.id = m.seminar_id;
        insert into leader_reminder (seminar_id, person_id, before, starts_at, message, marked_at)
        select id, 3, '24:00', starts_at, 'leads:1:3:86400:1', '2026-11-30 10:00+00' from seminar;
        insert into consultation_reminder (consultation_id, person_id, before, starts_at, message, marked_at)
        values (1, 2, '24:00', '2026-12-01 08:00+00', 'meeting:1:2:86400:1', '2026-11-30 08:00+00');
        """;

    [Fact]
    public async Task Nothing_is_told_twice_after_the_upgrade_and_what_was_not_told_is()
    {
        await using var stage = await Upgraded();
        Assert.Equal(["Consultation 1 2", "Seminar 1 1", "Seminar 1 3", "Seminar 1 4", "Seminar 2 1", "Seminar 2 3"],
            await stage.Query<string>("select concat_ws(' ', kind, meeting_id, person_id) from meeting_reminder order by 1"));

        await stage.Job();
        await stage.Job();
        Assert.Equal(["reminder:Consultation:1:1:86400:1796112000"], await New(stage));
        Assert.Empty(await stage.Forgotten());
        // What waited is sent once, for both seats; an hour before each the next ones are due.
        stage.Clock.Advance(TimeSpan.FromHours(12));
        await stage.Send();
        Assert.Equal(
            [("Consultation", 1L, 1L), ("Seminar", 1L, 1L), ("Seminar", 2L, 1L)],
            stage.Log.Select(s => (s.Kind, s.Meeting, s.Person)).Order());
    }

    [Fact]
    public async Task A_message_of_the_version_before_is_taken_back_by_a_change_and_told_anew()
    {
        await using var stage = await Upgraded();
        await stage.Sql("update seminar set starts_at = starts_at + interval '1 hour', ends_at = ends_at + interval '1 hour' where id = 2");
        Assert.Equal([0], await stage.Query<int>("select count(*) from outbox where dedup = 'reminder:1:86400:1'"));
        // Of the leader everything was sent; the seats of person 1 are due anew, of the moved seminar for all.
        await stage.Job();
        Assert.Equal(["reminder:Consultation:1:1:86400:1796112000", "reminder:Seminar:2:3:86400:1796122800"], await New(stage));
        Assert.Equal([3], await stage.Query<int>(
            "select count(*) from meeting_reminder where message = 'reminder:Consultation:1:1:86400:1796112000'"));
        Assert.Empty(await stage.Forgotten());
    }

    private async Task<ReminderStage> Upgraded()
    {
        var database = await cluster.CreateEmptyAsync();
        await Migrator.Apply(database.ConnectionString,
            [.. Migration.Embedded.TakeWhile(m => string.CompareOrdinal(m.Name, Last) <= 0)], NullLogger.Instance);
        await TestCluster.RunAsync(database.ConnectionString, People + Marks);
        await Migrator.Apply(database.ConnectionString, NullLogger.Instance);
        return ReminderStage.Over(database, Now);
    }

    private static Task<IReadOnlyList<string>> New(ReminderStage stage) =>
        stage.Query<string>("select dedup from outbox where dedup ~ '^reminder:[SC]' order by dedup");
}
