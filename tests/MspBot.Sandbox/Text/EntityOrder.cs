namespace MspBot.Sandbox;

/// <summary>Keeps entities nested: links and code never cross, styles are cut where those begin and end.</summary>
internal static class EntityOrder
{
    private static readonly string[] Styles = ["bold", "italic", "underline", "strikethrough", "spoiler"];

    public static List<TextEntity> Fix(List<TextEntity> entities)
    {
        entities.Sort(TextEntity.Compare);
        return entities.Count < 2 || IsValid(entities) ? entities : Rebuild(entities);
    }

    /// <summary>Adds what was found in the text, where it does not clash with links and code given by the bot.</summary>
    public static List<TextEntity> Merge(List<TextEntity> entities, List<TextEntity> found)
    {
        if (found.Count == 0) return entities;
        var solid = entities.FindAll(e => !IsStyle(e) && !IsQuote(e));
        var quotes = entities.FindAll(IsQuote);
        var added = found.FindAll(f => !solid.Exists(s => Overlap(s, f)) && !quotes.Exists(q => Overlap(q, f) && !Holds(q, f)));
        return added.Count == 0 ? entities : Rebuild([.. entities, .. added]);
    }

    private static bool IsStyle(TextEntity e) => Array.IndexOf(Styles, e.Type) >= 0;

    private static bool IsQuote(TextEntity e) => e.Type is "blockquote" or "expandable_blockquote";

    private static bool IsCode(TextEntity e) => e.Type is "code" or "pre";

    private static bool Overlap(TextEntity a, TextEntity b) => a.Offset < b.End && b.Offset < a.End;

    private static bool Holds(TextEntity outer, TextEntity inner) => outer.Offset <= inner.Offset && inner.End <= outer.End;

    private static bool IsValid(List<TextEntity> sorted)
    {
        for (var i = 0; i < sorted.Count; i++)
        {
            for (var j = i + 1; j < sorted.Count; j++)
            {
                var (a, b) = (sorted[i], sorted[j]);
                if (a.Type == b.Type && IsStyle(a) && b.Offset <= a.End) return false;
                if (!Overlap(a, b)) continue;
                if (!Holds(a, b) || IsCode(a) || (IsStyle(a) && !IsStyle(b))) return false;
                if (!IsStyle(a) && !IsStyle(b) && !IsQuote(a)) return false;
            }
        }

        return true;
    }

    private static List<TextEntity> Rebuild(List<TextEntity> entities)
    {
        entities.Sort(TextEntity.Compare);
        var solid = FirstOnes(entities.FindAll(e => !IsStyle(e) && !IsQuote(e)));
        var quotes = FirstOnes(entities.FindAll(IsQuote));
        solid.RemoveAll(s => quotes.Exists(q => Overlap(q, s) && !Holds(q, s)));
        var runs = Styles.SelectMany(type => Runs(entities.FindAll(e => e.Type == type))).ToList();
        int[] cuts = [.. solid.Concat(quotes).SelectMany(e => (int[])[e.Offset, e.End]).Concat(runs.Select(e => e.Offset)).Distinct()
            .Order()];
        List<TextEntity> result = [.. quotes, .. solid];
        foreach (var run in runs)
        {
            result.AddRange(Cut(run, cuts).Where(part => !solid.Exists(s => IsCode(s) && Holds(s, part))));
        }

        result.Sort(TextEntity.Compare);
        return result;
    }

    private static List<TextEntity> FirstOnes(List<TextEntity> sorted)
    {
        var kept = new List<TextEntity>(sorted.Count);
        foreach (var e in sorted)
        {
            if (!kept.Exists(k => Overlap(k, e))) kept.Add(e);
        }

        return kept;
    }

    /// <summary>Overlapping and touching parts of one style are one.</summary>
    private static List<TextEntity> Runs(List<TextEntity> sorted)
    {
        var runs = new List<TextEntity>(sorted.Count);
        foreach (var e in sorted)
        {
            if (runs.Count > 0 && e.Offset <= runs[^1].End)
                runs[^1] = runs[^1] with { Length = Math.Max(runs[^1].End, e.End) - runs[^1].Offset };
            else runs.Add(e);
        }

        return runs;
    }

    private static IEnumerable<TextEntity> Cut(TextEntity run, int[] cuts)
    {
        var from = run.Offset;
        foreach (var cut in cuts)
        {
            if (cut <= from) continue;
            if (cut >= run.End) break;
            yield return run with { Offset = from, Length = cut - from };
            from = cut;
        }

        yield return run with { Offset = from, Length = run.End - from };
    }
}
