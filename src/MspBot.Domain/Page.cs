namespace MspBot.Domain;

/// <summary>A part of a list that is shown at once. Pages are numbered from 0.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, int Number, bool HasNext)
{
    /// <summary>The list has no other page.</summary>
    public bool IsWhole => Number == 0 && !HasNext;
}
