using MspBot.Domain.People;

namespace MspBot.Domain.Consultations.Groups;

/// <summary>A group that is to be gathered.</summary>
public sealed record GroupDraft
{
    public const int FewestSeats = 2;
    public const int MostSeats = 30;
    public const int Topic = 300;
    public const int Reason = 500;

    /// <summary>What people have at least to answer in; nearer than twice that no group can begin.</summary>
    public static readonly TimeSpan Answering = TimeSpan.FromHours(1);

    private static readonly TimeSpan Farthest = TimeSpan.FromDays(365);

    public required string About { get; init; }

    public string? Subject { get; init; }

    public required PersonId Tutor { get; init; }

    public required DateTimeOffset StartsAt { get; init; }

    public required int Seats { get; init; }

    public required int MinParticipants { get; init; }

    public required DateTimeOffset AgreeBy { get; init; }

    /// <summary>The requests of those who are invited first.</summary>
    public IReadOnlyList<ConsultationId> Requests { get; init; } = [];

    public GroupRefusal? Check(DateTimeOffset now)
    {
        if (CheckStart(StartsAt, now) is { } start) return start;
        if (Seats is < FewestSeats or > MostSeats) return GroupRefusal.SeatsOutOfBounds;
        if (MinParticipants < FewestSeats || MinParticipants > Seats) return GroupRefusal.LeastOutOfBounds;
        return CheckAgreeBy(AgreeBy, StartsAt, now);
    }

    public static GroupRefusal? CheckStart(DateTimeOffset start, DateTimeOffset now)
    {
        if (start < now + 2 * Answering) return GroupRefusal.TimeTooNear;
        return start > now + Farthest ? GroupRefusal.TimeTooFar : null;
    }

    public static GroupRefusal? CheckAgreeBy(DateTimeOffset agreeBy, DateTimeOffset start, DateTimeOffset now)
    {
        if (agreeBy >= start) return GroupRefusal.AgreeByAfterStart;
        return agreeBy < now + Answering ? GroupRefusal.AgreeByTooSoon : null;
    }
}
