using MspBot.Data.Conversations;

namespace MspBot.Host.Conversations;

/// <summary>
/// One update being handled: who, when, and where to put what must be said. Everything said here leaves only if the
/// turn's transaction commits.
/// </summary>
public sealed class Turn
{
    private readonly Outbox outbox;

    internal Turn(Speaker speaker, DateTimeOffset now, Input input, Outbox outbox)
    {
        (Speaker, Now, this.outbox) = (speaker, now, outbox);
        Press = input as Input.Pressed;
    }

    public Speaker Speaker { get; internal set; }

    public DateTimeOffset Now { get; }

    /// <summary>What is said in the small line or box that answers a press.</summary>
    internal (string Text, bool Alert)? Toast { get; private set; }

    /// <summary>The press this turn answers, while nothing has taken the pressed message's place yet.</summary>
    internal Input.Pressed? Press { get; }

    private bool pressedMessageTaken;

    /// <summary>In the pressed message's place; below, when nothing was pressed or that message has its new screen already.</summary>
    public void Show(Screen screen) => ShowReturning(screen);

    /// <summary>A new message below.</summary>
    public void Say(Screen screen) => outbox.Put(Speaker.Chat, screen, Priority.Answer);

    /// <summary>A message to somebody else's chat. <paramref name="dedup"/>: said at most once, whoever tries again.</summary>
    /// <param name="chat">Their chat.</param>
    /// <param name="screen">What they see.</param>
    /// <param name="notBefore">Quiet hours: not before this moment.</param>
    /// <param name="dedup">A key unique for all time; null when the turn itself is guard enough.</param>
    public void Tell(long chat, Screen screen, DateTimeOffset? notBefore = null, string? dedup = null) =>
        outbox.Put(chat, screen, Priority.Notice, notBefore, dedup);

    /// <summary>A word that fades by itself; shown only if a button was pressed.</summary>
    public void Flash(string text) => Toast = (text, false);

    /// <summary>A word that stays until it is closed; shown only if a button was pressed.</summary>
    public void Warn(string text) => Toast = (text, true);

    /// <returns>The outbox row whose message will show it.</returns>
    internal long ShowReturning(Screen screen, long? inPlaceOf = null)
    {
        if (Press is { Message: > 0 } press && !pressedMessageTaken && screen.File is null)
        {
            pressedMessageTaken = true;
            return outbox.Put(Speaker.Chat, screen, Priority.Answer, replacesMessage: press.Message);
        }
        return outbox.Put(Speaker.Chat, screen, Priority.Answer, replaces: inPlaceOf);
    }

    /// <summary>Changes the message of an earlier outbox row.</summary>
    internal void Replace(long shownIn, Screen screen) => outbox.Put(Speaker.Chat, screen, Priority.Answer, replaces: shownIn);

    /// <summary>From here on <see cref="Show"/> leaves the pressed message alone.</summary>
    internal void LeavePressedMessage() => pressedMessageTaken = true;
}
