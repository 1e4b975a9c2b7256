namespace MspBot.Domain.Consultations.Journal;

/// <summary>One line of a tutor's journal.</summary>
public readonly record struct JournalId(long Value) : IId<JournalId>
{
    public static JournalId From(long value) => new(value);
}
