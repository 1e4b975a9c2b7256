using MspBot.Data.Postgres;
using MspBot.Domain;
using MspBot.Domain.Clock;
using MspBot.Domain.Plan;

namespace MspBot.Data.Plan.Facts;

/// <summary>An item with what became of it.</summary>
/// <param name="Item">Which.</param>
/// <param name="Number">In the plan.</param>
/// <param name="Title">As it is in force, or as it is written.</param>
/// <param name="Term">Likewise.</param>
/// <param name="IsInForce">Whether something of it was agreed.</param>
/// <param name="Fact">By its meetings and its mark.</param>
public sealed record ItemFact(PlanItemId Item, int Number, string Title, Term Term, bool IsInForce, Fact Fact);

/// <summary>A meeting of an item, as a line.</summary>
public sealed record ItemMeeting
{
    public long Seminar { get; init; }
    public string Title { get; init; } = "";
    public DateTimeOffset StartsAt { get; init; }
    public DateTimeOffset EndsAt { get; init; }
    public bool Cancelled { get; init; }

    /// <summary>Whether somebody came.</summary>
    public bool Came { get; init; }
}

/// <summary>What became of plans. It is read from the meetings each time, so what is corrected there is right here.</summary>
public sealed class FactReader(DbSession session, SiteZone zone)
{
    /// <summary>All items that are not excluded and that this scope reads: overdue ones first, what was never agreed before those that are
    /// done, each by last day.</summary>
    public async Task<IReadOnlyList<ItemFact>> Of(PlanId plan, ItemScope scope, DateTimeOffset now)
    {
        var today = zone.DayOf(now);
        return [.. (await session.Query<Row>($"""
            select i.id, i.number, v.title, v.first_day, v.last_day, i.agreed_version is not null as in_force, i.done_on, m.held_at,
                   m.announced
            from plan_item i
            join plan_item_version v on v.item_id = i.id and v.version = coalesce(i.agreed_version, i.version)
            cross join lateral ({ItemQuery.Meetings}) m
            where i.plan_id = @plan and i.state <> 'Excluded'
              and (@all or i.agreed_version is not null or (@sent and v.sent_at is not null))
            """, new { plan, now, all = scope == ItemScope.All, sent = scope == ItemScope.Sent }))
            .Select(row => row.Fact(today, zone))
            .OrderBy(Place).ThenBy(item => item.Term.Last).ThenBy(item => item.Number)];
    }

    /// <summary>Meetings held in a school year that carry out no item.</summary>
    public Task<int> Unplanned(SchoolYear year, DateTimeOffset now) => session.Value<int>(
        "select count(*)::int from unplanned_meeting where starts_at >= @from and starts_at < @to and ends_at <= @now",
        new { from = zone.At(year.FirstDay, TimeOnly.MinValue), to = zone.At(year.Next.FirstDay, TimeOnly.MinValue), now });

    /// <summary>The meetings of an item, drafts left out, by date.</summary>
    public Task<Page<ItemMeeting>> Meetings(PlanItemId item, int page) => session.Page<ItemMeeting>(page, """
        select seminar_id as seminar, title, starts_at, ends_at, state = 'Cancelled' as cancelled, came
        from plan_meeting
        where item_id = @item and state <> 'Draft'
        order by starts_at, seminar_id
        offset @skip limit @take
        """, new { item, skip = Paging.Skip(page), take = Paging.Take });

    private static int Place(ItemFact item) => !item.IsInForce ? 3 : item.Fact switch
    {
        Fact.Overdue => 0,
        Fact.Running => 1,
        Fact.Ahead => 2,
        Fact.DoneLate => 4,
        Fact.Done => 5,
    };

    private sealed record Row
    {
        public PlanItemId Id { get; init; }
        public int Number { get; init; }
        public string Title { get; init; } = "";
        public DateOnly FirstDay { get; init; }
        public DateOnly LastDay { get; init; }
        public bool InForce { get; init; }
        public DateOnly? DoneOn { get; init; }
        public DateTimeOffset? HeldAt { get; init; }
        public bool Announced { get; init; }

        public ItemFact Fact(DateOnly today, SiteZone zone) => new(Id, Number, Title, new(FirstDay, LastDay), InForce,
            ItemMeetings.Of(HeldAt is { } at ? zone.DayOf(at) : null, DoneOn, Announced).At(LastDay, today));
    }
}
