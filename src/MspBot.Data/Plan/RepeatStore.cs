using MspBot.Data.Postgres;
using MspBot.Domain.Clock;
using MspBot.Domain.People;
using MspBot.Domain.Plan;

namespace MspBot.Data.Plan;

/// <summary>Takes items of one year's plan over into the next one.</summary>
public sealed class RepeatStore(DbSession session, PlanReader plans, PlanStore store, SiteZone zone)
{
    /// <summary>How many items last year's plan has that could be repeated; 0: there was none.</summary>
    public Task<int> Repeatable(SchoolYear year) => session.Value<int>("""
        select count(*)::int from plan p join plan_item i on i.plan_id = p.id where p.year = @First and i.state <> 'Excluded'
        """, new { year.Before.First });

    /// <summary>
    /// «Повторить прошлогодний»: what last year's plan says, a year later and nothing of it agreed. Only into an empty plan.
    /// </summary>
    public async Task<PlanResult> Repeat(SchoolYear year, PersonId by, DateTimeOffset now)
    {
        if (await plans.Of(year.Before) is not { } last) return PlanResult.Refuse(PlanRefusal.NoSuchPlan);
        if (await store.CheckPlannable(year, now) is { } closed) return PlanResult.Refuse(closed);
        var plan = await store.Make(year, by, now);
        await Lock(plan);
        if ((await plans.One(plan))!.Counts.All > 0) return PlanResult.Refuse(PlanRefusal.PlanExists);
        var items = (await plans.Items(last.Id, now)).Where(item => item.State != ItemState.Excluded).ToList();
        // What nobody has agreed is its authors' still, whoever copies it.
        return await store.Add(plan, [.. items.Select(item => Later(item, year))], by, now,
            [.. items.Select(item => item.InForce is null ? item.Rule.Authors : [])]);
    }

    /// <summary>
    /// Items of last year's plan that were in force and not carried out, once that year is over, and that this year's plan does not have
    /// yet: so what was carried over once is not offered again.
    /// </summary>
    public async Task<IReadOnlyList<ItemDetails>> Undone(SchoolYear year, DateTimeOffset now)
    {
        if (zone.DayOf(now) <= year.Before.LastDay || await plans.Of(year.Before) is not { } last) return [];
        var known = await plans.Of(year) is { } plan
            ? (await plans.Items(plan.Id, now)).Select(item => (item.Now.Text.Form, item.Now.Text.Title)).ToHashSet() : [];
        return
        [
            .. (await plans.Items(last.Id, now)).Where(item => item.Rule.IsInForce
                && item.FactAt(now, zone) is not (Fact.Done or Fact.DoneLate)
                && !known.Contains((item.Measure.Text.Form, item.Measure.Text.Title))),
        ];
    }

    /// <summary>«Перенести невыполненные».</summary>
    public async Task<PlanResult> CarryOver(SchoolYear year, PersonId by, DateTimeOffset now)
    {
        if (await store.CheckPlannable(year, now) is { } closed) return PlanResult.Refuse(closed);
        if ((await Undone(year, now)).Count == 0) return PlanResult.Refuse(PlanRefusal.NothingChanged);
        var plan = await store.Make(year, by, now);
        await Lock(plan);
        var undone = await Undone(year, now);
        return undone.Count == 0 ? PlanResult.Refuse(PlanRefusal.NothingChanged)
            : await store.Add(plan, [.. undone.Select(item => Later(item, year))], by, now);
    }

    private Task<long> Lock(PlanId plan) => session.Find<long>("select id from plan where id = @plan for no key update", new { plan })!;

    private static ItemText Later(ItemDetails item, SchoolYear year) =>
        item.Measure.Text with { Term = item.Measure.Text.Term.YearLater(year) };
}
