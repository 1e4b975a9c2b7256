using MspBot.Domain.People;
using MspBot.Domain.Surveys.Filling;

namespace MspBot.Domain.Surveys.Summary;

/// <summary>Shares of so few that they tell of single children: observers do not see them for one school.</summary>
public static class SmallShares
{
    /// <summary>A share of so many is shown.</summary>
    public const int Least = 5;

    /// <summary>
    /// Whose values are not shown. Where it would be one school alone, the next smallest share is not shown either: the district's sum less
    /// all others would be that school's.
    /// </summary>
    public static IReadOnlySet<SchoolId> Hidden(Measure measure, IReadOnlyDictionary<SchoolId, SurveyValue> values)
    {
        if (!measure.IsShare) return new HashSet<SchoolId>();
        List<SchoolId> bySize =
        [
            .. values.Where(one => measure.Counts(one.Value)).OrderBy(one => one.Value.Whole).ThenBy(one => one.Key.Value)
                .Select(one => one.Key),
        ];
        var small = bySize.Count(school => values[school].Whole < Least);
        return bySize.Take(small == 1 ? 2 : small).ToHashSet();
    }

    /// <summary>Whether the district's sum itself is of one school that is not shown.</summary>
    public static bool HidesDistrict(Measure measure, IReadOnlyDictionary<SchoolId, SurveyValue> values) =>
        Hidden(measure, values).Count == 1;
}
