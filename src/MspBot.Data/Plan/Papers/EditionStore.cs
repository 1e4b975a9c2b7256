using MspBot.Data.Postgres;
using MspBot.Domain.Clock;
using MspBot.Domain.People;
using MspBot.Domain.Plan;
using MspBot.Domain.Plan.Papers;

namespace MspBot.Data.Plan.Papers;

/// <summary>What is in force at one time, by its number; printed anew it is the same.</summary>
/// <param name="Number">Counted from 1.</param>
/// <param name="On">The day of its last decision.</param>
public readonly record struct PlanEdition(int Number, DateOnly On);

/// <summary>A paper that was handed out.</summary>
/// <param name="Plan">Of which plan.</param>
/// <param name="Year">Its school year.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Edition">Null: nothing of it was agreed.</param>
/// <param name="MadeAt">When.</param>
public sealed record PlanPaper(PlanId Plan, SchoolYear Year, PaperKind Kind, PlanEdition? Edition, DateTimeOffset MadeAt);

/// <summary>Editions of plans and the papers that carry their codes.</summary>
public sealed class EditionStore(DbSession session, SiteZone zone)
{
    /// <summary>
    /// The edition that is in force now; null: nothing is. It gets a number when it is first printed or asked for. What the department has
    /// not decided on, such as whom an item is for, makes none.
    /// </summary>
    public async Task<PlanEdition?> InForce(PlanId plan)
    {
        await session.Execute("select from plan where id = @plan for no key update", new { plan });
        if (await session.Find<StateRow>("""
            select encode(sha256(convert_to(string_agg(i.id || ':' || d.version, ',' order by i.id), 'UTF8')), 'hex') as fingerprint,
                   (select max(a.at) from plan_item o join plan_decision a on a.item_id = o.id where o.plan_id = @plan and a.agreed) as at
            from plan_item i
            cross join lateral (
                select max(version) as version from plan_decision where item_id = i.id and agreed
            ) d
            where i.plan_id = @plan and i.state <> 'Excluded' and i.agreed_version is not null
            """, new { plan }) is not { Fingerprint: { } fingerprint, At: { } at }) return null;
        var found = (await session.Find<EditionRow>("""
            with made as (
                insert into plan_edition (plan_id, edition, fingerprint, agreed_on)
                select @plan, coalesce(max(edition), 0) + 1, @fingerprint, @day from plan_edition where plan_id = @plan
                on conflict (plan_id, fingerprint) do nothing
                returning edition, agreed_on
            )
            select edition, agreed_on from made
            union all
            select edition, agreed_on from plan_edition where plan_id = @plan and fingerprint = @fingerprint
            """, new { plan, fingerprint, day = zone.DayOf(at) }))!;
        return new(found.Edition, found.AgreedOn);
    }

    /// <summary>Notes that a paper with this code goes out; without an edition it is a draft.</summary>
    public Task Issue(string code, PlanId plan, PaperKind kind, PlanEdition? edition, PersonId by, DateTimeOffset now) =>
        session.Execute("""
        insert into plan_paper (code, plan_id, kind, edition, made_by, made_at) values (@code, @plan, @kind, @number, @by, @now)
        """, new { code, plan, kind = kind.ToString(), number = edition?.Number ?? 0, by, now });

    /// <summary>When something that is in force was first printed; null: never.</summary>
    public Task<DateTimeOffset?> FirstPrinted(PlanId plan) =>
        session.Find<DateTimeOffset?>("select made_at from plan_paper where plan_id = @plan and edition > 0 order by made_at limit 1",
            new { plan });

    public async Task<PlanPaper?> Paper(string code) => await session.Find<PaperRow>("""
        select p.plan_id, l.year, p.kind, e.edition, e.agreed_on, p.made_at
        from plan_paper p
        join plan l on l.id = p.plan_id
        left join plan_edition e on e.plan_id = p.plan_id and e.edition = p.edition
        where p.code = @code
        """, new { code }) is { } row
        ? new(row.PlanId, new(row.Year), row.Kind, row.Edition is { } number ? new(number, row.AgreedOn!.Value) : null, row.MadeAt)
        : null;

    private sealed record StateRow
    {
        public string? Fingerprint { get; init; }
        public DateTimeOffset? At { get; init; }
    }

    private sealed record EditionRow
    {
        public int Edition { get; init; }
        public DateOnly AgreedOn { get; init; }
    }

    private sealed record PaperRow
    {
        public PlanId PlanId { get; init; }
        public int Year { get; init; }
        public PaperKind Kind { get; init; }
        public int? Edition { get; init; }
        public DateOnly? AgreedOn { get; init; }
        public DateTimeOffset MadeAt { get; init; }
    }
}
