using MspBot.Domain.Meetings;
using MspBot.Domain.Seminars.Seats;

namespace MspBot.Data.Reminders;

/// <summary>A reminder that has just been marked. Those with one <see cref="Message"/> are one message; null: it was skipped.</summary>
public sealed record MarkedReminder
{
    public MeetingPart Part { get; init; }

    /// <summary>The seminar's or the consultation's number.</summary>
    public long Id { get; init; }

    public ChatId? Chat { get; init; }

    public required string Title { get; init; }

    /// <summary>The other side of a consultation; null: a seminar, a group's tutor, or a person who was erased.</summary>
    public string? With { get; init; }

    public DateTimeOffset StartsAt { get; init; }

    public DateTimeOffset EndsAt { get; init; }

    public TimeSpan Before { get; init; }

    public string? Message { get; init; }

    /// <summary>By which they were sent there and have not answered; null: nothing is asked of them.</summary>
    public NominationId? Nomination { get; init; }
}

/// <summary>The day whose meetings become one message: from its first moment up to the next day's.</summary>
public readonly record struct NextDay(DateTimeOffset From, DateTimeOffset To);
