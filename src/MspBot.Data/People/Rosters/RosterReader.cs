using MspBot.Data.Postgres;
using MspBot.Domain.People;
using MspBot.Domain.People.Rosters;

namespace MspBot.Data.People.Rosters;

/// <summary>A personal link as it is found by its code.</summary>
public sealed record FoundLink
{
    public SchoolId SchoolId { get; init; }
    public string School { get; init; } = "";
    public int Nr { get; init; }
    public PersonId MadeBy { get; init; }
    public DateTimeOffset ExpiresAt { get; init; }
    public PersonId? UsedBy { get; init; }
    public DateTimeOffset? VoidAt { get; init; }

    /// <summary>Null once it is used or void.</summary>
    public byte[]? Sealed { get; init; }

    public RosterLink Link => new(ExpiresAt, UsedBy, VoidAt);
}

/// <summary>What a link says of somebody who registers by it. <paramref name="Person"/> is null for a school's own link.</summary>
public sealed record BroughtPerson(SchoolId School, string SchoolName, RosterPerson? Person);

/// <summary>The newest list of a school: how many of its links were made and used, and which can still be used.</summary>
public sealed record RosterStanding(int Links, int Came, IReadOnlyList<int> Open, DateTimeOffset ExpiresAt);

/// <summary>What is stored of somebody about lists of teachers.</summary>
public sealed record StoredRosters
{
    public int Made { get; init; }

    /// <summary>Null: they came without a personal link.</summary>
    public DateTimeOffset? CameAt { get; init; }

    /// <summary>Whether a list that they handed in waits for «Сделать ссылки».</summary>
    public bool Waits { get; init; }
}

/// <summary>Personal links, and who of a list is in the bot already.</summary>
public sealed class RosterReader(DbSession session)
{
    /// <summary>Null: no link has this code.</summary>
    public Task<FoundLink?> Find(string code) => session.Find<FoundLink>("""
        select l.school_id, s.name as school, l.nr, l.made_by, l.expires_at, l.used_by, l.void_at, l.sealed
        from roster_link l
        join school s on s.id = l.school_id
        where l.hash = @hash
        """, new { hash = CodeSeal.Hash(code) });

    /// <summary>Null: the link is none of a school, or cannot be used now.</summary>
    public async Task<BroughtPerson?> Brought(SchoolStart start, DateTimeOffset now)
    {
        if (start.School is { } id)
            return await SchoolName(id) is { } name ? new(id, name, null) : null;
        return await Find(start.Code!) is { Sealed: { } value } found && found.Link.StateAt(now) == RosterLinkState.Open
            && RosterPerson.Open(start.Code!, value) is { } person ? new(found.SchoolId, found.School, person) : null;
    }

    /// <summary>Of a school of the list.</summary>
    public Task<string?> SchoolName(SchoolId school) =>
        session.Find<string?>("select name from school where id = @school and confirmed_at is not null", new { school });

    /// <summary>Null: the school has never made links.</summary>
    public async Task<RosterStanding?> Newest(SchoolId school, DateTimeOffset now)
    {
        if (await session.Find<Row>("select id, links, made_at from roster_list where school_id = @school order by id desc limit 1",
            new { school }) is not { } list) return null;
        var links = await session.Query<(int Nr, bool Used)>("""
            select nr, used_at is not null from roster_link where list_id = @Id and (used_at is not null or expires_at > @now) order by nr
            """, new { list.Id, now });
        return new(list.Links, links.Count(link => link.Used), [.. links.Where(link => !link.Used).Select(link => link.Nr)],
            list.MadeAt + RosterLink.Lasts);
    }

    /// <summary>How many links of this school a new list would make void.</summary>
    public Task<int> CountOpen(SchoolId school, DateTimeOffset now) => session.Value<int>("""
        select count(*)::int from roster_link
        where school_id = @school and used_at is null and void_at is null and expires_at > @now
        """, new { school, now });

    /// <summary>The full names of all who work there and have registered.</summary>
    public Task<IReadOnlyList<string>> Registered(SchoolId school) =>
        session.Query<string>("select full_name from person where school_id = @school and erased_at is null", new { school });

    /// <summary>What names somebody: lists that they made, the link that they came by, and a list that waits for its links.</summary>
    public async Task<StoredRosters> Stored(PersonId person) => (await session.Find<StoredRosters>("""
        select (select count(distinct list_id) from roster_link where made_by = @person)::int as made,
               (select max(used_at) from roster_link where used_by = @person) as came_at,
               exists (select from roster_import where by_person = @person) as waits
        """, new { person }))!;

    private sealed record Row
    {
        public long Id { get; init; }
        public int Links { get; init; }
        public DateTimeOffset MadeAt { get; init; }
    }
}
