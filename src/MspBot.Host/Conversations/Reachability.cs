namespace MspBot.Host.Conversations;

/// <summary>Remembers whether a person can be reached. Implemented once, by People.</summary>
public abstract class Reachability
{
    public abstract Task Set(ChatId chat, bool reachable);

    /// <summary>A person who writes has started the bot again.</summary>
    internal abstract Task Returned(Turn turn);
}
