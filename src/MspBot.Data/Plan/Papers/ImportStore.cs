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

/// <summary>A table that was handed in. <paramref name="Content"/> is null until its file is read.</summary>
public sealed record PlanImport(ImportId Id, SchoolYear Year, PersonId By, ImportContent? Content);

/// <summary>What a table says. <paramref name="Unread"/> are headings of columns that are none of ours.</summary>
public sealed record ImportContent(IReadOnlyList<ImportRow> Rows, IReadOnlyList<string> Unread);

/// <summary>What became of applying a table; refused, nothing was written.</summary>
public sealed record ImportResult(PlanRefusal? Refusal, PlanId? Plan, int Added, int Changed, int Excluded);

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
        var standing = await Items(import.Year, erased, now);
        var comparison = ImportComparison.Of(standing, import.Content!.Rows);
        if (comparison.Seen != seen || comparison.Gone.Count > 0) return Refuse(PlanRefusal.ChangedMeanwhile);
        if (!comparison.Fits(standing, reason is not null)) return Refuse(PlanRefusal.TooManyItems);

        var missing = reason is null ? [] : comparison.Missing;
        // First what makes room.
        foreach (var item in missing) Expect(await Exclude(item, reason!, by, now));
        foreach (var (item, text) in comparison.Changed)
            Expect((await items.Change(item.Id, item.Revision, text, because, by, now)).Refusal);
        if (comparison.Added.Count > 0) Expect((await plans.Add(plan, comparison.Added, by, now)).Refusal);
        await Drop(import.Id);
        return new(null, plan, comparison.Added.Count, comparison.Changed.Count, missing.Count);
    }

    private async Task<PlanRefusal?> Exclude(ItemNow item, string reason, PersonId by, DateTimeOffset now) => item.LeavesAtOnce
        ? await items.Drop(item.Id, item.Revision, now)
        : (await items.Exclude(item.Id, item.Revision, reason, by, now)).Refusal;

    /// <summary>All was compared under the locks that the deeds take: a refusal is a mistake of this program.</summary>
    private static void Expect(PlanRefusal? none)
    {
        if (none is { } because) throw new InvalidOperationException($"a table that was compared is refused: {because}");
    }

    private static ImportResult Refuse(PlanRefusal because) => new(because, null, 0, 0, 0);

    private static ItemNow Compared(ItemDetails item, string erased) => new(item.Id, item.Number, item.Revision, item.Now.Text,
        item.Now.Text.Responsible.Words ?? item.Now.ResponsibleName ?? erased, item.State == ItemState.Excluded, item.Now.IsExcluding,
        item.Rule.WasNeverSent && item.DoneOn is null && !item.HasMeetings);

    private async Task<PlanImport?> Read(string where, long key) =>
        await session.Find<Row>($"select id, year, by_person, content::text as content from plan_import where {where}", new { key })
            is { } row
            ? new(row.Id, new(row.Year), row.ByPerson,
                row.Content is { } content ? JsonSerializer.Deserialize<ImportContent>(content, Json) : null)
            : null;

    private async Task Drop(string where, object args) =>
        await files.Delete([.. (await session.Query<long?>($"delete from plan_import where {where} returning file_id", args))
            .OfType<long>().Select(StoredFileId.From)]);

    private sealed record Row
    {
        public ImportId Id { get; init; }
        public int Year { get; init; }
        public PersonId ByPerson { get; init; }
        public string? Content { get; init; }
    }
}
