namespace MspBot.Domain.Seminars;

/// <summary>What the rules need to know of a seminar. <paramref name="Seats"/> is null when they are unlimited.</summary>
public sealed record Seminar(SeminarState State, DateTimeOffset StartsAt, DateTimeOffset EndsAt, int? Seats)
{
    public bool HasBegun(DateTimeOffset now) => now >= StartsAt;

    public bool IsOver(DateTimeOffset now) => now >= EndsAt;

    /// <summary>Sign-up closes when the seminar begins.</summary>
    public bool IsOpen(DateTimeOffset now) => State == SeminarState.Published && !HasBegun(now);
}
