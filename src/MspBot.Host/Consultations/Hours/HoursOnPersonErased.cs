using MspBot.Data.Consultations.Hours;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.People;

namespace MspBot.Host.Consultations.Hours;

/// <summary>
/// Somebody is about to be erased: their hours, their link and their days off go with them, and nobody is promised them any more.
/// </summary>
internal sealed class HoursOnPersonErased(HoursStore store) : OnPersonErased
{
    public override Task Before(PersonId person, Turn turn) => store.Forget(person);
}

/// <summary>A former tutor is no longer a stand-in.</summary>
internal sealed class HoursOnRoleRemoved(HoursStore store) : OnRoleRemoved
{
    public override Task After(PersonId person, Role role, Turn turn) =>
        role == Role.Tutor ? store.StandInNoMore(person) : Task.CompletedTask;
}
