namespace MspBot.Domain.Plan.Papers;

/// <summary>A row of a table that was handed in.</summary>
/// <param name="Printed">The item that it is about, as it was printed; null: a new one.</param>
/// <param name="Text">What it says; words for the responsible person are that person where they name exactly one.</param>
/// <param name="Responsible">The words themselves.</param>
/// <param name="KeepsAudience">The table has no column for it.</param>
public sealed record ImportRow(PrintedItem? Printed, ItemText Text, string Responsible, bool KeepsAudience);
