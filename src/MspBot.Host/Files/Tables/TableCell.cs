using System.Globalization;

namespace MspBot.Host.Files.Tables;

/// <summary>What a cell says: words on one line, and a day where it holds a date.</summary>
/// <param name="Text">Empty: nothing is there. A number as it is written in Russian, a date as «15.10.2026».</param>
internal readonly record struct TableCell(string Text)
{
    private const int FirstSerial = 36_526;   // 1 January 2000
    private const int LastSerial = 73_050;    // 31 December 2099

    internal static TableCell Empty { get; } = new("");

    /// <summary>A real date, or words such as «15.10.2026».</summary>
    internal DateOnly? Day { get; private init; }

    /// <summary>The date is shown as «октябрь 2026»: which day of the month stands there means nothing.</summary>
    internal bool ShowsMonth { get; private init; }

    /// <summary>What is in it has a fault that is told already.</summary>
    internal bool IsFaulty { get; init; }

    internal bool IsEmpty => Text.Length == 0;

    /// <summary>A number, or words such as «12,5».</summary>
    internal double? Number =>
        double.TryParse(Text.Replace(',', '.').Replace(" ", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture,
            out var number) ? number : null;

    internal static TableCell OfNumber(double number)
    {
        var cell = new TableCell(number.ToString("0.############", CultureInfo.GetCultureInfo("ru-RU")));
        // A date that has lost its format is the number of a day.
        return number is >= FirstSerial and <= LastSerial && number == Math.Floor(number) ? cell with { Day = DayOf(number) } : cell;
    }

    internal static TableCell OfText(string text) =>
        DateOnly.TryParseExact(text, ["d.M.yyyy", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new(text) { Day = day } : new(text);

    /// <summary>Null: it is no day that can be.</summary>
    internal static TableCell? OfDate(double serial, bool showsMonth) => DayOf(serial) is { } day
        ? new(day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)) { Day = day, ShowsMonth = showsMonth } : null;

    private static DateOnly? DayOf(double serial) =>
        serial is >= 1 and < 2_958_466 ? DateOnly.FromDateTime(DateTime.FromOADate(serial)) : null;
}
