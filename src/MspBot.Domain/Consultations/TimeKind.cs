namespace MspBot.Domain.Consultations;

/// <summary>What a time is to a consultation. All but a proposed one hold the tutor's time.</summary>
public enum TimeKind
{
    /// <summary>The teacher chose it among the free ones.</summary>
    Asked,

    /// <summary>The teacher's own: the tutor may be busy then.</summary>
    Proposed,

    /// <summary>By the tutor, for the teacher to choose.</summary>
    Offered,

    /// <summary>It is so.</summary>
    Agreed,
}
