using MspBot.Data.Postgres;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;
using MspBot.Domain.Spelling;

namespace MspBot.Data.Nominations.Seats;

/// <summary>What is held for one school at a meeting.</summary>
public sealed record SchoolHeld
{
    public SchoolId School { get; init; }

    public required string Name { get; init; }

    /// <summary>Seats that the head of the site holds, and when the first and the last of them are free for all.</summary>
    public int Held { get; init; }

    public DateTimeOffset? FirstUntil { get; init; }

    public DateTimeOffset? LastUntil { get; init; }

    /// <summary>Seats that nominated teachers gave back, kept for whoever comes instead; until when at the latest.</summary>
    public int Returned { get; init; }

    public DateTimeOffset? ReturnedUntil { get; init; }

    /// <summary>How many of the school have a seat.</summary>
    public int SignedUp { get; init; }
}

/// <summary>Who of a school hears that seats are held for it.</summary>
public sealed record SchoolToTell
{
    public SchoolId School { get; init; }

    public required string Name { get; init; }

    /// <summary>Its heads who can be told, and those who have stopped the bot.</summary>
    public int Heads { get; init; }

    public int Silent { get; init; }
}

/// <summary>A coming meeting in which a school has held seats, or to which it has sent somebody.</summary>
public sealed record MeetingOfSchool
{
    public SeminarId Id { get; init; }

    public required string Title { get; init; }

    public DateTimeOffset StartsAt { get; init; }

    public int Held { get; init; }

    /// <summary>When the first and the last of the held seats are free for all.</summary>
    public DateTimeOffset? FirstUntil { get; init; }

    public DateTimeOffset? LastUntil { get; init; }

    /// <summary>How many teachers the school has sent, how many of them have not answered, and how many cannot come.</summary>
    public int Sent { get; init; }

    public int Asked { get; init; }

    public int Declined { get; init; }
}

/// <summary>Seats held for schools, to look at.</summary>
public sealed class SchoolSeatsReader(DbSession session)
{
    /// <summary>The schools for which seats are held at a meeting, by name.</summary>
    public async Task<IReadOnlyList<SchoolHeld>> OfMeeting(SeminarId id)
    {
        var schools = await session.Query<SchoolHeld>("""
            select h.school_id as school, c.name,
                   count(*) filter (where h.made_for is null)::int as held,
                   min(h.until) filter (where h.made_for is null) as first_until,
                   max(h.until) filter (where h.made_for is null) as last_until,
                   count(*) filter (where h.made_for is not null)::int as returned,
                   max(h.until) filter (where h.made_for is not null) as returned_until,
                   (select count(*)::int
                    from sign_up m
                    join person p on p.id = m.person_id
                    where m.seminar_id = @id and m.state = 'Confirmed' and coalesce(m.school_id, p.school_id) = h.school_id) as signed_up
            from school_seat h
            join school c on c.id = h.school_id
            where h.seminar_id = @id
            group by h.school_id, c.name
            """, new { id });
        return [.. schools.OrderBy(s => s.Name, Alphabet.Order).ThenBy(s => s.School.Value)];
    }

    /// <summary>Of these schools, who hears of it, by name.</summary>
    public async Task<IReadOnlyList<SchoolToTell>> ToTell(IReadOnlyCollection<SchoolId> schools)
    {
        var found = await session.Query<SchoolToTell>("""
            select c.id as school, c.name,
                   count(p.id) filter (where p.reachable and p.chat_id is not null)::int as heads,
                   count(p.id) filter (where not (p.reachable and p.chat_id is not null))::int as silent
            from school c
            left join person_role r on r.school_id = c.id and r.role = 'SchoolHead'
            left join person p on p.id = r.person_id
            where c.id = any(@schools)
            group by c.id, c.name
            """, new { schools = schools.Select(s => s.Value).ToArray() });
        return [.. found.OrderBy(s => s.Name, Alphabet.Order).ThenBy(s => s.School.Value)];
    }

    /// <summary>Schools that have held seats at a meeting or have sent somebody there, and those where these people work.</summary>
    public Task<IReadOnlyList<SchoolId>> Concerned(SeminarId id, IReadOnlyCollection<PersonId> people) => session.Query<SchoolId>("""
        select school_id from school_seat where seminar_id = @id
        union
        select school_id from nomination where seminar_id = @id
        union
        select school_id from person where id = any(@people) and school_id is not null
        """, new { id, people = people.Select(p => p.Value).ToArray() });

    /// <summary>Schools that have held seats at a meeting, or teachers who are sent there.</summary>
    public Task<IReadOnlyList<SchoolId>> Affected(SeminarId id) => session.Query<SchoolId>("""
        select school_id from school_seat where seminar_id = @id
        union
        select school_id from nomination where seminar_id = @id and state in ('Asked', 'Accepted')
        """, new { id });

    /// <summary>Where these people work.</summary>
    public Task<IReadOnlyList<SchoolId>> SchoolsOf(IReadOnlyCollection<PersonId> people) => session.Query<SchoolId>(
        "select distinct school_id from person where id = any(@people) and school_id is not null",
        new { people = people.Select(p => p.Value).ToArray() });

    /// <summary>Where a school has held seats or has sent somebody, by date.</summary>
    public Task<IReadOnlyList<MeetingOfSchool>> OfSchool(SchoolId school, DateTimeOffset now) => session.Query<MeetingOfSchool>("""
        with held as (
            select seminar_id, count(*)::int as held, min(until) as first_until, max(until) as last_until
            from school_seat
            where school_id = @school
            group by seminar_id
        ), sent as (
            select seminar_id,
                   count(*) filter (where state in ('Asked', 'Accepted'))::int as sent,
                   count(*) filter (where state = 'Asked')::int as asked,
                   count(*) filter (where state = 'Declined' and replaced_by is null)::int as declined
            from nomination
            where school_id = @school
            group by seminar_id
        )
        select s.id, s.title, s.starts_at, coalesce(h.held, 0) as held, h.first_until, h.last_until,
               coalesce(n.sent, 0) as sent, coalesce(n.asked, 0) as asked, coalesce(n.declined, 0) as declined
        from seminar s
        left join held h on h.seminar_id = s.id
        left join sent n on n.seminar_id = s.id
        where s.state = 'Published' and s.starts_at > @now and (h.held > 0 or n.sent > 0 or n.declined > 0)
        order by s.starts_at, s.id
        """, new { school, now });
}
