using MspBot.Data.Postgres;
using MspBot.Domain.People;
using MspBot.Domain.People.Rosters;

namespace MspBot.Data.People.Rosters;

/// <summary>A personal link to be made: its code goes into the table that is sent back, and nowhere else.</summary>
public sealed record NewRosterLink(string Code, int Number, RosterPerson Person);

/// <summary>What became of a link whose bearer has registered.</summary>
public enum RosterUse
{
    Used,

    /// <summary>Somebody else was faster.</summary>
    TakenByOther,

    /// <summary>It was void or past by then; whoever has registered has done so as anybody may.</summary>
    NotOpen,
}

/// <summary>Writes personal links. Each is used once, under the lock of its row.</summary>
public sealed class RosterStore(DbSession session, RosterReader reader)
{
    /// <summary>Makes the links of a new list; those of the school's earlier lists that nobody has used become void.</summary>
    /// <param name="school">Whose.</param>
    /// <param name="links">At least one.</param>
    /// <param name="seen">How many become void, as it was shown.</param>
    /// <param name="by">Who makes them.</param>
    /// <param name="now">The turn's moment.</param>
    /// <returns>
    /// False when they head the school no more, or others would become void than were shown: nothing is written.
    /// </returns>
    public async Task<bool> Make(SchoolId school, IReadOnlyList<NewRosterLink> links, int seen, PersonId by, DateTimeOffset now)
    {
        if (await session.Find<int?>("""
            select 1 from person_role where person_id = @by and role = 'SchoolHead' and school_id = @school for share
            """, new { by, school }) is null) return false;
        // Two heads of one school, one after the other.
        await session.Query<long>("select id from school where id = @school for no key update", new { school });
        if (await reader.CountOpen(school, now) != seen) return false;
        await session.Execute("""
            update roster_link set void_at = @now, sealed = null where school_id = @school and used_at is null and void_at is null
            """, new { school, now });
        await session.Execute("""
            with list as (
                insert into roster_list (school_id, links, made_at) values (@school, @count, @now) returning id
            )
            insert into roster_link (hash, school_id, list_id, nr, sealed, made_by, made_at, expires_at)
            select l.hash, @school, list.id, l.nr, l.sealed, @by, @now, @until
            from list, unnest(@hashes, @numbers, @contents) l(hash, nr, sealed)
            """, new
        {
            school,
            by,
            now,
            until = now + RosterLink.Lasts,
            count = links.Count,
            hashes = links.Select(link => CodeSeal.Hash(link.Code)).ToArray(),
            numbers = links.Select(link => link.Number).ToArray(),
            contents = links.Select(link => link.Person.Seal(link.Code)).ToArray(),
        });
        return true;
    }

    /// <summary>Its bearer is in the bot: what it says of them goes.</summary>
    public async Task<RosterUse> Use(string code, PersonId person, DateTimeOffset now)
    {
        var hash = CodeSeal.Hash(code);
        var used = await session.Execute("""
            update roster_link set used_by = @person, used_at = @now, sealed = null
            where hash = @hash and used_at is null and void_at is null and expires_at > @now
            """, new { hash, person, now });
        if (used > 0) return RosterUse.Used;
        var other = await session.Find<long?>("select used_by from roster_link where hash = @hash", new { hash });
        return other is { } by && by != person.Value ? RosterUse.TakenByOther : RosterUse.NotOpen;
    }

    /// <summary>Links that nobody has used within their time.</summary>
    public Task DropExpired(DateTimeOffset now) =>
        session.Execute("delete from roster_link where used_at is null and expires_at <= @now", new { now });
}
