using MspBot.Data.Postgres;
using MspBot.Domain.Clock;
using MspBot.Domain.People;
using MspBot.Domain.Plan;

namespace MspBot.Data.Plan;

/// <summary>How far the agreement of a plan has come, for one methodologist.</summary>
public sealed record PlanReview
{
    /// <summary>Items that wait and that this person may decide.</summary>
    public int Waiting { get; init; }

    /// <summary>Items that wait for somebody else: this person wrote them.</summary>
    public int Own { get; init; }

    /// <summary>Decided of what was sent last, or not told yet.</summary>
    public int Agreed { get; init; }

    /// <inheritdoc cref="Agreed"/>
    public int Returned { get; init; }

    /// <summary>Decided, and the heads have not heard of it.</summary>
    public int Untold { get; init; }

    /// <summary>Names what waits: see <see cref="PlanStore.Seen"/>.</summary>
    public long Seen { get; init; }

    public int Reviewed => Agreed + Returned;

    public int All => Reviewed + Waiting + Own;
}

/// <summary>A plan in which something waits for a person.</summary>
public sealed record WaitingPlan
{
    public PlanId Id { get; init; }
    public int Year { get; init; }
    public int Items { get; init; }

    /// <summary>Since when the first of them waits.</summary>
    public DateTimeOffset Since { get; init; }

    public SchoolYear SchoolYear => new(Year);
}

/// <summary>A methodologist, and what waits for them.</summary>
public sealed record Reviewer
{
    public PersonId Person { get; init; }

    /// <summary>Null: they have stopped the bot.</summary>
    public ChatId? Chat { get; init; }

    /// <summary>Items of a plan that they may decide.</summary>
    public int Waiting { get; init; }
}

/// <summary>What waits for whom in plans.</summary>
public sealed class ReviewReader(DbSession session)
{
    public async Task<PlanReview> Of(PlanId plan, PersonId by) => (await session.Find<PlanReview>($"""
        select count(*) filter (where i.state = 'Submitted' and not a.own)::int as waiting,
               count(*) filter (where i.state = 'Submitted' and a.own)::int as own,
               count(*) filter (where (d.told_at is null or v.sent_at = p.sent_at) and d.agreed)::int as agreed,
               count(*) filter (where (d.told_at is null or v.sent_at = p.sent_at) and not d.agreed)::int as returned,
               (select count(*)::int from plan_decision u join plan_item ui on ui.id = u.item_id
                where ui.plan_id = @plan and u.told_at is null) as untold,
               {PlanStore.SeenItems} as seen
        from plan_item i
        join plan p on p.id = i.plan_id
        join plan_item_version v on v.item_id = i.id and v.version = i.version
        left join plan_decision d on d.item_id = i.id and d.version = i.version
        cross join lateral (select @by = any(coalesce(v.authors, array[v.by_person])) as own) a
        where i.plan_id = @plan
        """, new { plan, by }))!;

    /// <summary>The item that waits next after this number, the first one after the last; null: none that this person may decide.</summary>
    public Task<PlanItemId?> Next(PlanId plan, int after, PersonId by) => session.Find<PlanItemId?>("""
        select i.id
        from plan_item i
        join plan_item_version v on v.item_id = i.id and v.version = i.version
        where i.plan_id = @plan and i.state = 'Submitted' and @by <> all(coalesce(v.authors, array[v.by_person]))
        order by i.number <= @after, i.number
        limit 1
        """, new { plan, after, by });

    /// <summary>Of plans whose year is not over: the first with items that this person may decide.</summary>
    public Task<WaitingPlan?> ForAgreement(PersonId by, SchoolYear since) => session.Find<WaitingPlan>("""
        select p.id, p.year, count(*)::int as items, min(v.sent_at) as since
        from plan_item i
        join plan p on p.id = i.plan_id
        join plan_item_version v on v.item_id = i.id and v.version = i.version
        where i.state = 'Submitted' and @by <> all(coalesce(v.authors, array[v.by_person])) and p.year >= @First
        group by p.id, p.year
        order by p.year
        limit 1
        """, new { by, since.First });

    /// <summary>Of plans whose year is not over: the first with items that were returned, and of which the heads have heard.</summary>
    public Task<WaitingPlan?> Returned(SchoolYear since) => session.Find<WaitingPlan>("""
        select p.id, p.year, count(*)::int as items, min(d.told_at) as since
        from plan_item i
        join plan p on p.id = i.plan_id
        join plan_decision d on d.item_id = i.id and d.version = i.version
        where i.state = 'Returned' and d.told_at is not null and p.year >= @First
        group by p.id, p.year
        order by p.year
        limit 1
        """, new { since.First });

    /// <summary>Everybody who has the role, with what of a plan waits for their decision.</summary>
    public Task<IReadOnlyList<Reviewer>> Reviewers(PlanId plan) => session.Query<Reviewer>("""
        select p.id as person, case when p.reachable then p.chat_id end as chat,
               (select count(*)::int
                from plan_item i
                join plan_item_version v on v.item_id = i.id and v.version = i.version
                where i.plan_id = @plan and i.state = 'Submitted' and p.id <> all(coalesce(v.authors, array[v.by_person]))) as waiting
        from person p
        join person_role r on r.person_id = p.id and r.role = 'Methodologist'
        order by p.id
        """, new { plan });

    /// <summary>How many items wait for nobody once this methodologist is gone: whoever else is there wrote them.</summary>
    public Task<int> LeftWithout(PersonId methodologist) => session.Value<int>("""
        select count(*)::int
        from plan_item i
        join plan_item_version v on v.item_id = i.id and v.version = i.version
        where i.state = 'Submitted' and not exists (
            select from person_role r join person p on p.id = r.person_id
            where r.role = 'Methodologist' and r.person_id <> @methodologist and p.erased_at is null
              and r.person_id <> all(coalesce(v.authors, array[v.by_person])))
        """, new { methodologist });
}
