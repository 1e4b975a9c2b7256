using MspBot.Data.Postgres;
using MspBot.Domain.Clock;
using MspBot.Domain.People;
using MspBot.Domain.Plan;

namespace MspBot.Data.Plan;

/// <summary>What became of a deed on a whole plan: refused, or done to these items.</summary>
public sealed record PlanResult(PlanRefusal? Refusal, IReadOnlyList<PlanItemId> Items)
{
    internal static PlanResult Refuse(PlanRefusal because) => new(because, []);

    internal static PlanResult Done(IEnumerable<long> items) => new(null, [.. items.Select(PlanItemId.From)]);
}

/// <summary>An item that waits for the methodology department.</summary>
public sealed record WaitingItem
{
    public PlanItemId Id { get; init; }
    public int Number { get; init; }
    public int Version { get; init; }

    /// <summary>What waits is that it goes.</summary>
    public bool IsExcluding { get; init; }

    /// <summary>The person who decides wrote some of it.</summary>
    internal bool IsOwn { get; init; }
}

/// <summary>What became of agreeing all that waits: refused, or these items were agreed.</summary>
public sealed record RestResult(PlanRefusal? Refusal, IReadOnlyList<WaitingItem> Items);

/// <summary>What the head was told of a decision.</summary>
public sealed record ToldDecision
{
    public PlanItemId Item { get; init; }
    public int Number { get; init; }
    public string Title { get; init; } = "";

    /// <summary>Null: it was agreed.</summary>
    public string? Remark { get; init; }
}

/// <summary>Deeds on a whole plan. The plan's row is locked first, then items in the order of their numbers.</summary>
public sealed class PlanStore(DbSession session, ItemStore items, SiteZone zone)
{
    /// <summary>The year's plan, made where there is none.</summary>
    public async Task<PlanId> Make(SchoolYear year, PersonId by, DateTimeOffset now) => new(await session.Value<long>("""
        -- «do nothing» would not return the plan that another transaction makes in the same moment.
        insert into plan (year, created_by, created_at) values (@First, @by, @now)
        on conflict (year) do update set year = excluded.year
        returning id
        """, new { year.First, by, now }));

    /// <summary>Adds drafts, numbered in their order from the next free number on.</summary>
    /// <param name="plan">Where.</param>
    /// <param name="texts">What they say.</param>
    /// <param name="by">Who adds them.</param>
    /// <param name="now">The turn's moment.</param>
    /// <param name="authors">Of each text, who has written it beside them; null: nobody.</param>
    public async Task<PlanResult> Add(PlanId plan, IReadOnlyList<ItemText> texts, PersonId by, DateTimeOffset now,
        IReadOnlyList<IReadOnlyCollection<PersonId>>? authors = null)
    {
        if (await Lock(plan) is not { } year) return PlanResult.Refuse(PlanRefusal.NoSuchPlan);
        if (await CheckPlannable(year, now) is { } refusal) return PlanResult.Refuse(refusal);
        if (texts.Select(text => text.Check(year)).FirstOrDefault(refusal => refusal is not null) is { } wrong)
            return PlanResult.Refuse(wrong);
        if (texts.Count + await session.Value<int>("select count(*)::int from plan_item where plan_id = @plan and state <> 'Excluded'",
            new { plan }) > PlanBounds.Items) return PlanResult.Refuse(PlanRefusal.TooManyItems);

        return PlanResult.Done(await session.Query<long>("""
            with numbered as (
                update plan set last_number = last_number + @count where id = @plan returning last_number - @count as before
            ), made as (
                insert into plan_item (plan_id, number, state)
                select @plan, before + nr, 'Draft' from numbered, generate_series(1, @count) nr
                returning id, number
            ), written as (
                insert into plan_item_version (item_id, version, form, title, first_day, last_day, responsible_id, responsible, result,
                    audience, by_person, authors, at)
                select m.id, 1, t.form, t.title, t.first_day, t.last_day, t.responsible_id, t.responsible, t.result, t.audience, @by,
                       string_to_array(t.authors, ',')::bigint[], @now
                from numbered, made m, unnest(@forms, @titles, @firsts, @lasts, @responsibleIds, @responsibles, @results, @audiences,
                    @written) with ordinality as t(form, title, first_day, last_day, responsible_id, responsible, result, audience,
                        authors, nr)
                where m.number = before + t.nr
            )
            select id from made order by number
            """, new
        {
            plan,
            count = texts.Count,
            by,
            now,
            forms = texts.Select(t => t.Form.ToString()).ToArray(),
            titles = texts.Select(t => t.Title).ToArray(),
            firsts = texts.Select(t => t.Term.First).ToArray(),
            lasts = texts.Select(t => t.Term.Last).ToArray(),
            responsibleIds = texts.Select(t => t.Responsible.Person?.Value).ToArray(),
            responsibles = texts.Select(t => t.Responsible.Words).ToArray(),
            results = texts.Select(t => t.Result).ToArray(),
            audiences = texts.Select(t => t.Audience).ToArray(),
            // Arrays of different lengths cannot stand in one array.
            written = texts.Select((_, nr) => (authors?[nr] ?? []).Append(by).Distinct())
                .Select(one => string.Join(',', one.Select(person => person.Value))).ToArray(),
        }));
    }

    /// <summary>«Отправить на согласование»: every draft. Refused where nobody but its author could agree it.</summary>
    public async Task<PlanResult> Send(PlanId plan, PersonId by, DateTimeOffset now)
    {
        if (await Lock(plan) is not { } year) return PlanResult.Refuse(PlanRefusal.NoSuchPlan);
        if (ItemRules.Open(year, zone.DayOf(now)) is { } over) return PlanResult.Refuse(over);
        var drafts = await session.Query<long>(
            "select id from plan_item where plan_id = @plan and state = 'Draft' order by number for no key update", new { plan });
        if (drafts.Count == 0) return PlanResult.Refuse(PlanRefusal.NothingToSend);
        // Each has authors, who may be the only methodologists, whoever sends it.
        if (await session.Value<bool>("""
            select exists (
                select from plan_item i
                join plan_item_version v on v.item_id = i.id and v.version = i.version
                where i.id = any(@drafts) and not exists (
                    select from person_role r
                    where r.role = 'Methodologist' and r.person_id <> all(coalesce(v.authors, array[v.by_person]))))
            """, new { drafts = drafts.ToArray() })) return PlanResult.Refuse(PlanRefusal.NoMethodologist);
        await session.Execute("""
            update plan_item_version v set sent_at = @now from plan_item i
            where i.id = any(@drafts) and v.item_id = i.id and v.version = i.version;
            -- What waits already keeps its reminders: it has waited since it was sent.
            update plan
            set sent_at = @now, nudged_at = case when waits then nudged_at end, late_told_at = case when waits then late_told_at end
            from (select exists (select from plan_item where plan_id = @plan and state = 'Submitted') as waits) w
            where id = @plan;
            update plan_item set state = 'Submitted', revision = revision + 1 where id = any(@drafts)
            """, new { plan, drafts = drafts.ToArray(), now });
        return PlanResult.Done(drafts);
    }

    /// <summary>
    /// «Согласовать остальные», «Согласовать весь план»: every item that waits, but those that this person wrote. What was seen is named by
    /// <see cref="Seen"/>.
    /// </summary>
    public async Task<RestResult> AgreeRest(PlanId plan, long seen, PersonId by, DateTimeOffset now)
    {
        if (await Lock(plan) is not { } year) return new(PlanRefusal.NoSuchPlan, []);
        if (ItemRules.Open(year, zone.DayOf(now)) is { } over) return new(over, []);
        var waiting = await session.Query<WaitingItem>("""
            select i.id, i.number, i.version, v.excluded as is_excluding, @by = any(coalesce(v.authors, array[v.by_person])) as is_own
            from plan_item i
            join plan_item_version v on v.item_id = i.id and v.version = i.version
            where i.plan_id = @plan and i.state = 'Submitted'
            order by i.number
            for no key update of i
            """, new { plan, by });
        if (await Seen(plan) != seen) return new(PlanRefusal.ChangedMeanwhile, []);
        List<WaitingItem> others = [.. waiting.Where(item => !item.IsOwn)];
        if (others.Count == 0) return new(waiting.Count == 0 ? PlanRefusal.NotSubmitted : PlanRefusal.OwnItem, []);
        await items.DecideOn([.. others.Select(item => item.Id.Value)], null, by, now);
        return new(null, others);
    }

    /// <summary>
    /// Names what waits, and as it was written: another number as soon as anything else waits, or something otherwise. What the head does
    /// to drafts meanwhile, or notes of items, changes nothing for those who agree.
    /// </summary>
    public Task<long> Seen(PlanId plan) =>
        session.Value<long>($"select {SeenItems} from plan_item i where i.plan_id = @plan", new { plan });

    /// <summary>Of many <c>plan_item i</c>: see <see cref="Seen"/>. A version that waits never changes.</summary>
    internal const string SeenItems = """
        coalesce(('x' || left(md5(string_agg(i.id || ':' || i.version, ',' order by i.id) filter (where i.state = 'Submitted')), 12))
            ::bit(48)::bigint, 0)
        """;

    /// <summary>Plans of which something was decided before this moment and nobody was told.</summary>
    public Task<IReadOnlyList<PlanId>> Untold(DateTimeOffset before) => session.Query<PlanId>("""
        select distinct i.plan_id from plan_decision d join plan_item i on i.id = d.item_id where d.told_at is null and d.at < @before
        """, new { before });

    public Task<bool> HasUntold(PlanId plan) => session.Value<bool>("""
        select exists (
            select from plan_decision d join plan_item i on i.id = d.item_id where i.plan_id = @plan and d.told_at is null)
        """, new { plan });

    /// <summary>«Закончить рассмотрение»: what was decided and not told yet, remarks first; now it counts as told.</summary>
    public async Task<IReadOnlyList<ToldDecision>> Tell(PlanId plan, DateTimeOffset now)
    {
        await Lock(plan);
        return await session.Query<ToldDecision>("""
            with told as (
                update plan_decision d set told_at = @now
                from plan_item i
                where i.plan_id = @plan and d.item_id = i.id and d.told_at is null
                returning d.item_id, d.version, d.remark
            )
            select t.item_id as item, i.number, v.title, t.remark
            from told t
            join plan_item i on i.id = t.item_id
            join plan_item_version v on v.item_id = t.item_id and v.version = t.version
            order by t.remark is null, i.number
            """, new { plan, now });
    }

    /// <summary>Whether items may be written into the plan of this year now; null: they may.</summary>
    public async Task<PlanRefusal?> CheckPlannable(SchoolYear year, DateTimeOffset now) =>
        ItemRules.Plannable(year, zone.DayOf(now), await IsAgreed(year.Before));

    /// <summary>All items of the year's plan stand at their agreed version.</summary>
    private Task<bool> IsAgreed(SchoolYear year) => session.Value<bool>("""
        select coalesce(bool_and(i.state = 'Agreed'), false)
        from plan p join plan_item i on i.plan_id = p.id
        where p.year = @First and i.state <> 'Excluded'
        """, new { year.First });

    /// <summary>Holds the plan's row until the commit; null: there is none.</summary>
    internal async Task<SchoolYear?> Lock(PlanId plan) =>
        await session.Find<int?>("select year from plan where id = @plan for no key update", new { plan }) is { } year
            ? new SchoolYear(year) : null;
}
