using MspBot.Domain.People;
using MspBot.Host.Conversations;

namespace MspBot.Host.People;

/// <summary>
/// What another feature does for somebody who has just lost a role: what waited for them goes on to others. All of them run in
/// the transaction that takes the role away. Registered with AddScoped&lt;OnRoleRemoved, …&gt;.
/// </summary>
internal abstract class OnRoleRemoved
{
    /// <summary>What hangs on the role, a line each, for the head who is about to take it away.</summary>
    public virtual Task<IReadOnlyList<string>> Hanging(PersonId person, Role role, DateTimeOffset now) =>
        Task.FromResult<IReadOnlyList<string>>([]);

    public abstract Task After(PersonId person, Role role, Turn turn);
}
