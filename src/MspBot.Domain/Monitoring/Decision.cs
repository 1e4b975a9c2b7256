namespace MspBot.Domain.Monitoring;

public enum DecisionKind
{
    /// <summary>A request for a consultation that nobody has answered for two days.</summary>
    UnansweredRequest,

    /// <summary>A seminar of the coming week that few have signed up to.</summary>
    EmptySeminar,

    /// <summary>A low-results school of which nobody has taken part in anything for 30 days.</summary>
    SilentSchool,

    /// <summary>Somebody with a seat in the coming week, or a tutor, who has stopped the bot.</summary>
    UnreachablePerson,
}

/// <summary>Something that waits for somebody's decision.</summary>
public sealed record Decision
{
    public DecisionKind Kind { get; init; }

    /// <summary>Of the request, the seminar, the school, the person.</summary>
    public long Id { get; init; }

    /// <summary>The school's name or the seminar's title.</summary>
    public string? Name { get; init; }

    /// <summary>When the seminar starts, since when the request waits.</summary>
    public DateTimeOffset? At { get; init; }

    public int Seated { get; init; }

    public int Seats { get; init; }
}

/// <summary>What counts as waiting for a decision.</summary>
public static class Decisions
{
    public const int SilentDays = 30;

    /// <summary>How many a message names; it must fit a phone.</summary>
    public const int Shown = 4;

    public static readonly TimeSpan Unanswered = TimeSpan.FromHours(48);

    public static readonly TimeSpan Ahead = TimeSpan.FromDays(7);

    /// <summary>Fewer than a quarter of the seats are taken.</summary>
    public static bool IsEmpty(int seated, int seats) => seated * 4 < seats;

    /// <summary>Those that a message names: one of each kind before a second of any.</summary>
    public static IReadOnlyList<Decision> Pick(IReadOnlyList<Decision> all) =>
        [.. all.GroupBy(d => d.Kind).SelectMany(kind => kind.Select((decision, nr) => (decision, nr)))
            .OrderBy(x => x.nr).ThenBy(x => x.decision.Kind).Take(Shown).Select(x => x.decision).OrderBy(d => d.Kind)];
}
