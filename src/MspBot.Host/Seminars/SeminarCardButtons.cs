using MspBot.Data.Seminars;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Seminars;

/// <summary>
/// What another feature puts under a seminar's card: one row of buttons, decided on what the card knows anyway. Registered with
/// AddSingleton&lt;SeminarCardButtons, …&gt;.
/// </summary>
internal abstract class SeminarCardButtons
{
    /// <summary>Where it stands among the others; below zero: before what the card itself offers.</summary>
    public abstract int Order { get; }

    /// <summary>Empty: there is nothing to press.</summary>
    public abstract IReadOnlyList<Button> For(SeminarDetails details, SeminarRelation relation, DateTimeOffset now);
}
