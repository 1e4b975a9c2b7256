namespace MspBot.Domain.Meetings;

public enum EngagementKind
{
    Seminar,

    /// <summary>Agreed, or a group that gathers.</summary>
    Consultation,

    /// <summary>A time that is asked for or offered, and not agreed yet.</summary>
    Request,
}

/// <summary>What somebody has at a time, by its title or topic.</summary>
public sealed record Engagement
{
    public EngagementKind Kind { get; init; }

    public required string Title { get; init; }

    public DateTimeOffset StartsAt { get; init; }

    public DateTimeOffset EndsAt { get; init; }
}
