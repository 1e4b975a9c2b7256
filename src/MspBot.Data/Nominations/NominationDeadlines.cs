using MspBot.Data.Conversations;
using MspBot.Data.Postgres;
using MspBot.Data.Seminars;
using MspBot.Data.Seminars.Seats;
using MspBot.Domain.Clock;
using MspBot.Domain.Nominations;
using MspBot.Domain.Notices;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Seats;

namespace MspBot.Data.Nominations;

/// <summary>Places that went from teachers who did not answer to those who waited.</summary>
public sealed record LapsedNominations(SeminarDetails Details, IReadOnlyList<Nomination> Lapsed, IReadOnlyList<Promoted> Promoted);

/// <summary>What the clock does to nominations without an answer.</summary>
public sealed class NominationDeadlines(DbSession session, SignUpStore signUps, QuietHours quiet)
{
    /// <summary>
    /// Without an answer in time, while somebody waits who can be told. Who got the place out of the line a moment ago has time to answer
    /// as well; and shortly before the start nothing lapses any more, because the place might stay empty.
    /// </summary>
    private const string Lapsing = """
        nomination n
        join seminar s on s.id = n.seminar_id and s.state = 'Published' and s.starts_at > @late and s.starts_at = n.for_start
        join sign_up m on m.nomination_id = n.id and m.state = 'Confirmed' and m.confirmed_at <= @seatedBefore
        where n.state = 'Asked' and n.answer_by <= @now and s.waiting > 0 and exists (
            select from sign_up w
            join person p on p.id = w.person_id and p.reachable and p.chat_id is not null
            where w.seminar_id = s.id and w.state = 'Waitlisted'
              -- A seat that is held for a school goes to one of it, if it goes.
              and (m.held_until is null or m.held_until <= @now or p.school_id = m.held_for))
        """;

    /// <summary>Meetings with a place that can go to those who wait.</summary>
    public Task<IReadOnlyList<SeminarId>> WithLapsing(DateTimeOffset now) =>
        session.Query<SeminarId>($"select distinct s.id from {Lapsing} order by s.id", At(now));

    /// <summary>Gives the places of those who did not answer, oldest nomination first, to those who wait. Safe to run twice.</summary>
    public async Task<LapsedNominations?> Lapse(SeminarId id, DateTimeOffset now)
    {
        if (await SeminarQuery.Lock(session, id, new PersonId(0)) is null) return null;
        var (lapsed, promoted) = (new List<Nomination>(), new List<Promoted>());
        const string first = $"select n.id from {Lapsing} and s.id = @id order by n.id limit 1";
        while (await session.Find<NominationId?>(first, At(now, id)) is { } next)
        {
            var nomination = (await NominationQuery.Find(session, next))!;
            await session.Execute("update nomination set state = 'Lapsed', ended_at = @now where id = @next", new { next, now });
            NominationQuery.TakeBackQuestion(session, nomination);
            var theirs = (await SeminarQuery.Find(session, id, nomination.Person))!;
            promoted.AddRange((await signUps.Leave(theirs, nomination.Person, isHeld: false, now)).Promoted);
            lapsed.Add(nomination);
        }
        return new((await SeminarQuery.Find(session, id, new PersonId(0)))!, lapsed, promoted);
    }

    /// <summary>
    /// Asks anew, from now, where another answer is due: teachers who got a seat out of the line, and all of a meeting that was moved. Its
    /// row is locked by the caller. Safe to run twice.
    /// </summary>
    public async Task Renew(SeminarId id, IReadOnlyCollection<Promoted> seated, DateTimeOffset now)
    {
        foreach (var asked in await session.Query<
            (NominationId Id, DateTimeOffset Start, DateTimeOffset AnswerBy, DateTimeOffset RemindAt)>("""
            select n.id, s.starts_at, n.answer_by, n.remind_at
            from nomination n
            join seminar s on s.id = n.seminar_id
            left join sign_up m on m.nomination_id = n.id and m.id = any(@seated)
            where n.seminar_id = @id and n.state = 'Asked' and (m.id is not null or s.starts_at <> n.for_start)
            order by n.id
            """, new { id, seated = seated.Select(p => p.SignUp).ToArray() }))
        {
            var due = AnswerDue.Of(asked.Start, now, quiet);
            await session.Execute("""
                update nomination set answer_by = @By, remind_at = @RemindAt, reminded_at = null, for_start = @Start where id = @Id
                """, new { asked.Id, asked.Start, due.By, due.RemindAt });
            NominationQuery.TakeBackReminder(session, asked.Id, asked.AnswerBy, asked.RemindAt);
            // A question that still waits is asked when it would be by now.
            OutboxWriter.Reschedule(session, NoticeKey.Nominated(asked.Id), quiet.NotBefore(now, asked.Start), asked.Start);
        }
    }

    /// <summary>Questions about a meeting, and reminders of them, that still wait for their hour.</summary>
    public async Task TakeBackQuestions(SeminarId id)
    {
        // A reminder that the job makes just now comes first, and is taken back as well.
        await session.Query<int>(
            "select 1 from nomination where seminar_id = @id and state = 'Asked' order by id for no key update", new { id });
        foreach (var asked in await session.Query<Nomination>(
            $"{NominationQuery.Select} where n.seminar_id = @id and n.state = 'Asked'", new { id }))
            NominationQuery.TakeBackQuestion(session, asked);
    }

    /// <summary>Who is to be reminded, once.</summary>
    public Task<IReadOnlyList<NominationId>> ToRemind(DateTimeOffset now) =>
        session.Query<NominationId>($"select n.id from {Reminding} order by n.id", new { now });

    /// <summary>Marks these as reminded, in the session's transaction; those who can be told and want to be reminded.</summary>
    public async Task<IReadOnlyList<Nomination>> TakeToRemind(IReadOnlyCollection<NominationId> ids, DateTimeOffset now)
    {
        var taken = await session.Query<long>($"""
            with due as (
                select n.id from {Reminding} and n.id = any(@ids) order by n.id for no key update of n skip locked
            )
            update nomination n set reminded_at = @now from due where n.id = due.id returning n.id
            """, new { ids = Values(ids), now });
        return await session.Query<Nomination>(
            $"{NominationQuery.Select} where n.id = any(@taken) and p.reachable and p.reminders and p.chat_id is not null order by n.id",
            new { taken = taken.ToArray() });
    }

    private const string Reminding = """
        nomination n
        join seminar s on s.id = n.seminar_id and s.state = 'Published' and s.starts_at = n.for_start
        where n.state = 'Asked' and n.reminded_at is null and n.remind_at <= @now and n.answer_by > @now
        """;

    private static object At(DateTimeOffset now, SeminarId? id = null) =>
        new { now, id, late = now + Promotion.AskedWithin, seatedBefore = now - AnswerDue.Shortest };

    private static long[] Values(IReadOnlyCollection<NominationId> ids) => [.. ids.Select(i => i.Value)];
}
