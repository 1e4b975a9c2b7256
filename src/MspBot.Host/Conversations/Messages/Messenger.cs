namespace MspBot.Host.Conversations.Messages;

/// <summary>The way out, whichever messenger a chat is of; nothing here waits for the network.</summary>
internal abstract class Messenger
{
    /// <summary>Sends rows that were born leased by this process; call it after the commit, in the order of the turns of a chat.</summary>
    public abstract void Send(IReadOnlyList<Outgoing> rows);

    /// <summary>A turn of this chat is being committed: what else it brings waits for its answers, until <see cref="Turned"/>.</summary>
    public virtual void Turning(ChatId chat)
    {
    }

    public virtual void Turned(ChatId chat)
    {
    }

    /// <summary>The outbox has rows that no sender has leased.</summary>
    public abstract void Wake();

    /// <summary>
    /// Stops the spinner of a press that came with this update, with a word if there is one. Best effort, outside the outbox.
    /// </summary>
    public abstract void Answer(ChatId chat, string update, string press, string? text, bool alert);

    /// <summary>Whether one message of a chat stands below another; false also where that cannot be told.</summary>
    public abstract bool IsBelow(ChatId chat, string message, string other);

    /// <summary>A word to a chat past the outbox, because there is no database to put it in. Best effort.</summary>
    public abstract void SayUnrecorded(ChatId chat, string text);
}
