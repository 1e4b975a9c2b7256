namespace MspBot.Domain.Certificates;

/// <summary>What a paper says of a person.</summary>
public enum CertificateKind
{
    /// <summary>Came to a meeting.</summary>
    Attended,

    /// <summary>Led one.</summary>
    Led,

    /// <summary>Was a tutor for a period: consultations, meetings, hours.</summary>
    Tutored,
}
