using MspBot.Data.Postgres;
using MspBot.Domain.People;
using MspBot.Domain.People.Roles;

namespace MspBot.Data.People.Roles;

/// <summary>Takes roles away, and holds them still while something is decided by them.</summary>
public sealed class RoleStore(DbSession session)
{
    /// <summary>Whether this person has the role, and keeps it until the end of the transaction.</summary>
    public async Task<bool> Holds(PersonId person, Role role) =>
        (await session.Query<int>("select 1 from person_role where person_id = @person and role = @role for share",
            new { person, role = role.ToString() })).Count > 0;

    /// <summary>
    /// All heads, locked until the end of the transaction in a fixed order, so that two who remove each other's role do not deadlock.
    /// </summary>
    public Task<IReadOnlyList<PersonId>> LockHeads() =>
        session.Query<PersonId>("select person_id from person_role where role = 'Head' order by person_id for update");

    /// <summary>Locks all roles of this person until the end of the transaction, so that no other transaction relies on them.</summary>
    public Task LockOf(PersonId person) =>
        session.Query<int>("select 1 from person_role where person_id = @person order by role for update", new { person });

    /// <summary>The role is gone when this is null.</summary>
    public async Task<RoleRemovalRefusal?> Take(PersonId person, Role role, PersonId by)
    {
        var heads = await LockHeads();
        var holds =
            (await session.Query<int>("select 1 from person_role where person_id = @person and role = @role for update",
                new { person, role = role.ToString() })).Count > 0;
        if (RoleRemoval.Decide(role, heads.Contains(by), holds, heads.Count) is { } refusal) return refusal;

        await session.Execute("delete from person_role where person_id = @person and role = @role", new { person, role = role.ToString() });
        return null;
    }
}
