using MspBot.Domain.People;
using MspBot.Host.Conversations;

namespace MspBot.Host.People;

/// <summary>
/// What another feature does for somebody who is erased, in the erasure's own transaction: all of them before it, then all of them after
/// it. Registered with AddScoped&lt;OnPersonErased, …&gt;.
/// </summary>
internal abstract class OnPersonErased
{
    /// <summary>They are still known: give back their seats, forget their words.</summary>
    public virtual Task Before(PersonId person, Turn turn) => Task.CompletedTask;

    /// <summary>They have no name any more: cards in the chats of others that said it are drawn anew.</summary>
    public virtual Task After(PersonId person, Turn turn) => Task.CompletedTask;
}
