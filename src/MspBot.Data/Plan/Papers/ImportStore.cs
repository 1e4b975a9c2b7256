using System.Text.Json;
using System.Text.Json.Serialization;
using MspBot.Data.Files;
using MspBot.Data.Postgres;
using MspBot.Domain.Clock;
using MspBot.Domain.Files;
using MspBot.Domain.People;
using MspBot.Domain.Plan;
using MspBot.Domain.Plan.Papers;

namespace MspBot.Data.Plan.Papers;

/// <summary>A table that was handed in.</summary>
/// <param name="Id">Which.</param>
/// <param name="Year">Of whose plan.</param>
/// <param name="By">Who has handed it in.</param>
/// <param name="Content">Null until its file is read, and when it is forgotten.</param>
/// <param name="IsForgotten">Somebody was erased meanwhile, and their name may have been in it.</param>
public sealed record PlanImport(ImportId Id, SchoolYear Year, PersonId By, ImportContent? Content, bool IsForgotten);

/// <summary>What a table says. <paramref name="Unread"/> are headings of columns that are none of ours.</summary>
public sealed record ImportContent(IReadOnlyList<ImportRow> Rows, IReadOnlyList<string> Unread);

/// <summary>An item that a table has added.</summary>
public readonly record struct AddedItem(PlanItemId Id, int Number);

/// <summary>What a table has done to a plan.</summary>
/// <param name="Plan">Which.</param>
/// <param name="Added">In the order of the table.</param>
/// <param name="Comparison">What was changed.</param>
/// <param name="Excludes">What the table lacks was taken out.</param>
/// <param name="After">What was changed or taken out, as it stands now.</param>
public sealed record AppliedImport(
    PlanId Plan, IReadOnlyList<AddedItem> Added, ImportComparison Comparison, bool Excludes,
    IReadOnlyDictionary<PlanItemId, ItemDetails> After)
{
    public IReadOnlyList<ItemNow> Excluded => Excludes ? Comparison.Missing : [];

    /// <summary>Something came of it that can be sent.</summary>
    public bool LeavesDrafts => Added.Count > 0 || After.Values.Any(item => item.State == ItemState.Draft);
}

/// <summary>What became of applying a table; refused, nothing was written.</summary>
public sealed record ImportResult(PlanRefusal? Refusal, AppliedImport? Done);

/// <summary>Tables that are handed in. Their files are deleted with them, and as soon as they are read.</summary>
public sealed class ImportStore(DbSession session, StoredFileStore files, PlanStore plans, ItemStore items)
{
    private static readonly JsonSerializerOptions Json =
        new(JsonSerializerDefaults.Web) { IgnoreReadOnlyProperties = true, Converters = { new JsonStringEnumConverter() } };

    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    /// <summary>Takes the place of what this person has handed in before.</summary>
    public async Task<ImportId> Begin(SchoolYear year, StoredFileId file, PersonId by, DateTimeOffset now)
    {
        await DropOf(by);
        return new(await session.Value<long>("""
            insert into plan_import (year, by_person, file_id, at) values (@First, @by, @file, @now) returning id
            """, new { year.First, by, file, now }));
    }

    public Task<PlanImport?> Of(StoredFileId file) => Read("file_id = @key", file.Value);

    /// <summary>Holds the table that waits for this file until the commit. Whoever needs both rows takes this one first.</summary>
    public Task Hold(StoredFileId file) => session.Find<long>("select id from plan_import where file_id = @file for update", new { file });

    public Task<PlanImport?> Find(ImportId id) => Read("id = @key", id.Value);

    /// <summary>The file is read: its rows stay, the file goes.</summary>
    public async Task Keep(ImportId id, StoredFileId file, ImportContent content)
    {
        await session.Execute("update plan_import set file_id = null, content = @content::jsonb where id = @id",
            new { id, content = JsonSerializer.Serialize(content, Json) });
        await files.Delete([file]);
    }

    public Task Drop(ImportId id) => Drop("id = @key", new { key = id.Value });

    public Task DropOf(PersonId person) => Drop("by_person = @key", new { key = person.Value });

    /// <summary>
    /// Somebody is about to be erased, whose name may be in any table: what waits is forgotten, files that are not read too.
    /// </summary>
    /// <returns>Those whose file was not read yet: nothing was said of them.</returns>
    public async Task<IReadOnlyList<PlanImport>> Forget()
    {
        var waiting = await session.Query<Forgotten>(
            "select id, year, by_person, file_id from plan_import where not forgotten order by id for update");
        await session.Execute("update plan_import set file_id = null, content = null, forgotten = true where id = any(@ids)",
            new { ids = waiting.Select(one => one.Id.Value).ToArray() });
        var unread = waiting.Where(one => one.FileId is not null).ToList();
        await files.Delete([.. unread.Select(one => one.FileId!.Value)]);
        return [.. unread.Select(one => new PlanImport(one.Id, new(one.Year), one.ByPerson, null, true))];
    }

    /// <summary>Those that nobody has decided on for a week.</summary>
    public Task DropOld(DateTimeOffset now) => Drop("at < @key", new { key = now - Kept });

    /// <summary>The items of this year's plan as a table is compared with them; none where there is no plan.</summary>
    /// <param name="year">Of the plan.</param>
    /// <param name="erased">How a table names responsible people who were erased.</param>
    /// <param name="now">The moment.</param>
    public async Task<IReadOnlyList<ItemNow>> Items(SchoolYear year, string erased, DateTimeOffset now) =>
        [.. (await ItemQuery.Where(session, "where p.year = @First order by i.number", new { year.First, now }))
            .Select(item => Compared(item, erased))];

    /// <summary>Does all that was shown, or nothing: what was shown is named by <see cref="ImportComparison.Seen"/>.</summary>
    /// <param name="import">Which; its file is read.</param>
    /// <param name="seen">As it was shown.</param>
    /// <param name="because">Why items are changed.</param>
    /// <param name="reason">Why items that the table lacks are taken out; null: they stay.</param>
    /// <param name="erased">As for <see cref="Items"/>.</param>
    /// <param name="by">Who applies it.</param>
    /// <param name="now">The turn's moment.</param>
    public async Task<ImportResult> Apply(
        PlanImport import, string seen, string because, string? reason, string erased, PersonId by, DateTimeOffset now)
    {
        if (await plans.CheckPlannable(import.Year, now) is { } closed) return Refuse(closed);
        var plan = await plans.Make(import.Year, by, now);
        await plans.Lock(plan);
        await session.Query<long>("select id from plan_item where plan_id = @plan order by number for no key update", new { plan });
        // An erasure may have forgotten it since it was read; it holds items first, too.
        if (await session.Find<long?>("select id from plan_import where id = @id and not forgotten for update", new { id = import.Id })
            is null) return Refuse(PlanRefusal.ChangedMeanwhile);
        var standing = await Items(import.Year, erased, now);
        var comparison = ImportComparison.Of(standing, import.Content!.Rows);
        if (comparison.Seen != seen || comparison.IsOutdated) return Refuse(PlanRefusal.ChangedMeanwhile);
        if (!comparison.Fits(standing, reason is not null)) return Refuse(PlanRefusal.TooManyItems);

        // First what makes room.
        var after = new Dictionary<PlanItemId, ItemDetails>();
        foreach (var item in reason is null ? [] : comparison.Missing)
            after.Add(item.Id, Done(await items.Exclude(item.Id, item.Revision, reason!, by, now)));
        foreach (var (item, text) in comparison.Changed)
            after.Add(item.Id, Done(await items.Change(item.Id, item.Revision, text, because, by, now)));
        var added = await Add(plan, comparison.Added, by, now);
        await Drop(import.Id);
        return new(null, new(plan, added, comparison, reason is not null, after));
    }

    private async Task<IReadOnlyList<AddedItem>> Add(PlanId plan, IReadOnlyList<ItemText> texts, PersonId by, DateTimeOffset now)
    {
        if (texts.Count == 0) return [];
        var result = await plans.Add(plan, texts, by, now);
        Expect(result.Refusal);
        return [.. (await session.Query<(long Id, int Number)>("select id, number from plan_item where id = any(@ids) order by number",
            new { ids = result.Items.Select(id => id.Value).ToArray() })).Select(row => new AddedItem(new(row.Id), row.Number))];
    }

    private static ItemDetails Done(ItemResult result)
    {
        Expect(result.Refusal);
        return result.After!;
    }

    /// <summary>All was compared under the locks that the deeds take: a refusal is a mistake of this program.</summary>
    private static void Expect(PlanRefusal? none)
    {
        if (none is { } because) throw new InvalidOperationException($"a table that was compared is refused: {because}");
    }

    private static ImportResult Refuse(PlanRefusal because) => new(because, null);

    private static ItemNow Compared(ItemDetails item, string erased) => new(item.Id, item.Number, item.Revision, item.State, item.Now.Text,
        item.Now.Text.Responsible.Words ?? item.Now.ResponsibleName ?? erased, item.Now.IsExcluding,
        item.Rule.WasNeverSent ? WayOut.ByHand
        : ItemRules.ExcludesAtOnce(item.Rule) ? WayOut.AtOnce : WayOut.OnceAgreed);

    private async Task<PlanImport?> Read(string where, long key) =>
        await session.Find<Row>($"select id, year, by_person, content::text as content, forgotten from plan_import where {where}",
            new { key }) is { } row
            ? new(row.Id, new(row.Year), row.ByPerson,
                row.Content is { } content ? JsonSerializer.Deserialize<ImportContent>(content, Json) : null, row.Forgotten)
            : null;

    /// <summary>Where several are dropped, in the order of their numbers, as <see cref="Forget"/> does.</summary>
    private async Task Drop(string where, object args) => await files.Delete([.. (await session.Query<long?>($"""
        with gone as (select id from plan_import where {where} order by id for update)
        delete from plan_import where id in (select id from gone) returning file_id
        """, args)).OfType<long>().Select(StoredFileId.From)]);

    private sealed record Row
    {
        public ImportId Id { get; init; }
        public int Year { get; init; }
        public PersonId ByPerson { get; init; }
        public string? Content { get; init; }
        public bool Forgotten { get; init; }
    }

    private sealed record Forgotten
    {
        public ImportId Id { get; init; }
        public int Year { get; init; }
        public PersonId ByPerson { get; init; }
        public StoredFileId? FileId { get; init; }
    }
}
