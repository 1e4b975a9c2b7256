namespace MspBot.Domain.Meetings;

/// <summary>A person's part in a meeting: the first two in a seminar, the others in a consultation.</summary>
public enum MeetingPart
{
    Participant,
    Leader,
    Tutor,
    Teacher,

    /// <summary>Agreed to come to a group.</summary>
    Member,
}

public static class MeetingParts
{
    public static bool IsInSeminar(this MeetingPart part) => part is MeetingPart.Participant or MeetingPart.Leader;
}
