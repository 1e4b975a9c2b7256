using MspBot.Data.Conversations;
using MspBot.Host.Conversations;

namespace MspBot.Host.Consultations;

/// <summary>Something to be told to a chat, once; from a turn or by the clock.</summary>
internal sealed record News(long Chat, Screen Screen, DateTimeOffset? NotBefore, string Dedup)
{
    internal void Tell(Turn turn) => turn.Tell(Chat, Screen, NotBefore, Dedup);

    internal OutboxNotice ToNotice() => new(Chat, ScreenJson.Write(Screen), Priority.Notice, Dedup, NotBefore, null, Screen.Shows);
}
