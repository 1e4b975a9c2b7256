using System.Globalization;

namespace MspBot.Host.Conversations.Screens;

/// <summary>
/// Buttons as a phone shows them. A client gives each button of a row the same width and cuts its label on one line; a row whose labels
/// do not fit is therefore divided, and a label too long for a row of its own loses its middle: names differ at both ends.
/// </summary>
internal static class ButtonRows
{
    /// <summary>Characters that fit into a button that has the row to itself.</summary>
    internal const int FullWidth = 32;

    /// <summary>Fewer letters of a title say nothing.</summary>
    private const int ShortestTitle = 5;

    /// <summary>Characters that fit, by the number of buttons in the row, on a phone 360 pixels wide.</summary>
    private static readonly int[] Widths = [FullWidth, 16, 10, 7, 5, 4, 3, 2];

    /// <summary>Characters that fit into each of this many buttons side by side.</summary>
    internal static int Width(int columns) => Widths[Math.Min(columns, Widths.Length) - 1];

    internal static IReadOnlyList<IReadOnlyList<Button>> Fit(IReadOnlyList<IReadOnlyList<Button>> rows) =>
        rows.All(Fits) ? rows : [.. rows.SelectMany(row => row.Chunk(Columns(row)))];

    /// <summary>At most <see cref="FullWidth"/> characters, never cut inside what a reader sees as one sign.</summary>
    internal static string Shorten(string label)
    {
        if (label.Length <= FullWidth) return label;
        const int tail = FullWidth / 3;
        var starts = StringInfo.ParseCombiningCharacters(label);
        var end = starts.Last(start => start <= FullWidth - tail - 1);
        var rest = starts.FirstOrDefault(start => start >= label.Length - tail, label.Length);
        return $"{label[..end].TrimEnd()}…{label[rest..].TrimStart()}";
    }

    /// <summary>What matters, and behind it as many whole words of a title as there is room for.</summary>
    internal static string Titled(string head, string title)
    {
        var room = FullWidth - head.Length;
        if (title.Length <= room) return head + title;
        if (room < ShortestTitle) return Ellipsis.Cut(head.TrimEnd(' ', '·', ':'), FullWidth);
        var cut = Ellipsis.Cut(title, room - 1)[..^1];
        var word = cut.LastIndexOf(' ');
        var ends = cut.Length < title.Length && title[cut.Length] == ' ';
        return $"{head}{(ends || word < room / 3 ? cut : cut[..word]).TrimEnd(' ', ',', ':', '—', '-', '«')}…";
    }

    private static bool Fits(IReadOnlyList<Button> row) => row.All(button => button.Label.Length <= Width(row.Count));

    private static int Columns(IReadOnlyList<Button> row)
    {
        var columns = row.Count;
        while (columns > 1 && row.Any(button => button.Label.Length > Width(columns))) columns--;
        return columns;
    }
}
