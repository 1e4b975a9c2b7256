using MspBot.Data.Postgres;
using MspBot.Domain.Seminars;

namespace MspBot.Data.Seminars;

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
}

/// <summary>How many answered so.</summary>
public sealed record MissedCount(MissedReason Reason, int People);

/// <summary>Who came to a seminar.</summary>
public sealed class AttendanceReader(DbSession session)
{
    public const int PageSize = 8;

    public async Task<int> Count(SeminarId id) => await session.Value<int>(
        "select count(*)::int from sign_up where seminar_id = @id and state = 'Confirmed' and came", new { id });

    /// <summary>A page of those who had a seat, by name.</summary>
    public Task<IReadOnlyList<Present>> Page(SeminarId id, int page) => session.Query<Present>("""
        select m.id as sign_up, p.full_name as name, c.name as school, m.came, (
                   select e.kind from evidence e where e.sign_up_id = m.id and e.came = m.came order by e.kind = 'ByHand' desc, e.id limit 1
               ) as because
        from sign_up m
        join person p on p.id = m.person_id
        left join school c on c.id = p.school_id
        where m.seminar_id = @id and m.state = 'Confirmed'
        order by alphabetical(p.full_name) nulls last, m.id
        offset @skip limit @take
        """, new { id, skip = page * PageSize, take = PageSize });

    /// <summary>Why people did not come to what began in this time: for the digest.</summary>
    public async Task<IReadOnlyList<MissedCount>> MissedReasons(DateTimeOffset from, DateTimeOffset to) =>
        [.. (await session.Query<(string Reason, int People)>("""
            select q.reason, count(*)::int
            from seminar s
            join sign_up m on m.seminar_id = s.id and m.state = 'Confirmed'
            join missed_question q on q.sign_up_id = m.id and q.reason is not null
            where s.state = 'Published' and s.starts_at >= @from and s.starts_at < @to
            group by q.reason
            order by q.reason
            """, new { from, to })).Select(row => new MissedCount(Enum.Parse<MissedReason>(row.Reason), row.People))];
}
