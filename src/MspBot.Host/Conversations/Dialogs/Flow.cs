using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Conversations.Dialogs;

/// <summary>
/// A dialog that asks one person several questions, written as an ordinary method from top to bottom. The method runs again on each
/// update, takes the known answers by key and stops at the first question without one; it therefore only reads, and returns what is to be
/// done. Registered with AddFlow.
/// </summary>
public abstract class Flow
{
    /// <summary>Stable: stored with drafts and carried by buttons. Lower-case ASCII, at most 20 characters.</summary>
    public abstract string Key { get; }

    /// <summary>What a parked draft is called («Регистрация»).</summary>
    public abstract string Title { get; }

    /// <summary>What a parked draft is called after «Вы не закончили» («заявку»).</summary>
    public virtual string Unfinished => DialogTexts.Form(Title);

    /// <summary>Whether somebody who has not registered may begin it.</summary>
    public virtual bool NeedsPerson => true;

    /// <summary>Whether this person may begin it at all; a forged start is refused by this.</summary>
    public virtual bool For(Speaker speaker) => true;

    /// <summary>Whose rows it may be begun with; asked at the beginning and before each step.</summary>
    public abstract Access Access { get; }

    public abstract Task<Outcome> Talk(Dialog ask);

    /// <summary>The end of the dialog: <paramref name="command"/> goes to its <see cref="Handler{TCommand}"/>, once.</summary>
    protected static Outcome.Effect Do<TCommand>(TCommand command) where TCommand : notnull =>
        new((services, turn) => services.GetRequiredService<Handler<TCommand>>().Handle(command, turn));

    /// <summary>The end of the dialog with nothing to do but to say something.</summary>
    protected static Outcome Say(Screen screen) => new Outcome.JustSay(screen);
}

/// <summary>What a dialog ends with.</summary>
public abstract record Outcome
{
    internal sealed record JustSay(Screen Screen) : Outcome;

    /// <summary>One thing to do, in the turn's own transaction.</summary>
    public sealed record Effect : Outcome
    {
        internal Effect(Func<IServiceProvider, Turn, Task<Done>> run) => Run = run;

        internal Func<IServiceProvider, Turn, Task<Done>> Run { get; }

        internal IReadOnlyDictionary<Enum, (string Key, string Because)> Conflicts { get; private init; } =
            new Dictionary<Enum, (string, string)>();

        /// <summary>
        /// When the domain refuses for this reason: the answer to <paramref name="askAgain"/> is dropped and asked again, the rest is kept.
        /// </summary>
        public Effect OnConflict(Enum refusal, string askAgain, string because) =>
            this with { Conflicts = new Dictionary<Enum, (string, string)>(Conflicts) { [refusal] = (askAgain, because) } };
    }
}

/// <summary>Carries out one kind of command inside the turn's transaction. Registered with AddHandler.</summary>
public abstract class Handler<TCommand> where TCommand : notnull
{
    public abstract Task<Done> Handle(TCommand command, Turn turn);
}

/// <summary>The result of a command.</summary>
public abstract record Done
{
    /// <summary>What stays of the last question where its answer was typed; empty: «Принято.»</summary>
    public Html Kept { get; init; }

    /// <summary>It is done; this is said in place of the summary.</summary>
    public sealed record With(Screen Screen) : Done;

    /// <summary>It is done; the screen of this card is shown.</summary>
    public sealed record Opening(string Card, long Id, string Arg = "") : Done;

    /// <summary>It is done; another flow begins, in the place of this one.</summary>
    public sealed record Beginning(string Flow, string Arg) : Done;

    /// <summary>It is done; after this message the deep link is followed by which the person came.</summary>
    public sealed record Following(string StartArgument, Html Before) : Done;

    /// <summary>
    /// The domain said no, and nothing was written. <paramref name="Because"/> is said where the flow does not ask again.
    /// </summary>
    /// <param name="Refusal">Why.</param>
    /// <param name="Because">In words.</param>
    /// <param name="Again">In words where the flow asks again, if they are others than the flow's own.</param>
    public sealed record Refused(Enum Refusal, Html Because, string? Again = null) : Done;
}
