using System.Globalization;
using MspBot.Domain.Clock;
using MspBot.Domain.Log;
using MspBot.Domain.Spelling;
using MspBot.Host.Configuration;
using MspBot.Host.Log;
using MspBot.Host.People;

namespace MspBot.Host.Consultations.Hours;

/// <summary><c>days.csv</c>: days off and working days that were moved, «date;kind;like», UTF-8; lines with «#» say nothing.</summary>
internal static class DaysFile
{
    private const string Off = "выходной";
    private const string Worked = "рабочий";
    private static readonly string[] Formats = ["dd.MM.yyyy", "d.M.yyyy", "yyyy-MM-dd"];
    private static readonly string[] Weekdays = ["вс", "пн", "вт", "ср", "чт", "пт", "сб"];

    internal static WatchedFile Watched(string folder) => new(SettingsFile.Days, Find(folder));

    private static string Find(string folder) => DataFile.Find(folder, "days.csv", "Consultations/Hours/days.example.csv");

    /// <exception cref="SettingException">The file is wrong.</exception>
    internal static WorkingCalendar Read(string folder)
    {
        var path = Find(folder);
        return new(Parse(path, DataFile.Text(path)));
    }

    internal static IReadOnlyDictionary<DateOnly, MovedDay> Parse(string path, string text)
    {
        var lines = text.Split('\n');
        if (Cells(lines[0]) is not ["date", "kind", ..]) throw DataFile.Wrong(path, 1, "the first line should be \"date;kind;like\"");
        var days = new Dictionary<DateOnly, MovedDay>();
        for (var n = 1; n < lines.Length; n++)
        {
            if (Cells(lines[n]) is [""] || lines[n].TrimStart().StartsWith('#')) continue;   // «;;» too: a spreadsheet's empty row
            var (day, moved) = One(path, n + 1, lines[n]);
            if (!days.TryAdd(day, moved)) throw DataFile.Wrong(path, n + 1, $"{day:dd.MM.yyyy} stands in a line above already");
        }
        return days;
    }

    private static (DateOnly Day, MovedDay Moved) One(string path, int number, string line)
    {
        var cells = Cells(line);
        if (!DateOnly.TryParseExact(cells[0], Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            throw DataFile.Wrong(path, number, $"«{cells[0]}» is no date; it should look like 31.12.2026");
        var moved = (cells.ElementAtOrDefault(1), cells.ElementAtOrDefault(2) ?? "") switch
        {
            (Off, "") => new MovedDay(false),
            (Off, _) => throw DataFile.Wrong(path, number, "a day off has no hours: leave the third column empty"),
            (Worked, "") => new MovedDay(true),
            (Worked, var like)
                when Array.IndexOf(Weekdays, like.Replace("как", "", StringComparison.Ordinal).Trim()) is >= 0 and var weekday =>
                new MovedDay(true, (DayOfWeek)weekday),
            (Worked, var like) =>
                throw DataFile.Wrong(path, number,
                    $"«{like}» is not understood; it should be empty or one of: {string.Join(", ", Weekdays.Select(w => $"как {w}"))}"),
            var (kind, _) => throw DataFile.Wrong(path, number, $"the kind «{kind}» is not known; it should be one of: {Off}, {Worked}"),
        };
        return cells.Length > 3
            ? throw DataFile.Wrong(path, number, "has too many columns; it should be a date, a kind and perhaps a weekday") : (day, moved);
    }

    private static string[] Cells(string line)
    {
        var cells = OneLine.Of(line).ToLowerInvariant()
            .Split(line.Contains(';', StringComparison.Ordinal) ? ';' : ',', StringSplitOptions.TrimEntries);
        // A spreadsheet writes the empty cells at the end as well.
        return [.. cells.Take(Math.Max(1, Array.FindLastIndex(cells, c => c.Length > 0) + 1))];
    }
}
