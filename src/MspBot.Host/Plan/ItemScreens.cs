using MspBot.Data.Plan;
using MspBot.Domain.Clock;
using MspBot.Domain.Plan;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Plan;

/// <summary>The card of one item, as each role sees it.</summary>
internal sealed class ItemScreens(FactButtons facts, SiteZone zone)
{
    /// <returns>Null: this speaker reads nothing of it.</returns>
    internal Screen? Card(ItemDetails item, Speaker speaker, DateTimeOffset now, Html news = default)
    {
        if (item.SeenIn(PlanAccess.Scope(speaker)) is not { } seen) return null;
        var screen = new Screen(Html.Paragraphs(news, Html.Bold($"{ItemTexts.Name(item)}. {seen.Text.Title}"), ItemTexts.Body(seen),
            Html.Text(Stands(item, speaker, now))))
        {
            Shows = PlanLinks.Shown(item.Id),
        };
        return Rows(screen, item, speaker);
    }

    /// <summary>All buttons in their order; each room of the plan adds its own here.</summary>
    private Screen Rows(Screen screen, ItemDetails item, Speaker speaker) => facts.Add(screen, item, speaker)
        .Row(Button.Card(PlanTexts.ToItems, PlanLinks.Items, item.Plan.Value),
            Button.Card(PlanTexts.ToPlan, PlanLinks.Plan, item.Year.First));

    private string Stands(ItemDetails item, Speaker speaker, DateTimeOffset now)
    {
        var fact = Russian.AtStart(ItemTexts.Fact(item.FactAt(now, zone)));
        return PlanAccess.Scope(speaker) == ItemScope.InForce || item.State == ItemState.Agreed ? $"{fact}."
            : item.InForce is null ? $"{Russian.AtStart(ItemTexts.State(item))}."
            : $"{Russian.AtStart(ItemTexts.State(item))}. {fact}.";
    }
}
