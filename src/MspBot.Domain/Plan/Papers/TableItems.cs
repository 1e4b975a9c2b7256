using MspBot.Domain.People.Profile;
using MspBot.Domain.Spelling;

namespace MspBot.Domain.Plan.Papers;

/// <summary>The items of a plan that are not excluded, each as a table gives it back, beside the rows of one table.</summary>
internal sealed class TableItems
{
    private readonly Dictionary<int, ItemNow> items;
    private readonly Dictionary<int, ItemText> cleaned;
    private readonly Dictionary<(WorkForm, Term, string, string), List<ItemNow>> alike;

    internal TableItems(IEnumerable<ItemNow> all)
    {
        items = all.Where(item => !item.IsExcluded).ToDictionary(item => item.Number);
        cleaned = items.ToDictionary(one => one.Key, one => Cleaned(one.Value.Text));
        alike = items.Values.OrderBy(item => item.Number).GroupBy(item => Key(cleaned[item.Number]))
            .ToDictionary(same => same.Key, same => same.ToList());
    }

    internal IEnumerable<ItemNow> All => items.Values.OrderBy(item => item.Number);

    internal ItemNow? Find(int number) => items.GetValueOrDefault(number);

    /// <summary>What the item is to say if the row is applied.</summary>
    internal ItemText TextFor(ItemNow item, ImportRow row)
    {
        var now = cleaned[item.Number];
        var text = row.KeepsAudience ? row.Text with { Audience = now.Audience } : row.Text;
        return KeepsResponsible(item, row) ? text with { Responsible = now.Responsible } : text;
    }

    internal bool Says(ItemNow item, ImportRow row) =>
        Key(row.Text) == Key(cleaned[item.Number]) && TextFor(item, row) == cleaned[item.Number];

    /// <summary>The items that say just what the row says, whatever its code, by number, but for those with these numbers.</summary>
    internal IEnumerable<ItemNow> SaidBy(ImportRow row, HashSet<int>? but = null) => alike.TryGetValue(Key(row.Text), out var some)
        ? some.Where(item => but?.Contains(item.Number) is not true && Says(item, row)) : [];

    private static (WorkForm, Term, string, string) Key(ItemText text) => (text.Form, text.Term, text.Title, text.Result);

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
}
