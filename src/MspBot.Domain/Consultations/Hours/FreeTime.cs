namespace MspBot.Domain.Consultations.Hours;

/// <summary>A time at which a tutor can be asked for a consultation.</summary>
public readonly record struct FreeTime(DateTimeOffset StartsAt, DateTimeOffset EndsAt);
