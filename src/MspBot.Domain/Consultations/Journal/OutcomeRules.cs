namespace MspBot.Domain.Consultations.Journal;

/// <summary>Why a tutor cannot say how a consultation went.</summary>
public enum OutcomeRefusal
{
    NoSuchConsultation,
    NeverAgreed,
    NotOverYet,
    AlreadyRecorded,
    TooLate,
}

/// <summary>A consultation as far as its outcome depends on it.</summary>
/// <param name="State">Where it stands.</param>
/// <param name="StartsAt">When it begins.</param>
/// <param name="RecordedAt">When its outcome was first recorded.</param>
public sealed record ConsultationFacts(ConsultationState State, DateTimeOffset StartsAt, DateTimeOffset? RecordedAt);

/// <summary>When the outcome of a consultation is recorded, and when it is corrected.</summary>
public static class OutcomeRules
{
    /// <summary>For the first time.</summary>
    public static OutcomeRefusal? Check(ConsultationFacts it, DateTimeOffset now)
    {
        if (it.RecordedAt is not null) return OutcomeRefusal.AlreadyRecorded;
        if (it.State != ConsultationState.Confirmed) return OutcomeRefusal.NeverAgreed;
        // Not its end: one that ended early, or had no participants, can be recorded at once.
        return now < it.StartsAt ? OutcomeRefusal.NotOverYet : null;
    }

    /// <summary>Another outcome than the recorded one.</summary>
    public static OutcomeRefusal? CheckCorrection(ConsultationFacts it, DateTimeOffset now) => it.RecordedAt switch
    {
        null => OutcomeRefusal.NoSuchConsultation,
        { } at when now - at > JournalBounds.CorrectedFor => OutcomeRefusal.TooLate,
        _ => null,
    };
}
