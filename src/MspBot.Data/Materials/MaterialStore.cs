using MspBot.Data.Postgres;
using MspBot.Domain.Materials;
using MspBot.Domain.People;

namespace MspBot.Data.Materials;

/// <summary>
/// Something to hand out. <paramref name="File"/> is the messenger's own reference; either it or <paramref name="Url"/> is given.
/// </summary>
public sealed record NewMaterial(string Name, string? File, string? Url);

/// <summary>Writes what is handed out.</summary>
public sealed class MaterialStore(DbSession session)
{
    public async Task<MaterialId> Add(NewMaterial material, PersonId by, DateTimeOffset now) => new(await session.Value<long>("""
        insert into material (name, file, url, added_by, added_at)
        values (@Name, @File, @Url, @by, @now)
        returning id
        """, new { material.Name, material.File, material.Url, by, now }));

    /// <summary>Null: there is none.</summary>
    public Task<NewMaterial?> Find(MaterialId id) =>
        session.Find<NewMaterial>("select name, file, url from material where id = @id", new { id });
}
