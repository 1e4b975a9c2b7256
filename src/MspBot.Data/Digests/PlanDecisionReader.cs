using MspBot.Data.Plan;
using MspBot.Data.Plan.Facts;
using MspBot.Domain.Clock;
using MspBot.Domain.Digests;
using MspBot.Domain.Plan;
using MspBot.Domain.Plan.Facts;

namespace MspBot.Data.Digests;

/// <summary>What of this year's plan waits for a decision.</summary>
public sealed class PlanDecisionReader(PlanReader plans, FactReader facts, UnansweredPlanReader unanswered, SiteZone zone)
{
    /// <summary>In days: so long what a plan that is over has left undone is shown; then it is carried over, or was dropped.</summary>
    private const int OverdueFor = 30;

    /// <summary>Items in force with no meeting whose last day comes soon, by that day.</summary>
    internal async Task<IReadOnlyList<Decision>> Due(DateTimeOffset now, int skip, int? take)
    {
        var until = zone.DayOf(now).AddDays(Decisions.ItemDays);
        return Page(DecisionKind.PlanItemDue, await Items(now, item => item.Fact == Fact.Ahead && item.Term.Last <= until), skip, take);
    }

    /// <summary>Items in force of this year whose last day is over and that were not carried out, by that day.</summary>
    internal async Task<IReadOnlyList<Decision>> Overdue(DateTimeOffset now, int skip, int? take) =>
        Page(DecisionKind.PlanItemOverdue, await Items(now, item => item.Fact == Fact.Overdue), skip, take);

    /// <summary>Plans without an answer.</summary>
    internal async Task<IReadOnlyList<Decision>> Unanswered(DateTimeOffset now, int skip, int? take) =>
        [.. (await unanswered.Waiting(PlanAnswers.LateAfter, now)).Skip(skip).Take(take ?? int.MaxValue).Select(plan => new Decision
        {
            Kind = DecisionKind.UnansweredPlan,
            Id = plan.Plan.Value,
            Name = plan.Year.ToString(),
            At = plan.SentAt,
            Number = plan.Items,
        })];

    /// <summary>
    /// Around a new school year two plans count: what ends soon may stand in the next one, and what has just become overdue in the last.
    /// </summary>
    private async Task<IEnumerable<ItemFact>> Items(DateTimeOffset now, Func<ItemFact, bool> which)
    {
        var today = zone.DayOf(now);
        var items = new List<ItemFact>();
        for (var year = SchoolYear.Of(today.AddDays(-OverdueFor)); year.First <= SchoolYear.Of(today.AddDays(Decisions.ItemDays)).First;
            year = year.Next)
        {
            if (await plans.Of(year) is { } plan) items.AddRange((await facts.Of(plan.Id, ItemScope.InForce, now)).Where(which));
        }
        return items;
    }

    private static IReadOnlyList<Decision> Page(DecisionKind kind, IEnumerable<ItemFact> items, int skip, int? take) =>
        [.. items.Skip(skip).Take(take ?? int.MaxValue).Select(item => new Decision
        {
            Kind = kind,
            Id = item.Item.Value,
            Name = item.Title,
            Number = item.Number,
            Day = item.Term.Last,
        })];
}
