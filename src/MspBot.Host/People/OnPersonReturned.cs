using MspBot.Domain.People;
using MspBot.Host.Conversations;

namespace MspBot.Host.People;

/// <summary>
/// What another feature does for somebody who had stopped the bot and started it again: say what they missed, give what they were
/// passed over for. Runs in the turn that made them reachable. Registered with AddScoped&lt;OnPersonReturned, …&gt;.
/// </summary>
internal abstract class OnPersonReturned
{
    public abstract Task After(PersonId person, Turn turn);
}
