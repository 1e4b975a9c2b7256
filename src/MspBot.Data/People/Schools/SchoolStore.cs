using MspBot.Data.Postgres;
using MspBot.Domain.People;

namespace MspBot.Data.People.Schools;

/// <summary>A school as the head's list names it.</summary>
public sealed record ListedSchool(string Name, SchoolKind Kind);

/// <summary>Writes schools. Of one name there is one school, however it is spelled.</summary>
public sealed class SchoolStore(DbSession session)
{
    /// <summary>Adds what is new and brings kinds up to date; what the list does not name stays. Safe to run twice.</summary>
    /// <returns>How many schools are new or otherwise now.</returns>
    public Task<int> Apply(IReadOnlyList<ListedSchool> schools, DateTimeOffset now) => session.Execute("""
        insert into school (name, kind, confirmed_at, created_at)
        select name, kind, @now, @now
        from unnest(@names, @kinds) as listed(name, kind)
        on conflict (folded(name)) where not twin do update
        set kind = excluded.kind, confirmed_at = coalesce(school.confirmed_at, excluded.confirmed_at)
        where school.kind <> excluded.kind or school.confirmed_at is null
        """, new { names = schools.Select(s => s.Name).ToArray(), kinds = schools.Select(s => s.Kind.ToString()).ToArray(), now });

    /// <summary>The school of this name, added if it is not there, and whether that is news for the head.</summary>
    public async Task<(SchoolId Id, bool IsNew)> AddUnlisted(string name, DateTimeOffset now)
    {
        var added = await session.Find<long?>("""
            insert into school (name, kind, created_at)
            values (@name, 'Other', @now)
            on conflict (folded(name)) where not twin do nothing
            returning id
            """, new { name, now });
        return added is { } id
            ? (new(id), true)
            : (new(await session.Value<long>("select id from school where folded(name) = folded(@name) and not twin", new { name })),
                false);
    }

    /// <returns>False when somebody has decided about it already.</returns>
    public async Task<bool> Accept(SchoolId school, SchoolKind kind, DateTimeOffset now) =>
        await session.Execute("""
            update school set kind = @kind, confirmed_at = @now
            where id = @school and confirmed_at is null
            """, new { school, kind = kind.ToString(), now }) > 0;

    /// <summary>Its people become those of a school of the list, with all that they took part in, and it goes.</summary>
    /// <returns>Who moved; null when somebody has decided about it already, or the other school is not in the list.</returns>
    public async Task<IReadOnlyList<PersonId>?> Merge(SchoolId unlisted, SchoolId into)
    {
        // Locked against a person who is naming it at this moment.
        var both = await session.Query<long>("""
            select id from school
            where (id = @unlisted and confirmed_at is null) or (id = @into and confirmed_at is not null)
            order by id
            for update
            """, new { unlisted, into });
        if (both.Count < 2) return null;
        await session.Execute("update school set merged_into = @into where id = @unlisted", new { unlisted, into });
        var moved = await session.Query<PersonId>("update person set school_id = @into where school_id = @unlisted returning id",
            new { unlisted, into });
        await session.Execute("delete from school where id = @unlisted", new { unlisted });
        return moved;
    }
}
