using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Conversations;

/// <summary>Something that always works, also in the middle of a form: «/events». Registered with AddCommand.</summary>
public abstract class Command
{
    /// <summary>Without the slash.</summary>
    public abstract string Name { get; }

    /// <summary>One line for the list of commands the messenger shows; null keeps it out of that list.</summary>
    public abstract string? Description { get; }

    /// <summary>Where it stands in that list.</summary>
    public abstract int Order { get; }

    public virtual bool NeedsPerson => true;

    /// <summary>Whom it is shown to; a command that is not for somebody is answered with the menu.</summary>
    public virtual bool For(Speaker speaker) => true;

    public abstract Task Run(Turn turn, string args);
}

/// <summary>A deep link: <c>/start &lt;Prefix&gt;…</c>, also right after registration. Registered with AddStartLink.</summary>
public abstract class StartLink
{
    /// <summary>«e_»</summary>
    public abstract string Prefix { get; }

    /// <summary>Whether somebody must have registered before it is opened.</summary>
    public virtual bool NeedsPerson => true;

    /// <param name="turn">Where to answer.</param>
    /// <param name="rest">What follows the prefix: typed by anyone, so anything.</param>
    public abstract Task Open(Turn turn, string rest);

    /// <summary>What somebody who has not registered reads of it before they are asked for consent; empty: nothing.</summary>
    public virtual Task<Html> Preview(Turn turn, string rest) => Task.FromResult(Html.Empty);
}

/// <summary>
/// What a message outside any form may name. Asked in the order of registration with AddWordsFinder; the first that finds something
/// answers, the menu where none does.
/// </summary>
public abstract class WordsFinder
{
    /// <summary>Null: nothing of ours is named.</summary>
    public abstract Task<Screen?> Find(Turn turn, string words);
}

/// <summary>
/// What a file that was sent outside any form may be for. Asked in the order of registration with AddFilesFinder; the first that wants it
/// answers.
/// </summary>
public abstract class FilesFinder
{
    /// <summary>Null: it is none of ours.</summary>
    public abstract Task<Screen?> Find(Turn turn, Input.Sent sent);
}

/// <summary>A line of the menu. Registered with AddMenuItem.</summary>
public sealed record MenuItem(int Order, Func<Speaker, bool> For, Button Button);

/// <summary>A line of the menu that is there while there is something behind it. Registered with AddMenuOffer.</summary>
public abstract class MenuOffer
{
    public abstract int Order { get; }

    public abstract Button Button { get; }

    public abstract Task<bool> For(Turn turn);
}

/// <summary>A button under /help, and the line that says what it is for. Registered with AddHelpItem.</summary>
public sealed record HelpItem(Func<Speaker, bool> For, Button Button, string Hint);

/// <summary>«The next thing that waits for you» on top of the menu. Registered with AddNextThing.</summary>
public abstract class NextThing
{
    public abstract Task<Waiting?> For(Turn turn);
}

/// <summary>Why something stands on top of the menu, what is more urgent first.</summary>
public enum WaitsFor
{
    /// <summary>Others wait until this person has done it.</summary>
    Answer,

    /// <summary>This person may have it, or may do it.</summary>
    Choice,

    /// <summary>A meeting that is coming.</summary>
    Meeting,
}

/// <summary>Something that waits for a person, since or until when, and the button that opens it.</summary>
public sealed record Waiting(DateTimeOffset At, Html Text, Button Button, WaitsFor For = WaitsFor.Answer)
{
    /// <summary>A meeting so near goes before everything else.</summary>
    private static readonly TimeSpan Near = TimeSpan.FromHours(1);

    /// <summary>Whether it stands before <paramref name="other"/>.</summary>
    internal bool IsBefore(Waiting other, DateTimeOffset now) => (Rank(now), At).CompareTo((other.Rank(now), other.At)) < 0;

    private int Rank(DateTimeOffset now) => For == WaitsFor.Meeting && At <= now + Near ? -1 : (int)For;
}

/// <summary>What somebody who has not registered sees, whatever they did. Implemented once, by People.</summary>
public abstract class Welcome
{
    /// <param name="turn">Where to answer.</param>
    /// <param name="startArgument">The deep link they came by, kept over the registration; empty if none.</param>
    public abstract Task Greet(Turn turn, string startArgument);
}

/// <summary>A command in the messenger's list.</summary>
internal sealed record ListedCommand(string Name, string Description, Func<Speaker, bool> For);
