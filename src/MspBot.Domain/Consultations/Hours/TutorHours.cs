using MspBot.Domain.Meetings;

namespace MspBot.Domain.Consultations.Hours;

/// <summary>Days on which a tutor is not there, both included.</summary>
public readonly record struct AbsentDays(DateOnly First, DateOnly Last)
{
    public bool Contains(DateOnly day) => day >= First && day <= Last;
}

/// <summary>Taken from a tutor's time, the break after it included; its end is free again.</summary>
public readonly record struct Busy(DateTimeOffset From, DateTimeOffset To);

/// <summary>When a tutor can be asked.</summary>
public sealed record TutorHours
{
    public IReadOnlyList<WeeklySpan> Week { get; init; } = [];

    public TimeSpan Length { get; init; } = TimeSpan.FromMinutes(45);

    public TimeSpan Break { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The least notice for a request.</summary>
    public TimeSpan Notice { get; init; } = TimeSpan.FromHours(4);

    public IReadOnlyList<AbsentDays> Absences { get; init; } = [];
}
