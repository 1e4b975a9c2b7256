using MspBot.Data.Postgres;
using MspBot.Domain;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Attendance;

namespace MspBot.Data.Seminars.Attendance;

/// <summary>Somebody who had a seat, and whether they came. <paramref name="Name"/> is null once they are erased.</summary>
public sealed record Present
{
    public long SignUp { get; init; }

    public string? Name { get; init; }

    public string? School { get; init; }

    /// <summary>Null: nothing is known.</summary>
    public bool? Came { get; init; }

    /// <summary>The latest evidence that speaks so.</summary>
    public Evidence? Because { get; init; }

    /// <summary>They say that they were there, whatever the leader says.</summary>
    public bool SaysSo { get; init; }
}

/// <summary>A seminar that is over and has no attendance marks.</summary>
public sealed record UnmarkedSeminar
{
    public SeminarId Id { get; init; }

    public required string Title { get; init; }

    public DateTimeOffset StartsAt { get; init; }

    public DateTimeOffset EndsAt { get; init; }

    public int Seated { get; init; }
}

/// <summary>Who came to a seminar.</summary>
public sealed class AttendanceReader(DbSession session)
{
    /// <summary>Something is known of somebody who had a seat in the seminar <c>s</c>.</summary>
    public const string IsMarked =
        "exists (select from sign_up k where k.seminar_id = s.id and k.state = 'Confirmed' and k.came is not null)";

    /// <summary>The seminar <c>s</c> is over, and nothing is known of those who had a seat.</summary>
    public const string IsUnmarked = $"s.state = 'Published' and s.ends_at <= @now and s.seated > 0 and not {IsMarked}";

    /// <summary>Nothing was said by hand of this person since the evidence <c>e</c>.</summary>
    internal const string IsLast =
        "not exists (select from evidence l where l.sign_up_id = e.sign_up_id and l.kind = 'ByHand' and l.id > e.id)";

    /// <summary>The latest evidence that speaks as the mark of the sign-up <c>m</c> does.</summary>
    internal const string Because = """
        (select e.kind from evidence e where e.sign_up_id = m.id and e.came = m.came order by e.kind = 'ByHand' desc, e.id limit 1)
        """;

    public async Task<AttendanceMarks> Marks(SeminarId id) => (await session.Find<AttendanceMarks>("""
        select count(*)::int as seated, count(*) filter (where came)::int as came, count(*) filter (where not came)::int as missed
        from sign_up
        where seminar_id = @id and state = 'Confirmed'
        """, new { id }))!;

    /// <summary>A page of those who had a seat, by name: the one asked for, or the nearest.</summary>
    /// <param name="id">The seminar.</param>
    /// <param name="page">From 0.</param>
    /// <param name="seated">How many had a seat.</param>
    public async Task<Page<Present>> Page(SeminarId id, int page, int seated)
    {
        page = Paging.Nearest(page, seated);
        return Paging.Of(await Present(id, page), page, seated);
    }

    private Task<IReadOnlyList<Present>> Present(SeminarId id, int page) => session.Query<Present>($"""
        select m.id as sign_up, p.full_name as name, c.name as school, m.came, {Because} as because,
               exists (select from evidence e where e.sign_up_id = m.id and e.kind = 'OwnWord') as says_so
        from sign_up m
        join person p on p.id = m.person_id
        left join school c on c.id = coalesce(m.school_id, p.school_id)
        where m.seminar_id = @id and m.state = 'Confirmed'
        order by alphabetical(p.full_name) nulls last, m.id
        offset @skip limit @take
        """, new { id, skip = Paging.Skip(page), take = Paging.Size });

    /// <summary>The latest marks that one press made together since then, and that can still be taken back; null: there are none.</summary>
    public Task<long?> LatestBatch(SeminarId id, DateTimeOffset since) => session.Find<long?>($"""
        select max(e.batch)
        from sign_up m
        join evidence e on e.sign_up_id = m.id and e.batch is not null and e.at > @since
        where m.seminar_id = @id and m.state = 'Confirmed' and {IsLast}
        """, new { id, since });

    /// <summary>This leader's latest meeting without attendance marks.</summary>
    public Task<UnmarkedSeminar?> Unmarked(PersonId leader, DateTimeOffset now) => session.Find<UnmarkedSeminar>($"""
        select s.id, s.title, s.starts_at, s.ends_at, s.seated
        from seminar s
        where s.leader_id = @leader and s.ends_at > @since and {IsUnmarked}
        order by s.ends_at desc, s.id
        limit 1
        """, new { leader, now, since = now - AttendanceMarks.WantedFor });
}
