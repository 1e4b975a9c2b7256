using MspBot.Data.Postgres;

namespace MspBot.Data.Plan;

/// <summary>A plan, or an item of one, by what it is called.</summary>
public sealed record NamedItem
{
    public long Id { get; init; }

    /// <summary>In which the school year begins.</summary>
    public int Year { get; init; }

    /// <summary>Of the item; 0 for a plan.</summary>
    public int Number { get; init; }
}

/// <summary>How plans and items are called, many at once.</summary>
public sealed class PlanNames(DbSession session)
{
    public Task<IReadOnlyList<NamedItem>> Years(IReadOnlyCollection<long> plans) =>
        session.Query<NamedItem>("select id, year, 0 as number from plan where id = any(@plans)", new { plans = plans.ToArray() });

    public Task<IReadOnlyList<NamedItem>> Items(IReadOnlyCollection<long> items) => session.Query<NamedItem>("""
        select i.id, p.year, i.number from plan_item i join plan p on p.id = i.plan_id where i.id = any(@items)
        """, new { items = items.ToArray() });
}
