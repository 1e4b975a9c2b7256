using MspBot.Domain.Clock;
using MspBot.Domain.Consultations;
using MspBot.Domain.Feedback;
using MspBot.Domain.Nominations;
using MspBot.Domain.People;
using MspBot.Domain.People.Rosters;
using MspBot.Domain.Plan;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Seats;

namespace MspBot.Sandbox.Past;

/// <summary>Rows of a district's past, as they stand in the database.</summary>
internal sealed record PastSchool(long Id, string Name, SchoolKind Kind, bool Confirmed);

/// <summary>School and chat are null once somebody has been erased.</summary>
internal sealed record PastPerson(long Id, long? Chat, string Name, long? School, Role Role, bool Reachable, DateTimeOffset? ErasedAt);

internal sealed record PastSeminar(
    long Id, SeminarKind Kind, string Title, DateTimeOffset StartsAt, DateTimeOffset EndsAt, int? Seats, SeminarState State, long Leader,
    DateTimeOffset CreatedAt)
{
    /// <summary>Of the plan; null: outside it.</summary>
    internal long? Item { get; init; }
}

internal sealed record PastPlan(long Id, SchoolYear Year, DateTimeOffset SentAt, int Items);

internal sealed record PastItem(long Id, long Plan, int Number, ItemState State, int Version, int? Agreed, DateOnly? DoneOn);

internal sealed record PastVersion(
    long Item, int Version, WorkForm Form, string Title, Term Term, bool Excluding, string? Reason, DateTimeOffset At,
    DateTimeOffset? SentAt);

internal sealed record PastDecision(long Item, int Version, string? Remark, DateTimeOffset At);

internal sealed record PastSignUp(
    long Id, long Seminar, long Person, SignUpState State, DateTimeOffset CreatedAt, DateTimeOffset? CancelledAt, bool? Came)
{
    /// <summary>Where the person worked then who has left it since; null: where they work now.</summary>
    internal long? School { get; init; }

    /// <summary>By which it was taken; null: by the person's own sign-up.</summary>
    internal long? Nomination { get; init; }
}

/// <summary>The school is the one that has nominated, wherever the person works now.</summary>
internal sealed record PastNomination(
    long Id, long Seminar, long Person, long School, NominationState State, DateTimeOffset AskedAt, DateTimeOffset Start,
    DateTimeOffset? EndedAt, long? ReplacedBy);

/// <summary>A personal link, also one that was deleted since: nobody had used it in time.</summary>
internal sealed record PastLink(
    long List, int Number, long School, DateTimeOffset MadeAt, DateTimeOffset? UsedAt, long? UsedBy, DateTimeOffset? VoidAt)
{
    internal bool IsDropped(DateTimeOffset now) => UsedAt is null && MadeAt + RosterLink.Lasts <= now;
}

internal sealed record PastConsultation(
    long Id, ConsultationKind Kind, long? Teacher, long Tutor, long? Group, ConsultationState State, DateTimeOffset? StartsAt,
    DateTimeOffset CreatedAt, DateTimeOffset? AnsweredAt)
{
    internal static readonly TimeSpan Length = TimeSpan.FromMinutes(45);

    /// <inheritdoc cref="PastSignUp.School"/>
    internal long? School { get; init; }
}

internal sealed record PastMember(long Consultation, long Person, bool Agreed, DateTimeOffset At)
{
    /// <inheritdoc cref="PastSignUp.School"/>
    internal long? School { get; init; }
}

internal sealed record PastFeedback(
    Guid Id, long? Seminar, long? Consultation, byte[] Author, int Rating, int Usefulness, DateOnly FiledOn)
{
    /// <summary>What they said to «Применили?»; null: nothing yet.</summary>
    internal Applied? Applied { get; init; }
}

internal sealed record PastEntry(long Tutor, long? Consultation, DateOnly Day, long? School, long? Teacher, int? Pupils, int? Minutes,
    bool Held, DateTimeOffset CreatedAt);
