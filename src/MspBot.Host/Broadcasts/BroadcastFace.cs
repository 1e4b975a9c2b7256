using MspBot.Data.Broadcasts;
using MspBot.Domain.Broadcasts;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Broadcasts;

/// <summary>
/// How a broadcast looks in some of its states, and what its own buttons do. Rows of others are <see cref="BroadcastPart"/>.
/// </summary>
internal abstract class BroadcastFace
{
    public abstract bool Shows(BroadcastState state);

    /// <param name="broadcast">In a state that this shows.</param>
    /// <param name="reader">Somebody who may see it.</param>
    /// <param name="now">The moment.</param>
    /// <param name="news">What was just done, above all else.</param>
    public abstract Task<Screen> Screen(BroadcastDetails broadcast, Speaker reader, DateTimeOffset now, Html news);

    /// <summary>The broadcast is in a state that this shows; an action of another state is none of its own.</summary>
    public virtual Task<Pressed> Press(Turn turn, BroadcastDetails broadcast, string action, string arg) =>
        Task.FromResult(Pressed.Fresh());
}

/// <summary>
/// Rows that a room adds to the card of a broadcast, and what they do. Registered with <see cref="BroadcastParts.AddBroadcastPart"/>.
/// </summary>
internal abstract class BroadcastPart
{
    /// <summary>Parts stand in this order, below the face's own rows.</summary>
    public abstract int Order { get; }

    /// <summary>As this reader sees it; empty: nothing.</summary>
    public abstract Task<BroadcastRows> For(BroadcastDetails broadcast, Speaker reader, DateTimeOffset now);

    /// <summary>Null: the action is none of its own.</summary>
    public virtual Task<Pressed?> Press(Turn turn, BroadcastDetails broadcast, string action, string arg) =>
        Task.FromResult<Pressed?>(null);
}

/// <summary>A paragraph, may be empty, and rows of buttons.</summary>
internal sealed record BroadcastRows(Html Text, IReadOnlyList<IReadOnlyList<Button>> Rows)
{
    internal static readonly BroadcastRows None = new(default, []);
}

/// <summary>How rooms add their faces and rows.</summary>
internal static class BroadcastParts
{
    internal static IServiceCollection AddBroadcastFace<T>(this IServiceCollection services) where T : BroadcastFace =>
        services.AddScoped<BroadcastFace, T>();

    internal static IServiceCollection AddBroadcastPart<T>(this IServiceCollection services) where T : BroadcastPart =>
        services.AddScoped<BroadcastPart, T>();
}
