using MspBot.Data.Conversations;
using MspBot.Domain.Notices;
using MspBot.Host.Conversations.Jobs;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Conversations.Messages;

/// <summary>
/// A message to a person who did not ask for it now: told by a turn (<see cref="Turn.Tell(Notice)"/>) or returned by a job
/// (<see cref="JobItems"/>). It is queued in the transaction of what it tells about.
/// </summary>
/// <param name="Chat">Where to.</param>
/// <param name="Screen">What they see.</param>
/// <param name="Key">A second notice with the same key is not queued; null where the transaction itself is guard enough.</param>
/// <param name="NotBefore">Quiet hours: not before this moment.</param>
public sealed record Notice(ChatId Chat, Screen Screen, NoticeKey? Key = null, DateTimeOffset? NotBefore = null)
{
    /// <summary>From this moment on it is too late, and not sent.</summary>
    public DateTimeOffset? NotAfter { get; init; }

    public Priority Priority { get; init; } = Priority.Notice;
}
