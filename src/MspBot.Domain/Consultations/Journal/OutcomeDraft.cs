namespace MspBot.Domain.Consultations.Journal;

/// <summary>How a consultation went, as its tutor says.</summary>
public abstract record OutcomeDraft
{
    /// <param name="Minutes">How long it took.</param>
    /// <param name="Recommendation">The teacher sees it.</param>
    /// <param name="Note">Seen by the tutor only.</param>
    /// <param name="Pupils">How many took part.</param>
    public sealed record Held(int Minutes, string? Recommendation, string? Note, int? Pupils) : OutcomeDraft;

    public sealed record NotHeld(NotHeldReason Reason) : OutcomeDraft;
}
