using System.Text;

namespace MspBot.Sandbox;

/// <summary>What Telegram does to any text before keeping it: control characters, trimming, entities put in order.</summary>
internal static class TextCleaning
{
    public static FormattedText Clean(FormattedText source)
    {
        var (text, entities) = WithoutControls(source.Text, source.Entities);
        (text, entities) = Trim(text, entities);
        entities = Tidy(text, entities);
        AutoEntities.AddTo(text, entities);
        return new FormattedText(text, entities);
    }

    private static bool IsRemoved(char c) => c is '\r' or (>= '\u2028' and <= '\u202e');

    private static (string Text, List<TextEntity> Entities) WithoutControls(string text, IReadOnlyList<TextEntity> entities)
    {
        var clean = true;
        foreach (var c in text.AsSpan()) clean &= !IsRemoved(c) && (c >= ' ' || c == '\n');
        if (clean) return (text, [.. entities]);

        // Where each unit of the old text stands in the new one.
        var places = new int[text.Length + 1];
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            places[i] = result.Length;
            if (!IsRemoved(text[i])) result.Append(text[i] < ' ' && text[i] != '\n' ? ' ' : text[i]);
        }

        places[text.Length] = result.Length;
        int Place(int old) => places[Math.Clamp(old, 0, text.Length)];
        return (result.ToString(), [.. entities.Select(e => e with { Offset = Place(e.Offset), Length = Place(e.End) - Place(e.Offset) })]);
    }

    private static (string Text, List<TextEntity> Entities) Trim(string text, List<TextEntity> entities)
    {
        var end = text.Length;
        while (end > 0 && text[end - 1] is (' ' or '\n')) end--;

        // Leading blanks go up to the first entity only: one inside an entity stays.
        var limit = Math.Min(end, entities.Count > 0 ? entities.Min(e => e.Offset) : end);
        var start = 0;
        while (start < limit && text[start] is (' ' or '\n')) start++;
        if (start == 0 && end == text.Length) return (text, entities);
        var kept = new List<TextEntity>(entities.Count);
        foreach (var e in entities)
        {
            var from = Math.Clamp(e.Offset - start, 0, end - start);
            var to = Math.Clamp(e.End - start, 0, end - start);
            if (to > from) kept.Add(e with { Offset = from, Length = to - from });
        }

        return (text[start..end], kept);
    }

    private static List<TextEntity> Tidy(string text, List<TextEntity> entities)
    {
        if (entities.Count == 0) return entities;
        var kept = new List<TextEntity>(entities.Count);
        foreach (var e in entities)
        {
            if (e.Length <= 0 || e.Offset < 0 || e.End > text.Length) continue;
            if (text.AsSpan(e.Offset, e.Length).Trim().IsEmpty) continue;

            // Code holds nothing else, and the same style twice, nested or side by side, is one.
            if (kept.Exists(k => k.Type is "code" or "pre" && k.Offset <= e.Offset && k.End >= e.End)) continue;
            var twin = IsStyle(e.Type) ? kept.FindIndex(k => k.Type == e.Type && k.End >= e.Offset) : -1;
            if (twin < 0) kept.Add(e);
            else kept[twin] = kept[twin] with { Length = Math.Max(kept[twin].End, e.End) - kept[twin].Offset };
        }

        kept.Sort(TextEntity.Compare);
        return kept;
    }

    private static bool IsStyle(string type) => type is "bold" or "italic" or "underline" or "strikethrough" or "spoiler";
}
