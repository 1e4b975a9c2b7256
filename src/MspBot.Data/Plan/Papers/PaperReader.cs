using MspBot.Data.Postgres;
using MspBot.Domain.Clock;
using MspBot.Domain.People;
using MspBot.Domain.Plan;
using MspBot.Domain.Plan.Papers;

namespace MspBot.Data.Plan.Papers;

/// <summary>What was done for an item: meetings that were held and to which somebody came.</summary>
/// <param name="First">When the first one began.</param>
/// <param name="Last">When the last one began.</param>
/// <param name="People">Who came, each person once.</param>
/// <param name="Schools">From how many schools.</param>
public sealed record ItemTurnout(DateTimeOffset First, DateTimeOffset Last, int People, int Schools);

/// <summary>A published meeting of an item, of whatever day.</summary>
/// <param name="StartsAt">When.</param>
/// <param name="EndsAt">Until when.</param>
/// <param name="Came">Somebody came.</param>
public readonly record struct ItemDay(DateTimeOffset StartsAt, DateTimeOffset EndsAt, bool Came);

/// <summary>A version that was agreed.</summary>
/// <param name="Number">The item's.</param>
/// <param name="Text">What it says.</param>
/// <param name="ResponsibleName">The full name of the responsible person; null when words stand there, or when they are erased.</param>
/// <param name="IsExcluding">It has taken the item out of the plan.</param>
/// <param name="Reason">Why it is otherwise than the one before.</param>
/// <param name="By">The full name of who agreed it; null when they are erased.</param>
/// <param name="At">When it was agreed.</param>
public sealed record AgreedVersion(
    int Number, ItemText Text, string? ResponsibleName, bool IsExcluding, string? Reason, string? By, DateTimeOffset At);

/// <summary>Who signs the block «Согласовано».</summary>
public sealed record Signer
{
    public string Position { get; init; } = "";
    public string Organisation { get; init; } = "";
    public string FullName { get; init; } = "";
}

/// <summary>What the papers of a plan say beside its items.</summary>
public sealed class PaperReader(DbSession session)
{
    /// <summary>Null: there is no plan of this year.</summary>
    public async Task<PlanStamp?> Stamp(SchoolYear year) =>
        await session.Find<DateTimeOffset?>("select created_at from plan where year = @First", new { year.First }) is { } at
            ? new PlanStamp(year.First, at) : null;

    /// <summary>Of each item for which something was held.</summary>
    public async Task<IReadOnlyDictionary<PlanItemId, ItemTurnout>> Turnout(PlanId plan, DateTimeOffset now) =>
        (await session.Query<TurnoutRow>("""
            select s.plan_item_id as item_id, min(s.starts_at) as first, max(s.starts_at) as last,
                   count(distinct m.person_id)::int as people,
                   count(distinct coalesce(m.school_id, p.school_id))::int as schools
            from plan_item i
            join seminar s on s.plan_item_id = i.id
            join sign_up m on m.seminar_id = s.id and m.came and m.state <> 'Cancelled'   -- as the index has it
            join person p on p.id = m.person_id
            where i.plan_id = @plan and s.state = 'Published' and s.ends_at <= @now
            group by s.plan_item_id
            """, new { plan, now })).ToDictionary(row => row.ItemId, row => new ItemTurnout(row.First, row.Last, row.People, row.Schools));

    /// <summary>Of each item the meetings that are published, by date.</summary>
    public async Task<ILookup<PlanItemId, ItemDay>> Meetings(PlanId plan) => (await session.Query<MeetingRow>("""
        select w.item_id, w.starts_at, w.ends_at, w.came
        from plan_item i
        join plan_meeting w on w.item_id = i.id
        where i.plan_id = @plan and w.state = 'Published'
        order by w.starts_at, w.seminar_id
        """, new { plan })).ToLookup(row => row.ItemId, row => new ItemDay(row.StartsAt, row.EndsAt, row.Came));

    /// <summary>Every version that the department has agreed, by item, earlier ones first.</summary>
    public async Task<IReadOnlyList<AgreedVersion>> Agreed(PlanId plan) => [.. (await session.Query<AgreedRow>("""
        select i.number, v.form, v.title, v.first_day, v.last_day, v.responsible_id, v.responsible, r.full_name as responsible_name,
            v.result,
               v.excluded, v.reason, p.full_name as decided_by, d.at
        from plan_item i
        join plan_decision d on d.item_id = i.id and d.agreed
        join plan_item_version v on v.item_id = d.item_id and v.version = d.version
        left join person r on r.id = v.responsible_id
        left join person p on p.id = d.by_person
        where i.plan_id = @plan
        order by i.number, v.version
        """, new { plan })).Select(row => row.Version())];

    /// <summary>Whoever has agreed last; null: nobody, or they are erased.</summary>
    public Task<Signer?> LastSigner(PlanId plan) => session.Find<Signer>("""
        select p.position, s.name as organisation, p.full_name
        from plan_item i
        join plan_decision d on d.item_id = i.id and d.agreed
        join person p on p.id = d.by_person and p.erased_at is null
        join school s on s.id = p.school_id
        where i.plan_id = @plan
        order by d.at desc, d.item_id
        limit 1
        """, new { plan });

    private sealed record TurnoutRow
    {
        public PlanItemId ItemId { get; init; }
        public DateTimeOffset First { get; init; }
        public DateTimeOffset Last { get; init; }
        public int People { get; init; }
        public int Schools { get; init; }
    }

    private sealed record MeetingRow
    {
        public PlanItemId ItemId { get; init; }
        public DateTimeOffset StartsAt { get; init; }
        public DateTimeOffset EndsAt { get; init; }
        public bool Came { get; init; }
    }

    private sealed record AgreedRow
    {
        public int Number { get; init; }
        public WorkForm Form { get; init; }
        public string Title { get; init; } = "";
        public DateOnly FirstDay { get; init; }
        public DateOnly LastDay { get; init; }
        public PersonId? ResponsibleId { get; init; }
        public string? Responsible { get; init; }
        public string? ResponsibleName { get; init; }
        public string Result { get; init; } = "";
        public bool Excluded { get; init; }
        public string? Reason { get; init; }
        public string? DecidedBy { get; init; }
        public DateTimeOffset At { get; init; }

        internal AgreedVersion Version() => new(Number, new ItemText
        {
            Form = Form,
            Title = Title,
            Term = new(FirstDay, LastDay),
            Responsible = new(ResponsibleId, Responsible),
            Result = Result,
        }, ResponsibleName, Excluded, Reason, DecidedBy, At);
    }
}
