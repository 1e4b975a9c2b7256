using MspBot.Data.Postgres;
using MspBot.Domain.Clock;
using MspBot.Domain.Digests;
using MspBot.Domain.Plan.Facts;

namespace MspBot.Data.Digests;

/// <summary>The plan's figures of docs/figures.md, a statement each: rows are read here, and counted by the rules of the plan.</summary>
public sealed class PlanFiguresReader(DbSession session, SiteZone zone, WorkingCalendar calendar)
{
    /// <summary>These figures, the plan's among them.</summary>
    /// <param name="spans">The periods, in order.</param>
    /// <param name="figures">One of each.</param>
    internal async Task<IReadOnlyList<Figures>> With(IReadOnlyList<PeriodSpan> spans, IReadOnlyList<Figures> figures)
    {
        var years = (await session.Query<int>("select year from plan order by year")).Select(year => new SchoolYear(year)).ToList();
        if (years.Count == 0) return [.. figures.Select(one => one with { Unplanned = null })];
        var items = await Due(SchoolYear.Of(spans.Min(s => s.First)), SchoolYear.Of(spans.Max(s => s.Last)));
        var decided = await Decisions(spans.Min(s => s.From), spans.Max(s => s.To));
        return [.. spans.Zip(figures, (span, one) => With(span, one, years.Contains(SchoolYear.Of(span.Last)), items, decided))];
    }

    private Figures With(PeriodSpan span, Figures figures, bool hasPlan, IReadOnlyList<DueItem> items, IReadOnlyList<Decided> decided)
    {
        var due = DueCounts.Of(items, span.First, span.Last, span.AsOf, zone);
        var year = DueCounts.Of(items, SchoolYear.Of(span.Last).FirstDay, span.Last, span.AsOf, zone);
        return figures with
        {
            PlanDue = due.Due,
            PlanInTime = due.InTime,
            PlanLate = due.Late,
            PlanOverdue = due.Overdue,
            PlanDueInYear = year.Due,
            PlanDoneInYear = year.Done,
            Unplanned = hasPlan ? figures.Unplanned : null,
            DaysToAgreement = Median([.. decided.Where(d => d.At >= span.From && d.At < span.To && d.At <= span.AsOf)
                .Select(d => calendar.Days(zone.DayOf(d.Sent), zone.DayOf(d.At))).Order()]),
        };
    }

    /// <summary>Items in force of these years, excluded ones left out, with each meeting to which somebody came.</summary>
    private async Task<IReadOnlyList<DueItem>> Due(SchoolYear first, SchoolYear last) =>
        [.. (await session.Query<Row>(DueSql, new { first = first.First, last = last.First })).GroupBy(row => row.Id)
            .Select(item => new DueItem(item.First().LastDay, item.First().DoneOn, [.. item.Where(row => row.StartsAt is not null)
                .Select(row => new HeldMeeting(row.StartsAt!.Value, row.EndsAt!.Value))]))];

    /// <summary>Open, so that its plan can be looked at.</summary>
    public const string DueSql = """
        select i.id, v.last_day, i.done_on, w.starts_at, w.ends_at
        from plan p
        join plan_item i on i.plan_id = p.id and i.state <> 'Excluded'
        join plan_item_version v on v.item_id = i.id and v.version = i.agreed_version
        left join plan_meeting w on w.item_id = i.id and w.state = 'Published' and w.came
        where p.year between @first and @last
        """;

    /// <summary>When each version was sent that was decided in this time, and when that was.</summary>
    private Task<IReadOnlyList<Decided>> Decisions(DateTimeOffset from, DateTimeOffset to) => session.Query<Decided>("""
        select v.sent_at as sent, d.at
        from plan_decision d
        join plan_item_version v on v.item_id = d.item_id and v.version = d.version
        where d.at >= @from and d.at < @to
        """, new { from, to });

    private static double? Median(int[] sorted) =>
        sorted.Length == 0 ? null : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2.0;

    private sealed record Decided
    {
        public DateTimeOffset Sent { get; init; }
        public DateTimeOffset At { get; init; }
    }

    private sealed record Row
    {
        public long Id { get; init; }
        public DateOnly LastDay { get; init; }
        public DateOnly? DoneOn { get; init; }
        public DateTimeOffset? StartsAt { get; init; }
        public DateTimeOffset? EndsAt { get; init; }
    }
}
