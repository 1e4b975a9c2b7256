using MspBot.Data.Postgres;
using MspBot.Domain.Materials;

namespace MspBot.Data.Materials.Adding;

/// <summary>Somebody who has an older edition than the one in force.</summary>
public sealed record OlderEdition(MaterialId Material, string Name, int Edition, ChatId Chat);

/// <summary>What follows from a new edition: news for those who took an older one; its bytes go after a year.</summary>
public sealed class EditionNewsStore(DbSession session)
{
    private static readonly TimeSpan BytesKept = TimeSpan.FromDays(365);
    private static readonly TimeSpan SentKept = TimeSpan.FromDays(2);

    /// <summary>Materials whose edition in force came before this moment, and of which nobody has heard yet.</summary>
    public Task<IReadOnlyList<long>> Due(DateTimeOffset before) => session.Query<long>("""
        select m.id
        from material_edition e
        join material m on m.id = e.material_id and m.edition = e.nr and m.state = 'Shown' and m.in_library
        where e.told_at is null and e.accepted_at < @before
        order by m.id
        """, new { before });

    /// <summary>Marks them as told. Safe to run twice.</summary>
    public Task<IReadOnlyList<OlderEdition>> Take(IReadOnlyCollection<long> materials, DateTimeOffset now) =>
        session.Query<OlderEdition>("""
        with held as (
            select id, name, edition, added_by from material where id = any(@ids) and state = 'Shown' and in_library order by id for update
        ), told as (
            update material_edition e
            set told_at = @now
            from held h
            where e.material_id = h.id and e.nr <= h.edition and e.told_at is null
            returning e.material_id, e.nr
        )
        select h.id as material, h.name, h.edition, p.chat_id as chat
        from held h
        join told t on t.material_id = h.id and t.nr = h.edition
        join material_taken k on k.material_id = h.id and k.edition < h.edition and k.person_id <> h.added_by
        join person p on p.id = k.person_id and p.reachable and p.chat_id is not null
        order by h.id, p.id
        """, new { ids = materials.ToArray(), now });

    /// <summary>Materials with bytes that were replaced, or refused, more than a year ago.</summary>
    public Task<IReadOnlyList<long>> WithOldBytes(DateTimeOffset now) => session.Query<long>(
        $"select distinct m.id {Old} order by m.id", new { before = now - BytesKept });

    public async Task DropOldBytes(IReadOnlyCollection<long> materials, DateTimeOffset now)
    {
        var ids = materials.ToArray();
        await session.Query<long>("select id from material where id = any(@ids) order by id for update", new { ids });
        var gone = await session.Query<long>($"""
            with old as (
                select e.material_id, e.nr, e.file_id {Old} and m.id = any(@ids)
            ), dropped as (
                update material_edition e
                set file_id = null, dropped_at = @now
                from old o
                where e.material_id = o.material_id and e.nr = o.nr
            )
            select file_id from old
            """, new { ids, now, before = now - BytesKept });
        await session.Execute("delete from stored_file where id = any(@gone)", new { gone = gone.ToArray() });
    }

    /// <summary>Files that were sent outside any form, and not asked for since.</summary>
    public Task PurgeSent(DateTimeOffset now) =>
        session.Execute("delete from sent_file where at < @before", new { before = now - SentKept });

    private const string Old = """
        from material_edition e
        join material m on m.id = e.material_id
        where e.file_id is not null
          and (exists (
                  select from material_edition newer
                  where newer.material_id = m.id and newer.nr > e.nr and newer.nr <= m.edition and newer.accepted_at < @before)
              or e.fault is not null and e.at < @before)
        """;
}
