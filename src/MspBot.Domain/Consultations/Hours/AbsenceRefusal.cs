namespace MspBot.Domain.Consultations.Hours;

/// <summary>Why a tutor's absence cannot be so.</summary>
public enum AbsenceRefusal
{
    /// <summary>It ends before it begins.</summary>
    Reversed,

    /// <summary>It lies over another one.</summary>
    Overlap,

    /// <summary>More of them than anybody needs.</summary>
    TooMany,

    /// <summary>The colleague who was to stand in is no longer a tutor.</summary>
    NoSuchColleague,
}
