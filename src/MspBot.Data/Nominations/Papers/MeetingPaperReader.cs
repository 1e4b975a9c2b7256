using MspBot.Data.Postgres;
using MspBot.Data.Seminars.Attendance;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Attendance;

namespace MspBot.Data.Nominations.Papers;

/// <summary>A teacher whom a school has sent, as its order lists them.</summary>
public sealed record SentTeacher
{
    /// <summary>Null once they are erased.</summary>
    public string? Name { get; init; }

    /// <summary>At the school that sends them; null also once they work elsewhere.</summary>
    public string? Position { get; init; }

    public string[] Subjects { get; init; } = [];

    public SeminarKind Kind { get; init; }

    public required string Title { get; init; }

    public DateTimeOffset StartsAt { get; init; }

    public DateTimeOffset EndsAt { get; init; }

    /// <summary>When they said yes; null: they have not answered yet.</summary>
    public DateTimeOffset? AgreedAt { get; init; }

    /// <summary>They wait in line for a seat.</summary>
    public bool Waits { get; init; }
}

/// <summary>Somebody who has a seat, as a paper of the meeting lists them.</summary>
public sealed record ListedParticipant
{
    /// <summary>Null once they are erased, as is the position.</summary>
    public string? Name { get; init; }

    /// <summary>Where they worked then; the position is null once they work elsewhere.</summary>
    public string? School { get; init; }

    public string? Position { get; init; }

    /// <summary>Null: nothing is known.</summary>
    public bool? Came { get; init; }

    /// <summary>The latest evidence that speaks so.</summary>
    public Evidence? Because { get; init; }
}

/// <summary>Who stands in the papers of meetings.</summary>
public sealed class MeetingPaperReader(DbSession session)
{
    /// <summary>
    /// Whom a school sends: to one meeting, or to all that have not begun; by date, then by name. Its order is about its own teachers: who
    /// works elsewhere by now is left out, but of what they took part in before. What they are elsewhere is not said there.
    /// </summary>
    public Task<IReadOnlyList<SentTeacher>> Sent(SchoolId school, SeminarId? seminar, DateTimeOffset now) => session.Query<SentTeacher>($"""
        select p.full_name as name, case when p.school_id = n.school_id then p.position end as position,
               case when p.school_id = n.school_id then p.subjects else array[]::text[] end as subjects,
               s.kind, s.title, s.starts_at, s.ends_at,
               case when n.state = 'Accepted' then n.ended_at end as agreed_at,
               coalesce(m.state = 'Waitlisted', false) as waits
        {Sending}
        order by s.starts_at, s.id, alphabetical(p.full_name) nulls last, n.id
        """, new { school, seminar, now });

    /// <summary>How many they are.</summary>
    public Task<int> CountSent(SchoolId school, SeminarId? seminar, DateTimeOffset now) =>
        session.Value<int>($"select count(*)::int {Sending}", new { school, seminar, now });

    /// <summary>The school, as the list names it.</summary>
    public Task<string?> NameOf(SchoolId school) => session.Find<string>("select name from school where id = @school", new { school });

    /// <summary>Everybody who has a seat, by name.</summary>
    public Task<IReadOnlyList<ListedParticipant>> Participants(SeminarId seminar) => session.Query<ListedParticipant>($"""
        select p.full_name as name, c.name as school,
               case when m.school_id is null or m.school_id = p.school_id then p.position end as position, m.came,
               {AttendanceReader.Because} as because
        from sign_up m
        join person p on p.id = m.person_id
        left join school c on c.id = coalesce(m.school_id, p.school_id)
        where m.seminar_id = @seminar and m.state = 'Confirmed'
        order by alphabetical(p.full_name) nulls last, m.id
        """, new { seminar });

    private const string Sending = """
        from nomination n
        join seminar s on s.id = n.seminar_id and s.state = 'Published'
        join person p on p.id = n.person_id
        left join sign_up m on m.nomination_id = n.id and m.state <> 'Cancelled'
        where n.school_id = @school and n.state in ('Asked', 'Accepted') and coalesce(m.school_id, p.school_id) = n.school_id
          and (n.seminar_id = @seminar or @seminar::bigint is null and s.starts_at > @now)
        """;
}
