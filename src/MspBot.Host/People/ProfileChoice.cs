using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.People;

/// <summary>
/// One more thing that somebody may choose in their profile, as a button of another feature's card. Registered with
/// AddScoped&lt;ProfileChoice, …&gt;.
/// </summary>
internal abstract class ProfileChoice
{
    /// <summary>Null when there is nothing for them to choose.</summary>
    public abstract Task<Button?> For(Turn turn);
}
