using System.Globalization;
using MspBot.Domain.Spelling;

namespace MspBot.Domain.Certificates;

/// <summary>Why typed months are no period.</summary>
public enum PeriodRefusal
{
    Unclear,
    EndsBeforeItBegins,
    NotBegunYet,
    TooLong,
}

/// <summary>Reads «09.2026», «09.2026 - 12.2026», «сентябрь 2026 – май 2027», «сентябрь–декабрь 2026».</summary>
public static class TypedMonths
{
    private const int LongestYears = 5;
    private static readonly string[] Months = ["янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"];

    public static PeriodRefusal? Read(string typed, DateOnly today, out CertificatePeriod period)
    {
        period = new(today, today);
        var sides = Folded.Of(typed).Split('-', StringSplitOptions.TrimEntries);
        if (sides.Length is 0 or > 2) return PeriodRefusal.Unclear;
        if (Month(sides[^1]) is not (var lastMonth, { } lastYear)) return PeriodRefusal.Unclear;
        if (Month(sides[0]) is not (var firstMonth, var firstYear)) return PeriodRefusal.Unclear;

        var (first, last) = (new DateOnly(firstYear ?? lastYear, firstMonth, 1),
            new DateOnly(lastYear, lastMonth, 1).AddMonths(1).AddDays(-1));
        if (last < first) return PeriodRefusal.EndsBeforeItBegins;
        if (first > today) return PeriodRefusal.NotBegunYet;
        if (last >= first.AddYears(LongestYears)) return PeriodRefusal.TooLong;
        period = new(first, last);
        return null;
    }

    /// <summary>The year may be missing: then it is the other month's.</summary>
    private static (int Month, int? Year)? Month(string text)
    {
        var parts = text.Split(['.', ' ', '/'], StringSplitOptions.RemoveEmptyEntries);
        if (parts is not [var name, .. { Length: <= 1 } year]) return null;
        if (Number(name, 1, 12) is not { } month && (month = Named(name)) == 0) return null;
        if (year is []) return (month, null);
        return Number(year[0], 2000, 2100) is { } number ? (month, number) : null;
    }

    /// <summary>«март» goes before «май», which is found by two letters.</summary>
    private static int Named(string name) =>
        name.All(char.IsLetter) ? Array.FindIndex(Months, m => name.StartsWith(m, StringComparison.Ordinal)) + 1 : 0;

    private static int? Number(string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
        : null;
}
