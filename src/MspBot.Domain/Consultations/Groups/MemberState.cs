namespace MspBot.Domain.Consultations.Groups;

/// <summary>How somebody stands to a group.</summary>
public enum MemberState
{
    /// <summary>Has not answered yet.</summary>
    Invited,
    Agreed,
    Declined,
}
