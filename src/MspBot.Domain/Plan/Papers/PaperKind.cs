namespace MspBot.Domain.Plan.Papers;

/// <summary>The papers of a plan that carry a code. The names are stored.</summary>
public enum PaperKind
{
    Plan,

    /// <summary>What was agreed otherwise than before.</summary>
    Changes,

    /// <summary>What was carried out.</summary>
    Report,
}
