using System.Security.Cryptography;
using System.Text;
using MspBot.Domain.People.Profile;
using MspBot.Domain.Spelling;

namespace MspBot.Domain.Plan.Papers;

/// <summary>A row of a table that was handed in.</summary>
/// <param name="Printed">The item that it is about, as it was printed; null: a new one.</param>
/// <param name="Text">What it says; words for the responsible person are that person where they name exactly one.</param>
/// <param name="Responsible">The words themselves.</param>
/// <param name="KeepsAudience">The table has no column for it.</param>
public sealed record ImportRow(PrintedItem? Printed, ItemText Text, string Responsible, bool KeepsAudience);

/// <summary>What becomes of an item that is taken out of the plan.</summary>
public enum WayOut
{
    /// <summary>Nobody has read it: nothing of it stays.</summary>
    Dropped,

    /// <summary>Nothing of it is in force: it is excluded at once.</summary>
    AtOnce,

    /// <summary>It stays until the department agrees that it goes.</summary>
    OnceAgreed,
}

/// <summary>An item as it stands beside a row.</summary>
/// <param name="Id">Which.</param>
/// <param name="Number">Its number in the plan.</param>
/// <param name="Revision">As it was read.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Text">What it says.</param>
/// <param name="ResponsibleWords">As a table names whoever is responsible.</param>
/// <param name="IsExcluding">It is on its way out.</param>
/// <param name="WayOut">What becomes of it when it is taken out.</param>
public sealed record ItemNow(
    PlanItemId Id, int Number, int Revision, ItemState State, ItemText Text, string ResponsibleWords, bool IsExcluding, WayOut WayOut)
{
    public bool IsExcluded => State == ItemState.Excluded;
}

/// <summary>What a table would do to a plan as it stands.</summary>
/// <param name="Added">In the order of the table.</param>
/// <param name="Changed">By number, with what they are to say.</param>
/// <param name="Missing">Items that are in the plan and not in the table.</param>
/// <param name="Gone">Numbers of items that the table names and that have been taken out of the plan.</param>
/// <param name="Stale">Numbers of items that were changed since the table was printed, and that it would change back.</param>
/// <param name="Seen">Names the state of the plan: another one, and something else could come of it.</param>
public sealed record ImportComparison(
    IReadOnlyList<ItemText> Added, IReadOnlyList<(ItemNow Item, ItemText Text)> Changed, IReadOnlyList<ItemNow> Missing,
    IReadOnlyList<int> Gone, IReadOnlyList<int> Stale, string Seen)
{
    /// <summary>Whether it does nothing, unless what is missing is taken out.</summary>
    public bool IsEmpty => Added.Count == 0 && Changed.Count == 0;

    /// <summary>The table knows less than the plan: nothing of it can be applied.</summary>
    public bool IsOutdated => Gone.Count > 0 || Stale.Count > 0;

    /// <summary>How many items that the table lacks go at once when they are taken out; the others wait until that is agreed.</summary>
    public int GoAtOnce => Missing.Count(item => item.WayOut != WayOut.OnceAgreed);

    /// <summary>How many items wait for the department now and would not wait any more.</summary>
    /// <param name="excludes">What is missing is taken out.</param>
    public int TakenBack(bool excludes) => Changed.Select(one => one.Item).Concat(excludes ? Missing : [])
        .Count(item => item.State == ItemState.Submitted);

    /// <summary>Whether the plan holds as many items as there would be then.</summary>
    /// <param name="items">As they stand.</param>
    /// <param name="excludes">What is missing is taken out; what is in force stays until that is agreed.</param>
    public bool Fits(IReadOnlyList<ItemNow> items, bool excludes) =>
        items.Count(item => !item.IsExcluded) + Added.Count - (excludes ? GoAtOnce : 0) <= PlanBounds.Items;

    public static ImportComparison Of(IReadOnlyList<ItemNow> items, IReadOnlyList<ImportRow> rows)
    {
        var there = items.Where(item => !item.IsExcluded).ToDictionary(item => item.Number);
        var unnamed = Unnamed(there.Values, rows);
        var (added, changed) = (new List<ItemText>(), new List<(ItemNow, ItemText)>());
        var (gone, stale, found) = (new List<int>(), new List<int>(), new HashSet<int>());
        foreach (var row in rows)
        {
            if ((row.Printed?.Number ?? Taken(unnamed, row)) is not { } number)
            {
                added.Add(row.Text);
            }
            else if (!there.TryGetValue(number, out var item))
            {
                gone.Add(number);
            }
            else
            {
                found.Add(number);
                if (IsStale(item, row)) stale.Add(number);
                else if (TextFor(item, row) is var text && text != Cleaned(item.Text)) changed.Add((item, text));
            }
        }
        return new(added, [.. changed.OrderBy(one => one.Item1.Number)],
            [.. there.Values.Where(item => !item.IsExcluding && !found.Contains(item.Number)).OrderBy(item => item.Number)], gone, stale,
            Fingerprint(items));
    }

    /// <summary>The row differs from its item, which has been changed since it was printed: which of both is newer, nobody knows.</summary>
    public static bool IsStale(ItemNow item, ImportRow row) =>
        row.Printed is { } printed && !printed.Says(item.Text, item.IsExcluding) && TextFor(item, row) != Cleaned(item.Text);

    /// <summary>Items that no code names: a row without a code that says the same is that item, not another of its kind.</summary>
    private static List<ItemNow> Unnamed(IEnumerable<ItemNow> items, IReadOnlyList<ImportRow> rows)
    {
        var named = rows.Select(row => row.Printed?.Number).OfType<int>().ToHashSet();
        return [.. items.Where(item => !named.Contains(item.Number)).OrderBy(item => item.Number)];
    }

    private static int? Taken(List<ItemNow> unnamed, ImportRow row)
    {
        if (unnamed.Find(item => TextFor(item, row) == Cleaned(item.Text)) is not { } same) return null;
        unnamed.Remove(same);
        return same.Number;
    }

    private static ItemText TextFor(ItemNow item, ImportRow row)
    {
        var text = row.KeepsAudience ? row.Text with { Audience = Cleaned(item.Text).Audience } : row.Text;
        return KeepsResponsible(item, row) ? text with { Responsible = Cleaned(item.Text).Responsible } : text;
    }

    /// <summary>
    /// Whoever the table names as the item does stays: two people of one name are told apart by nothing that a table says. So does whoever
    /// the untouched cell named: they may have another name by now, or be erased, and that name must not come back as words.
    /// </summary>
    private static bool KeepsResponsible(ItemNow item, ImportRow row) =>
        Folded.Same(row.Responsible, item.ResponsibleWords)
        || Folded.Same(row.Responsible, FullName.Short(item.ResponsibleWords))
        || (row.Printed is { } printed && printed.Says(item.Text, item.IsExcluding) && printed.Names(row.Responsible));

    /// <summary>As a table gives words back: on one line.</summary>
    private static ItemText Cleaned(ItemText text) => text with
    {
        Title = OneLine.Of(text.Title),
        Result = OneLine.Of(text.Result),
        Audience = text.Audience is { } audience ? OneLine.Of(audience) : null,
        Responsible = text.Responsible.Words is { } words ? Responsible.Of(OneLine.Of(words)) : text.Responsible,
    };

    private static string Fingerprint(IEnumerable<ItemNow> items) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join(',', items.OrderBy(item => item.Id.Value).Select(item =>
            FormattableString.Invariant($"{item.Id.Value}.{item.Revision}"))))))[..12];
}
