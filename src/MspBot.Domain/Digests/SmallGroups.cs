namespace MspBot.Domain.Digests;

/// <summary>Ratings of fewer than three people stay unsaid, also where they could be worked out from what is said.</summary>
public static class SmallGroups
{
    /// <summary>
    /// Takes the means out of small groups. Where what is left unsaid would be one or two ratings in all, the smallest group
    /// that could be said is left unsaid as well: else the sum of all would give them away.
    /// </summary>
    public static IReadOnlyList<RatingGroup> Hide(IReadOnlyList<RatingGroup> groups)
    {
        var hidden = groups.Where(g => g.Count < Figures.FewestRatings).ToHashSet(ReferenceEqualityComparer.Instance);
        var unsaid = groups.Where(hidden.Contains).Sum(g => g.Count);
        if (unsaid is > 0 and < Figures.FewestRatings && groups.Where(g => !hidden.Contains(g)).MinBy(g => g.Count) is { } smallest)
            hidden.Add(smallest);
        return [.. groups.Select(g => hidden.Contains(g) ? g with { Rating = null, Usefulness = null } : g)];
    }
}
