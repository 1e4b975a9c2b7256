namespace MspBot.Domain.Digests;

/// <summary>What a look at the tables has found that should never be.</summary>
public sealed record SelfAudit
{
    public DateOnly Day { get; init; }

    /// <summary>Seminars with more people seated than seats.</summary>
    public int Oversold { get; init; }

    /// <summary>Pairs of confirmed consultations of one tutor at one time.</summary>
    public int DoubleBooked { get; init; }

    /// <summary>Places in coming seminars of people who have been erased.</summary>
    public int ErasedSeated { get; init; }

    /// <summary>Messages that should have left more than an hour ago.</summary>
    public int OutboxLate { get; init; }

    /// <summary>Recipients of broadcasts that are over, or should be, of whom nobody knows whether they got it.</summary>
    public int Unfinished { get; init; }

    /// <summary>Deeds without a line in the log.</summary>
    public int Unlogged { get; init; }

    public bool IsClean => Oversold + DoubleBooked + ErasedSeated + OutboxLate + Unfinished + Unlogged == 0;
}
