using MspBot.Data.Postgres;
using MspBot.Domain.People;

namespace MspBot.Data.Seminars.Seats;

/// <summary>Somebody who still waited for a seat when the meeting began.</summary>
public sealed record LineOver
{
    public long SignUp { get; init; }

    public ChatId Chat { get; init; }

    public required string Title { get; init; }

    public DateTimeOffset StartsAt { get; init; }
}

/// <summary>Waiting lists that ended with the start of their meeting.</summary>
public sealed class LineStore(DbSession session)
{
    /// <summary>Who waited in vain for what began in this time, and has not heard so.</summary>
    public Task<IReadOnlyList<PersonId>> Over(DateTimeOffset since, DateTimeOffset now) =>
        session.Query<PersonId>($"select distinct m.person_id {InVain} order by m.person_id", new { since, now });

    /// <summary>
    /// Marks them in the session's transaction; those who can be told. A meeting that is moved after its start and begins again is told
    /// again.
    /// </summary>
    public Task<IReadOnlyList<LineOver>> TakeOver(
        IReadOnlyCollection<PersonId> persons, DateTimeOffset since, DateTimeOffset now) => session.Query<LineOver>($"""
        with told as (
            update sign_up u
            set line_over_told_at = @now
            where u.id in (
                select m.id
                {InVain} and m.person_id = any(@persons)
                order by m.id
                for no key update of m skip locked)
            returning u.id, u.person_id, u.seminar_id
        )
        select t.id as sign_up, p.chat_id as chat, s.title, s.starts_at
        from told t
        join seminar s on s.id = t.seminar_id
        join person p on p.id = t.person_id and p.reachable and p.chat_id is not null
        order by s.starts_at, t.id
        """, new { persons = persons.Select(p => p.Value).ToArray(), since, now });

    private const string InVain = """
        from seminar s
        join sign_up m on m.seminar_id = s.id and m.state = 'Waitlisted'
            and (m.line_over_told_at is null or m.line_over_told_at < s.starts_at)
        where s.state = 'Published' and s.starts_at > @since and s.starts_at <= @now
        """;
}
