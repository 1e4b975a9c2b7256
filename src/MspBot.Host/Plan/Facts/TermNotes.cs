using MspBot.Data.Plan;
using MspBot.Domain.Clock;
using MspBot.Domain.Plan;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Plan.Facts;

/// <summary>
/// What a head hears of a meeting that does not fit its item of the plan. Meetings never wait for the plan: it is only said.
/// </summary>
internal sealed class TermNotes(PlanReader plans, SiteZone zone)
{
    /// <summary>After a meeting was published, moved, or tied to an item: a message of its own where there is something to say.</summary>
    internal async Task Say(Turn turn, PlanItemId? id, DateTimeOffset startsAt)
    {
        if (id is not { } chosen || await plans.Item(chosen, turn.Now) is not { } item) return;
        var outside = TermNoteTexts.Outside(item, zone.DayOf(startsAt));
        var notAgreed = TermNoteTexts.NotAgreed(item);
        if (outside is null && notAgreed is null) return;
        var screen = new Screen(Html.Lines([.. new[] { outside, notAgreed }.OfType<string>().Select(line => Html.Text(line))]));
        turn.Say(outside is null
            ? screen.Row(Button.Card(TermNoteTexts.OpenItem, PlanLinks.Item, chosen.Value))
            : screen.Row(Button.Card(TermNoteTexts.ChangeTerm, PlanLinks.Term, chosen.Value, TermCard.Change),
                Button.Card(TermNoteTexts.Keep, PlanLinks.Term, chosen.Value, TermCard.Keep)));
    }
}

/// <summary>The words of it.</summary>
internal static class TermNoteTexts
{
    internal const string ChangeTerm = "Изменить срок";
    internal const string Keep = "Оставить";
    internal const string OpenItem = "Открыть пункт";

    /// <summary>«Это вне срока пункта 7: октябрь 2026.»; null: it is within.</summary>
    internal static string? Outside(ItemDetails item, DateOnly day) => item.Measure.Text.Term is var term && term.Holds(day) ? null
        : $"Это вне срока пункта {Russian.Number(item.Number)}: {TermTexts.Term(term)}.";

    internal static string? NotAgreed(ItemDetails item) =>
        item.InForce is not null ? null : $"Пункт {Russian.Number(item.Number)} ещё не согласован.";

    internal static Html Kept(ItemDetails item) => Html.Text(
        $"Срок пункта {Russian.Number(item.Number)} прежний: {TermTexts.Term(item.Measure.Text.Term)}. "
        + "В отчёте будет видно, что мероприятие вне срока.");
}

/// <summary>«Изменить срок» and «Оставить» under a meeting outside the term of its item.</summary>
internal sealed class TermCard(PlanReader plans) : Card
{
    internal const string Change = "change";
    internal const string Keep = "keep";
    private const string Name = PlanLinks.Term;

    public override string Key => Name;

    public override Access Access => Access.All(PlanAccess.Writes);

    public override async Task<Screen?> Show(Turn turn, long id, string arg) =>
        await plans.Item(new(id), turn.Now) is { } item ? Kept(item) : null;

    public override async Task<Pressed> Press(Turn turn, long id, string action, string arg) =>
        action != Change ? await base.Press(turn, id, action, arg)
        : await plans.Item(new(id), turn.Now) is { } item ? Pressed.Begin(PlanLinks.Change, PlanLinks.ChangeOf(item, ItemField.Term))
        : Pressed.Fresh();

    private static Screen Kept(ItemDetails item) =>
        new Screen(TermNoteTexts.Kept(item)).Row(Button.Card(TermNoteTexts.OpenItem, PlanLinks.Item, item.Id.Value));
}
