using System.Globalization;
using System.Text.RegularExpressions;

namespace MspBot.Domain.Clock;

/// <summary>Reads a typed day and time. A day without a year is the next such day from today on.</summary>
public static partial class TypedMomentReader
{
    private static readonly (string Stem, string Short, DayOfWeek Day)[] Weekdays =
    [
        ("понедельник", "пн", DayOfWeek.Monday), ("вторник", "вт", DayOfWeek.Tuesday), ("сред", "ср", DayOfWeek.Wednesday),
        ("четверг", "чт", DayOfWeek.Thursday), ("пятниц", "пт", DayOfWeek.Friday), ("суббот", "сб", DayOfWeek.Saturday),
        ("воскресень", "вс", DayOfWeek.Sunday),
    ];

    private static readonly string[] Months =
        ["январ", "феврал", "март", "апрел", "ма", "июн", "июл", "август", "сентябр", "октябр", "ноябр", "декабр"];

    public static TypedMoment Read(string typed, DateOnly today)
    {
        var text = typed.Trim().ToLowerInvariant().Replace('ё', 'е');
        // A day in words first: «пятница 14.30» has a time in figures, not a second day.
        var found = InWords(text, today) ?? Ahead(text, today) ?? Weekday(text, today) ?? InFigures(text, today);
        if (found is { Day: null }) return new TypedMoment.NoSuchDay(found.Typed);

        var rest = Prepositions().Replace(found?.Rest ?? text, "").Trim(' ', ',', '.');
        if (rest.Length == 0) return found is null ? new TypedMoment.Unclear() : new TypedMoment.Understood(found.Day, null);
        return ReadTime(rest) is TypedMoment.Understood time ? time with { Day = found?.Day } : ReadTime(rest);
    }

    /// <summary>A day as it was written, and what is left of the text without it. The day is null when there is no such day.</summary>
    private sealed record DayFound(DateOnly? Day, string Typed, string Rest);

    private static DayFound? InWords(string text, DateOnly today)
    {
        foreach (Match match in Words().Matches(text))
        {
            var month = Array.FindIndex(Months, m => match.Groups["m"].Value.StartsWith(m, StringComparison.Ordinal));
            if (month < 0) continue;
            var found = Found(text, match, Day(Number(match, "d"), month + 1, match.Groups["y"].Value, today));
            // «чт, 26 ноября, 14:00», as days are written back: the date itself says which weekday it is.
            return Weekday(found.Rest, today) is { } named ? found with { Rest = named.Rest } : found;
        }
        return null;
    }

    private static DayFound? Ahead(string text, DateOnly today) =>
        Relative().Match(text) is not { Success: true } match ? null
            : Found(text, match,
                today.AddDays(match.Value switch { "позавчера" => -2, "вчера" => -1, "сегодня" => 0, "завтра" => 1, _ => 2 }));

    private static DayFound? Weekday(string text, DateOnly today)
    {
        foreach (Match word in Word().Matches(text))
        {
            var at = Array.FindIndex(Weekdays, w => word.Value == w.Short || word.Value.StartsWith(w.Stem, StringComparison.Ordinal));
            if (at < 0) continue;
            var ahead = ((int)Weekdays[at].Day - (int)today.DayOfWeek + 7) % 7;
            return Found(text, word, today.AddDays(ahead == 0 ? 7 : ahead));
        }
        return null;
    }

    private static DayFound? InFigures(string text, DateOnly today)
    {
        var match = YearFirst().Match(text) is { Success: true } iso ? iso : Figures().Match(text);
        return match.Success ? Found(text, match, Day(Number(match, "d"), Number(match, "m"), match.Groups["y"].Value, today)) : null;
    }

    private static DayFound Found(string text, Match match, DateOnly? day) =>
        new(day, match.Value.Trim(), text.Remove(match.Index, match.Length));

    /// <summary>Reads what was typed where only a time is asked for («15.30» is then no day).</summary>
    public static TypedMoment ReadTime(string typed)
    {
        var text = typed.Trim().ToLowerInvariant();
        if (Clock().Match(text) is not { Success: true } clock) return new TypedMoment.Unclear();
        var hour = Number(clock, "h");
        var minute = clock.Groups["m"].Success ? Number(clock, "m") : 0;
        if (hour > 23 || minute > 59) return new TypedMoment.NoSuchTime(typed.Trim());
        var part = clock.Groups["p"].Value;
        return new TypedMoment.Understood(null, new TimeOnly(InPart(hour, part), minute)) { SaysPartOfDay = part.Length > 0 };
    }

    /// <summary>«3 дня» is 15, «8 вечера» is 20, «12 ночи» is midnight.</summary>
    private static int InPart(int hour, string part) => (part, hour) switch
    {
        ("ночи" or "вечера", 12) => 0,
        ("ночи", >= 9) => hour < 12 ? hour + 12 : hour,
        ("дня", < 7) or ("вечера", < 12) => hour + 12,
        _ => hour,
    };

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private static DateOnly? Day(int day, int month, string y, DateOnly today)
    {
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

    // Not \d, which takes the figures of every alphabet.
    [GeneratedRegex(@"(?<![0-9])(?<d>[0-9]{1,2})[./-](?<m>[0-9]{1,2})(?:[./-](?<y>[0-9]{4}|[0-9]{2}))?(?![0-9:])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Figures();

    [GeneratedRegex(@"(?<![0-9])(?<y>[0-9]{4})-(?<m>[0-9]{1,2})-(?<d>[0-9]{1,2})(?![0-9:])", RegexOptions.CultureInvariant)]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"(?<![0-9])(?<d>[0-9]{1,2})\s+(?<m>[а-я]+)(?:\s+(?<y>[0-9]{4})(?![0-9]))?", RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    [GeneratedRegex(@"(?<![а-я])(позавчера|вчера|сегодня|послезавтра|завтра)(?![а-я])", RegexOptions.CultureInvariant)]
    private static partial Regex Relative();

    [GeneratedRegex(@"[а-я]{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"(?<![а-я])(?:в|во|на|к|г|год|года)(?![а-я])", RegexOptions.CultureInvariant)]
    private static partial Regex Prepositions();

    [GeneratedRegex(
        @"^(?:в\s*)?(?<h>[0-9]{1,2})(?:(?:\s*[:.\-]\s*|\s+)(?<m>[0-9]{2}))?\s*(?:часов|часа|час|ч)?\.?\s*(?<p>утра|дня|вечера|ночи)?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Clock();
}
