namespace MspBot.Domain.Consultations.Journal;

/// <summary>What of a journal's line can be changed.</summary>
public enum JournalField
{
    Day,
    Form,
    Topic,
    Minutes,
    Pupils,
    Recommendation,
    Result,
    Note,
}

/// <summary>Why a line of a journal stays as it is.</summary>
public enum JournalRefusal
{
    NoSuchEntry,
    TooLate,
    FromConsultation,
    NotHeld,
    DayOutOfBounds,
    MinutesOutOfBounds,
    PupilsOutOfBounds,
}

/// <summary>A line of a journal as far as changing it depends on it.</summary>
public sealed record JournalFacts(bool FromConsultation, bool Held, DateTimeOffset CreatedAt);

/// <summary>What may be done with a line that stands in the journal.</summary>
public static class JournalCorrection
{
    /// <summary>The day, form and topic of a consultation are its own; what did not take place took no time and led to nothing.</summary>
    public static JournalRefusal? Check(JournalFacts entry, JournalField field, DateTimeOffset now)
    {
        if (now - entry.CreatedAt > JournalBounds.CorrectedFor) return JournalRefusal.TooLate;
        if (entry.FromConsultation && field is (JournalField.Day or JournalField.Form or JournalField.Topic))
            return JournalRefusal.FromConsultation;
        if (!entry.Held && field is not JournalField.Note) return JournalRefusal.NotHeld;
        return null;
    }

    public static JournalRefusal? CheckRemoval(JournalFacts entry, DateTimeOffset now)
    {
        if (entry.FromConsultation) return JournalRefusal.FromConsultation;
        return now - entry.CreatedAt > JournalBounds.CorrectedFor ? JournalRefusal.TooLate : null;
    }
}
