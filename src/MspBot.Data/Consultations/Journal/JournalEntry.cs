using MspBot.Domain.Consultations;
using MspBot.Domain.Consultations.Journal;
using MspBot.Domain.People;

namespace MspBot.Data.Consultations.Journal;

/// <summary>A line of a journal, with everything that its tutor may see. A teacher who was erased has a number and no name.</summary>
public sealed record JournalEntry
{
    public JournalId Id { get; init; }

    public PersonId TutorId { get; init; }

    public ConsultationId? ConsultationId { get; init; }

    public DateOnly Day { get; init; }

    public string? School { get; init; }

    public PersonId? TeacherId { get; init; }

    public string? Teacher { get; init; }

    public int? Teachers { get; init; }

    public int? Pupils { get; init; }

    public string? Topic { get; init; }

    public JournalForm Form { get; init; }

    public int? Minutes { get; init; }

    public string? Recommendation { get; init; }

    public string? PrivateNote { get; init; }

    public string? Result { get; init; }

    public bool Held { get; init; }

    public NotHeldReason? Reason { get; init; }

    public int Version { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public JournalFacts Facts => new(ConsultationId is not null, Held, CreatedAt);
}
