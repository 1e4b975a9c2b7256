using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Surveys;

/// <summary>What one room shows in /monitoring. Registered with <see cref="MonitoringParts.AddMonitoringPart"/>.</summary>
internal abstract class MonitoringPart
{
    /// <summary>Parts stand in this order.</summary>
    public abstract int Order { get; }

    /// <summary>As this speaker sees it; null: nothing.</summary>
    public abstract Task<MonitoringRows?> For(Turn turn);
}

/// <summary>A paragraph, may be empty, and rows of buttons.</summary>
internal sealed record MonitoringRows(Html Text, IReadOnlyList<IReadOnlyList<Button>> Rows);

/// <summary>How a room adds its part.</summary>
internal static class MonitoringParts
{
    internal static IServiceCollection AddMonitoringPart<T>(this IServiceCollection services) where T : MonitoringPart =>
        services.AddScoped<MonitoringPart, T>();
}
