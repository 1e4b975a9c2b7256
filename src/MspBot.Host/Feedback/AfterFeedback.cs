using MspBot.Domain.Feedback;
using MspBot.Host.Conversations;

namespace MspBot.Host.Feedback;

/// <summary>What a feature of this room offers below «Спасибо» (the certificate). Registered with AddScoped&lt;AfterFeedback, …&gt;.</summary>
internal abstract class AfterFeedback
{
    /// <summary>Null: nothing to offer.</summary>
    public abstract Task<Button?> For(Turn turn, Meeting meeting);
}
