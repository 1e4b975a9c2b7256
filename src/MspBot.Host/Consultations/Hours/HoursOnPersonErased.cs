using MspBot.Data.Consultations.Hours;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.People;

namespace MspBot.Host.Consultations.Hours;

/// <summary>Before a person is erased, their hours, link and absences are deleted, and they are removed as a stand-in.</summary>
internal sealed class HoursOnPersonErased(HoursStore store) : OnPersonErased
{
    public override Task Before(PersonId person, Turn turn) => store.Forget(person);
}

/// <summary>When the tutor role is removed, the tutor is removed as a stand-in.</summary>
internal sealed class HoursOnRoleRemoved(HoursStore store) : OnRoleRemoved
{
    public override Task After(PersonId person, Role role, Turn turn) =>
        role == Role.Tutor ? store.StandInNoMore(person) : Task.CompletedTask;
}
