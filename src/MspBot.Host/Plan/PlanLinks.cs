using MspBot.Data.Plan;
using MspBot.Domain.Clock;
using MspBot.Domain.Plan;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Plan;

/// <summary>The keys of cards and flows that others open: buttons sent long ago carry them, so they never change.</summary>
internal static class PlanLinks
{
    /// <summary>
    /// The command, and the card of a year's plan; its number is the year in which the school year begins, 0 for this one.
    /// </summary>
    internal const string Plan = "plan";

    /// <summary>The list of a plan's items; its number is the plan, its argument a page, then a filter.</summary>
    internal const string Items = "pl";

    /// <summary>One item.</summary>
    internal const string Item = "pi";

    /// <summary>«План и факт»; its number is the plan, its argument a page.</summary>
    internal const string Fact = "pf";

    /// <summary>The meetings of an item; its number is the item, its argument a page.</summary>
    internal const string Meetings = "pim";

    /// <summary>A plan without an answer; its number is the plan, its action <see cref="Remind"/>.</summary>
    internal const string Reminder = "pn";
    internal const string Remind = "remind";

    /// <summary>A meeting outside the term of an item; its number is the item.</summary>
    internal const string Term = "pt";

    /// <summary>Which field of an item to change.</summary>
    internal const string Edit = "pe";

    /// <summary>Deeds of the head on an item: «Отозвать», «Снять отметку», …</summary>
    internal const string Deeds = "pd";

    /// <summary>Takes items of last year over; its number is the year of the new plan.</summary>
    internal const string Repeat = "pr";

    /// <summary>«Отправить на согласование»; its number is the plan.</summary>
    internal const string Send = "ps";

    /// <summary>A methodologist decides on an item.</summary>
    internal const string Review = "pv";

    /// <summary>A methodologist decides on all that waits, or ends the review; its number is the plan.</summary>
    internal const string Rest = "pm";

    /// <summary>«Что изменилось»; its number is the plan, its argument the page.</summary>
    internal const string Changed = "pc";

    /// <summary>«История» of an item, of a plan.</summary>
    internal const string ItemHistory = "ph";
    internal const string PlanHistory = "pph";

    internal const string Add = "plan-add";
    internal const string Change = "plan-change";
    internal const string Exclude = "plan-exclude";
    internal const string MarkDone = "plan-done";
    internal const string Return = "plan-return";
    internal const string Find = "plan-find";

    /// <summary>«Скачать план»; its number is that of the plan's card.</summary>
    internal const string Download = "pdl";

    /// <summary>«Загрузить из Excel»; begins with the same number.</summary>
    internal const string Import = "plan-import";

    /// <summary>What a table that was handed in would do.</summary>
    internal const string Imported = "px";

    /// <summary>What a message that shows the plan's card, or an item's, is known by.</summary>
    internal static string Shown(PlanId plan) => $"{Plan}:{plan.Value}";

    /// <inheritdoc cref="Shown(PlanId)"/>
    internal static string Shown(PlanItemId item) => $"{Item}:{item.Value}";

    internal static Button ToItem(string label, PlanItemId item) => Button.Card(label, Item, item.Value);

    internal static Button ToPlan(string label, SchoolYear year) => Button.Card(label, Plan, year.First);

    /// <summary>A page of items.</summary>
    /// <param name="label">Of the button.</param>
    /// <param name="plan">Whose.</param>
    /// <param name="filter">Which of them.</param>
    /// <param name="page">From 0 on.</param>
    /// <param name="seen">What waited when the first page was shown, as <see cref="Seen(PlanReview, DateTimeOffset)"/> names it; empty: it
    /// is named afresh.</param>
    internal static Button ToItems(string label, PlanId plan, ItemFilter filter = ItemFilter.All, int page = 0, string seen = "") =>
        Button.Card(label, Items, plan.Value, arg: $"{page}.{filter}{(seen.Length == 0 ? "" : ".")}{seen}");

    /// <summary>Chooses what of an item to change, or begins to change this.</summary>
    internal static Button ToEdit(string label, PlanItemId item, ItemField? field = null) =>
        field is { } one ? Button.Card(label, Edit, item.Value, EditField, one.ToString()) : Button.Card(label, Edit, item.Value);

    /// <summary>What the form that changes this of an item begins with.</summary>
    internal static string ChangeOf(ItemDetails item, ItemField field) => Argument.Of(item.Id, item.Revision, field);

    /// <summary>What a form about an item begins with: which, and as it was seen.</summary>
    internal static string SeenOf(ItemDetails item) => Argument.Of(item.Id, item.Revision);

    /// <summary>What a methodologist's form about an item begins with: which, and the version that was read.</summary>
    internal static string ReadOf(ItemDetails item) => Argument.Of(item.Id, item.Now.Version);

    /// <summary>What of a plan waited, and when that was shown.</summary>
    internal static string Seen(PlanReview review, DateTimeOffset now) => Seen(review.Seen, now.ToUnixTimeMilliseconds());

    /// <summary>The same, as a button carries it from this part on; null: it does not, or somebody has forged it.</summary>
    internal static string? SeenBefore(Argument carried, int part, DateTimeOffset now) =>
        carried.Number(part) is >= 0 and < 1L << 48 and var waited && carried.Number(part + 1) is >= 0 and var at
        && at <= now.ToUnixTimeMilliseconds() ? Seen(waited, at) : null;

    private static string Seen(long waited, long at) => FormattableString.Invariant($"{waited}.{at}");

    // Actions of these cards.
    internal const string EditField = "field";
    internal const string KeepInPlan = "keep";
    internal const string TakeBack = "back";
    internal const string Unmark = "unmark";
    internal const string Material = "file";
    internal const string RepeatLast = "last";
    internal const string CarryOver = "carry";
    internal const string Go = "go";
    internal const string Agree = "agree";
    internal const string Next = "next";
    internal const string AgreeRest = "rest";
    internal const string AgreeAll = "all";
    internal const string AskRest = "ask";
    internal const string AskAll = "ask-all";
    internal const string Finish = "finish";
    internal const string Begin = "begin";
}
