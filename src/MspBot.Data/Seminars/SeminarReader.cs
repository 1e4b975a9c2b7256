using MspBot.Data.Postgres;
using MspBot.Domain;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Seats;
using MspBot.Domain.Spelling;

namespace MspBot.Data.Seminars;

/// <summary>Seminars to look at.</summary>
public sealed class SeminarReader(DbSession session)
{
    private const string Line = $"""
        s.id, s.kind, s.title, s.starts_at, s.seats, s.seated, s.waiting, s.kept, s.held, s.state, m.state as mine,
        coalesce(s.leader_id = @person, false) as leads, {SeminarQuery.Place} as my_place,
        m.nomination_id as nomination
        """;

    /// <summary>All that somebody has led or leads.</summary>
    public Task<IReadOnlyList<SeminarId>> LedBy(PersonId person) =>
        session.Query<SeminarId>("select id from seminar where leader_id = @person order by id", new { person });

    /// <summary>Everything its card says; null when there is no such seminar.</summary>
    public Task<SeminarDetails?> Details(SeminarId id, PersonId person) => SeminarQuery.Find(session, id, person);

    /// <summary>What can still be signed up to, by date; of one kind, or of all.</summary>
    public Task<Page<SeminarLine>> Coming(PersonId person, SeminarKind? kind, DateTimeOffset now, int page) =>
        Coming("@kind::text is null or s.kind = @kind", person, now, page, kind: kind?.ToString());

    /// <summary>The same, where title or audience names this subject.</summary>
    public Task<Page<SeminarLine>> ComingOf(string subject, PersonId person, DateTimeOffset now, int page) =>
        Coming("s.words @@ @mine::tsquery", person, now, page, mine: SubjectWords.Query([subject]) ?? "");

    /// <summary>
    /// The same, where title or audience names one of these subjects, or none at all: what is for everybody. What the person leads is left
    /// out.
    /// </summary>
    public Task<Page<SeminarLine>> ComingFor(IReadOnlyCollection<string> subjects, PersonId person, DateTimeOffset now, int page) => Coming(
        "s.leader_id is distinct from @person and (s.words @@ @mine::tsquery or not s.words @@ @any::tsquery)",
        person, now, page, mine: SubjectWords.Query(subjects) ?? "", any: SubjectWords.Any);

    private Task<Page<SeminarLine>> Coming(
        string which, PersonId person, DateTimeOffset now, int page, string? kind = null, string? mine = null, string? any = null) =>
        Lines(page, person, $"""
            select {Line}
            from seminar s
            left join sign_up m on m.seminar_id = s.id and m.person_id = @person and m.state <> 'Cancelled'
            where s.state = 'Published' and s.starts_at > @now and ({which})
            order by s.starts_at, s.id
            offset @skip limit @take
            """, new { person, kind, mine, any, now, skip = Paging.Skip(page), take = Paging.Take });

    /// <summary>For heads: drafts of any date, or what was published, cancelled, and has not begun yet.</summary>
    public Task<Page<SeminarLine>> Unpublished(SeminarState state, DateTimeOffset now, int page) => session.Page<SeminarLine>(page, """
        select s.id, s.kind, s.title, s.starts_at, s.seats, s.seated, s.waiting, s.held, s.state
        from seminar s
        where s.state = @state and (s.state = 'Draft' or s.published_at is not null and s.starts_at > @now)
        order by s.starts_at, s.id
        offset @skip limit @take
        """, new { state = state.ToString(), now, skip = Paging.Skip(page), take = Paging.Take });

    /// <summary>A person's coming seats and places in line, by date.</summary>
    public Task<Page<SeminarLine>> Mine(PersonId person, DateTimeOffset now, int page) => Lines(page, person, $"""
        select {Line}
        from sign_up m
        join seminar s on s.id = m.seminar_id
        where m.person_id = @person and m.state <> 'Cancelled' and s.state = 'Published' and s.ends_at > @now
        order by s.starts_at, s.id
        offset @skip limit @take
        """, new { person, now, skip = Paging.Skip(page), take = Paging.Take });

    /// <summary>What is over, and what was cancelled by others, the latest first.</summary>
    public Task<Page<SeminarLine>> MinePast(PersonId person, DateTimeOffset now, int page) => Lines(page, person, $"""
        select {Line}
        from sign_up m
        join seminar s on s.id = m.seminar_id
        where m.person_id = @person
          and (m.state = 'Confirmed' and s.state = 'Published' and s.ends_at <= @now or m.state <> 'Cancelled' and s.state = 'Cancelled')
        order by s.starts_at desc, s.id desc
        offset @skip limit @take
        """, new { person, now, skip = Paging.Skip(page), take = Paging.Take });

    /// <summary>The coming seminars that a person leads, by date; with <paramref name="others"/>, all of everybody.</summary>
    public Task<Page<SeminarLine>> Led(PersonId person, bool others, DateTimeOffset now, int page) => session.Page<SeminarLine>(page, $"""
        {LedLine} and s.ends_at > @now
        order by s.starts_at, s.id
        offset @skip limit @take
        """, new { person, others, now, skip = Paging.Skip(page), take = Paging.Take });

    /// <summary>Those that are over, the latest first.</summary>
    public Task<Page<SeminarLine>> LedPast(PersonId person, bool others, DateTimeOffset now, int page) =>
        session.Page<SeminarLine>(page, $"""
        {LedLine} and s.ends_at <= @now
        order by s.starts_at desc, s.id desc
        offset @skip limit @take
        """, new { person, others, now, skip = Paging.Skip(page), take = Paging.Take });

    private const string LedLine = """
        select s.id, s.kind, s.title, s.starts_at, s.seats, s.seated, s.waiting, s.held, s.state,
            s.leader_id = @person as leads, l.full_name as leader
        from seminar s
        left join person l on l.id = s.leader_id
        where s.state = 'Published' and (@others or s.leader_id = @person)
        """;

    /// <summary>
    /// Seminars that typed words name: what is coming, by date, then what is over that the person led or had a seat in (with
    /// <paramref name="others"/>, all), the latest first.
    /// </summary>
    public async Task<Page<SeminarLine>> Found(string typed, PersonId person, bool others, DateTimeOffset now, int page) =>
        TypedWords.Query(typed) is not { } words ? new([], 0, false) : await Lines(page, person, $"""
            select {Line}
            from seminar s
            left join sign_up m on m.seminar_id = s.id and m.person_id = @person and m.state <> 'Cancelled'
            where s.state = 'Published' and s.words @@ to_tsquery('russian', @words)
              and (s.starts_at > @now or @others or s.leader_id = @person or m.state = 'Confirmed')
            order by s.starts_at <= @now, abs(extract(epoch from s.starts_at - @now)), s.id
            offset @skip limit @take
            """, new { person, words, others, now, skip = Paging.Skip(page), take = Paging.Take });

    /// <param name="page">Which page.</param>
    /// <param name="person">The reader.</param>
    /// <param name="sql">Reads <see cref="Line"/> of <c>s</c> and the reader's sign-up <c>m</c>.</param>
    /// <param name="args">Its arguments.</param>
    private async Task<Page<SeminarLine>> Lines(int page, PersonId person, string sql, object args)
    {
        var found = await session.Page<SeminarLine>(page, sql, args);
        var ids = found.Items.Where(line => line.Waiting > 0 && line.Attendance.FreeSeats(line.Seats) is null or > 0)
            .Select(line => line.Id.Value).ToArray();
        if (ids.Length > 0)
        {
            var passed = await session.Query<SeminarId>($"select s.id from seminar s where s.id = any(@ids) and {SeminarQuery.PassedOver}",
                new { ids });
            found = found with { Items = [.. found.Items.Select(line => line with { PassedOver = passed.Contains(line.Id) })] };
        }

        var ofSchools = found.Items.Where(line => line is not { Held: 0, Nomination: null }).Select(line => line.Id).ToList();
        if (ofSchools.Count == 0) return found;
        var parts = (await SchoolPart.Of(session, person, ofSchools)).ToDictionary(part => part.Id);
        return found with
        {
            Items = [.. found.Items.Select(line => parts.GetValueOrDefault(line.Id) is { } part
                ? line with { HeldForMine = part.HeldForMine, AwaitsAnswer = part.AwaitsAnswer } : line)],
        };
    }

    /// <summary>
    /// Public meetings that have begun, the latest first, those whose title has these folded words in it; and how many there are.
    /// </summary>
    public async Task<(IReadOnlyList<SeminarLine> Lines, int All)> Past(string words, DateTimeOffset now, int skip, int take)
    {
        var args = new { words = Folded.Of(words), now, skip, take };
        const string which =
            "from seminar s where s.state = 'Published' and s.starts_at <= @now and position(@words in folded(s.title)) > 0";
        var all = await session.Value<int>($"select count(*)::int {which}", args);
        return (await session.Query<SeminarLine>($"""
            select s.id, s.kind, s.title, s.starts_at, s.seats, s.seated, s.waiting, s.held, s.state
            {which}
            order by s.starts_at desc, s.id desc
            offset @skip limit @take
            """, args), all);
    }

    public Task<bool> HasPast(DateTimeOffset now) =>
        session.Value<bool>("select exists (select from seminar where state = 'Published' and starts_at <= @now)", new { now });

    /// <summary>Which of the subjects what is coming names.</summary>
    public async Task<IReadOnlyList<string>> ComingSubjects(DateTimeOffset now) =>
        await session.Query<string>("""
            select q.subject
            from unnest(@subjects, @queries) with ordinality as q(subject, query, nr)
            where exists (select from seminar s where s.state = 'Published' and s.starts_at > @now and s.words @@ q.query::tsquery)
            order by q.nr
            """, new
        {
            subjects = SubjectWords.Named.ToArray(),
            queries = SubjectWords.Named.Select(s => SubjectWords.Query([s])).ToArray(),
            now,
        });

    /// <summary>
    /// A seat that was offered to a person in line and is free; without one, the next seminar in which they are seated or which they lead.
    /// </summary>
    public Task<SeminarLine?> Next(PersonId person, DateTimeOffset now) => session.Find<SeminarLine>($"""
        with mine as (
            select id, seminar_id, state, nomination_id
            from sign_up
            where person_id = @person and (state = 'Confirmed' or state = 'Waitlisted' and asked_at is not null)
            union all
            select null::bigint, seminar_id, null::text, null::bigint
            from engagement
            where int8range(person_id, person_id, '[]') && int8range(@person, @person, '[]')
              and during && tstzrange(@now, null) and seminar_id is not null
        )
        select {Line}
        from mine m
        join seminar s on s.id = m.seminar_id
        where s.state = 'Published' and s.ends_at > @now
          and (m.state is distinct from 'Waitlisted' or s.starts_at > @now and (s.seats is null or s.seated + s.held < s.seats))
        order by coalesce(m.state = 'Waitlisted', false) desc, s.starts_at, s.id
        limit 1
        """, new { person, now });

    /// <summary>The kinds of what is coming.</summary>
    public async Task<IReadOnlyList<SeminarKind>> ComingKinds(DateTimeOffset now) =>
        [.. (await session.Query<string>("""
            select distinct kind
            from seminar
            where state = 'Published' and starts_at > @now
            """, new { now })).Select(Enum.Parse<SeminarKind>).Order()];
}
