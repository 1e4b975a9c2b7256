namespace MspBot.Domain.Consultations;

/// <summary>Where a consultation stands.</summary>
public enum ConsultationState
{
    /// <summary>Waits for the tutor's answer.</summary>
    Requested,

    /// <summary>Waits for the teacher, who chooses among the tutor's times.</summary>
    Offered,

    /// <summary>No time fitted: waits for hours to open.</summary>
    Waiting,

    /// <summary>A group that gathers.</summary>
    Inviting,

    /// <summary>Time and tutor are agreed.</summary>
    Confirmed,

    /// <summary>It took place.</summary>
    Held,

    /// <summary>It was agreed and did not take place.</summary>
    NotHeld,

    /// <summary>The request goes on in a group.</summary>
    Grouped,

    /// <summary>The tutor said no, and the teacher wants no other.</summary>
    Declined,

    /// <summary>Taken back by either side.</summary>
    Cancelled,
}
