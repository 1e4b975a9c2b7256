using MspBot.Domain.Certificates;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;

namespace MspBot.Data.Certificates;

/// <summary>A certificate with everything that is printed on it.</summary>
public sealed record CertificateDetails
{
    public CertificateId Id { get; init; }

    public int Year { get; init; }

    public int InYear { get; init; }

    public required string Code { get; init; }

    public CertificateKind Kind { get; init; }

    public PersonId PersonId { get; init; }

    /// <summary>As printed; null once its owner is erased.</summary>
    public string? Name { get; init; }

    /// <summary>From 1; grows when something printed has changed.</summary>
    public int Edition { get; init; }

    public DateTimeOffset PrintedAt { get; init; }

    public DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary>Shown to its owner and to heads only.</summary>
    public string? WithdrawnReason { get; init; }

    /// <summary>
    /// Attendance was corrected since: the attendance stated in the certificate is no longer recorded. Another correction can restore it.
    /// </summary>
    public bool Unfounded { get; init; }

    public SeminarId? SeminarId { get; init; }

    public SeminarKind? SeminarKind { get; init; }

    public string? Title { get; init; }

    public DateTimeOffset? StartsAt { get; init; }

    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>Of a tutor's statement: its period, and what was counted when it was printed.</summary>
    public DateOnly? FirstDay { get; init; }

    public DateOnly? LastDay { get; init; }

    public int Consultations { get; init; }

    public int Meetings { get; init; }

    public int Minutes { get; init; }

    /// <summary>The head when it was printed; the present head if that person has been erased.</summary>
    public string? Head { get; init; }

    /// <summary>Its owner's; null when they cannot be told.</summary>
    public ChatId? Chat { get; init; }

    public CertificateNumber Number => new(Year, InYear);
}
