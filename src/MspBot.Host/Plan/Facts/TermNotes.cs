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
            : screen.Row(PlanLinks.ToEdit(TermNoteTexts.ChangeTerm, chosen, ItemField.Term),
                Button.Card(TermNoteTexts.Keep, PlanLinks.Term, chosen.Value, TermCard.Keep)));
    }
}
