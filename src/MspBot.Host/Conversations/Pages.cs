namespace MspBot.Host.Conversations;

/// <summary>Long lists come in pages of six with «‹» «›»; what fits in eight is not cut.</summary>
internal sealed record Pages(IReadOnlyList<ShownOption> Items, int Number, int Count)
{
    private const int Size = 6;
    private const int UncutSize = 8;

    internal static Pages Of(IReadOnlyList<ShownOption> all, int number)
    {
        if (all.Count <= UncutSize) return new(all, 0, 1);
        var count = (all.Count + Size - 1) / Size;
        number = Math.Clamp(number, 0, count - 1);
        return new([.. all.Skip(number * Size).Take(Size)], number, count);
    }

    internal IReadOnlyList<(string Label, string Control)> Controls()
    {
        if (Count == 1) return [];
        var row = new List<(string, string)>();
        if (Number > 0) row.Add(("‹", $"{Conversations.Controls.Page}{Number - 1}"));
        if (Number < Count - 1) row.Add(("›", $"{Conversations.Controls.Page}{Number + 1}"));
        return row;
    }
}
