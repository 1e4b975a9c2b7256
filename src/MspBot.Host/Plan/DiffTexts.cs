using MspBot.Data.Plan;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Plan;

/// <summary>«Было … стало …» of two versions of an item.</summary>
internal static class DiffTexts
{
    /// <summary>Of what is said in passing so many signs; a decision is taken on all of it.</summary>
    internal const int InPassing = 150;

    /// <summary>A line for each thing that is otherwise; empty where nothing is.</summary>
    /// <param name="before">What it was.</param>
    /// <param name="after">What it is.</param>
    /// <param name="most">Signs of each value; null: all.</param>
    internal static IReadOnlyList<Html> Lines(ItemVersion before, ItemVersion after, int? most = null) =>
    [
        .. Changes(before, after).Select(change => Html.Text(Russian.AtStart($"{Noun(change.Field)}: {Said(change, most)}."))),
        .. before.IsExcluding == after.IsExcluding ? Array.Empty<Html>()
            : [Html.Text(after.IsExcluding ? "Пункт предлагают исключить." : "Пункт остаётся в плане.")],
    ];

    /// <summary>«был «октябрь», стал «ноябрь»», in one sentence; empty where nothing is otherwise.</summary>
    /// <inheritdoc cref="Lines"/>
    internal static string Sentence(ItemVersion before, ItemVersion after, int? most = null)
    {
        var changes = Changes(before, after).ToList();
        // A term alone needs no noun: nothing else of an item is a time.
        if (changes is [{ Field: ItemField.Term } term]) return Said(term, most);
        var parts = changes.Select(change => $"{Noun(change.Field)} {Said(change, most)}");
        if (before.IsExcluding != after.IsExcluding) parts = parts.Append(after.IsExcluding ? "предлагают исключить" : "остаётся в плане");
        return string.Join("; ", parts);
    }

    internal static string Noun(ItemField field) => field switch
    {
        ItemField.Form => "форма",
        ItemField.Title => "название",
        ItemField.Term => "срок",
        ItemField.Responsible => "ответственный",
        ItemField.Result => "результат",
        ItemField.Audience => "участники",
    };

    private static string Said((ItemField Field, string Before, string After) change, int? most)
    {
        var (was, became) = change.Field switch
        {
            ItemField.Form => ("была", "стала"),
            ItemField.Title => ("было", "стало"),
            ItemField.Audience => ("были", "стали"),
            _ => ("был", "стал"),
        };
        var signs = most ?? int.MaxValue;
        return $"{was} «{Ellipsis.Cut(change.Before, signs)}», {became} «{Ellipsis.Cut(change.After, signs)}»";
    }

    private static IEnumerable<(ItemField Field, string Before, string After)> Changes(ItemVersion before, ItemVersion after) =>
        Enum.GetValues<ItemField>().Select(field => (field, Of(field, before), Of(field, after))).Where(c => c.Item2 != c.Item3);

    internal static string Of(ItemField field, ItemVersion version) => field switch
    {
        ItemField.Form => FormTexts.Form(version.Text.Form),
        ItemField.Title => version.Text.Title,
        ItemField.Term => TermTexts.Brief(version.Text.Term),
        ItemField.Responsible => ItemTexts.Responsible(version),
        ItemField.Result => version.Text.Result,
        ItemField.Audience => version.Text.Audience ?? "все",
    };
}
