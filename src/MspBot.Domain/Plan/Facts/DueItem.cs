using MspBot.Domain.Clock;

namespace MspBot.Domain.Plan.Facts;

/// <summary>A meeting that was held: somebody came.</summary>
public readonly record struct HeldMeeting(DateTimeOffset StartsAt, DateTimeOffset EndsAt);

/// <summary>An item in force, by its last day, with what carried it out.</summary>
public sealed record DueItem(DateOnly LastDay, DateOnly? DoneOn, IReadOnlyList<HeldMeeting> Held)
{
    /// <summary>As it stood at that moment.</summary>
    public Fact At(DateTimeOffset asOf, SiteZone zone)
    {
        var today = zone.DayOf(asOf);
        var over = Held.Where(meeting => meeting.EndsAt <= asOf).Select(meeting => zone.DayOf(meeting.StartsAt)).ToList();
        return ItemMeetings.Of(over.Count == 0 ? null : over.Min(), DoneOn <= today ? DoneOn : null, false).At(LastDay, today);
    }
}

/// <summary>What became of items whose last day has come in a period. On the last day itself an item is due, and not overdue yet.</summary>
public readonly record struct DueCounts(int Due, int InTime, int Late, int Overdue)
{
    public int Done => InTime + Late;

    /// <param name="items">In force; of any days.</param>
    /// <param name="first">The period's first day.</param>
    /// <param name="last">Its last day.</param>
    /// <param name="asOf">What comes after it is not due yet.</param>
    /// <param name="zone">The site's.</param>
    public static DueCounts Of(IEnumerable<DueItem> items, DateOnly first, DateOnly last, DateTimeOffset asOf, SiteZone zone)
    {
        var until = zone.DayOf(asOf) is var today && today < last ? today : last;
        var facts = items.Where(item => item.LastDay >= first && item.LastDay <= until).Select(item => item.At(asOf, zone)).ToList();
        return new(facts.Count, facts.Count(f => f == Fact.Done), facts.Count(f => f == Fact.DoneLate),
            facts.Count(f => f == Fact.Overdue));
    }
}
