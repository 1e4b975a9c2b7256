using MspBot.Data.Postgres;
using MspBot.Domain.Materials;

namespace MspBot.Data.Materials.Adding;

/// <summary>Which offers heads have heard of.</summary>
public sealed class OfferNewsStore(DbSession session)
{
    public Task<IReadOnlyList<MaterialId>> Due() => session.Query<MaterialId>($"select m.id {Untold} order by m.id");

    /// <summary>Marks as told, in the session's transaction, what is still offered. Safe to run twice.</summary>
    /// <returns>What is to be told now.</returns>
    public Task<IReadOnlyList<OfferedMaterial>> Take(IReadOnlyCollection<MaterialId> ids, DateTimeOffset now) =>
        session.Query<OfferedMaterial>($"""
            with due as materialized (
                select m.id {Untold} and m.id = any(@ids) order by m.id for update
            )
            update material m
            set offer_told_at = @now
            from due
            where m.id = due.id
            returning m.id, m.name, m.version
            """, new { ids = ids.Select(id => id.Value).ToArray(), now });

    private const string Untold = "from material m where m.state = 'Offered' and m.in_library and m.offer_told_at is null";
}

/// <summary>A material that a teacher offers.</summary>
public sealed record OfferedMaterial
{
    public MaterialId Id { get; init; }

    public required string Name { get; init; }

    public int Version { get; init; }

    public override string ToString() => $"{Id.Value}";
}
