using MspBot.Data.Postgres;
using MspBot.Domain.Clock;
using MspBot.Domain.People;
using MspBot.Domain.Plan;

namespace MspBot.Data.Plan;

/// <summary>
/// What became of a deed on an item. Refused, nothing was written, and <paramref name="Before"/> is how the item stands.
/// </summary>
public sealed record ItemResult(PlanRefusal? Refusal, ItemDetails? Before, ItemDetails? After)
{
    internal static ItemResult Refuse(PlanRefusal because, ItemDetails? before = null) => new(because, before, null);
}

/// <summary>Deeds on one item; each is decided under the row's lock, on the revision that was seen.</summary>
public sealed class ItemStore(DbSession session, SiteZone zone)
{
    /// <summary>Writes what the item is to say: over a version that nobody else has read, else as a new one.</summary>
    /// <param name="id">Which.</param>
    /// <param name="revision">As the head saw it.</param>
    /// <param name="text">All of it.</param>
    /// <param name="reason">Why; null: not said.</param>
    /// <param name="by">Who writes.</param>
    /// <param name="now">The turn's moment.</param>
    public Task<ItemResult> Change(PlanItemId id, int revision, ItemText text, string? reason, PersonId by, DateTimeOffset now) =>
        Deed(id, now, async item =>
        {
            if (ItemRules.CheckChange(item.Rule, revision, zone.DayOf(now)) is { } refusal) return refusal;
            if (text.Check(item.Year) is { } wrong) return wrong;
            if (text == item.Now.Text && !item.Now.IsExcluding) return PlanRefusal.NothingChanged;
            // The audience is no matter of the department's, and a change that is taken back is none: what was agreed stays agreed.
            var same = item.InForce is { } agreed && text.IsSameToReader(agreed.Text);
            await Write(item, text, reason, false, by, now, agreed: same);
            return null;
        });

    /// <summary>Takes the item out of the plan: at once where nothing of it was agreed; else once that is agreed.</summary>
    public Task<ItemResult> Exclude(PlanItemId id, int revision, string reason, PersonId by, DateTimeOffset now) =>
        Deed(id, now, async item =>
        {
            if (ItemRules.CheckExclude(item.Rule, revision, zone.DayOf(now)) is { } refusal) return refusal;
            await Write(item, item.Now.Text, reason, true, by, now);
            if (ItemRules.ExcludesAtOnce(item.Rule))
                await session.Execute("update plan_item set state = 'Excluded' where id = @id", new { id });
            return null;
        });

    /// <summary>A first draft that nobody has read leaves nothing behind, but its number is not given again.</summary>
    public async Task<PlanRefusal?> Drop(PlanItemId id, int revision, DateTimeOffset now)
    {
        if (await ItemQuery.Lock(session, id, now) is not { } item) return PlanRefusal.NoSuchItem;
        if (item.Revision != revision || !item.Rule.WasNeverSent || item.DoneOn is not null) return PlanRefusal.ChangedMeanwhile;
        // Meetings that were tied to it, cancelled ones too, need it to stay.
        return await session.Execute("""
            delete from plan_item i where i.id = @id and not exists (select from seminar s where s.plan_item_id = i.id)
            """, new { id }) == 0 ? PlanRefusal.HasMeetings : null;
    }

    /// <summary>«Отозвать»: what was sent is written on, as a new draft.</summary>
    public Task<ItemResult> TakeBack(PlanItemId id, int revision, PersonId by, DateTimeOffset now) =>
        Deed(id, now, async item =>
        {
            if (ItemRules.CheckTakeBack(item.Rule, revision, zone.DayOf(now)) is { } refusal) return refusal;
            await Write(item, item.Now.Text, item.Now.Reason, item.Now.IsExcluding, by, now);
            return null;
        });

    /// <summary>Agrees what was sent, or returns it with a remark. The first of two decides.</summary>
    /// <param name="id">Which.</param>
    /// <param name="version">As it was read.</param>
    /// <param name="remark">Why it is returned; null: it is agreed.</param>
    /// <param name="by">Who decides.</param>
    /// <param name="now">The turn's moment.</param>
    public Task<ItemResult> Decide(PlanItemId id, int version, string? remark, PersonId by, DateTimeOffset now) =>
        Deed(id, now, async item =>
        {
            if (ItemRules.CheckDecision(item.Rule, version, by, zone.DayOf(now)) is { } refusal) return refusal;
            await DecideOn([id.Value], remark, by, now);
            return null;
        });

    /// <summary>Marks an item that has no meeting as carried out.</summary>
    /// <param name="id">Which.</param>
    /// <param name="revision">As the head saw it.</param>
    /// <param name="day">When it was.</param>
    /// <param name="words">What came of it; null: not said.</param>
    /// <param name="by">Who marks.</param>
    /// <param name="now">The turn's moment.</param>
    public Task<ItemResult> MarkDone(
        PlanItemId id, int revision, DateOnly day, string? words, PersonId by, DateTimeOffset now) =>
        Deed(id, now, async item =>
        {
            if (ItemRules.CheckDone(item.Rule, revision, item.Meetings > 0, day, zone.DayOf(now)) is { } refusal) return refusal;
            await session.Execute("""
                update plan_item
                set done_on = @day, done_by = @by, done_words = @words, marked_at = @now, revision = revision + 1
                where id = @id
                """, new { id, day, by, words, now });
            return null;
        });

    /// <summary>The material that shows what came of an item which was marked a moment ago.</summary>
    public Task<int> AddMaterial(PlanItemId id, long material) =>
        session.Execute("update plan_item set done_material = @material where id = @id", new { id, material });

    /// <summary>Takes the mark back.</summary>
    public Task<ItemResult> Unmark(PlanItemId id, int revision, DateTimeOffset now) =>
        Deed(id, now, async item =>
        {
            if (ItemRules.CheckUnmark(item.Rule, revision) is { } refusal) return refusal;
            await session.Execute("""
                update plan_item
                set done_on = null, done_by = null, done_words = null, done_material = null, marked_at = @now, revision = revision + 1
                where id = @id
                """, new { id, now });
            return null;
        });

    /// <summary>Decides on submitted items that are locked and may be decided.</summary>
    internal Task<int> DecideOn(long[] items, string? remark, PersonId by, DateTimeOffset now) => session.Execute("""
        insert into plan_decision (item_id, version, agreed, remark, by_person, at)
        select id, version, @agreed, @remark, @by, @now from plan_item where id = any(@items);
        update plan_item i
        set state = case when not @agreed then 'Returned' when v.excluded then 'Excluded' else 'Agreed' end,
            agreed_version = case when @agreed then i.version else i.agreed_version end, revision = i.revision + 1
        from plan_item_version v
        where i.id = any(@items) and v.item_id = i.id and v.version = i.version
        """, new { items, agreed = remark is null, remark, by, now });

    private async Task<ItemResult> Deed(PlanItemId id, DateTimeOffset now, Func<ItemDetails, Task<PlanRefusal?>> deed)
    {
        if (await ItemQuery.Lock(session, id, now) is not { } before) return ItemResult.Refuse(PlanRefusal.NoSuchItem);
        return await deed(before) is { } refusal ? ItemResult.Refuse(refusal, before)
            : new(null, before, await ItemQuery.Find(session, id, now));
    }

    /// <summary>The present version becomes this one, a draft: in place, or beside the one that others have read.</summary>
    /// <param name="item">Locked.</param>
    /// <param name="text">What it says.</param>
    /// <param name="reason">Why.</param>
    /// <param name="excluding">Whether it takes the item out.</param>
    /// <param name="by">Who writes.</param>
    /// <param name="now">The turn's moment.</param>
    /// <param name="agreed">Nothing of it is to be agreed: in force at once.</param>
    private Task<int> Write(
        ItemDetails item, ItemText text, string? reason, bool excluding, PersonId by, DateTimeOffset now, bool agreed = false) =>
        session.Execute($"""
        {(ItemRules.ChangesInPlace(item.Rule) ? """
            update plan_item_version
            set form = @form, title = @Title, first_day = @first, last_day = @last, responsible_id = @responsibleId,
                responsible = @responsible, result = @Result, audience = @Audience, excluded = @excluding, reason = @reason,
                by_person = @by, authors = @authors, at = @now, sent_at = case when @agreed then @now end
            where item_id = @id and version = @version;
            """ : """
            insert into plan_item_version (item_id, version, form, title, first_day, last_day, responsible_id, responsible, result,
                audience, excluded, reason, by_person, authors, at, sent_at)
            values (@id, @version, @form, @Title, @first, @last, @responsibleId, @responsible, @Result, @Audience, @excluding, @reason, @by,
                @authors, @now, case when @agreed then @now end);
            """)}
        update plan_item
        set version = @version, state = case when @agreed then 'Agreed' else 'Draft' end, revision = revision + 1,
            agreed_version = case when @agreed then @version else agreed_version end
        where id = @id
        """, new
        {
            id = item.Id,
            version = item.Now.Version + (ItemRules.ChangesInPlace(item.Rule) ? 0 : 1),
            form = text.Form.ToString(),
            text.Title,
            first = text.Term.First,
            last = text.Term.Last,
            responsibleId = text.Responsible.Person,
            responsible = text.Responsible.Words,
            text.Result,
            text.Audience,
            excluding,
            reason,
            by,
            authors = ItemRules.Authors(item.Rule, by, Says(item.Now, text, reason, excluding)).Select(one => one.Value).ToArray(),
            now,
            agreed,
        });

    /// <summary>Whether the department would read something else; what is only taken back or sent again is its authors' still.</summary>
    private static bool Says(ItemVersion before, ItemText text, string? reason, bool excluding) =>
        !text.IsSameToReader(before.Text) || reason != before.Reason || excluding != before.IsExcluding;
}
