using MspBot.Domain.Clock;
using MspBot.Domain.Plan;
using MspBot.Domain.Seminars;

namespace MspBot.Sandbox.Past;

/// <summary>
/// The plans of the school years of a past: agreed, but for the last one's newest items; changed, returned and excluded here and there; and
/// a part of the meetings tied to them, some of these too late.
/// </summary>
internal sealed class PastPlans
{
    private const int ItemsInMonth = 5;

    private readonly DistrictPast past;
    private readonly Random random;
    private readonly DateTimeOffset until;
    private readonly SiteZone zone;

    private PastPlans(DistrictPast past, DateTimeOffset until, SiteZone zone, int seed) =>
        (this.past, this.until, this.zone, random) = (past, until, zone, new Random(seed));

    internal List<PastPlan> Plans { get; } = [];
    internal List<PastItem> Items { get; } = [];
    internal List<PastVersion> Versions { get; } = [];
    internal List<PastDecision> Decisions { get; } = [];

    /// <summary>Whether a meeting belongs to no item, or to one that was taken out.</summary>
    internal bool IsUnplanned(PastSeminar seminar) =>
        seminar.Item is not { } id || Items.Single(item => item.Id == id).State == ItemState.Excluded;

    internal static PastPlans Make(DistrictPast past, DateTimeOffset until, SiteZone zone, int seed)
    {
        var plans = new PastPlans(past, until, zone, seed);
        for (var year = SchoolYear.Of(zone.DayOf(past.Opened)); year.FirstDay <= zone.DayOf(until); year = year.Next) plans.MakeYear(year);
        plans.Tie();
        return plans;
    }

    private void MakeYear(SchoolYear year)
    {
        var sent = zone.At(year.FirstDay.AddDays(-5), new TimeOnly(10, 0));
        if (sent < past.Opened) sent = past.Opened.AddHours(1);
        var plan = new PastPlan(Plans.Count + 1, year, sent, 10 * ItemsInMonth);
        Plans.Add(plan);
        for (var n = 0; n < plan.Items; n++) MakeItem(plan, n);
    }

    private void MakeItem(PastPlan plan, int n)
    {
        var id = Items.Count + 1L;
        var first = plan.Year.FirstDay.AddMonths(n / ItemsInMonth);
        var form = (WorkForm)random.Next((int)WorkForm.Other + 1);
        // A month, or one day of it, such as a Sunday at the end of a week.
        var term = n % 4 == 0 ? new Term(first.AddDays(n % 28), first.AddDays(n % 28)) : new Term(first, first.AddMonths(1).AddDays(-1));
        var version = new PastVersion(id, 1, form, $"{Subjects[n % Subjects.Length]}: пункт {n + 1}", term, false, null,
            plan.SentAt.AddHours(-1), plan.SentAt);
        var isNew = plan == Plans[^1] && n >= 9 * ItemsInMonth && plan.Year.Holds(zone.DayOf(until));
        Versions.Add(isNew && n % 2 == 0 ? version with { SentAt = null } : version);
        var decided = isNew ? null : Decide(version, plan.SentAt, n % 17 == 3 ? "Уточните срок" : null);
        var agreed = decided is { Remark: null };
        DateOnly? done = !form.IsMeeting() && agreed && term.Last < zone.DayOf(until) && n % 3 != 0
            ? term.Last.AddDays(random.Next(-5, 4)) : null;
        var item = new PastItem(id, plan.Id, n + 1,
            agreed ? ItemState.Agreed : decided is not null ? ItemState.Returned
            : isNew && n % 2 == 0 ? ItemState.Draft : ItemState.Submitted,
            1, agreed ? 1 : null, done < zone.DayOf(until) ? done : null);
        Items.Add(n % 7 == 5 && agreed ? Again(item, version, n) : item);
    }

    /// <summary>Changed after agreement: later, or out of the plan; agreed again, or still being written.</summary>
    private PastItem Again(PastItem item, PastVersion version, int n)
    {
        var at = zone.At(version.Term.First.AddDays(-3), new TimeOnly(12, 0));
        if (at <= Decisions[^1].At) at = Decisions[^1].At.AddHours(2);
        if (at >= until) return item;
        var excluding = n % 3 == 0;
        var term = excluding || !version.Term.IsMonth || version.Term.First.Month == 8 ? version.Term
            : new Term(version.Term.First.AddMonths(1), version.Term.First.AddMonths(2).AddDays(-1));
        var second = version with { Version = 2, Term = term, Excluding = excluding, Reason = "Перенесли", At = at, SentAt = at };
        Versions.Add(second);
        if (Decide(second, at, null) is null) return item with { State = ItemState.Submitted, Version = 2 };
        return item with { State = excluding ? ItemState.Excluded : ItemState.Agreed, Version = 2, Agreed = 2 };
    }

    /// <summary>In some days, half of them within a day; null: not yet.</summary>
    private PastDecision? Decide(PastVersion version, DateTimeOffset sent, string? remark)
    {
        var at = sent.AddHours(random.Next(2) == 0 ? random.Next(1, 24) : random.Next(24, 12 * 24));
        if (at >= until) return null;
        Decisions.Add(new(version.Item, version.Version, remark, at));
        return Decisions[^1];
    }

    /// <summary>Two of three items have a meeting of their form near their term, some of them after it.</summary>
    private void Tie()
    {
        var texts = Items.ToDictionary(item => item.Id, item => Versions.Last(v => v.Item == item.Id));
        var free = past.Seminars.Where(s => s.State != SeminarState.Cancelled || s.Id % 3 == 0).OrderBy(s => s.StartsAt)
            .ToLookup(s => $"{s.Kind}");
        var taken = new HashSet<long>();
        foreach (var item in Items.Where(item => texts[item.Id].Form.IsMeeting() && random.Next(3) > 0))
        {
            var text = texts[item.Id];
            var chosen = free[$"{text.Form}"].Where(s => !taken.Contains(s.Id) && zone.DayOf(s.StartsAt) >= text.Term.First
                && zone.DayOf(s.StartsAt) <= text.Term.Last.AddDays(20)).Take(1 + random.Next(2)).ToList();
            foreach (var one in chosen)
            {
                taken.Add(one.Id);
                past.Seminars[(int)one.Id - 1] = one with { Item = item.Id };
            }
        }
    }

    private static readonly string[] Subjects =
        ["Читательская грамотность", "Разбор ВПР", "Подготовка к ОГЭ", "Формирующее оценивание", "Наставничество", "Методическая копилка"];
}
