namespace MspBot.Domain.Nominations;

/// <summary>Why somebody is not nominated, or a nomination is not changed.</summary>
public enum NominationRefusal
{
    NoSuchSeminar,
    SeminarCancelled,
    HasBegun,

    /// <summary>Erased, or moved to another school.</summary>
    NotOfSchool,

    /// <summary>They have a seat already, of their own accord or nominated by somebody else a moment ago.</summary>
    SignedUp,
    Waits,

    /// <summary>They lead it.</summary>
    Leads,

    /// <summary>They have no role any more in which they come to meetings.</summary>
    NoRole,

    /// <summary>They have said twice that they cannot.</summary>
    DeclinedTwice,

    /// <summary>Somebody has signed up or left since the school's head was told what would happen.</summary>
    OtherwiseNow,

    NoSuchNomination,

    /// <summary>It was answered, withdrawn or replaced meanwhile.</summary>
    Ended,
}
