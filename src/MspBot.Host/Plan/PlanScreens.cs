using MspBot.Data.Plan;
using MspBot.Domain.Clock;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Plan;

/// <summary>The card of a year's plan, as each role sees it.</summary>
internal sealed class PlanScreens(PlanReader reader, SiteZone zone)
{
    private const int MostDue = 3;

    /// <param name="year">Of the plan; it need not exist.</param>
    /// <param name="speaker">Who looks.</param>
    /// <param name="now">The turn's moment.</param>
    /// <param name="news">Said above it.</param>
    internal async Task<Screen> Card(SchoolYear year, Speaker speaker, DateTimeOffset now, Html news = default)
    {
        var (scope, plan) = (PlanAccess.Scope(speaker), await reader.Of(year));
        var due = plan is null ? [] : await reader.Due(plan.Id, scope, MostDue, now);
        var screen = new Screen(Html.Paragraphs(news, PlanTexts.Card(year, plan, scope, due, zone.DayOf(now))))
        {
            Shows = plan is null ? null : PlanLinks.Shown(plan.Id),
        };
        return Rows(screen, year, plan, speaker);
    }

    /// <summary>All buttons in their order; each room of the plan adds its own here.</summary>
    private static Screen Rows(Screen screen, SchoolYear year, PlanDetails? plan, Speaker speaker)
    {
        var any = plan is not null && !PlanTexts.IsEmpty(plan, PlanAccess.Scope(speaker));
        return screen
            .Row(any ? Button.Card(PlanTexts.Items, PlanLinks.Items, plan!.Id.Value) : null,
                any ? Button.Card(PlanTexts.PlanAndFact, PlanLinks.Fact, plan!.Id.Value) : null)
            .Row(EngineTexts.ToMenu);
    }
}
