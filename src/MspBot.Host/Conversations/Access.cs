using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Conversations;

/// <summary>
/// Who may open which row through a card or a flow. Every card and flow declares it, and the engine asks before anything is shown
/// or done: another's row and a row that does not exist get the same answer.
/// </summary>
public sealed class Access
{
    private readonly Func<Turn, long, Task<bool>> may;

    private Access(Func<Turn, long, Task<bool>> may, string? because = null) => (this.may, NoRowBecause) = (may, because);

    /// <summary>Why no number in a button opens a row of anybody else; null where numbers are rows.</summary>
    internal string? NoRowBecause { get; }

    /// <summary>The number is a row, and this says whether the speaker may open it.</summary>
    public static Access Rows(Func<Turn, long, Task<bool>> may) => new(may);

    /// <summary>Every row is open to those for whom this is true, and none to anybody else.</summary>
    public static Access All(Func<Speaker, bool> who) => new((turn, _) => Task.FromResult(who(turn.Speaker)));

    /// <summary>The number opens no row of another's.</summary>
    public static Access NoRow(string because) => new((_, _) => Task.FromResult(true), because);

    internal Task<bool> Allows(Turn turn, long id) => may(turn, id);

    /// <summary>What a flow is begun with: a number, or one with more behind a dot («12.fix»). Without a number no row is opened.</summary>
    internal Task<bool> Allows(Turn turn, string start) => new Argument(start).Number() is { } id ? may(turn, id) : Task.FromResult(true);
}
