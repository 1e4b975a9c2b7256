using Dapper;
using MspBot.Data.Postgres;
using MspBot.Domain;
using MspBot.Domain.Materials;
using MspBot.Domain.Materials.Reading;
using MspBot.Domain.People;

namespace MspBot.Data.Materials.Reading;

/// <summary>The lists of the library: only what is shown in it. Each page is one query, with how many there are in all.</summary>
public sealed class LibraryReader(DbSession session)
{
    /// <summary>
    /// All words, in any form, the last one also as a beginning. Titles that have them all come first, then what fits best, then the
    /// newest; of more than 500 only the newest, since nobody turns so many pages.
    /// </summary>
    public Task<FoundPage> Search(IReadOnlyList<string> words, int number) => Read(number, """
        asked as materialized (select material_query(@words) as query),
        hit as materialized (select f.* from asked, materials_found(asked.query) f),
        found as materialized (
            select h.id, h.in_title, h.shown_at as at,
                   case when (select count(*) from hit) <= 500
                        then (select ts_rank(m.words, asked.query) from asked, material m where m.id = h.id) end as rank
            from hit h
        )
        """, new { words = words.ToArray() });

    public Task<FoundPage> OfTopic(TopicId topic, int number) => Read(number, $"""
        found as materialized (
            select m.id, false as in_title, m.shown_at as at, null::real as rank
            from material_topic k
            join material m on m.id = k.material_id
            where k.topic_id = @topic and {Shown}
        )
        """, new { topic });

    public Task<FoundPage> OfSubject(string subject, int number) => Read(number, $"""
        found as materialized (
            select m.id, false as in_title, m.shown_at as at, null::real as rank
            from material m
            where {Shown} and m.subjects @> array[@subject]::text[]
        )
        """, new { subject });

    public Task<FoundPage> Newest(int number) => Read(number, $"""
        found as materialized (
            select m.id, false as in_title, m.shown_at as at, null::real as rank from material m where {Shown}
        )
        """, new { });

    /// <summary>What this person took, and what was handed out to them; the latest first.</summary>
    public Task<FoundPage> Mine(PersonId person, int number) => Read(number, $"""
        got as (
            select t.material_id, t.first_at as at from material_taken t where t.person_id = @person
            union all
            select a.material_id, g.given_at
            from sign_up u
            join seminar_material_given g on g.sign_up_id = u.id
            join seminar_material a on a.id = g.seminar_material_id
            where u.person_id = @person
        ), found as materialized (
            select m.id, false as in_title, max(got.at) as at, null::real as rank
            from got
            join material m on m.id = got.material_id
            where {Shown}
            group by m.id
        )
        """, new { person });

    public Task<int> Count() => session.Value<int>($"select count(*)::int from material m where {Shown}");

    /// <summary>In the list of topics, those that a shown material has; by name.</summary>
    public Task<IReadOnlyList<Counted>> Topics() => session.Query<Counted>($"""
        select t.id, t.name, count(*)::int as materials
        from topic t
        join material_topic k on k.topic_id = t.id
        join material m on m.id = k.material_id
        where t.retired_at is null and {Shown}
        group by t.id
        order by alphabetical(t.name), t.id
        """);

    /// <summary>Those that a shown material has, by name; without numbers.</summary>
    public Task<IReadOnlyList<Counted>> Subjects() => session.Query<Counted>($"""
        select 0 as id, s as name, count(*)::int as materials
        from material m, unnest(m.subjects) s
        where {Shown}
        group by s
        order by alphabetical(s)
        """);

    /// <summary>How many people could not open the edition in force.</summary>
    public Task<int> Complaints(MaterialId id) => session.Value<int>("""
        select count(*)::int from material_complaint c join material m on m.id = c.material_id and m.edition = c.edition where m.id = @id
        """, new { id });

    /// <summary>For the log; what is gone is left out.</summary>
    public Task<IReadOnlyList<Counted>> Names(IReadOnlyCollection<long> ids) =>
        session.Query<Counted>("select id, name, 0 as materials from material where id = any(@ids)", new { ids = ids.ToArray() });

    /// <summary>What is stored of a person: taken, complaints, searches in vain, searches that are kept.</summary>
    public Task<(int Taken, int Complaints, int Wishes, int Searches)> Stored(PersonId person) =>
        session.Find<(int, int, int, int)>("""
            select (select count(*) from material_taken where person_id = @person)::int,
                   (select count(*) from material_complaint where person_id = @person)::int,
                   (select count(*) from material_wish where person_id = @person)::int,
                   (select count(*) from material_search where person_id = @person)::int
            """, new { person });

    private const string Shown = "m.state = 'Shown' and m.in_library";

    /// <summary>The page asked for, or the first if the list no longer has it.</summary>
    private async Task<FoundPage> Read(int number, string found, object args)
    {
        var rows = await Rows(number, found, args);
        if (rows.Count == 0 && number > 0) (rows, number) = (await Rows(0, found, args), 0);
        var total = rows.Count == 0 ? 0 : rows[0].Total;
        return new(Paging.Of(rows, number, total), total);
    }

    private Task<IReadOnlyList<FoundMaterial>> Rows(int number, string found, object args)
    {
        var all = new DynamicParameters(args);
        all.Add("take", Paging.Size);
        all.Add("skip", Paging.Skip(number));
        return session.Query<FoundMaterial>($"""
            with {found}
            select m.id, m.name, m.kind, m.first_grade, m.last_grade, m.subjects, p.total,
                   (select count(*) from material_taken k where k.material_id = m.id and k.person_id <> m.added_by)::int as taken
            from (
                select f.*, (select count(*) from found)::int as total
                from found f
                order by f.in_title desc, f.rank desc nulls last, f.at desc, f.id desc
                limit @take offset @skip
            ) p
            join material m on m.id = p.id
            order by p.in_title desc, p.rank desc nulls last, p.at desc, p.id desc
            """, all);
    }
}
