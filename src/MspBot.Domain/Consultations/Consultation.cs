using MspBot.Domain.People;

namespace MspBot.Domain.Consultations;

/// <summary>One of the times of a consultation.</summary>
public readonly record struct ConsultationTime(long Id, TimeKind Kind, DateTimeOffset StartsAt, DateTimeOffset EndsAt);

/// <summary>A consultation of one teacher with one tutor, as the rules see it.</summary>
public sealed record Consultation
{
    public required ConsultationState State { get; init; }

    public PersonId? Teacher { get; init; }

    /// <summary>Null: no tutor yet.</summary>
    public PersonId? Tutor { get; init; }

    /// <summary>Who is asked to take it over.</summary>
    public PersonId? Colleague { get; init; }

    /// <summary>Of a confirmed one.</summary>
    public DateTimeOffset? StartsAt { get; init; }

    /// <summary>How long before a start the tutor wants no changes.</summary>
    public TimeSpan Notice { get; init; }

    /// <summary>Those asked, proposed or offered, and the agreed one.</summary>
    public IReadOnlyList<ConsultationTime> Times { get; init; } = [];

    /// <summary>Neither agreed nor over.</summary>
    public bool IsOpen => State is ConsultationState.Requested or ConsultationState.Offered or ConsultationState.Waiting;

    /// <summary>Confirmed, and one side has asked the other for another time.</summary>
    public bool IsMoving => State == ConsultationState.Confirmed && Pending.Any();

    /// <summary>Times that one side waits to hear of.</summary>
    public IEnumerable<ConsultationTime> Pending => Times.Where(t => t.Kind != TimeKind.Agreed);

    public bool HasBegun(DateTimeOffset now) => StartsAt is { } start && now >= start;

    /// <summary>Whether the teacher can still move or cancel it; later they can only tell the tutor.</summary>
    public bool IsTooLateForTeacher(DateTimeOffset now) => StartsAt is { } start && now > start - Notice;

    /// <summary>Why it is closed to decisions; null: it is open or confirmed.</summary>
    internal ConsultationRefusal? Over => State switch
    {
        ConsultationState.Declined => ConsultationRefusal.AlreadyDeclined,
        ConsultationState.Cancelled => ConsultationRefusal.AlreadyCancelled,
        ConsultationState.Held or ConsultationState.NotHeld => ConsultationRefusal.AlreadyOver,
        ConsultationState.Grouped or ConsultationState.Inviting => ConsultationRefusal.GoesOnInGroup,
        _ => null,
    };

    internal ConsultationTime? Find(long time) => Times.Where(t => t.Id == time).Select(t => (ConsultationTime?)t).FirstOrDefault();
}
