using MspBot.Data.Postgres;
using MspBot.Domain.Log;
using MspBot.Domain.People;
using MspBot.Domain.Plan;

namespace MspBot.Data.Plan;

/// <summary>A version and what was said to it.</summary>
/// <param name="Version">As it was written.</param>
/// <param name="AuthorName">The full name of who wrote it; null when they are erased.</param>
/// <param name="Decision">Null: none.</param>
public sealed record PastVersion(ItemVersion Version, string? AuthorName, ItemDecision? Decision);

/// <summary>A step of a whole plan: so many items were sent, or decided by somebody, on one day.</summary>
public sealed record PlanStep
{
    public DateTimeOffset At { get; init; }

    /// <summary>Null: they were sent.</summary>
    public PersonId? DecidedBy { get; init; }

    /// <summary>The full name of who decided; null when they are erased.</summary>
    public string? ByName { get; init; }
    public int Sent { get; init; }
    public int Agreed { get; init; }
    public int Returned { get; init; }
}

/// <summary>An item that waits or has changed, and what stood there before; null: nothing.</summary>
public sealed record ChangedItem(ItemDetails Item, ItemVersion? Before);

/// <summary>What was done about an item beside what its versions say.</summary>
public sealed record ItemDeed
{
    public DateTimeOffset At { get; init; }
    public LogAction Action { get; init; }
    public bool ByClock { get; init; }

    /// <summary>The full name of who did it; null: they are erased, or it was the clock.</summary>
    public string? ByName { get; init; }

    /// <summary>Of a mark: when it was carried out.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>The title of the meeting that was tied or untied; null: none, or it is gone.</summary>
    public string? Meeting { get; init; }
}

/// <summary>What became of a plan and its items, for those who ask later.</summary>
public sealed class HistoryReader(DbSession session)
{
    /// <summary>Of <c>plan_item_version v</c> of <c>plan_item i</c> without a decision: it was in force as it was written.</summary>
    private const string NeverWaited = "(v.sent_at = v.at and i.agreed_version >= v.version)";

    /// <summary>All versions of an item, the first first.</summary>
    public async Task<IReadOnlyList<PastVersion>> Of(PlanItemId item) =>
        [.. (await session.Query<VersionRow>($"{VersionRow.Select} where v.item_id = @item order by v.version", new { item }))
            .Select(row => new PastVersion(row.Details, row.AuthorName, row.Decision))];

    /// <summary>
    /// Marks, meetings, reminders while it waited, and whole plans that were imported, copied or carried over with it; the first first.
    /// </summary>
    public Task<IReadOnlyList<ItemDeed>> Deeds(PlanItemId item) => session.Query<ItemDeed>($"""
        select l.at, l.action, l.actor_id is null as by_clock, p.full_name as by_name, (l.detail ->> 'day')::date as day,
               s.title as meeting
        from (
            select * from action_log
            where subject = 'PlanItem' and subject_id = @item
              and action in ('PlanItemDone', 'PlanItemNotDone', 'PlanItemTied', 'PlanItemUntied')
            union all
            select l.*
            from plan_item i
            join action_log l on l.subject = 'Plan' and l.subject_id = i.plan_id
            where i.id = @item and case l.action
                when 'PlanReminded' then exists (
                    select from plan_item_version v
                    left join plan_decision d on d.item_id = v.item_id and d.version = v.version
                    left join plan_item_version e on e.item_id = v.item_id and e.version = v.version + 1
                    where v.item_id = i.id and v.sent_at <= l.at and l.at < coalesce(d.at, e.at, 'infinity')
                      and (d.at is not null or {NeverWaited} is not true))
                when 'PlanImported' then exists (select from plan_item_version v where v.item_id = i.id and v.at = l.at)
                when 'PlanCopied' then exists (select from plan_item_version v where v.item_id = i.id and v.at = l.at)
                when 'PlanCarriedOver' then exists (select from plan_item_version v where v.item_id = i.id and v.at = l.at)
                else false end
        ) l
        left join person p on p.id = l.actor_id
        left join seminar s on s.id = (l.detail ->> 'seminar')::bigint
        order by l.at, l.id
        """, new { item });

    /// <summary>One version of an item.</summary>
    public async Task<ItemVersion?> Version(PlanItemId item, int version) =>
        (await session.Find<VersionRow>($"{VersionRow.Select} where v.item_id = @item and v.version = @version", new { item, version }))
            ?.Details;

    /// <summary>A page of what happened to a plan, the latest first; deeds of one person on one day in the zone are one step.</summary>
    public Task<Page<PlanStep>> Steps(PlanId plan, string zone, int number) => session.Page<PlanStep>(number, """
        select max(e.at) as at, e.decided_by, p.full_name as by_name, count(*) filter (where e.decided_by is null)::int as sent,
               count(*) filter (where e.decided_by is not null and e.remark is null)::int as agreed,
               count(*) filter (where e.remark is not null)::int as returned
        from (
            select v.sent_at as at, null::bigint as decided_by, null as remark
            from plan_item_version v
            join plan_item i on i.id = v.item_id
            where i.plan_id = @plan and v.sent_at is not null
              and not exists (select from plan_item_version e
                              where e.item_id = v.item_id and e.version = v.version and e.sent_at = e.at and i.agreed_version >= e.version
                                and not exists (select from plan_decision d where d.item_id = e.item_id and d.version = e.version))
            union all
            select d.at, d.by_person, d.remark
            from plan_decision d
            join plan_item i on i.id = d.item_id
            where i.plan_id = @plan
        ) e
        left join person p on p.id = e.decided_by
        group by (e.at at time zone @zone)::date, e.decided_by, p.full_name, case when e.decided_by is null then e.at end
        order by max(e.at) desc
        limit @take offset @skip
        """, new { plan, zone, take = Paging.Take, skip = Paging.Skip(number) });

    /// <summary>When this person agreed something of the plan last; null: never.</summary>
    public Task<DateTimeOffset?> LastAgreement(PlanId plan, PersonId by) => session.Value<DateTimeOffset?>("""
        select max(d.at) from plan_decision d join plan_item i on i.id = d.item_id
        where i.plan_id = @plan and d.by_person = @by and d.remark is null
        """, new { plan, by });

    /// <summary>
    /// A page of items that wait, whenever they were sent, or whose present version was sent after a moment; by number, with what was in
    /// force at that moment.
    /// </summary>
    public async Task<Page<ChangedItem>> Since(PlanId plan, DateTimeOffset since, int number, DateTimeOffset now)
    {
        var items = await ItemQuery.Where(session, """
            where i.plan_id = @plan and (i.state = 'Submitted' or n.sent_at > @since)
            order by i.number
            limit @take offset @skip
            """, new { plan, since, now, take = Paging.Take, skip = Paging.Skip(number) });
        var before = (await session.Query<ItemAndVersion>($"""
            select item_id, version
            from (
                select d.item_id, d.version, row_number() over (partition by d.item_id order by d.version desc) as nr
                from plan_decision d
                where d.item_id = any(@items) and d.remark is null and d.at <= @since
            ) agreed
            where nr = 1
            """, new { items = items.Select(item => item.Id.Value).ToArray(), since })).ToDictionary(row => row.ItemId, row => row.Version);
        var changed = new List<ChangedItem>();
        foreach (var item in items)
            changed.Add(new(item, before.TryGetValue(item.Id.Value, out var version) ? await Version(item.Id, version) : null));
        return Paging.Of(changed, number);
    }

    /// <summary>
    /// What has come to wait since a moment, and what waited then and does not any more, by number, each with what waited then: the first
    /// so many, and how many there are.
    /// </summary>
    public async Task<(IReadOnlyList<ChangedItem> First, int All)> Meanwhile(
        PlanId plan, DateTimeOffset since, int most, DateTimeOffset now)
    {
        var waited = (await session.Query<ItemAndVersion>($"""
            select i.id as item_id, coalesce(w.version, 0) as version
            from plan_item i
            join plan_item_version n on n.item_id = i.id and n.version = i.version
            left join lateral (
                select v.version
                from plan_item_version v
                left join plan_decision d on d.item_id = v.item_id and d.version = v.version
                left join plan_item_version e on e.item_id = v.item_id and e.version = v.version + 1
                where v.item_id = i.id and v.sent_at <= @since and (d.at is null or d.at > @since) and (e.at is null or e.at > @since)
                  and (d.at is not null or {NeverWaited} is not true)
                order by v.version desc
                limit 1
            ) w on true
            where i.plan_id = @plan
              and case when i.state = 'Submitted' then w.version is distinct from i.version and n.sent_at > @since
                       else w.version is not null end
            """, new { plan, since })).ToDictionary(row => row.ItemId, row => row.Version);
        var changed = new List<ChangedItem>();
        foreach (var item in await ItemQuery.Where(
            session, "where i.id = any(@ids) order by i.number limit @most", new { ids = waited.Keys.ToArray(), most, now }))
            changed.Add(new(item, waited[item.Id.Value] is > 0 and var version ? await Version(item.Id, version) : null));
        return (changed, waited.Count);
    }

    private sealed record ItemAndVersion
    {
        public long ItemId { get; init; }
        public int Version { get; init; }
    }
}
