using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace MspBot.Domain.Plan.Papers;

/// <summary>
/// The code by which a row of a table is known again as an item: «26/7-KQMD», the plan's year, the item's number, and letters that depend
/// on both and on when the plan was made. So a row of another plan is known, and so is a code that a spreadsheet has counted on.
/// </summary>
public static partial class ItemCode
{
    /// <summary>Four of these are a million; none of them reads as a number, a date or a word.</summary>
    private const string Letters = "BCDFGHJKLMNPQRSTVWXZBCDFGHJKLMNP";

    public static string Of(PlanStamp plan, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{plan.Year % 100:00}/{number}-{Check(plan, number)}");

    /// <returns>Null: <paramref name="number"/> is that of an item that this plan has or had.</returns>
    public static ItemCodeFault? Read(string typed, PlanStamp plan, out int number)
    {
        number = 0;
        if (Written().Match(typed.Trim().ToUpperInvariant()) is not { Success: true } match
            || !int.TryParse(match.Groups["number"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out number))
            return ItemCodeFault.Unclear;
        return Of(plan, number).EndsWith(match.Groups["check"].Value, StringComparison.Ordinal)
            && match.Groups["year"].Value == $"{plan.Year % 100:00}" ? null : ItemCodeFault.OtherPlan;
    }

    private static string Check(PlanStamp plan, int number)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
            $"{plan.Year}:{plan.MadeAt.ToUnixTimeMilliseconds()}:{number}")));
        return string.Concat(hash.Take(4).Select(one => Letters[one % Letters.Length]));
    }

    [GeneratedRegex("^(?<year>[0-9]{2})/(?<number>[0-9]{1,6})-(?<check>[A-Z]{4})$")]
    private static partial Regex Written();
}

/// <summary>What tells a plan from every other one, also of another site.</summary>
public readonly record struct PlanStamp(int Year, DateTimeOffset MadeAt);

/// <summary>Why a code is none of this plan's.</summary>
public enum ItemCodeFault
{
    /// <summary>It was changed by hand, or counted on by a spreadsheet.</summary>
    Unclear,
    OtherPlan,
}
