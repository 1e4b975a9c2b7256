using MspBot.Data.Postgres;
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

/// <summary>An item that was sent since a methodologist agreed last, and what was in force then.</summary>
public sealed record ChangedItem(ItemDetails Item, ItemVersion? Before);

/// <summary>What became of a plan and its items, for those who ask later.</summary>
public sealed class HistoryReader(DbSession session)
{
    /// <summary>All versions of an item, the first first.</summary>
    public async Task<IReadOnlyList<PastVersion>> Of(PlanItemId item) =>
        [.. (await session.Query<VersionRow>($"{VersionRow.Select} where v.item_id = @item order by v.version", new { item }))
            .Select(row => new PastVersion(row.Details, row.AuthorName, row.Decision))];

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

    /// <summary>A page of items whose present version was sent after a moment, by number, with what was in force at that moment.</summary>
    public async Task<Page<ChangedItem>> Since(PlanId plan, DateTimeOffset since, int number, DateTimeOffset now)
    {
        var items = await ItemQuery.Where(session, """
            where i.plan_id = @plan and n.sent_at > @since
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

    private sealed record ItemAndVersion
    {
        public long ItemId { get; init; }
        public int Version { get; init; }
    }
}
