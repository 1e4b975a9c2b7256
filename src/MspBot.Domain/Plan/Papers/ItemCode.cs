using System.Globalization;
using System.Text.RegularExpressions;

namespace MspBot.Domain.Plan.Papers;

/// <summary>
/// The code by which a row of a table is known again as an item: «26/7-KQMD-XBCFG-HJKL», the plan's year, the item's number, letters that
/// depend on all of the code and on when the plan was made, and what the row said. So a row of another plan is known, and so is a code that
/// a spreadsheet has counted on.
/// </summary>
public static partial class ItemCode
{
    private const int LettersOfCheck = 4;

    public static string Of(PlanStamp plan, PrintedItem item) => string.Create(CultureInfo.InvariantCulture,
        $"{plan.Year % 100:00}/{item.Number}-{Check(plan, item)}-{item.State}-{item.Name}");

    /// <returns>Null: <paramref name="item"/> is one that this plan has or had.</returns>
    public static ItemCodeFault? Read(string typed, PlanStamp plan, out PrintedItem item)
    {
        item = new(0, "", "");
        if (Written().Match(typed.Trim().ToUpperInvariant()) is not { Success: true } match
            || !int.TryParse(match.Groups["number"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return ItemCodeFault.Unclear;
        item = new(number, match.Groups["state"].Value, match.Groups["name"].Value);
        return Check(plan, item) == match.Groups["check"].Value && match.Groups["year"].Value == $"{plan.Year % 100:00}"
            ? null : ItemCodeFault.OtherPlan;
    }

    private static string Check(PlanStamp plan, PrintedItem item) => PrintedItem.In(LettersOfCheck, string.Create(
        CultureInfo.InvariantCulture, $"{plan.Year}:{plan.MadeAt.ToUnixTimeMilliseconds()}:{item.Number}:{item.State}:{item.Name}"));

    [GeneratedRegex("^(?<year>[0-9]{2})/(?<number>[0-9]{1,6})-(?<check>[A-Z]{4})-(?<state>[A-Z]{5})-(?<name>[A-Z]{4})$")]
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
