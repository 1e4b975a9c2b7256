using MspBot.Data.Postgres;
using MspBot.Domain;
using MspBot.Domain.People;
using MspBot.Domain.Spelling;

namespace MspBot.Data.People.Roles;

/// <summary>Somebody in a list.</summary>
public sealed record PersonLine
{
    public PersonId Id { get; init; }
    public string Name { get; init; } = "";
    public string School { get; init; } = "";
    public string[] Roles { get; init; } = [];
}

/// <summary>A role that somebody has.</summary>
public sealed record HeldRole
{
    public Role Role { get; init; }
    public DateTimeOffset GrantedAt { get; init; }

    /// <summary>Which a school's head leads.</summary>
    public string? School { get; init; }
}

/// <summary>People as a head looks through them. Who is erased is not among them.</summary>
public sealed class PeopleReader(DbSession session)
{
    private const string Line = """
        select p.id, p.full_name as name, s.name as school,
               array(select r.role from person_role r where r.person_id = p.id and r.role <> 'Teacher' order by r.role) as roles
        from person p
        join school s on s.id = p.school_id
        """;

    /// <param name="role">Only those who have it.</param>
    /// <param name="page">From 0.</param>
    /// <returns>A page, and how many people there are.</returns>
    public async Task<(Page<PersonLine> Page, int All)> Page(Role? role, int page)
    {
        var only = role is null ? "" : "and exists (select from person_role r where r.person_id = p.id and r.role = @role)";
        var all = await session.Value<int>($"select count(*)::int from person p where p.erased_at is null {only}",
            new { role = role?.ToString() });
        page = Paging.Nearest(page, all);
        return (Paging.Of(await session.Query<PersonLine>($"""
            {Line}
            where p.erased_at is null {only}
            order by alphabetical(p.full_name), p.id
            limit {Paging.Size} offset @skip
            """, new { role = role?.ToString(), skip = Paging.Skip(page) }), page, all), all);
    }

    /// <summary>A part of those whose name or school has these words in it, by name, and how many there are.</summary>
    /// <param name="words">In any order, as <see cref="Folded"/>; empty for everybody.</param>
    /// <param name="skip">How many of them come before.</param>
    /// <param name="take">How many are read.</param>
    /// <param name="but">Who is not among them.</param>
    /// <param name="accompaniedBy">Whose teachers stand first.</param>
    public async Task<(IReadOnlyList<PersonLine> Items, int All)> Find(
        string words, int skip, int take, PersonId? but = null, PersonId? accompaniedBy = null)
    {
        const string Found = """
            p.erased_at is null and p.id is distinct from @but
            and (@words = '' or position(@words in p.folded_name || ', ' || s.folded_name) > 0
                or (select bool_and(position(' ' || w in ' ' || translate(p.folded_name || ' ' || s.folded_name, '#-', '  ')) > 0)
                    from unnest(@telling) w))
            """;
        const string TheirsFirst = """
            p.id in (
                select a.teacher_id from tutoring_assignment a
                where a.tutor_id = @accompaniedBy and a.ended_on is null and a.teacher_id is not null) desc,
            """;
        var telling = WordSearch.Telling(words).ToArray();
        var args = new { words = Folded.Of(words), telling, skip, take, but = but?.Value, accompaniedBy = accompaniedBy?.Value };
        var items = await session.Query<PersonLine>($"""
            {Line}
            where {Found}
            order by {(accompaniedBy is null ? "" : TheirsFirst)} alphabetical(p.full_name), p.id
            limit @take offset @skip
            """, args);
        return (items, await session.Value<int>($"select count(*)::int from person p join school s on s.id = p.school_id where {Found}",
            args));
    }

    /// <summary>People whose names are nearest to words that match none: a typing error leaves half of a word intact.</summary>
    public async Task<IReadOnlyList<PersonLine>> Near(string words, PersonId? but = null)
    {
        const int candidates = 500;
        string[] halves = [.. WordSearch.Telling(words).Where(w => w.Length >= 4)
            .SelectMany(w => new[] { w[..(w.Length / 2)], w[(w.Length / 2)..] })];
        if (halves.Length == 0) return [];
        var found = await session.Query<PersonLine>($"""
            {Line}
            where p.erased_at is null and p.id is distinct from @but
              and exists (select from unnest(@halves) h where position(h in p.folded_name) > 0)
            order by alphabetical(p.full_name), p.id
            limit {candidates}
            """, new { halves, but = but?.Value });
        return [.. WordSearch.Among(words, [.. found.Select(p => p.Name)]).Items.Select(n => found[n])];
    }

    /// <summary>One of them; null for who is erased.</summary>
    public Task<PersonLine?> One(PersonId person) =>
        session.Find<PersonLine>($"{Line} where p.erased_at is null and p.id = @person", new { person });

    public async Task<IReadOnlyDictionary<Role, int>> Counts() =>
        (await session.Query<(string Role, int Count)>("select role, count(*)::int from person_role group by role"))
            .ToDictionary(row => Enum.Parse<Role>(row.Role), row => row.Count);

    public Task<IReadOnlyList<HeldRole>> Roles(PersonId person) => session.Query<HeldRole>("""
        select r.role, r.granted_at, s.name as school
        from person_role r
        left join school s on s.id = r.school_id
        where r.person_id = @person
        order by r.role <> 'Teacher', r.granted_at, r.role
        """, new { person });
}
