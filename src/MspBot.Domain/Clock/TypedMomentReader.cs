using System.Globalization;
using System.Text.RegularExpressions;

namespace MspBot.Domain.Clock;

/// <summary>Reads a typed day and time. A day without a year is the next such day from today on.</summary>
public static partial class TypedMomentReader
{
    private static readonly (string Stem, DayOfWeek Day)[] Weekdays =
    [
        ("понедельник", DayOfWeek.Monday), ("вторник", DayOfWeek.Tuesday), ("сред", DayOfWeek.Wednesday), ("четверг", DayOfWeek.Thursday),
        ("пятниц", DayOfWeek.Friday), ("суббот", DayOfWeek.Saturday), ("воскресень", DayOfWeek.Sunday),
        ("пн", DayOfWeek.Monday), ("вт", DayOfWeek.Tuesday), ("ср", DayOfWeek.Wednesday), ("чт", DayOfWeek.Thursday),
        ("пт", DayOfWeek.Friday), ("сб", DayOfWeek.Saturday), ("вс", DayOfWeek.Sunday),
    ];

    private static readonly string[] Months =
        ["январ", "феврал", "март", "апрел", "ма", "июн", "июл", "август", "сентябр", "октябр", "ноябр", "декабр"];

    public static TypedMoment Read(string typed, DateOnly today)
    {
        var rest = typed.Trim().ToLowerInvariant().Replace('ё', 'е');
        DateOnly? day = null;

        if (Numbers().Match(rest) is { Success: true } numbers)
        {
            if (Day(numbers.Groups["d"].Value, numbers.Groups["m"].Value, numbers.Groups["y"].Value, today) is not { } found)
                return new TypedMoment.NoSuchDay(numbers.Value.Trim());
            (day, rest) = (found, rest.Remove(numbers.Index, numbers.Length));
        }
        else if (Words().Match(rest) is { Success: true } words
            && Array.FindIndex(Months, m => words.Groups["m"].Value.StartsWith(m, StringComparison.Ordinal)) is var month and >= 0)
        {
            if (Day(words.Groups["d"].Value, (month + 1).ToString(CultureInfo.InvariantCulture), words.Groups["y"].Value, today) is not { } found)
                return new TypedMoment.NoSuchDay(words.Value.Trim());
            (day, rest) = (found, rest.Remove(words.Index, words.Length));
        }
        else if (Relative().Match(rest) is { Success: true } relative)
        {
            var ahead = relative.Value switch { "сегодня" => 0, "завтра" => 1, _ => 2 };
            (day, rest) = (today.AddDays(ahead), rest.Remove(relative.Index, relative.Length));
        }
        else if (FirstWord().Match(rest) is { Success: true } word
            && Array.Find(Weekdays, w => word.Value.StartsWith(w.Stem, StringComparison.Ordinal)) is { Stem: not null } weekday)
        {
            var ahead = ((int)weekday.Day - (int)today.DayOfWeek + 7) % 7;
            (day, rest) = (today.AddDays(ahead == 0 ? 7 : ahead), rest.Remove(word.Index, word.Length));
        }

        rest = rest.Trim(' ', ',', '.');
        if (rest is "" or "в" or "г") return day is null ? new TypedMoment.Unclear() : new TypedMoment.Understood(day, null);
        if (rest.StartsWith("в ", StringComparison.Ordinal)) rest = rest[2..].Trim();
        return ReadTime(rest) is TypedMoment.Understood time ? time with { Day = day } : ReadTime(rest);
    }

    /// <summary>Reads what was typed where only a time is asked for («15.30» is then no day).</summary>
    public static TypedMoment ReadTime(string typed)
    {
        var text = typed.Trim().ToLowerInvariant();
        if (Clock().Match(text) is not { Success: true } clock) return new TypedMoment.Unclear();
        var hour = int.Parse(clock.Groups["h"].Value, CultureInfo.InvariantCulture);
        var minute = clock.Groups["m"].Success ? int.Parse(clock.Groups["m"].Value, CultureInfo.InvariantCulture) : 0;
        return hour > 23 || minute > 59 ? new TypedMoment.NoSuchTime(typed.Trim()) : new TypedMoment.Understood(null, new TimeOnly(hour, minute));
    }

    private static DateOnly? Day(string d, string m, string y, DateOnly today)
    {
        var day = int.Parse(d, CultureInfo.InvariantCulture);
        var month = int.Parse(m, CultureInfo.InvariantCulture);
        if (month is < 1 or > 12 || day < 1) return null;
        if (y.Length > 0)
        {
            var year = int.Parse(y, CultureInfo.InvariantCulture);
            if (year < 100) year += 2000;
            return year >= 2000 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
        }
        // The next one: this year's or, if it is over, the next year's; 29 February waits for its leap year.
        for (var year = today.Year; year <= today.Year + 8; year++)
        {
            if (day > DateTime.DaysInMonth(year, month)) continue;
            if (new DateOnly(year, month, day) is var found && found >= today) return found;
        }
        return null;
    }

    [GeneratedRegex(@"(?<!\d)(?<d>\d{1,2})[./-](?<m>\d{1,2})(?:[./-](?<y>\d{4}|\d{2}))?(?![\d:])", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"(?<!\d)(?<d>\d{1,2})\s+(?<m>[а-я]+)(?:\s+(?<y>\d{4}))?", RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    [GeneratedRegex(@"(?<![а-я])(сегодня|послезавтра|завтра)(?![а-я])", RegexOptions.CultureInvariant)]
    private static partial Regex Relative();

    [GeneratedRegex(@"(?<![а-я])[а-я]{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex FirstWord();

    [GeneratedRegex(@"^(?:в\s*)?(?<h>\d{1,2})(?:(?:\s*[:.\-]\s*|\s+)(?<m>\d{2}))?\s*(?:ч|час|часа|часов)?\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex Clock();
}
