using MspBot.Data.Postgres;
using MspBot.Domain.People;
using MspBot.Domain.Seminars.Attendance;

namespace MspBot.Data.Seminars.Attendance;

/// <summary>A seminar that somebody had a seat in and did not come to.</summary>
public sealed record Missed
{
    public long SignUp { get; init; }

    public ChatId? Chat { get; init; }

    public required string Title { get; init; }

    public DateTimeOffset StartsAt { get; init; }

    /// <summary>What they answered.</summary>
    public MissedReason? Reason { get; init; }

    /// <summary>Whether they came after all; null: nothing is known.</summary>
    public bool? Came { get; init; }

    /// <summary>They have said that they were there.</summary>
    public bool SaysSo { get; init; }
}

/// <summary>The one question to those who did not come.</summary>
public sealed class MissedStore(DbSession session)
{
    /// <summary>
    /// Marks those of these people who missed what ended between these moments, in the session's transaction, and returns those who
    /// are to be asked: one question a person, none to those who want no reminders. A meeting that was not marked by its leader or in any
    /// other way is left out; while it is being marked by hand as well: what was said after the later moment waits.
    /// </summary>
    public Task<IReadOnlyList<Missed>> TakeDue(
        IReadOnlyCollection<PersonId> persons, DateTimeOffset since, DateTimeOffset until, DateTimeOffset now) => session.Query<Missed>($"""
        with missed as (
            select m.id, s.title, s.starts_at, p.chat_id,
                   p.reminders and p.reachable and p.chat_id is not null
                       and row_number() over (partition by m.person_id order by s.starts_at desc, m.id) = 1 as ask
            {DidNotCome}
              and m.person_id = any(@persons)
        ), marked as (
            insert into missed_question (sign_up_id, marked_at, asked)
            select id, @now, ask from missed order by id
            on conflict do nothing
            returning sign_up_id, asked
        )
        select d.sign_up_id as sign_up, m.chat_id as chat, m.title, m.starts_at
        from marked d
        join missed m on m.id = d.sign_up_id
        where d.asked
        order by d.sign_up_id
        """, new { persons = persons.Select(p => p.Value).ToArray(), since, until, now });

    /// <summary>Who these are.</summary>
    public Task<IReadOnlyList<PersonId>> Due(DateTimeOffset since, DateTimeOffset until) =>
        session.Query<PersonId>($"select distinct m.person_id {DidNotCome} order by m.person_id", new { since, until });

    private const string DidNotCome = $"""
        from seminar s
        join sign_up m on m.seminar_id = s.id and m.state = 'Confirmed' and m.came is not true
        join person p on p.id = m.person_id
        where s.state = 'Published' and s.ends_at > @since and s.ends_at <= @until
          and not exists (select from missed_question q where q.sign_up_id = m.id)
          and {AttendanceReader.IsMarked}
          and not exists (
              select from sign_up k
              join evidence e on e.sign_up_id = k.id and e.kind = 'ByHand' and e.at >= @until
              where k.seminar_id = s.id and k.state = 'Confirmed')
        """;

    /// <summary>What this person was asked; null for what is not theirs.</summary>
    public Task<Missed?> Find(long signUp, PersonId person) => session.Find<Missed>("""
        select m.id as sign_up, s.title, s.starts_at, q.reason, m.came,
               exists (select from evidence e where e.sign_up_id = m.id and e.kind = 'OwnWord') as says_so
        from sign_up m
        join seminar s on s.id = m.seminar_id
        join missed_question q on q.sign_up_id = m.id
        where m.id = @signUp and m.person_id = @person
        """, new { signUp, person });

    /// <summary>An answer can be changed.</summary>
    public Task Answer(long signUp, PersonId person, MissedReason reason, DateTimeOffset now) => session.Execute("""
        update missed_question q
        set reason = @reason, answered_at = @now
        from sign_up m
        where q.sign_up_id = @signUp and m.id = q.sign_up_id and m.person_id = @person and m.came is not true
        """, new { signUp, person, reason = reason.ToString(), now });

    /// <summary>
    /// «Я был(а)»: counts as having come, unless the leader has said otherwise by hand, who sees it then. Safe to run twice: what a leader
    /// takes back stays taken back.
    /// </summary>
    public Task SayPresent(long signUp, PersonId person, DateTimeOffset now) => session.Execute("""
        with mine as (
            update sign_up m
            set came = coalesce(came, true)
            where m.id = @signUp and m.person_id = @person and m.state = 'Confirmed'
              and exists (select from missed_question q where q.sign_up_id = m.id)
            returning m.id
        ), unsaid as (
            update missed_question q set reason = null, answered_at = null from mine where q.sign_up_id = mine.id and q.reason is not null
        )
        insert into evidence (sign_up_id, kind, came, at)
        select id, 'OwnWord', true, @now from mine
        on conflict do nothing
        """, new { signUp, person, now });
}
