namespace MspBot.Data.Consultations.Journal;

/// <summary>What a journal has of one month.</summary>
public sealed record JournalMonth
{
    /// <summary>Its first day.</summary>
    public DateOnly Month { get; init; }

    /// <summary>What took place.</summary>
    public int Held { get; init; }

    public int NotHeld { get; init; }

    public int Minutes { get; init; }
}
