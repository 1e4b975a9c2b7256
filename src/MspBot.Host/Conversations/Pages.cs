namespace MspBot.Host.Conversations;

/// <summary>Long lists come in pages of six with «‹» «›»; what fits in eight is not cut.</summary>
internal sealed record Pages(IReadOnlyList<ShownOption> Items, int Number, int Count)
{
    private const int Size = 6;
    internal const int UncutSize = 8;

    internal static Pages Of(IReadOnlyList<ShownOption> all, int number)
    {
        number = Math.Clamp(number, 0, Last(all.Count));
        return Of([.. all.Skip(Begin(number)).Take(UncutSize)], number, all.Count);
    }

    /// <param name="read">What stands from <see cref="Begin"/> on, as far as <see cref="UncutSize"/>.</param>
    /// <param name="number">Of the page, from 0 to <see cref="Last"/>.</param>
    /// <param name="all">How many there are.</param>
    internal static Pages Of(IReadOnlyList<ShownOption> read, int number, int all) =>
        Last(all) == 0 ? new(read, 0, 1) : new([.. read.Take(Size)], number, Last(all) + 1);

    internal static int Begin(int number) => number * Size;

    internal static int Last(int all) => all <= UncutSize ? 0 : (all - 1) / Size;

    /// <summary>Its controls, and the way back from what was searched.</summary>
    internal IReadOnlyList<IReadOnlyList<(string Label, string Control)>> Searching(string? query) =>
        query is null ? [Controls()] : [Controls(), [(DialogTexts.ShowAll, Conversations.Controls.All)]];

    internal IReadOnlyList<(string Label, string Control)> Controls()
    {
        if (Count == 1) return [];
        var row = new List<(string, string)>();
        if (Number > 0) row.Add(("‹", $"{Conversations.Controls.Page}{Number - 1}"));
        if (Number < Count - 1) row.Add(("›", $"{Conversations.Controls.Page}{Number + 1}"));
        return row;
    }
}
