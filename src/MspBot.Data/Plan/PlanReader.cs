using MspBot.Data.Postgres;
using MspBot.Domain;
using MspBot.Domain.Clock;
using MspBot.Domain.People;
using MspBot.Domain.Plan;

namespace MspBot.Data.Plan;

/// <summary>The plan of one school year and how many of its items stand where.</summary>
public sealed record PlanDetails(PlanId Id, SchoolYear Year, PlanCounts Counts, DateTimeOffset? SentAt);

/// <summary>Which items of a plan are listed.</summary>
public enum ItemFilter
{
    All,

    /// <summary>Those that wait for the methodology department.</summary>
    Submitted,
    Returned,

    /// <summary>Those that were not sent yet.</summary>
    Draft,
}

/// <summary>Plans and their items, as everybody who may see them does.</summary>
public sealed class PlanReader(DbSession session)
{
    public Task<PlanDetails?> Of(SchoolYear year) => Read("p.year = @key", year.First);

    public Task<PlanDetails?> One(PlanId id) => Read("p.id = @key", id.Value);

    public Task<ItemDetails?> Item(PlanItemId id, DateTimeOffset now) => ItemQuery.Find(session, id, now);

    /// <summary>Items that somebody answers for, wrote or decided on, in any version.</summary>
    public async Task<IReadOnlyList<(PlanItemId Item, PlanId Plan)>> Naming(PersonId person) =>
        [.. (await session.Query<(long Item, long Plan)>("""
            select i.id, i.plan_id
            from plan_item i
            where exists (select from plan_item_version v
                          where v.item_id = i.id and (v.responsible_id = @person or v.by_person = @person))
               or exists (select from plan_decision d where d.item_id = i.id and d.by_person = @person)
            order by i.plan_id, i.number
            """, new { person })).Select(row => (new PlanItemId(row.Item), new PlanId(row.Plan)))];

    /// <summary>All items, excluded ones too, by number.</summary>
    public Task<IReadOnlyList<ItemDetails>> Items(PlanId plan, DateTimeOffset now) =>
        ItemQuery.Where(session, "where i.plan_id = @plan order by i.number", new { plan, now });

    /// <summary>A page of those that are not excluded, by number.</summary>
    public async Task<Page<ItemDetails>> Page(PlanId plan, ItemScope scope, ItemFilter filter, int number, DateTimeOffset now) =>
        Paging.Of(await ItemQuery.Where(session, $"""
            where i.id = any(array(
                -- What comes before the page is not read whole.
                select i.id
                from plan_item i
                join plan_item_version n on n.item_id = i.id and n.version = i.version
                where i.plan_id = @plan and i.state <> 'Excluded' and {Seen(scope)} and (@filter = 'All' or i.state = @filter)
                order by i.number
                limit @take offset @skip))
            order by i.number
            """, new { plan, filter = filter.ToString(), now, take = Paging.Take, skip = Paging.Skip(number) }), number);

    /// <summary>How many items somebody with this scope reads.</summary>
    /// <param name="plan">Of which plan.</param>
    /// <param name="scope">Theirs.</param>
    /// <param name="leaving">Also what they read as on its way out.</param>
    public Task<int> Count(PlanId plan, ItemScope scope, bool leaving = true) => session.Value<int>($"""
        select count(*)::int
        from plan_item i
        join plan_item_version n on n.item_id = i.id and n.version = i.version
        where i.plan_id = @plan and i.state <> 'Excluded' and {Seen(scope)}
          and (@leaving or not n.excluded or not {SeenNow(scope)})
        """, new { plan, leaving });

    /// <summary>Those that are not carried out yet and whose last day comes first, or is over longest.</summary>
    public Task<IReadOnlyList<ItemDetails>> Due(PlanId plan, ItemScope scope, int most, DateTimeOffset now) =>
        ItemQuery.Where(session, $"""
            where i.id = any(array(
                select i.id
                from plan_item i
                join plan_item_version n on n.item_id = i.id and n.version = i.version
                where i.plan_id = @plan and i.state <> 'Excluded' and {Seen(scope)} and i.done_on is null
                  and not exists (
                      select from plan_meeting w
                      where w.item_id = i.id and w.state = 'Published' and w.ends_at <= @now and w.came)
                order by (
                    select v.last_day from plan_item_version v
                    where v.item_id = i.id and v.version = coalesce(i.agreed_version, i.version)), i.number
                limit @most))
            order by coalesce(f.last_day, n.last_day), i.number
            """, new { plan, most, now });

    /// <summary>School years of which there is a plan.</summary>
    public async Task<IReadOnlyList<SchoolYear>> Years() =>
        [.. (await session.Query<int>("select year from plan order by year")).Select(first => new SchoolYear(first))];

    /// <summary>As <see cref="ItemDetails.SeenIn"/>, of <see cref="ItemQuery.Select"/>.</summary>
    private static string Seen(ItemScope scope) => scope switch
    {
        ItemScope.All => "true",
        ItemScope.Sent => "(n.sent_at is not null or i.agreed_version is not null)",
        _ => "i.agreed_version is not null",
    };

    /// <summary>Whether they read the present version, not the one in force.</summary>
    private static string SeenNow(ItemScope scope) => scope switch
    {
        ItemScope.All => "true",
        ItemScope.Sent => "(n.sent_at is not null)",
        _ => "(i.version = i.agreed_version)",
    };

    private async Task<PlanDetails?> Read(string where, long key) =>
        await session.Find<PlanRow>($"""
            select p.id, p.year, p.sent_at, c.*
            from plan p
            cross join lateral (
                select count(*) filter (where state = 'Draft')::int as draft, count(*) filter (where state = 'Submitted')::int as submitted,
                       count(*) filter (where state = 'Agreed')::int as agreed, count(*) filter (where state = 'Returned')::int as returned,
                       count(*) filter (where state = 'Excluded')::int as excluded,
                       count(*) filter (where state <> 'Excluded' and agreed_version is not null)::int as in_force
                from plan_item
                where plan_id = p.id
            ) c
            where {where}
            """, new { key }) is { } row
            ? new(row.Id, new(row.Year), new(row.Draft, row.Submitted, row.Agreed, row.Returned, row.Excluded) { InForce = row.InForce },
                row.SentAt)
            : null;

    private sealed record PlanRow
    {
        public PlanId Id { get; init; }
        public int Year { get; init; }
        public DateTimeOffset? SentAt { get; init; }
        public int Draft { get; init; }
        public int Submitted { get; init; }
        public int Agreed { get; init; }
        public int Returned { get; init; }
        public int Excluded { get; init; }
        public int InForce { get; init; }
    }
}
