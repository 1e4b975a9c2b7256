using MspBot.Data.Conversations;
using MspBot.Data.Meetings;
using MspBot.Data.Postgres;
using MspBot.Data.Seminars.Seats;
using MspBot.Domain.Meetings;
using MspBot.Domain.Notices;
using MspBot.Domain.People;
using MspBot.Domain.Plan;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Heads;
using MspBot.Domain.Seminars.Seats;

namespace MspBot.Data.Seminars.Heads;

/// <summary>Seminars as the head makes, changes and cancels them. Each change is decided under the row's lock.</summary>
public sealed class SeminarStore(DbSession session, SignUpStore signUps)
{
    /// <returns>Its number, or what its leader has at that time. A draft reserves no time.</returns>
    public async Task<(SeminarId Id, Engagement? Clash)> Add(SeminarDraft draft, PersonId by, bool publish, DateTimeOffset now)
    {
        SeminarId id = default;
        var isFree = await TimeGuard.Try(session, async () => id = await Insert(draft, by, publish, now));
        return isFree ? (id, null) : (id, await EngagementReader.Clash(session, draft.Leader, [draft.StartsAt], draft.Length));
    }

    /// <summary>Whether a meeting can carry out this item of the plan: it is not excluded, and stays until the commit.</summary>
    public async Task<SeminarRefusal?> CheckPlanItem(PlanItemId item) =>
        await NumberInPlan(item) is null ? SeminarRefusal.NoSuchPlanItem : null;

    private async Task<SeminarId> Insert(SeminarDraft draft, PersonId by, bool publish, DateTimeOffset now) =>
        new(await session.Value<long>("""
        insert into seminar (kind, title, audience, description, starts_at, ends_at, seats, join_link, leader_id, state,
            calendar_uid, created_by, created_at, published_at, plan_item_id)
        values (@kind, @Title, @Audience, @Description, @StartsAt, @EndsAt, @Seats, @JoinLink, @Leader, @state,
            gen_random_uuid()::text, @by, @now, case when @publish then @now end, @PlanItem)
        returning id
        """, new
        {
            kind = draft.Kind.ToString(),
            draft.Title,
            draft.Audience,
            draft.Description,
            draft.StartsAt,
            draft.EndsAt,
            draft.Seats,
            draft.JoinLink,
            draft.Leader,
            draft.PlanItem,
            state = (publish ? SeminarState.Published : SeminarState.Draft).ToString(),
            by,
            now,
            publish,
        }));

    /// <summary>Changes one thing, if the seminar still is as the head saw it; more seats go to those who wait.</summary>
    /// <param name="id">Which.</param>
    /// <param name="version">As the head saw it.</param>
    /// <param name="change">What.</param>
    /// <param name="by">For whom the details are read.</param>
    /// <param name="now">The turn's moment.</param>
    public async Task<SeminarResult> Change(SeminarId id, int version, SeminarChange change, PersonId by, DateTimeOffset now)
    {
        if (await SeminarQuery.Lock(session, id, by) is not { } before) return SeminarResult.Refuse(SeminarRefusal.NoSuchSeminar);
        if (before.Version != version) return SeminarResult.Refuse(SeminarRefusal.ChangedMeanwhile, before);
        if (SeminarChangeRules.Check(before.Seminar, before.Attendance, change, now) is { } refusal)
            return SeminarResult.Refuse(refusal, before);

        var changed = Applied(before, change);
        if (change is SeminarChange.Leader(var leader))
            changed = changed with
            {
                Leader = await session.Find<string?>("select full_name from person where id = @leader", new { leader }),
                Leads = leader == by,
            };
        if (change is SeminarChange.PlanItem({ } item))
        {
            if (await NumberInPlan(item) is not { } number) return SeminarResult.Refuse(SeminarRefusal.NoSuchPlanItem, before);
            changed = changed with { PlanNumber = number };
        }
        if (changed == before) return SeminarResult.Refuse(SeminarRefusal.NothingChanged, before);
        changed = changed with
        {
            Version = before.Version + 1,
            CalendarSequence = before.CalendarSequence + (change.ShowsInCalendar ? 1 : 0),
        };
        IReadOnlyList<SeatsOfSchool> freed = [];
        var isFree = await TimeGuard.Try(session, async () =>
        {
            freed = await signUps.FitHeld(before, changed);
            await Save(changed, now);
        });
        if (!isFree) return await LeaderBusy(before, changed);
        changed = changed with { Held = before.Held - freed.Sum(s => s.Count) };
        // A move makes a new word and voids what was noted: shown as it stands now.
        if (change is SeminarChange.Start) changed = (await SeminarQuery.Find(session, id, by))!;
        var promoted = await signUps.Promote(id, Promotion.Count(changed.Seminar, changed.Attendance, now), now);
        changed = changed with { Seated = changed.Seated + promoted.Count, Waiting = changed.Waiting - promoted.Count };
        var over = Promotion.OffersHold(before.Seminar, changed.Seminar, changed.Attendance, now) ? [] : await signUps.EndOffers(id);
        var asked = await signUps.Ask(id, Promotion.Asked(changed.Seminar, changed.Attendance, now), now);
        // Those who are asked again need no news of the old offer.
        return new(null, before, await SeminarQuery.Recounted(session, changed), promoted, asked,
            [.. over.ExceptBy(asked.Select(a => a.SignUp), o => o.SignUp)])
        { Freed = freed };
    }

    public async Task<SeminarResult> Publish(SeminarId id, PersonId by, DateTimeOffset now)
    {
        if (await SeminarQuery.Lock(session, id, by) is not { } before) return SeminarResult.Refuse(SeminarRefusal.NoSuchSeminar);
        if (SeminarChangeRules.CheckPublishing(before.Seminar, now) is { } refusal) return SeminarResult.Refuse(refusal, before);

        var isFree = await TimeGuard.Try(session, () => session.Execute("""
            update seminar
            set state = 'Published', published_at = @now, version = version + 1
            where id = @id
            """, new { id, now }));
        if (!isFree) return await LeaderBusy(before, before);
        return new(null, before, before with { State = SeminarState.Published, WasPublished = true, Version = before.Version + 1 }, [], [],
            []);
    }

    /// <summary>Cancels it. The sign-ups stay as they were: they tell who had a place; in a cancelled seminar none is active.</summary>
    public async Task<SeminarResult> Cancel(SeminarId id, string? reason, PersonId by, DateTimeOffset now)
    {
        if (await SeminarQuery.Lock(session, id, by) is not { } before) return SeminarResult.Refuse(SeminarRefusal.NoSuchSeminar);
        if (SeminarChangeRules.CheckCancelling(before.Seminar, now) is { } refusal) return SeminarResult.Refuse(refusal, before);

        await session.Execute("""
            update seminar
            set state = 'Cancelled', cancelled_at = @now, cancel_reason = @reason,
                version = version + 1, calendar_sequence = calendar_sequence + 1
            where id = @id
            """, new { id, now, reason });
        await signUps.EndOffers(id);
        var freed = await signUps.ReleaseAll(id);
        // Those with a queued notice of a seat are told of the cancellation only; those to be invited get nothing.
        var seated = await session.Query<long>("select id from sign_up where seminar_id = @id and state = 'Confirmed'", new { id });
        var invited = await session.Query<PersonId>("select person_id from person_role where role = 'SchoolHead'");
        OutboxWriter.Withdraw(session,
            [.. seated.Select(NoticeKey.SeatFreed), .. invited.Select(person => NoticeKey.SchoolHeadInvited(id, person))]);
        return new(null, before, before with
        {
            State = SeminarState.Cancelled,
            CancelReason = reason,
            Version = before.Version + 1,
            CalendarSequence = before.CalendarSequence + 1,
        }, [], [], [])
        { Freed = freed };
    }

    /// <summary>How many coming meetings somebody leads, drafts too.</summary>
    public Task<int> CountLed(PersonId leader, DateTimeOffset now) =>
        session.Value<int>(
        "select count(*)::int from seminar where leader_id = @leader and state in ('Draft', 'Published') and ends_at > @now",
        new { leader, now });

    /// <summary>
    /// Coming meetings of a leader go to another; held in the order of their numbers, so that none is changed in between. One at whose time
    /// the other has something else is refused, and stays.
    /// </summary>
    public async Task<IReadOnlyList<SeminarResult>> HandOver(PersonId leader, PersonId heir, PersonId by, DateTimeOffset now)
    {
        var all = new List<SeminarResult>();
        foreach (var (id, version) in await session.Query<(long, int)>("""
            select id, version
            from seminar
            where leader_id = @leader and state in ('Draft', 'Published') and ends_at > @now
            order by id
            for no key update
            """, new { leader, now }))
            all.Add(await Change(new(id), version, new SeminarChange.Leader(heir), by, now));
        return all;
    }

    /// <summary>Coming meetings of somebody who is about to be erased have no leader from now on; which they are.</summary>
    public async Task<IReadOnlyList<(SeminarId Id, string Title)>> LoseLeader(PersonId leader, DateTimeOffset now) =>
        [.. (await session.Query<(long Id, string Title)>("""
            with theirs as (
                select id
                from seminar
                where leader_id = @leader and state in ('Draft', 'Published') and ends_at > @now
                order by id
                for update
            )
            update seminar s
            set leader_id = null, version = version + 1
            from theirs t
            where s.id = t.id
            returning s.id, s.title
            """, new { leader, now })).OrderBy(s => s.Id).Select(s => (new SeminarId(s.Id), s.Title))];

    private Task<int?> NumberInPlan(PlanItemId item) => session.Find<int?>(
        "select number from plan_item where id = @item and state <> 'Excluded' for share", new { item });

    private async Task<SeminarResult> LeaderBusy(SeminarDetails before, SeminarDetails wanted) =>
        SeminarResult.Refuse(SeminarRefusal.LeaderBusy, before) with
        {
            Clash = await EngagementReader.Clash(session, wanted.LeaderId!.Value, [wanted.StartsAt], wanted.EndsAt - wanted.StartsAt,
            seminar: wanted.Id.Value),
        };

    private static SeminarDetails Applied(SeminarDetails details, SeminarChange change) => change switch
    {
        SeminarChange.Title(var to) => details with { Title = to },
        SeminarChange.Start(var to) => details with { StartsAt = to, EndsAt = to + (details.EndsAt - details.StartsAt) },
        SeminarChange.Length(var to) => details with { EndsAt = details.StartsAt + to },
        SeminarChange.Seats(var to) => details with { Seats = to },
        SeminarChange.Audience(var to) => details with { Audience = to },
        SeminarChange.Link(var to) => details with { JoinLink = to },
        SeminarChange.Leader(var to) => details with { LeaderId = to },
        SeminarChange.Description(var to) => details with { Description = to },
        SeminarChange.PlanItem(var to) => details with { PlanItem = to, PlanNumber = null },
        _ => throw new ArgumentOutOfRangeException(nameof(change)),
    };

    private Task<int> Save(SeminarDetails details, DateTimeOffset now) => session.Execute("""
        update seminar
        set title = @Title, audience = @Audience, description = @Description, starts_at = @StartsAt, ends_at = @EndsAt,
            timed_at = case when starts_at = @StartsAt then timed_at else @now end,
            seats = @Seats, join_link = @JoinLink, leader_id = @LeaderId,
            led_at = case when leader_id is not distinct from @LeaderId then led_at else @now end,
            version = @Version, calendar_sequence = @CalendarSequence, plan_item_id = @PlanItem,
            tied_at = case when plan_item_id is not distinct from @PlanItem then tied_at else @now end
        where id = @Id
        """, new
    {
        details.Id,
        details.Title,
        details.Audience,
        details.Description,
        details.StartsAt,
        details.EndsAt,
        details.Seats,
        details.JoinLink,
        details.LeaderId,
        details.Version,
        details.CalendarSequence,
        details.PlanItem,
        now,
    });
}
