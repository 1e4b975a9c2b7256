using MspBot.Data.Postgres;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Attendance;

namespace MspBot.Data.Seminars.Attendance;

/// <summary>A meeting that has ended, as its leader is told.</summary>
public sealed record EndedSeminar
{
    public SeminarId Id { get; init; }

    public required string Title { get; init; }

    public DateTimeOffset StartsAt { get; init; }

    public int Seated { get; init; }

    public int Came { get; init; }

    public int Missed { get; init; }

    /// <summary>The leader's; null when they cannot be told.</summary>
    public ChatId? Chat { get; init; }

    public AttendanceMarks Marks => new(Seated, Came, Missed);
}

/// <summary>Whose leaders are to be asked to mark who came: at the end, and once more on a later day while nothing is marked.</summary>
public sealed class EndedSeminarStore(DbSession session)
{
    private const string HasEnded =
        "s.state = 'Published' and s.ends_at > @since and s.ends_at <= @now and s.ended_told_at is null and s.seated > 0";

    /// <summary>At most twice, and not before the next day; what was never told of is not asked about.</summary>
    private const string IsToBeAsked =
        $"{AttendanceReader.IsUnmarked} and s.ends_at > @since and s.ended_told_at < @today and s.mark_asked_at is null";

    /// <summary>Those that ended since <paramref name="since"/> and whose leader has not heard so.</summary>
    public Task<IReadOnlyList<SeminarId>> Ended(DateTimeOffset since, DateTimeOffset now) =>
        session.Query<SeminarId>($"select s.id from seminar s where {HasEnded} order by s.id", new { since, now });

    /// <summary>
    /// Marks these as told, in the session's transaction. A leader without a leading role is not told: names of what is over are not
    /// theirs to see.
    /// </summary>
    public Task<IReadOnlyList<EndedSeminar>> TakeEnded(IReadOnlyCollection<SeminarId> ids, DateTimeOffset since, DateTimeOffset now) =>
        session.Query<EndedSeminar>(Take(HasEnded, "ended_told_at"), new { ids = Values(ids), since, now });

    /// <summary>Those that were told of before today and that are not marked.</summary>
    public Task<IReadOnlyList<SeminarId>> Unmarked(DateTimeOffset since, DateTimeOffset today, DateTimeOffset now) =>
        session.Query<SeminarId>($"select s.id from seminar s where {IsToBeAsked} order by s.id", new { since, today, now });

    /// <summary>Marks these as asked about once more, in the session's transaction.</summary>
    public Task<IReadOnlyList<EndedSeminar>> TakeUnmarked(
        IReadOnlyCollection<SeminarId> ids, DateTimeOffset since, DateTimeOffset today, DateTimeOffset now) =>
        session.Query<EndedSeminar>(Take(IsToBeAsked, "mark_asked_at"), new { ids = Values(ids), since, today, now });

    private static string Take(string which, string mark) => $"""
        with due as (
            select s.id
            from seminar s
            where {which} and s.id = any(@ids)
            order by s.id
            for no key update skip locked
        ), taken as (
            update seminar s
            set {mark} = @now
            from due
            where s.id = due.id
            returning s.id, s.title, s.starts_at, s.seated, s.leader_id
        )
        select t.id, t.title, t.starts_at, t.seated, m.came, m.missed, case when p.reachable then p.chat_id end as chat
        from taken t
        cross join lateral (
            select count(*) filter (where came)::int as came, count(*) filter (where not came)::int as missed
            from sign_up
            where seminar_id = t.id and state = 'Confirmed'
        ) m
        left join person p on p.id = t.leader_id
            and exists (select from person_role r where r.person_id = p.id and r.role in ('Tutor', 'Head', 'Methodologist'))
        order by t.starts_at, t.id
        """;

    private static long[] Values(IReadOnlyCollection<SeminarId> ids) => [.. ids.Select(i => i.Value)];
}
