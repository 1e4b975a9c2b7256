using MspBot.Data.Postgres;
using MspBot.Domain.People;

namespace MspBot.Data.Broadcasts.After;

/// <summary>Switches writing to many on and off for a methodologist.</summary>
public sealed class BroadcastRightStore(DbSession session)
{
    /// <summary>False: she has it already, or is no methodologist.</summary>
    public async Task<bool> Give(PersonId person, PersonId by, DateTimeOffset now) => await session.Execute("""
        insert into broadcast_right (person_id, given_by, at)
        select r.person_id, @by, @now
        from (select person_id from person_role where person_id = @person and role = 'Methodologist' for share) r
        on conflict (person_id) do nothing
        """, new { person, by, now }) > 0;

    /// <summary>False: she had none.</summary>
    public async Task<bool> Take(PersonId person) =>
        await session.Execute("delete from broadcast_right where person_id = @person", new { person }) > 0;
}
