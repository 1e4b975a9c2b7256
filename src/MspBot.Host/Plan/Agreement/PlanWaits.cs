using MspBot.Data.Plan;
using MspBot.Domain.Clock;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Plan.Agreement;

/// <summary>On top of the menu: items that wait for a methodologist, or came back to the heads.</summary>
internal sealed class PlanWaits(ReviewReader reviews, SiteZone zone) : NextThing
{
    public override async Task<Waiting?> For(Turn turn)
    {
        var year = SchoolYear.Of(zone.DayOf(turn.Now));
        if (PlanAccess.Agrees(turn.Speaker) && await reviews.ForAgreement(turn.Person, year) is { } waiting)
            return new(waiting.Since, AgreementTexts.WaitsInMenu(waiting),
                Button.Card(ReviewTexts.Review, PlanLinks.Rest, waiting.Id.Value, PlanLinks.Begin));
        if (PlanAccess.Writes(turn.Speaker) && await reviews.Returned(year) is { } returned)
            return new(returned.Since, AgreementTexts.ReturnedInMenu(returned),
                PlanLinks.ToItems(PlanTexts.Returned(returned.Items), returned.Id, ItemFilter.Returned));
        return null;
    }
}
