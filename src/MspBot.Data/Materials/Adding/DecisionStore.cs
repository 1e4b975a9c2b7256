using MspBot.Data.Postgres;
using MspBot.Domain.Materials;

namespace MspBot.Data.Materials.Adding;

/// <summary>A material is published, returned, hidden and shown again: one update each, of the version that was seen.</summary>
public sealed class DecisionStore(DbSession session, MaterialReader reader)
{
    public async Task<MaterialRefusal?> Publish(MaterialId id, int version, DateTimeOffset now)
    {
        var done = await session.Execute("""
            with one as (
                update material
                set state = 'Shown', shown_at = coalesce(shown_at, @now), edition = coalesce(edition, 1), version = version + 1
                where id = @id and version = @version and state = 'Offered' and in_library
                returning id, edition
            )
            update material_edition e
            set accepted_at = coalesce(e.accepted_at, @now), told_at = @now
            from one o
            where e.material_id = o.id and e.nr = o.edition
            """, new { id, version, now });
        return done > 0 ? null : await Why(id, version, MaterialRefusal.NotOffered);
    }

    public async Task<MaterialRefusal?> Return(MaterialId id, int version, string remark)
    {
        var done = await session.Execute("""
            update material
            set state = 'Returned', remark = @remark, offer_told_at = null, version = version + 1
            where id = @id and version = @version and state = 'Offered' and in_library
            """, new { id, version, remark });
        return done > 0 ? null : await Why(id, version, MaterialRefusal.NotOffered);
    }

    /// <param name="id">Which.</param>
    /// <param name="version">That was seen.</param>
    /// <param name="byHead">A head hides another's: its author does not give it back.</param>
    public async Task<MaterialRefusal?> Hide(MaterialId id, int version, bool byHead) => await session.Execute("""
        update material set state = 'Hidden', hidden_by_head = @byHead, version = version + 1
        where id = @id and version = @version and state = 'Shown' and in_library
        """, new { id, version, byHead }) > 0 ? null : await Why(id, version, MaterialRefusal.NothingChanged);

    /// <param name="id">Which.</param>
    /// <param name="version">That was seen.</param>
    /// <param name="decides">A head: gives back what a head has hidden too.</param>
    public async Task<MaterialRefusal?> GiveBack(MaterialId id, int version, bool decides) => await session.Execute("""
        update material set state = 'Shown', hidden_by_head = false, version = version + 1
        where id = @id and version = @version and state = 'Hidden' and in_library and (@decides or not hidden_by_head)
        """, new { id, version, decides }) > 0 ? null : await Why(id, version, MaterialRefusal.NothingChanged);

    private async Task<MaterialRefusal> Why(MaterialId id, int version, MaterialRefusal otherwise) => await reader.Find(id) switch
    {
        { InLibrary: true } now when otherwise == MaterialRefusal.NotOffered && now.State != MaterialState.Offered => otherwise,
        { InLibrary: true } now when now.Version != version => MaterialRefusal.ChangedMeanwhile,
        { InLibrary: true, HiddenByHead: true } => MaterialRefusal.HiddenByHead,
        { InLibrary: true } => otherwise,
        _ => MaterialRefusal.NoSuchMaterial,
    };
}
