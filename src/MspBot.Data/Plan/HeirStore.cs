using MspBot.Data.Postgres;
using MspBot.Domain.Clock;
using MspBot.Domain.People;
using MspBot.Domain.Plan;

namespace MspBot.Data.Plan;

/// <summary>An item that needs somebody else to answer for it.</summary>
public sealed record HeirWanted
{
    public PlanItemId Id { get; init; }
    public int Number { get; init; }
}

/// <summary>Finds who must answer for items instead of somebody who goes.</summary>
public sealed class HeirStore(DbSession session, SiteZone zone)
{
    /// <summary>
    /// The items of plans whose year is not over for which this person answers, in what is written or in force, and that are not carried
    /// out. Each is given once for a person: the heads are asked once.
    /// </summary>
    public async Task<IReadOnlyList<HeirWanted>> Take(PersonId person, DateTimeOffset now)
    {
        var wanted = await session.Query<HeirWanted>("""
            select i.id, i.number
            from plan_item i
            join plan p on p.id = i.plan_id
            where p.year >= @First and i.state <> 'Excluded' and i.done_on is null
              and i.heir_asked_for is distinct from @person
              and exists (select from plan_item_version v
                          where v.item_id = i.id and v.version in (i.version, i.agreed_version) and v.responsible_id = @person)
              and not exists (select from plan_meeting m where m.item_id = i.id and m.state = 'Published' and m.came and m.ends_at <= @now)
            order by i.plan_id, i.number
            for no key update of i
            """, new { person, SchoolYear.Of(zone.DayOf(now)).First, now });
        await session.Execute("update plan_item set heir_asked_for = @person where id = any(@ids)",
            new { person, ids = wanted.Select(item => item.Id.Value).ToArray() });
        return wanted;
    }
}
