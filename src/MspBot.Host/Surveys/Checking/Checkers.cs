using MspBot.Data.People.Roles;
using MspBot.Domain.People;

namespace MspBot.Host.Surveys.Checking;

/// <summary>Whether somebody still has the role by which they decide, and keeps it until the commit.</summary>
internal sealed class Checkers(RoleStore roles)
{
    /// <summary>Head or methodologist.</summary>
    internal async Task<bool> Hold(PersonId person) =>
        await roles.Holds(person, Role.Head) || await roles.Holds(person, Role.Methodologist);

    internal Task<bool> HoldAsHead(PersonId person) => roles.Holds(person, Role.Head);
}
