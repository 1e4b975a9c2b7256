using MspBot.Domain;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Conversations.Dialogs;

/// <summary>Options of a question in pages; what fits in eight is not cut.</summary>
internal static class OptionPages
{
    internal const int UncutSize = 8;

    internal static Page<ShownOption> Of(IReadOnlyList<ShownOption> all, int number)
    {
        number = Math.Clamp(number, 0, Last(all.Count));
        return Of([.. all.Skip(Paging.Skip(number)).Take(UncutSize)], number, all.Count);
    }

    /// <param name="read">Options from the page's first on, as far as <see cref="UncutSize"/>.</param>
    /// <param name="number">Of the page, from 0 to <see cref="Last"/>.</param>
    /// <param name="all">How many there are.</param>
    internal static Page<ShownOption> Of(IReadOnlyList<ShownOption> read, int number, int all) =>
        Last(all) == 0 ? new(read, 0, HasNext: false) : new([.. read.Take(Paging.Size)], number, number < Last(all));

    internal static int Last(int all) => all <= UncutSize ? 0 : Paging.Last(all);

    /// <summary>The page's controls, and the way back from what was searched.</summary>
    internal static IReadOnlyList<IReadOnlyList<(string Label, string Control)>> Controls(Page<ShownOption> page, string? query) =>
        query is null ? [Controls(page)] : [Controls(page), [(DialogTexts.ShowAll, Dialogs.Controls.All)]];

    internal static IReadOnlyList<(string Label, string Control)> Controls(Page<ShownOption> page)
    {
        var row = new List<(string, string)>();
        if (page.Number > 0) row.Add((Pager.Previous, $"{Dialogs.Controls.Page}{page.Number - 1}"));
        if (page.HasNext) row.Add((Pager.Next, $"{Dialogs.Controls.Page}{page.Number + 1}"));
        return row;
    }
}
