using MspBot.Domain.People;
using MspBot.Host.Conversations;

namespace MspBot.Host.People;

/// <summary>
/// What another feature does for somebody who has just lost a role: what waited for them goes on to others. All of them run in
/// the transaction that takes the role away. Registered with AddScoped&lt;RoleLosing, …&gt;.
/// </summary>
internal abstract class RoleLosing
{
    public abstract Task After(PersonId person, Role role, Turn turn);
}
