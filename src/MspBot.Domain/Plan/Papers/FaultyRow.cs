namespace MspBot.Domain.Plan.Papers;

/// <summary>Why what a row says cannot be applied to the item of its code.</summary>
public enum RowFault
{
    /// <summary>The item has been taken out of the plan.</summary>
    Gone,

    /// <summary>The item is on its way out, and the row says something else: to apply it would keep the item in the plan.</summary>
    Leaving,

    /// <summary>The code is another item's: codes were moved against their rows.</summary>
    Shifted,

    /// <summary>The item says something else than when it was printed: which of both is newer, nobody knows.</summary>
    Stale,
}

/// <summary>A row that stops its table.</summary>
/// <param name="Index">Which row, counted from 0.</param>
/// <param name="Because">Why.</param>
/// <param name="Number">Of the item that its code names.</param>
/// <param name="Other">Of a shifted row: the item that it speaks of.</param>
public sealed record FaultyRow(int Index, RowFault Because, int Number, int? Other = null)
{
    /// <summary>
    /// Rows under the code of one item that say what another one says. A single such row may be a copy; it is none where that other
    /// item's own row says something else too.
    /// </summary>
    internal static IReadOnlyDictionary<int, int> Shifted(TableItems items, IReadOnlyList<ImportRow> rows)
    {
        var changed = rows.Select((row, index) => (Row: row, Index: index))
            .Where(one => one.Row.Printed is { } printed && items.Find(printed.Number) is { } own && !items.Says(own, one.Row)).ToList();
        var saysElse = changed.Select(one => one.Row.Printed!.Number).ToHashSet();
        var ofOthers = changed.Select(one => (one.Index, Others: items.SaidBy(one.Row).Select(item => item.Number).ToList()))
            .Where(one => one.Others.Count > 0).ToList();
        return ofOthers.Where(one => ofOthers.Count > 1 || one.Others.Exists(saysElse.Contains))
            .ToDictionary(one => one.Index, one => one.Others.Find(saysElse.Contains) is > 0 and var other ? other : one.Others[0]);
    }
}
