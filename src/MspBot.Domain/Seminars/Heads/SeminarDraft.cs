using MspBot.Domain.People;
using MspBot.Domain.Plan;

namespace MspBot.Domain.Seminars.Heads;

/// <summary>A seminar that the head has described and that is not made yet.</summary>
public sealed record SeminarDraft
{
    public required SeminarKind Kind { get; init; }

    public required string Title { get; init; }

    public required DateTimeOffset StartsAt { get; init; }

    public required TimeSpan Length { get; init; }

    /// <summary>Null: unlimited.</summary>
    public required int? Seats { get; init; }

    public string? Audience { get; init; }

    public string? JoinLink { get; init; }

    public string? Description { get; init; }

    public required PersonId Leader { get; init; }

    /// <summary>Null: outside the plan.</summary>
    public PlanItemId? PlanItem { get; init; }

    public DateTimeOffset EndsAt => StartsAt + Length;

    /// <summary>What stands in the way of making it; null when nothing does. A draft may wait until after its own start.</summary>
    public SeminarRefusal? Check(bool publish, DateTimeOffset now)
    {
        if (Title.Length is 0 or > SeminarBounds.Title) return SeminarRefusal.TitleTooLong;
        if (!SeminarBounds.Fits(Length)) return SeminarRefusal.LengthOutOfBounds;
        if (!SeminarBounds.Fits(Seats)) return SeminarRefusal.SeatsOutOfBounds;
        if (publish && now >= StartsAt) return SeminarRefusal.StartIsPast;
        return null;
    }
}
