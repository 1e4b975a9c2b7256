using MspBot.Domain.Consultations;
using MspBot.Domain.People;

namespace MspBot.Data.Consultations.Requests;

/// <summary>A consultation with everything its card says. Chats are null where somebody cannot be told.</summary>
public sealed record ConsultationDetails
{
    public ConsultationId Id { get; init; }

    public ConsultationKind Kind { get; init; }

    public ConsultationState State { get; init; }

    /// <summary>The group it goes on in.</summary>
    public ConsultationId? GroupId { get; init; }

    /// <summary>Whose group that is.</summary>
    public PersonId? GroupTutorId { get; init; }

    public required string Topic { get; init; }

    public string? Subject { get; init; }

    public bool PrefersGroup { get; init; }

    public PersonId? TeacherId { get; init; }

    /// <summary>Null: erased.</summary>
    public string? Teacher { get; init; }

    public string? School { get; init; }

    public ChatId? TeacherChat { get; init; }

    public PersonId? TutorId { get; init; }

    public string? Tutor { get; init; }

    public ChatId? TutorChat { get; init; }

    /// <summary>The tutor who was asked and is away, so that this one stands in. Null: no stand-in, or erased.</summary>
    public string? StandInFor { get; init; }

    /// <summary>Who is asked to take it over.</summary>
    public PersonId? ColleagueId { get; init; }

    public string? Colleague { get; init; }

    public ChatId? ColleagueChat { get; init; }

    public DateTimeOffset? StartsAt { get; init; }

    public DateTimeOffset? EndsAt { get; init; }

    public string? JoinLink { get; init; }

    /// <summary>Of declining, cancelling or moving.</summary>
    public string? Reason { get; init; }

    /// <summary>What the tutor recommended, as it stands in the journal today.</summary>
    public string? Recommendation { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Since when the present tutor knows of it.</summary>
    public DateTimeOffset AskedAt { get; init; }

    public required string CalendarUid { get; init; }

    public int CalendarSequence { get; init; }

    /// <summary>Grows with each change.</summary>
    public int Version { get; init; }

    /// <summary>How long this tutor's consultations take, what lies between, and how near they may come.</summary>
    public int Minutes { get; init; }

    public int BreakMinutes { get; init; }

    public TimeSpan Notice { get; init; }

    public IReadOnlyList<ConsultationTime> Times { get; init; } = [];

    /// <summary>When it is, or first might be: how soon it must be told of.</summary>
    public DateTimeOffset? Soonest => StartsAt ?? Times.Select(t => (DateTimeOffset?)t.StartsAt).Min();

    public TimeSpan Length => TimeSpan.FromMinutes(Minutes);

    /// <summary>How far apart times must be that the tutor keeps at once.</summary>
    public TimeSpan LengthAndBreak => TimeSpan.FromMinutes(Minutes + BreakMinutes);

    public Consultation Facts => new()
    {
        State = State,
        Teacher = TeacherId,
        Tutor = TutorId,
        Colleague = ColleagueId,
        StartsAt = StartsAt,
        Notice = Notice,
        Times = Times,
    };
}
