using MspBot.Data.Postgres;
using MspBot.Domain.Clock;
using MspBot.Domain.Plan;
using MspBot.Domain.Plan.Facts;

namespace MspBot.Data.Plan.Facts;

/// <summary>A plan of which something was sent and is not answered.</summary>
public sealed record UnansweredPlan
{
    public PlanId Plan { get; init; }
    public SchoolYear Year => new(First);
    public int First { get; init; }

    /// <summary>How many items wait.</summary>
    public int Items { get; init; }

    /// <summary>Since when the first of them waits.</summary>
    public DateTimeOffset SentAt { get; init; }

    /// <summary>When the methodologists were reminded of it, and the heads told; null: not yet.</summary>
    public DateTimeOffset? NudgedAt { get; init; }

    public DateTimeOffset? LateToldAt { get; init; }
}

/// <summary>What waits for the methodology department.</summary>
public sealed class UnansweredPlanReader(DbSession session, WorkingCalendar calendar, SiteZone zone)
{
    internal const string Select = """
        select p.id as plan, p.year as first, w.since as sent_at, p.nudged_at, p.late_told_at, w.items
        from plan p
        cross join lateral (
            select count(*)::int as items, min(v.sent_at) as since
            from plan_item i
            join plan_item_version v on v.item_id = i.id and v.version = i.version
            where i.plan_id = p.id and i.state = 'Submitted'
        ) w
        where w.items > 0
        """;

    /// <summary>Plans that have waited for so many working days, and whose year is not over.</summary>
    public async Task<IReadOnlyList<UnansweredPlan>> Waiting(int working, DateTimeOffset now) =>
        [.. (await session.Query<UnansweredPlan>($"{Select} and p.year >= @First order by p.id",
            new { SchoolYear.Of(zone.DayOf(now)).First })).Where(plan => IsDue(plan, working, now))];

    public Task<UnansweredPlan?> One(PlanId plan) => session.Find<UnansweredPlan>($"{Select} and p.id = @plan", new { plan });

    internal bool IsDue(UnansweredPlan plan, int working, DateTimeOffset now) =>
        PlanAnswers.DueAt(plan.SentAt, working, calendar, zone) <= now;
}
