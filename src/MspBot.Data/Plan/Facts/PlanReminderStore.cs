using MspBot.Data.Postgres;
using MspBot.Domain.Clock;
using MspBot.Domain.Plan;
using MspBot.Domain.Plan.Facts;

namespace MspBot.Data.Plan.Facts;

/// <summary>What a head's «Напомнить методисту» came to.</summary>
/// <param name="Refusal">Null: the methodologists are to be told.</param>
/// <param name="Plan">What waits; null where nothing does.</param>
public sealed record ReminderResult(ReminderRefusal? Refusal, UnansweredPlan? Plan);

/// <summary>
/// Marks who was reminded of what waits, once a message to at least one of them is queued. Sending anew takes the marks off.
/// </summary>
public sealed class PlanReminderStore(DbSession session, UnansweredPlanReader reader, SiteZone zone)
{
    /// <summary>A head asks for it: once a day, whoever reminded before. Holds the plan's row until the commit.</summary>
    public async Task<ReminderResult> Remind(PlanId plan, DateTimeOffset now)
    {
        if (await Lock([plan]) is not [var waiting, ..]) return new(ReminderRefusal.NothingWaits, null);
        if (waiting.NudgedAt is { } last && zone.DayOf(last) == zone.DayOf(now)) return new(ReminderRefusal.RemindedToday, waiting);
        return new(null, waiting);
    }

    /// <summary>Of these, the plans of which the methodologists are to be reminded. Holds their rows until the commit.</summary>
    public async Task<IReadOnlyList<UnansweredPlan>> ForMethodologists(IReadOnlyList<PlanId> plans, DateTimeOffset now) =>
        [.. (await Lock(plans)).Where(plan => plan.NudgedAt is null && reader.IsDue(plan, PlanAnswers.NudgeAfter, now))];

    /// <summary>The same of the heads, who hear that there is no answer.</summary>
    public async Task<IReadOnlyList<UnansweredPlan>> ForHeads(IReadOnlyList<PlanId> plans, DateTimeOffset now) =>
        [.. (await Lock(plans)).Where(plan => plan.LateToldAt is null && reader.IsDue(plan, PlanAnswers.LateAfter, now))];

    /// <summary>A methodologist is told.</summary>
    public Task Reminded(PlanId plan, DateTimeOffset now) =>
        session.Execute("update plan set nudged_at = @now where id = @plan", new { plan, now });

    /// <summary>A head is told.</summary>
    public Task ToldHeads(PlanId plan, DateTimeOffset now) =>
        session.Execute("update plan set late_told_at = @now where id = @plan", new { plan, now });

    /// <summary>Holds the plans' rows until the commit; those of which nothing waits are left out.</summary>
    private async Task<IReadOnlyList<UnansweredPlan>> Lock(IReadOnlyList<PlanId> plans)
    {
        var ids = plans.Select(plan => plan.Value).ToArray();
        await session.Query<long>("select id from plan where id = any(@ids) order by id for no key update", new { ids });
        return await session.Query<UnansweredPlan>($"{UnansweredPlanReader.Select} and p.id = any(@ids) order by p.id", new { ids });
    }
}
