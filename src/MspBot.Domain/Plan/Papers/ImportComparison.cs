using System.Security.Cryptography;
using System.Text;

namespace MspBot.Domain.Plan.Papers;

/// <summary>What a table would do to a plan as it stands.</summary>
/// <param name="Added">In the order of the table.</param>
/// <param name="Changed">By number, with what they are to say.</param>
/// <param name="Missing">Items that are in the plan and not in the table, and that it can take out; by number.</param>
/// <param name="Left">The others that are not in it: newer than the table, or never sent.</param>
/// <param name="Faulty">Rows that cannot be applied, in the order of the table.</param>
/// <param name="Seen">Names the state of the plan: another one, and something else could come of it.</param>
public sealed record ImportComparison(
    IReadOnlyList<ItemText> Added, IReadOnlyList<(ItemNow Item, ItemText Text)> Changed, IReadOnlyList<ItemNow> Missing,
    IReadOnlyList<ItemNow> Left, IReadOnlyList<FaultyRow> Faulty, string Seen)
{
    /// <summary>Whether it does nothing, unless what is missing is taken out.</summary>
    public bool IsEmpty => Added.Count == 0 && Changed.Count == 0;

    /// <summary>Whether the plan has items that the table lacks.</summary>
    public bool LacksItems => Missing.Count > 0 || Left.Count > 0;

    /// <summary>The table and the plan do not fit together: nothing of it can be applied.</summary>
    public bool IsOutdated => Faulty.Count > 0;

    /// <summary>How many items that the table lacks go at once when they are taken out; the others wait until that is agreed.</summary>
    public int GoAtOnce => Missing.Count(item => item.WayOut != WayOut.OnceAgreed);

    /// <summary>Numbers of items whose rows have this fault.</summary>
    public IReadOnlyList<int> With(RowFault because) => [.. Faulty.Where(row => row.Because == because).Select(row => row.Number)];

    /// <summary>How many items wait for the department now and would come back to the head.</summary>
    /// <param name="excludes">What is missing is taken out; what goes at once does not come back.</param>
    public int TakenBack(bool excludes) => Changed.Select(one => one.Item)
        .Concat(excludes ? Missing.Where(item => item.WayOut == WayOut.OnceAgreed) : [])
        .Count(item => item.State == ItemState.Submitted);

    /// <summary>Whether the plan holds as many items as there would be then.</summary>
    /// <param name="items">As they stand.</param>
    /// <param name="excludes">What is missing is taken out; what is in force stays until that is agreed.</param>
    public bool Fits(IReadOnlyList<ItemNow> items, bool excludes) =>
        items.Count(item => !item.IsExcluded) + Added.Count - (excludes ? GoAtOnce : 0) <= PlanBounds.Items;

    public static ImportComparison Of(IReadOnlyList<ItemNow> items, IReadOnlyList<ImportRow> rows)
    {
        var there = new TableItems(items);
        var named = rows.Select(row => row.Printed?.Number).OfType<int>().ToHashSet();
        var (shifted, taken) = (FaultyRow.Shifted(there, rows), new HashSet<int>(named));
        var (added, changed, faulty) = (new List<ItemText>(), new List<(ItemNow, ItemText)>(), new List<FaultyRow>());
        foreach (var (row, index) in rows.Select((row, index) => (row, index)))
        {
            if (row.Printed is not { Number: var number } printed)
            {
                // What no code names and says the same is that item, not another of its kind.
                if (there.SaidBy(row, but: taken).FirstOrDefault() is { } same) taken.Add(same.Number);
                else added.Add(row.Text);
            }
            else if (there.Find(number) is not { } item) faulty.Add(new(index, RowFault.Gone, number));
            else if (there.Says(item, row)) continue;
            else if (shifted.TryGetValue(index, out var other)) faulty.Add(new(index, RowFault.Shifted, number, other));
            else if (item.IsExcluding) faulty.Add(new(index, RowFault.Leaving, number));
            else if (!printed.Says(item.Text, item.IsExcluding)) faulty.Add(new(index, RowFault.Stale, number));
            else changed.Add((item, there.TextFor(item, row)));
        }
        var lacking = there.All.Where(item => !item.IsExcluding && !taken.Contains(item.Number))
            .ToLookup(item => item.WayOut != WayOut.ByHand && item.Number <= named.DefaultIfEmpty().Max());
        return new(added, [.. changed.OrderBy(one => one.Item1.Number)], [.. lacking[true]], [.. lacking[false]], faulty,
            Fingerprint(items));
    }

    private static string Fingerprint(IEnumerable<ItemNow> items) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join(',', items.OrderBy(item => item.Id.Value).Select(item =>
            FormattableString.Invariant($"{item.Id.Value}.{item.Revision}"))))))[..12];
}
