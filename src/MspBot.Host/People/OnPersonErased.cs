using MspBot.Domain.People;
using MspBot.Host.Conversations;

namespace MspBot.Host.People;

/// <summary>
/// What another feature does for somebody who is about to be erased: give back their seats, forget their words. All of
/// them run first, in the erasure's own transaction. Registered with AddScoped&lt;OnPersonErased, …&gt;.
/// </summary>
internal abstract class OnPersonErased
{
    public abstract Task Before(PersonId person, Turn turn);
}
