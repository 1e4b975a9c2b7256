using MspBot.Domain.Nominations;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Seats;

namespace MspBot.Data.Nominations;

/// <summary>A nomination with what its cards say.</summary>
public sealed record Nomination
{
    public NominationId Id { get; init; }

    public SeminarId Seminar { get; init; }

    public PersonId Person { get; init; }

    /// <summary>The teacher; null once they are erased.</summary>
    public string? Name { get; init; }

    /// <summary>Where they can be told; null when they cannot.</summary>
    public ChatId? Chat { get; init; }

    public SchoolId School { get; init; }

    public NominationState State { get; init; }

    public DecliningReason? Reason { get; init; }

    public DateTimeOffset AskedAt { get; init; }

    public DateTimeOffset AnswerBy { get; init; }

    public DateTimeOffset RemindAt { get; init; }

    /// <summary>Who came instead, or will.</summary>
    public NominationId? ReplacedBy { get; init; }

    public string? Replacement { get; init; }

    /// <summary>Whether they have a seat or wait; null once the nomination has ended.</summary>
    public SignUpState? Place { get; init; }

    /// <summary>Whether they have a place there that nobody gave them: by themselves, after this has ended.</summary>
    public bool IsInBySelf { get; init; }

    /// <summary>Whether the question waits for its hour: the teacher has not heard of it.</summary>
    public bool IsUnsent { get; init; }

    /// <summary>Nobody could tell them, and they have not answered: they have stopped the bot.</summary>
    public bool IsUnheard => State == NominationState.Asked && Name is not null && Chat is null;

    /// <summary>Whether it can still be withdrawn or given to another teacher.</summary>
    public bool IsActive => State is NominationState.Asked or NominationState.Accepted;

    /// <summary>
    /// Whether the answer should have come: it still can, and the seat is theirs until somebody waits for it. Who waits in line themselves
    /// is late for nothing.
    /// </summary>
    public bool IsOverdue(DateTimeOffset now) =>
        State == NominationState.Asked && Place == SignUpState.Confirmed && AnswerBy <= now;
}
