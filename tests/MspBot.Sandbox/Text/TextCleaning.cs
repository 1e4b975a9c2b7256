using System.Text;

namespace MspBot.Sandbox;

/// <summary>What Telegram does to any text before keeping it: control characters, blanks at the ends, entities put in order.</summary>
internal static class TextCleaning
{
    public static FormattedText Clean(FormattedText source)
    {
        var entities = EntityOrder.Fix([.. source.Entities.Where(e => e.Length > 0)]);
        var text = WithoutControls(source.Text, ref entities);
        entities = WithoutBlanks(text, entities);
        text = Trim(text, ref entities);
        return new FormattedText(text, EntityOrder.Merge(entities, AutoEntities.Find(text)));
    }

    private static bool IsRemoved(char c) => c is '\r' or (>= '\u2028' and <= '\u202e') or '\u0333' or '\u033f' or '\u030a';

    private static bool IsBlank(char c) => c is ' ' or '\n';

    private static string WithoutControls(string text, ref List<TextEntity> entities)
    {
        var isClean = true;
        foreach (var c in text.AsSpan()) isClean &= !IsRemoved(c) && (c >= ' ' || c == '\n');
        if (isClean) return text;

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
        entities = entities.ConvertAll(e => e with { Offset = Place(e.Offset), Length = Place(e.End) - Place(e.Offset) });
        return result.ToString();
    }

    /// <summary>An entity never begins with a blank, and one of blanks alone is none.</summary>
    private static List<TextEntity> WithoutBlanks(string text, List<TextEntity> entities)
    {
        var kept = new List<TextEntity>(entities.Count);
        foreach (var e in entities)
        {
            var (start, end) = (e.Offset, Math.Min(e.End, text.Length));
            while (start < end && IsBlank(text[start])) start++;
            if (start < end) kept.Add(e with { Offset = start, Length = end - start });
        }

        return EntityOrder.Fix(kept);
    }

    private static string Trim(string text, ref List<TextEntity> entities)
    {
        var end = text.Length;
        while (end > 0 && IsBlank(text[end - 1])) end--;
        var start = 0;
        while (start < end && IsBlank(text[start])) start++;
        if (start == 0 && end == text.Length) return text;
        entities = entities.ConvertAll(e => e with { Offset = e.Offset - start, Length = Math.Min(e.End, end) - e.Offset });
        return text[start..end];
    }
}
