using MspBot.Data.Files;
using MspBot.Data.Postgres;
using MspBot.Domain.Files;
using MspBot.Domain.Materials;
using MspBot.Domain.People;

namespace MspBot.Data.Materials.Adding;

/// <summary>
/// Materials are added, changed and get new editions. A file comes into force once it is fetched and looked at, a link at once.
/// </summary>
public sealed class AddingStore(DbSession session, StoredFileStore files, MaterialReader reader)
{
    public async Task<MaterialId> Add(NewEntry entry, PersonId by, DateTimeOffset now)
    {
        var file = await Keep(entry.Content, now);
        var state = file is not null ? MaterialState.Checking : entry.Offered ? MaterialState.Offered : MaterialState.Shown;
        var id = new MaterialId(await session.Value<long>("""
            with one as (
                insert into material (name, kind, added_by, added_at, about, first_grade, last_grade, subjects, by_author, coauthors,
                    school_id, in_library, state, offered, edition, shown_at)
                values (@Name, @kind, @by, @now, @About, @first, @last, @subjects, @ByAuthor, @coauthors,
                    (select school_id from person where id = @by), true, @state, @Offered,
                    case when @file::bigint is null then 1 end, case when @state = 'Shown' then @now::timestamptz end)
                returning id
            ), first as (
                insert into material_edition (material_id, nr, file_id, url, by_person, at, accepted_at, told_at)
                select id, 1, @file, @url, @by, @now, case when @file::bigint is null then @now::timestamptz end, @now from one
            )
            select id from one
            """, new
        {
            entry.Name,
            kind = $"{entry.Kind}",
            by,
            now,
            entry.About,
            first = entry.Grades?.First,
            last = entry.Grades?.Last,
            subjects = entry.Subjects.ToArray(),
            entry.ByAuthor,
            coauthors = entry.Coauthors.ToArray(),
            state = $"{state}",
            entry.Offered,
            file,
            url = entry.Content.Url,
        }));
        await SetTopics(id, entry.Topics);
        return id;
    }

    /// <summary>What was returned is offered again.</summary>
    public async Task<MaterialRefusal?> Change(MaterialId id, int version, EntryChange change)
    {
        var done = await session.Execute("""
            update material
            set name = coalesce(@Name, name), kind = coalesce(@kind, kind), subjects = coalesce(@subjects, subjects),
                first_grade = coalesce(@first, first_grade), last_grade = coalesce(@last, last_grade),
                about = case when @ChangesAbout then @About else about end,
                coauthors = coalesce(@coauthors, coauthors), by_author = case when @coauthors is null then by_author else @ByAuthor end,
                state = case when state = 'Returned' then 'Offered' else state end,
                remark = case when state = 'Returned' then null else remark end, version = version + 1
            where id = @id and version = @version and in_library
            """, new
        {
            id,
            version,
            change.Name,
            kind = change.Kind?.ToString(),
            subjects = change.Subjects?.ToArray(),
            first = change.Grades?.First,
            last = change.Grades?.Last,
            change.ChangesAbout,
            change.About,
            coauthors = change.Coauthors?.ToArray(),
            change.ByAuthor,
        });
        if (done == 0) return await Why(id, version);
        if (change.Topics is { } topics) await SetTopics(id, topics);
        return null;
    }

    /// <returns>The number of the new edition.</returns>
    public async Task<(MaterialRefusal? Refusal, int Edition)> Replace(
        MaterialId id, int version, NewContent content, PersonId by, DateTimeOffset now)
    {
        if (await session.Execute("update material set version = version + 1 where id = @id and version = @version and in_library",
            new { id, version }) == 0) return (await Why(id, version), 0);
        var file = await Keep(content, now);
        var edition = await session.Value<int>("""
            insert into material_edition (material_id, nr, file_id, url, by_person, at)
            select @id, max(nr) + 1, @file, @url, @by, @now from material_edition where material_id = @id
            returning nr
            """, new { id, file, url = content.Url, by, now });
        if (file is null) await Accept(id, edition, now);
        return (null, edition);
    }

    /// <summary>
    /// The edition comes into force, unless a newer one is; a first one shows its material, or offers it. The caller holds the material.
    /// </summary>
    public async Task<bool> Accept(MaterialId id, int edition, DateTimeOffset now) => await session.Execute("""
        with one as (
            update material m
            set edition = @edition, version = m.version + 1,
                state = case when m.state = 'Returned' or m.state = 'Checking' and m.offered then 'Offered'
                             when m.state = 'Checking' then 'Shown' else m.state end,
                remark = case when m.state = 'Returned' then null else m.remark end,
                shown_at = case when m.state = 'Checking' and not m.offered then coalesce(m.shown_at, @now) else m.shown_at end
            from (select id, shown_at is null as is_first from material where id = @id) b
            where m.id = b.id and coalesce(m.edition, 0) < @edition
            returning m.id, b.is_first
        )
        update material_edition e
        set accepted_at = @now, fault = null, told_at = case when o.is_first then @now else e.told_at end
        from one o
        where e.material_id = o.id and e.nr = @edition
        """, new { id, edition, now }) > 0;

    private async Task<StoredFileId?> Keep(NewContent content, DateTimeOffset now) => content.File is { } reference
        ? await files.Add(reference, content.FileName!, content.MediaType, FileRule.MostBytes, null, now) : null;

    private async Task SetTopics(MaterialId id, IReadOnlyList<TopicId> topics)
    {
        var ids = topics.Select(topic => topic.Value).ToArray();
        // A merge under way ends first: what it moved away comes as what took its place.
        await session.Query<long>("select id from topic where id = any(@ids) order by id for key share", new { ids });
        var now = await session.Query<long>("""
            select distinct n.id
            from topic t
            join topic n on n.id = coalesce(t.merged_into, t.id) and n.retired_at is null
            where t.id = any(@ids)
            order by n.id
            """, new { ids });
        ids = [.. now];
        await session.Execute("delete from material_topic where material_id = @id and not topic_id = any(@ids)", new { id, ids });
        await session.Execute("""
            insert into material_topic (material_id, topic_id) select @id, unnest(@ids) on conflict do nothing
            """, new { id, ids });
    }

    private async Task<MaterialRefusal> Why(MaterialId id, int version) => await reader.Find(id) is { InLibrary: true } now
        ? now.Version != version ? MaterialRefusal.ChangedMeanwhile : MaterialRefusal.NothingChanged
        : MaterialRefusal.NoSuchMaterial;
}
