using MspBot.Domain.Clock;
using MspBot.Domain.People;

namespace MspBot.Domain.Plan;

/// <summary>What the rules need to know of an item. <paramref name="Authors"/> wrote what of it nobody has agreed yet.</summary>
public sealed record PlanItem(
    SchoolYear Year, ItemState State, int Version, int? AgreedVersion, int Revision, IReadOnlyCollection<PersonId> Authors,
    bool IsExcluding, DateOnly? DoneOn)
{
    public bool IsInForce => AgreedVersion is not null && State != ItemState.Excluded;

    /// <summary>Nobody but heads has seen anything of it.</summary>
    public bool WasNeverSent => State == ItemState.Draft && Version == 1;
}

/// <summary>Which deeds are possible where an item stands; see the table of states in docs/decisions.</summary>
public static class ItemRules
{
    public static PlanRefusal? CheckChange(PlanItem item, int revision, DateOnly today) =>
        Seen(item, revision) ?? NotExcluded(item) ?? Open(item.Year, today);

    /// <summary>A new version is written over the present one while nobody else has read that.</summary>
    public static bool ChangesInPlace(PlanItem item) => item.State == ItemState.Draft;

    public static PlanRefusal? CheckExclude(PlanItem item, int revision, DateOnly today) =>
        Seen(item, revision) ?? NotExcluded(item) ?? (item.IsExcluding ? PlanRefusal.AlreadyExcluded : Open(item.Year, today));

    /// <summary>Where nothing of it is in force, nobody needs to agree that it goes.</summary>
    public static bool ExcludesAtOnce(PlanItem item) => item.AgreedVersion is null;

    public static PlanRefusal? CheckTakeBack(PlanItem item, int revision, DateOnly today) =>
        Seen(item, revision) ?? Submitted(item) ?? Open(item.Year, today);

    /// <summary>
    /// A version that was sent never changes and never waits a second time, so it names what was read. What heads note meanwhile of an
    /// item, such as a mark, is no matter of the department's and disturbs no decision.
    /// </summary>
    /// <param name="item">As it stands.</param>
    /// <param name="version">What was read.</param>
    /// <param name="by">Who decides, whatever their roles.</param>
    /// <param name="today">On the site.</param>
    public static PlanRefusal? CheckDecision(PlanItem item, int version, PersonId by, DateOnly today) =>
        item.Version != version || item.State != ItemState.Submitted ? PlanRefusal.ChangedMeanwhile
        : item.Authors.Contains(by) ? PlanRefusal.OwnItem : Open(item.Year, today);

    /// <param name="item">As it stands.</param>
    /// <param name="revision">What was seen.</param>
    /// <param name="hasMeeting">A meeting of it was held or is announced: then the fact is read from that.</param>
    /// <param name="day">When it was carried out.</param>
    /// <param name="today">On the site.</param>
    public static PlanRefusal? CheckDone(PlanItem item, int revision, bool hasMeeting, DateOnly day, DateOnly today) =>
        item.DoneOn is not null ? PlanRefusal.AlreadyDone
        : Seen(item, revision) ?? (!item.IsInForce ? PlanRefusal.NotInForce
            : hasMeeting ? PlanRefusal.HeldByMeeting
            : day > today ? PlanRefusal.DayAhead : null);

    public static PlanRefusal? CheckUnmark(PlanItem item, int revision) =>
        item.DoneOn is null ? PlanRefusal.NotMarked : Seen(item, revision);

    /// <summary>Who has written what would be read next, of which nothing is agreed yet.</summary>
    /// <param name="item">As it stands.</param>
    /// <param name="by">Who writes.</param>
    /// <param name="says">It says something else to the department than before.</param>
    public static IReadOnlyList<PersonId> Authors(PlanItem item, PersonId by, bool says)
    {
        IEnumerable<PersonId> before = item.State is ItemState.Agreed or ItemState.Excluded ? [] : item.Authors;
        return [.. (says ? before.Append(by) : before).Distinct()];
    }

    /// <summary>After its last day a plan is not changed any more.</summary>
    public static PlanRefusal? Open(SchoolYear year, DateOnly today) => today > year.LastDay ? PlanRefusal.YearOver : null;

    /// <summary>
    /// Whether items may be written into the plan of this year: of the next one from May on, or once this year's is agreed.
    /// </summary>
    /// <param name="year">Of the plan.</param>
    /// <param name="today">On the site.</param>
    /// <param name="presentAgreed">All items of the present year's plan are agreed.</param>
    public static PlanRefusal? Plannable(SchoolYear year, DateOnly today, bool presentAgreed)
    {
        var present = SchoolYear.Of(today);
        if (year.First <= present.First) return Open(year, today);
        return year == present.Next && (presentAgreed || today >= new DateOnly(year.First, NextYearsMonth, 1)) ? null
            : PlanRefusal.TooEarly;
    }

    private const int NextYearsMonth = 5;

    private static PlanRefusal? Seen(PlanItem item, int revision) => item.Revision == revision ? null : PlanRefusal.ChangedMeanwhile;

    private static PlanRefusal? NotExcluded(PlanItem item) => item.State == ItemState.Excluded ? PlanRefusal.AlreadyExcluded : null;

    private static PlanRefusal? Submitted(PlanItem item) => item.State == ItemState.Submitted ? null : PlanRefusal.NotSubmitted;
}
