using MspBot.Data.Postgres;
using MspBot.Domain;
using MspBot.Domain.Certificates;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;

namespace MspBot.Data.Certificates;

/// <summary>Something for which a person has a certificate or can have one.</summary>
public sealed record CertificateLine
{
    public CertificateKind Kind { get; init; }

    /// <summary>Null: a tutor's statement.</summary>
    public SeminarId? SeminarId { get; init; }

    /// <summary>Of a statement that was issued.</summary>
    public CertificateId? Id { get; init; }

    public string? Title { get; init; }

    public DateTimeOffset At { get; init; }

    public DateOnly? FirstDay { get; init; }

    public DateOnly? LastDay { get; init; }
}

/// <summary>Certificates to look at.</summary>
public sealed class CertificateReader(DbSession session)
{
    /// <summary>What a person came to or led, and the statements they have.</summary>
    private const string Lines = """
        select 'Attended' as kind, s.id as seminar_id, null::bigint as id, s.title, s.starts_at as at, null::date as first_day,
            null::date as last_day
        from sign_up m
        join seminar s on s.id = m.seminar_id
        where m.person_id = @person and m.state = 'Confirmed' and m.came and s.state = 'Published' and s.ends_at <= @now
            and s.leader_id is distinct from @person
        union all
        select 'Led', s.id, null, s.title, s.starts_at, null, null
        from seminar s
        where s.leader_id = @person and s.state = 'Published' and s.ends_at <= @now
          and exists (select from sign_up m where m.seminar_id = s.id and m.state = 'Confirmed' and m.came and m.person_id <> @person)
        union all
        select c.kind, null, c.id, null, c.printed_at, c.first_day, c.last_day
        from certificate c
        where c.person_id = @person and c.kind = 'Tutored'
        """;

    public Task<CertificateDetails?> Details(CertificateId id) => CertificateQuery.Find(session, "c.id = @id", new { id });

    /// <summary>In the order in which they are asked for; what is not there is left out.</summary>
    public Task<IReadOnlyList<CertificateDetails>> DetailsOf(IReadOnlyList<long> ids) =>
        CertificateQuery.All(session, "c.id = any(@ids) order by array_position(@ids, c.id)", new { ids = ids.ToArray() });

    public Task<CertificateDetails?> ByCode(string code) => CertificateQuery.Find(session, "c.code = @code", new { code });

    public Task<CertificateDetails?> ByNumber(CertificateNumber number) =>
        CertificateQuery.Find(session, "c.year = @Year and c.in_year = @Order", new { number.Year, number.Order });

    /// <summary>A page of those issued for a seminar, in the order of their numbers.</summary>
    public async Task<Page<CertificateDetails>> Of(SeminarId seminar, int page) => Paging.Of(await CertificateQuery.All(
        session, "c.seminar_id = @seminar order by c.id offset @skip limit @take",
        new { seminar, skip = Paging.Skip(page), take = Paging.Take }), page);

    public async Task<int> Count(PersonId person, DateTimeOffset now) =>
        await session.Value<int>($"select count(*)::int from ({Lines}) as l", new { person, now });

    /// <summary>
    /// How many papers each of a school's teachers has that hold; without those of what they came to while they worked elsewhere.
    /// </summary>
    public async Task<IReadOnlyDictionary<PersonId, int>> CountOfSchool(SchoolId school, IReadOnlyCollection<PersonId> teachers) =>
        (await session.Query<(long Person, int Count)>("""
            select c.person_id, count(*)::int
            from certificate c
            where c.person_id = any(@teachers) and c.withdrawn_at is null and not exists (
                select from sign_up m
                where m.person_id = c.person_id and m.seminar_id = c.seminar_id and m.state <> 'Cancelled' and m.school_id <> @school)
            group by c.person_id
            """, new { school, teachers = teachers.Select(t => t.Value).ToArray() }))
        .ToDictionary(row => new PersonId(row.Person), row => row.Count);

    /// <summary>How many papers were printed, withdrawn ones too.</summary>
    public Task<int> CountIssued(PersonId person) =>
        session.Value<int>("select count(*)::int from certificate where person_id = @person", new { person });

    /// <summary>A page, the latest first.</summary>
    public Task<Page<CertificateLine>> Mine(PersonId person, DateTimeOffset now, int page) => session.Page<CertificateLine>(page, $"""
        select * from ({Lines}) as l
        order by at desc, kind, seminar_id
        offset @skip limit @take
        """, new { person, now, skip = Paging.Skip(page), take = Paging.Take });

    /// <summary>Meetings of a time for which there can be a certificate, the earliest first; at most <paramref name="most"/>.</summary>
    public Task<IReadOnlyList<CertificateLine>> Between(
        PersonId person, DateTimeOffset from, DateTimeOffset to, DateTimeOffset now, int most) => session.Query<CertificateLine>($"""
        select * from ({Lines}) as l
        where seminar_id is not null and at >= @from and at < @to
        order by at, kind, seminar_id
        limit @most
        """, new { person, from, to, now, most });
}
