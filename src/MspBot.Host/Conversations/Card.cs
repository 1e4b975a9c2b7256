using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Conversations;

/// <summary>
/// A message about a row (a seminar, a list, the profile), with buttons. It stores nothing: a button names the card, the
/// row and the action; the row's own state is the guard; after the action the card is shown afresh, in place.
/// Registered with AddCard.
/// </summary>
public abstract class Card
{
    /// <summary>Stable and short: buttons that were sent long ago carry it.</summary>
    public abstract string Key { get; }

    /// <summary>Whether somebody who has not registered may see it.</summary>
    public virtual bool NeedsPerson => true;

    /// <summary>Whose rows it opens; asked before <see cref="Show"/> and <see cref="Press"/>.</summary>
    public abstract Access Access { get; }

    /// <summary>Today's state as this speaker may see it; null when there is nothing for them to see.</summary>
    public abstract Task<Screen?> Show(Turn turn, long id, string arg);

    /// <summary>
    /// Does what a button says. It may be pressed twice, late, or by somebody it was never shown to: decide on today's
    /// state. An action the card does not know is <see cref="Pressed.Fresh"/>.
    /// </summary>
    public virtual Task<Pressed> Press(Turn turn, long id, string action, string arg) => Task.FromResult(Pressed.Fresh(arg));
}

/// <summary>What a press on a card led to.</summary>
public abstract record Pressed
{
    internal sealed record FreshCard(string Arg, string? Toast) : Pressed;

    internal sealed record OtherCard(string Card, long Id, string Arg, bool Below) : Pressed;

    internal sealed record NewFlow(string Flow, string Arg) : Pressed;

    internal sealed record InPlace(Screen Screen, string? Toast) : Pressed;

    internal sealed record Warned(string Text) : Pressed;

    internal sealed record Answered(string? Toast) : Pressed;

    /// <summary>The card is shown afresh in place, with a word that fades («Вы записаны»).</summary>
    public static Pressed Fresh(string arg = "", string? toast = null) => new FreshCard(arg, toast);

    /// <summary>Another card takes its place, or is sent <paramref name="below"/>.</summary>
    public static Pressed Open(string card, long id, string arg = "", bool below = false) => new OtherCard(card, id, arg, below);

    public static Pressed Begin(string flow, string arg = "") => new NewFlow(flow, arg);

    /// <summary>This screen takes the card's place (a question «Точно?» before something that cannot be undone).</summary>
    public static Pressed Instead(Screen screen, string? toast = null) => new InPlace(screen, toast);

    /// <summary>A word that must be read, in a box of its own; then the card is shown afresh.</summary>
    public static Pressed Warn(string text) => new Warned(text);

    /// <summary>The card stays as it is; what had to be said was said with <see cref="Turn.Say"/>.</summary>
    public static Pressed Nothing(string? toast = null) => new Answered(toast);
}
