namespace MspBot.Domain.Feedback;

/// <summary>What feedback can be about.</summary>
public enum MeetingKind
{
    Seminar,
    Consultation,
}

/// <summary>One seminar or one consultation that people came to.</summary>
public readonly record struct Meeting(MeetingKind Kind, long Id)
{
    /// <summary>Both in one number, as buttons carry it.</summary>
    public long Code => checked((Id * 2) + (int)Kind);

    /// <summary>Any number is some meeting: whether there is one is for the database to say.</summary>
    public static Meeting OfCode(long code) => new((MeetingKind)(code & 1), code >> 1);
}
