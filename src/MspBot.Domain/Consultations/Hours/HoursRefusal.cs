namespace MspBot.Domain.Consultations.Hours;

/// <summary>Why a tutor's hours cannot be so.</summary>
public enum HoursRefusal
{
    /// <summary>They end before they begin, or when they begin.</summary>
    Reversed,

    /// <summary>Not a single consultation fits in.</summary>
    TooShort,

    /// <summary>They lie over hours that there are.</summary>
    Overlap,

    /// <summary>More spans a day, or absences, than anybody needs.</summary>
    TooMany,

    /// <summary>The colleague who was to stand in is no longer a tutor.</summary>
    NoSuchColleague,
}
