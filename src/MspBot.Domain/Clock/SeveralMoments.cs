using System.Text.RegularExpressions;

namespace MspBot.Domain.Clock;

/// <summary>Several days with times in one line: «вт 15:30 или 16:30», «25.11 15:00, 26.11 16:00».</summary>
public static partial class SeveralMoments
{
    /// <summary>Each with its day: a time without one has that of the time before it, at the beginning that of the one after.</summary>
    /// <returns>At least two; null where the line is one moment, or none.</returns>
    public static IReadOnlyList<(DateOnly Day, TimeOnly Time)>? Read(string typed, DateOnly today)
    {
        if (TypedMomentReader.Read(typed, today) is TypedMoment.Understood) return null;
        var parts = new List<(DateOnly? Day, TimeOnly? Time)>();
        foreach (var piece in Or().Split(typed))
        {
            if (Pieces(piece.Trim(), today) is not { Count: > 0 } read) return null;
            parts.AddRange(read);
        }
        for (var n = 1; n < parts.Count; n++) parts[n] = (parts[n].Day ?? parts[n - 1].Day, parts[n].Time ?? parts[n - 1].Time);
        for (var n = parts.Count - 2; n >= 0; n--) parts[n] = (parts[n].Day ?? parts[n + 1].Day, parts[n].Time ?? parts[n + 1].Time);
        return parts.Count > 1 && parts.TrueForAll(p => p is { Day: not null, Time: not null })
            ? [.. parts.Select(p => (p.Day!.Value, p.Time!.Value)).Distinct()] : null;
    }

    /// <summary>Between commas, which also stand within one moment: «вт, 24 ноября, 15:00».</summary>
    private static List<(DateOnly? Day, TimeOnly? Time)>? Pieces(string text, DateOnly today)
    {
        if (Part(text, today) is { } whole) return [whole];
        var parts = new List<(DateOnly?, TimeOnly?)>();
        var words = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        for (var n = 0; n < words.Length;)
        {
            // As many of them as make one moment: «вт, 24 ноября, 15:00» has the most.
            var taken = Enumerable.Range(1, Math.Min(3, words.Length - n)).Reverse()
                .FirstOrDefault(count => Part(string.Join(", ", words[n..(n + count)]), today) is not null);
            if (taken == 0) return null;
            parts.Add(Part(string.Join(", ", words[n..(n + taken)]), today)!.Value);
            n += taken;
        }
        return parts;
    }

    private static (DateOnly? Day, TimeOnly? Time)? Part(string text, DateOnly today) => TypedMomentReader.Read(text, today) switch
    {
        TypedMoment.Understood it => (it.Day, it.Time),
        // «16.30» beside a day is a time.
        TypedMoment.NoSuchDay when TypedMomentReader.ReadTime(text) is TypedMoment.Understood time => (null, time.Time),
        _ => null,
    };

    [GeneratedRegex(@"\s*[;\n]\s*|\s+(?:или|либо|и)\s+|\s+/\s+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Or();
}
