using MspBot.Data.Conversations;
using MspBot.Data.Log;
using MspBot.Domain.Log;
using MspBot.Domain.People;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Conversations;

/// <summary>
/// One update being handled: who, when, and where to put what must be said. Everything said here leaves only if the
/// turn's transaction commits.
/// </summary>
public sealed class Turn
{
    private readonly Outbox outbox;
    private readonly LogWriter log;
    private readonly Func<Task<Speaker>> whoSpeaks;
    private readonly Func<Speaker, CommandList> commandsFor;
    private State state;
    private bool speakerChanged;
    private long? effectOf;

    internal Turn(Speaker speaker, DateTimeOffset now, Input input, Outbox outbox, LogWriter log, Func<Speaker, CommandList> commandsFor,
        Func<Task<Speaker>> whoSpeaks)
    {
        (Speaker, Now, this.outbox, this.log, this.commandsFor, this.whoSpeaks) = (speaker, now, outbox, log, commandsFor, whoSpeaks);
        Press = input as Input.Pressed;
    }

    public Speaker Speaker { get; private set; }

    /// <summary>The registered person who speaks; for a visitor it throws (<see cref="Speaker.PersonOrNull"/>).</summary>
    public PersonId Person => Speaker.Person;

    public DateTimeOffset Now { get; }

    /// <summary>What is said in the small line or box that answers a press.</summary>
    internal (string Text, bool Alert)? Toast => state.Toast;

    /// <summary>The press this turn answers.</summary>
    internal Input.Pressed? Press { get; }

    internal bool IsForgotten { get; private set; }

    /// <summary>In the pressed message's place; below, when nothing was pressed or that message has its new screen already.</summary>
    public void Show(Screen screen) => ShowReturning(screen);

    /// <summary>A new message below.</summary>
    public void Say(Screen screen) => outbox.Put(Speaker.Chat, screen, Priority.Answer);

    /// <summary>Queues a message to another chat.</summary>
    public void Tell(Notice notice) => outbox.Put(notice);

    /// <summary>Queues messages to other chats in one statement.</summary>
    public void Tell(IEnumerable<Notice> notices) => outbox.Put([.. notices]);

    /// <summary>The same without the speaker's own chat: the speaker sees already what they did.</summary>
    internal void TellOthers(params IEnumerable<Notice> notices) => Tell(notices.Where(notice => notice.Chat != Speaker.Chat));

    /// <summary>
    /// Writes a line into the log, in the turn's own transaction and without a round trip: call it where the deed is done, after the store
    /// has said that it is. Within a form's effect the first line carries the form's number, which is unique: the same effect cannot log
    /// twice. What further lines the effect has are its consequences and carry none.
    /// </summary>
    /// <param name="action">What was done.</param>
    /// <param name="subject">To what kind of thing.</param>
    /// <param name="id">The thing's number; null where the kind has none.</param>
    /// <param name="detail">Numbers and codes.</param>
    /// <param name="role">In which role, where somebody has several and it matters; null: as <see cref="DeedRole"/> says.</param>
    /// <param name="people">Whom it touches beside the subject: they see it among what others did to theirs.</param>
    /// <param name="school">Which school it concerns.</param>
    public void Log(
        LogAction action, LogSubject subject, long? id, LogDetail? detail = null, Role? role = null,
        IReadOnlyCollection<PersonId>? people = null, SchoolId? school = null)
    {
        var actor = Speaker.PersonOrNull;
        log.Write(new LogLine(Now, actor, actor is null ? null : role ?? DeedRole.Of(action, Speaker.Roles), action, subject, id,
            detail ?? LogDetail.None)
        { School = school, People = people ?? [], Dialog = effectOf });
        effectOf = null;
    }

    /// <summary>
    /// Updates messages that already show this card (<see cref="Screen.Shows"/>) in every chat; edits do not notify. Call it before
    /// queueing new messages, so that they are not redrawn. The pressed message is left out: it gets its answer anyway.
    /// </summary>
    /// <param name="shows">The card.</param>
    /// <param name="draw">How it looks to somebody; null: left as it is.</param>
    /// <param name="only">The chats that it concerns; null: all.</param>
    public Task Redraw(string shows, Func<Speaker, Task<Screen?>> draw, IReadOnlyCollection<ChatId>? only = null) =>
        outbox.Redraw(shows, draw, IsPressed, only);

    /// <summary>The same of several cards at once; <paramref name="draw"/> is told which one.</summary>
    internal Task Redraw(
        IReadOnlyCollection<string> shows, Func<string, Speaker, Task<Screen?>> draw, IReadOnlyCollection<ChatId>? only = null) =>
        outbox.Redraw(shows, draw, IsPressed, only);

    /// <summary>
    /// Call it where the speaker's own press changes a card without redrawing it everywhere: an edit of it that still waits for this chat
    /// was drawn before, and shows this instead.
    /// </summary>
    internal void Overtake(string shows, Screen screen) => outbox.Rewrite(Speaker.Chat, shows, screen);

    /// <summary>A word that fades by itself; shown only if a button was pressed.</summary>
    public void Flash(string text) => state.Toast = (text, false);

    /// <summary>A word that stays until it is closed; shown only if a button was pressed.</summary>
    public void Warn(string text) => state.Toast = (text, true);

    /// <summary>
    /// Call it when this turn erases the speaker: of their chat nothing stays but what is still to be said to it, until it is sent.
    /// </summary>
    public void ForgetChat() => IsForgotten = true;

    /// <summary>Call it when this turn changes who the speaker is or may be: the commands shown in the chat follow.</summary>
    public void RefreshCommands() => speakerChanged = true;

    /// <summary>Call it when this turn has changed what somebody else may do: the commands shown in their chat follow.</summary>
    internal void RefreshCommandsOf(Speaker other) => outbox.Put(other.Chat, commandsFor(other), Priority.Notice);

    /// <returns>The outbox row whose message will show it.</returns>
    internal long ShowReturning(Screen screen)
    {
        if (Press is not { Message: not null } press || state.PressedMessageTaken || screen.File is not null || screen.ToMake is not null
            || screen.Kept is not null)
            return outbox.Put(Speaker.Chat, screen, Priority.Answer);
        state.PressedMessageTaken = true;
        return outbox.Put(Speaker.Chat, screen, Priority.Answer, replacesMessage: state.Elsewhere ?? press.Message);
    }

    /// <summary>The message in whose place <see cref="Show"/> would put a screen; null: a new one below.</summary>
    internal string? ShowsIn =>
        Press is { Message: not null } press && !state.PressedMessageTaken ? state.Elsewhere ?? press.Message : null;

    /// <summary>From here on as if that message had been pressed.</summary>
    internal void GoOnIn(string message) => state.Elsewhere = message;

    /// <summary>Changes the message of an earlier outbox row; its number may not be known yet.</summary>
    internal void Replace(long shownIn, string? message, Screen screen) =>
        outbox.Put(Speaker.Chat, screen, Priority.Answer, replaces: shownIn, replacesMessage: message);

    /// <summary>From here on <see cref="Show"/> leaves the pressed message alone.</summary>
    internal void LeavePressedMessage() => state.PressedMessageTaken = true;

    /// <summary>Reads anew who speaks, if this turn changed it, and has the messenger show their commands.</summary>
    internal async Task Introduce()
    {
        if (!speakerChanged) return;
        speakerChanged = false;
        Speaker = await whoSpeaks();
        outbox.Put(Speaker.Chat, commandsFor(Speaker), Priority.Answer);
    }

    private bool IsPressed(ShownCard it) =>
        it.Chat == Speaker.Chat && it.Message is { } message && message == (state.Elsewhere ?? Press?.Message);

    /// <summary>What is logged next is the effect of this form; null: of none.</summary>
    internal void EffectOf(long? dialog) => effectOf = dialog;

    internal Mark Here() => new(outbox.Own.Count, state);

    /// <summary>As if nothing had been said since <paramref name="mark"/>.</summary>
    internal void ReturnTo(Mark mark)
    {
        outbox.ForgetSince(mark.Said);
        state = mark.State;
        speakerChanged = false;
    }

    internal readonly record struct Mark(int Said, State State);

    internal record struct State((string Text, bool Alert)? Toast, bool PressedMessageTaken, string? Elsewhere);
}
