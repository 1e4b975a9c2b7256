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
    /// <summary>As many hits are listed at most: nobody turns more pages.</summary>
    public const int MostFound = 500;

    /// <summary>
    /// All words, in any form, the last one also as a beginning. Titles that have them all come first, then what fits best, then the
    /// newest; of more than <see cref="MostFound"/> only the newest.
    /// </summary>
    public Task<FoundPage> Search(IReadOnlyList<string> words, int number) => Read(number, """
        found as materialized (
            select f.id, f.in_title, f.shown_at as at, f.fit as rank, f.more from materials_found(material_query(@words), @most) f
        )
        """, new { words = words.ToArray(), most = MostFound });

    public Task<FoundPage> OfTopic(TopicId topic, int number) => Read(number, $"""
        found as materialized (
            select m.id, false as in_title, m.shown_at as at, null::real as rank, false as more
            from material_topic k
            join material m on m.id = k.material_id
            where k.topic_id = @topic and {Shown}
        )
        """, new { topic });

    public Task<FoundPage> OfSubject(string subject, int number) => Read(number, $"""
        found as materialized (
            select m.id, false as in_title, m.shown_at as at, null::real as rank, false as more
            from material m
            where {Shown} and m.subjects @> array[@subject]::text[]
        )
        """, new { subject });

    public Task<FoundPage> Newest(int number) => Read(number, $"""
        found as not materialized (
            select m.id, false as in_title, m.shown_at as at, null::real as rank, false as more from material m where {Shown}
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
            select m.id, false as in_title, max(got.at) as at, null::real as rank, false as more
            from got
            join material m on m.id = got.material_id
            where {Shown}
            group by m.id
        )
        """, new { person });

    public Task<int> Count() => session.Value<int>($"select count(*)::int from material m where {Shown}");

    /// <summary>In the list of topics, those that a shown material has; by name.</summary>
    public Task<IReadOnlyList<Counted>> Topics() => session.Query<Counted>($"""
        with hidden as materialized (
            select k.topic_id, count(*) as n
            from material m
            join material_topic k on k.material_id = m.id
            where not ({Shown})
            group by k.topic_id
        )
        select t.id, t.name, n.materials
        from topic t
        left join hidden h on h.topic_id = t.id
        cross join lateral (
            select ((select count(*) from material_topic k where k.topic_id = t.id) - coalesce(h.n, 0))::int as materials offset 0
        ) n
        where t.retired_at is null and n.materials > 0
        order by alphabetical(t.name), t.id
        """);

    /// <summary>Those that a shown material has, by name; without numbers.</summary>
    public Task<IReadOnlyList<Counted>> Subjects() => session.Query<Counted>($"""
        select 0 as id, s as name, sum(g.n)::int as materials
        from (select m.subjects, count(*) as n from material m where {Shown} group by m.subjects) g, unnest(g.subjects) s
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
        return new(Paging.Of(rows, number, total), total, rows.Count > 0 && rows[0].More);
    }

    private Task<IReadOnlyList<FoundMaterial>> Rows(int number, string found, object args)
    {
        var all = new DynamicParameters(args);
        all.Add("take", Paging.Size);
        all.Add("skip", Paging.Skip(number));
        return session.Query<FoundMaterial>($"""
            with {found}
            select m.id, m.name, m.kind, m.first_grade, m.last_grade, m.subjects, p.total, p.more,
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
