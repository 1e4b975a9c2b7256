namespace MspBot.Domain.Seminars;

/// <summary>Where a seminar stands. That it was held is seen from the clock, not stored.</summary>
public enum SeminarState
{
    Draft,
    Published,
    Cancelled,
}
