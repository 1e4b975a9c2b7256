namespace MspBot.Domain.Consultations;

/// <summary>How somebody stands to a group.</summary>
public enum MemberState
{
    /// <summary>Has not answered yet.</summary>
    Invited,
    Agreed,
    Declined,
}
