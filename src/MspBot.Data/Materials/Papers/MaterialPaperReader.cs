using MspBot.Data.Postgres;
using MspBot.Domain.Materials;
using MspBot.Domain.People;

namespace MspBot.Data.Materials.Papers;

/// <summary>A row of the register.</summary>
public sealed record RegisteredMaterial
{
    public required string Name { get; init; }

    public MaterialKind Kind { get; init; }

    /// <summary>Null: they have erased their data.</summary>
    public string? AddedByName { get; init; }

    /// <summary>Whether they are one of its authors.</summary>
    public bool ByAuthor { get; init; }

    public string[] Coauthors { get; init; } = [];

    /// <summary>Where the one who added it worked then.</summary>
    public string? School { get; init; }

    public string[] Subjects { get; init; } = [];

    public int? FirstGrade { get; init; }

    public int? LastGrade { get; init; }

    public string[] Topics { get; init; } = [];

    public DateTimeOffset ShownAt { get; init; }

    /// <summary>The author has taken it out of the library since.</summary>
    public bool IsHidden { get; init; }

    public int Edition { get; init; }

    /// <summary>Different people, its author not counted.</summary>
    public int Taken { get; init; }

    /// <summary>Different people who got it after meetings.</summary>
    public int HandedOut { get; init; }
}

/// <summary>A material of one author, and how far it has come.</summary>
public sealed record SpreadMaterial
{
    public required string Name { get; init; }

    public MaterialKind Kind { get; init; }

    public string[] Subjects { get; init; } = [];

    public int? FirstGrade { get; init; }

    public int? LastGrade { get; init; }

    public DateTimeOffset ShownAt { get; init; }

    public bool IsHidden { get; init; }

    public int Edition { get; init; }

    public Reach Taken { get; init; }

    public Reach HandedOut { get; init; }
}

/// <summary>Different people, and of how many schools, where they worked then.</summary>
public readonly record struct Reach(int People, int Schools);

/// <summary>All materials of one author: each person counts once, however many of them they took.</summary>
public sealed record Spread
{
    public required string Author { get; init; }

    public string? Position { get; init; }

    public string? School { get; init; }

    public required IReadOnlyList<SpreadMaterial> Materials { get; init; }

    public required Reach Taken { get; init; }

    public required Reach HandedOut { get; init; }
}

/// <summary>What the register and the author's paper count. Only what the library has shown.</summary>
public sealed class MaterialPaperReader(DbSession session)
{
    /// <summary>The oldest first; what was taken out of the library since is in it as well.</summary>
    public Task<IReadOnlyList<RegisteredMaterial>> Register() => session.Query<RegisteredMaterial>($"""
        with took as (
            select k.material_id, count(*)::int as people
            from material_taken k join material m on m.id = k.material_id
            where k.person_id <> m.added_by
            group by k.material_id
        ), given as (
            select a.material_id, count(distinct u.person_id)::int as people
            from seminar_material a
            join seminar_material_given g on g.seminar_material_id = a.id
            join sign_up u on u.id = g.sign_up_id
            group by a.material_id
        ), about as (
            select k.material_id, array_agg(t.name order by alphabetical(t.name)) as names
            from material_topic k join topic t on t.id = k.topic_id
            group by k.material_id
        )
        select m.name, m.kind, p.full_name as added_by_name, m.by_author, m.coauthors, s.name as school, m.subjects, m.first_grade,
               m.last_grade, coalesce(about.names, array[]::text[]) as topics, m.shown_at, m.state = 'Hidden' as is_hidden, m.edition,
               coalesce(took.people, 0) as taken, coalesce(given.people, 0) as handed_out
        from material m
        join person p on p.id = m.added_by
        left join school s on s.id = m.school_id
        left join took on took.material_id = m.id
        left join given on given.material_id = m.id
        left join about on about.material_id = m.id
        where {Listed}
        order by m.shown_at, m.id
        """);

    /// <summary>How many rows the register has.</summary>
    public Task<int> Count() => session.Value<int>($"select count(*)::int from material m where {Listed}");

    /// <summary>Whether somebody is an author of anything that the library has shown.</summary>
    public Task<bool> HasAny(PersonId author) => session.Value<bool>(
        $"select exists (select from material m where {Listed} and m.by_author and m.added_by = @author)", new { author });

    /// <summary>Null: they are no author of anything shown, or have erased their data.</summary>
    public async Task<Spread?> SpreadOf(PersonId author)
    {
        var rows = await session.Query<Row>($"""
            with mine as (
                select m.* from material m where {Listed} and m.by_author and m.added_by = @author
            ), took as (
                select k.material_id, k.person_id, coalesce(k.school_id, p.school_id) as school_id
                from material_taken k
                join mine on mine.id = k.material_id
                join person p on p.id = k.person_id
                where k.person_id <> @author
            ), given as (
                select a.material_id, u.person_id, coalesce(u.school_id, p.school_id) as school_id
                from seminar_material a
                join mine on mine.id = a.material_id
                join seminar_material_given g on g.seminar_material_id = a.id
                join sign_up u on u.id = g.sign_up_id
                join person p on p.id = u.person_id
            )
            select m.name, m.kind, m.subjects, m.first_grade, m.last_grade, m.shown_at, m.state = 'Hidden' as is_hidden, m.edition,
                   t.people as taken, t.schools as taken_schools, h.people as handed_out, h.schools as handed_out_schools,
                   p.full_name as author, p.position, s.name as school, ta.people as all_taken, ta.schools as all_taken_schools,
                   ha.people as all_handed_out, ha.schools as all_handed_out_schools
            from mine m
            join person p on p.id = m.added_by and p.full_name is not null
            left join school s on s.id = p.school_id
            cross join lateral (select {Counts} from took x where x.material_id = m.id) t
            cross join lateral (select {Counts} from given x where x.material_id = m.id) h
            cross join (select {Counts} from took x) ta
            cross join (select {Counts} from given x) ha
            order by m.shown_at, m.id
            """, new { author });
        return rows is not [var first, ..] ? null : new Spread
        {
            Author = first.Author,
            Position = first.Position,
            School = first.School,
            Materials = [.. rows.Select(row => row.Read())],
            Taken = new(first.AllTaken, first.AllTakenSchools),
            HandedOut = new(first.AllHandedOut, first.AllHandedOutSchools),
        };
    }

    private const string Listed = "m.in_library and m.shown_at is not null and m.state in ('Shown', 'Hidden')";

    private const string Counts = "count(distinct x.person_id)::int as people, count(distinct x.school_id)::int as schools";

    private sealed record Row
    {
        public required string Name { get; init; }
        public MaterialKind Kind { get; init; }
        public string[] Subjects { get; init; } = [];
        public int? FirstGrade { get; init; }
        public int? LastGrade { get; init; }
        public DateTimeOffset ShownAt { get; init; }
        public bool IsHidden { get; init; }
        public int Edition { get; init; }
        public int Taken { get; init; }
        public int TakenSchools { get; init; }
        public int HandedOut { get; init; }
        public int HandedOutSchools { get; init; }
        public required string Author { get; init; }
        public string? Position { get; init; }
        public string? School { get; init; }
        public int AllTaken { get; init; }
        public int AllTakenSchools { get; init; }
        public int AllHandedOut { get; init; }
        public int AllHandedOutSchools { get; init; }

        internal SpreadMaterial Read() => new()
        {
            Name = Name,
            Kind = Kind,
            Subjects = Subjects,
            FirstGrade = FirstGrade,
            LastGrade = LastGrade,
            ShownAt = ShownAt,
            IsHidden = IsHidden,
            Edition = Edition,
            Taken = new(Taken, TakenSchools),
            HandedOut = new(HandedOut, HandedOutSchools),
        };
    }
}
