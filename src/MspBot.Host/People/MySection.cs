using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.People;

/// <summary>
/// What another feature shows in «Мои записи»: a few lines, and the buttons that belong to them. Registered with AddScoped&lt;MySection,
/// …&gt;.
/// </summary>
internal abstract class MySection
{
    /// <summary>Where it stands among the others.</summary>
    public abstract int Order { get; }

    /// <summary>Null: there is nothing to show.</summary>
    public abstract Task<MyPart?> For(Turn turn);

    /// <summary>What it shows of what is over.</summary>
    public virtual Task<MyPart?> Past(Turn turn) => Task.FromResult<MyPart?>(null);
}

/// <param name="Text">Its title and lines.</param>
/// <param name="Rows">Its buttons.</param>
internal sealed record MyPart(Html Text, IReadOnlyList<IReadOnlyList<Button>> Rows);
