using MspBot.Domain.Consultations;
using MspBot.Domain.Consultations.Journal;
using MspBot.Domain.People;

namespace MspBot.Data.Consultations.Journal;

/// <summary>A consultation as its tutor says how it went.</summary>
public sealed record OutcomeDetails
{
    public ConsultationId Id { get; init; }

    public ConsultationKind Kind { get; init; }

    public PersonId? TeacherId { get; init; }

    /// <summary>Null: a group, or somebody who was erased.</summary>
    public string? Teacher { get; init; }

    public required string Topic { get; init; }

    public ConsultationState State { get; init; }

    public DateTimeOffset StartsAt { get; init; }

    public DateTimeOffset EndsAt { get; init; }

    /// <summary>How many agreed to come to a group.</summary>
    public int Members { get; init; }

    public JournalId? Entry { get; init; }

    public DateTimeOffset? RecordedAt { get; init; }

    public ConsultationFacts Facts => new(State, StartsAt, RecordedAt);
}

/// <summary>The result of recording an outcome; <paramref name="ToTell"/>: the chats of those whom the recommendation is for.</summary>
public sealed record OutcomeResult(
    OutcomeDetails? Details, OutcomeRefusal? Refusal, JournalId? Entry, int Version, IReadOnlyList<ChatId> ToTell);

/// <summary>A consultation that its tutor is to be asked about.</summary>
public sealed record OpenOutcome
{
    public ConsultationId Id { get; init; }

    public PersonId TutorId { get; init; }

    /// <summary>The tutor's.</summary>
    public ChatId? Chat { get; init; }

    public ConsultationKind Kind { get; init; }

    public string? Teacher { get; init; }

    public required string Topic { get; init; }

    public DateTimeOffset StartsAt { get; init; }
}
