using MspBot.Data.Files;
using MspBot.Data.Postgres;
using MspBot.Domain.Files;
using MspBot.Domain.Materials;
using MspBot.Domain.People;

namespace MspBot.Data.Materials;

/// <summary>
/// Something to hand out. <paramref name="File"/> is the messenger's own reference; either it or <paramref name="Url"/> is given.
/// </summary>
/// <param name="Name">Its title.</param>
/// <param name="File">A file.</param>
/// <param name="Url">A link.</param>
/// <param name="Kind">What it is.</param>
/// <param name="InLibrary">Whether it is found in the library.</param>
/// <param name="FileName">What the file is called; null: as the title says.</param>
public sealed record NewMaterial(string Name, string? File, string? Url, MaterialKind Kind, bool InLibrary, string? FileName = null);

/// <summary>Writes what is handed out.</summary>
public sealed class MaterialStore(DbSession session, StoredFileStore files)
{
    /// <summary>In force at once; its file is fetched soon after the turn commits.</summary>
    public async Task<MaterialId> Add(NewMaterial material, PersonId by, ChatId chat, DateTimeOffset now)
    {
        var file = material.File is { } reference
            ? await files.Add(reference, material.FileName ?? material.Name, null, FileRule.MostBytes, chat, now)
            : (StoredFileId?)null;
        return new(await session.Value<long>("""
            with one as (
                insert into material (name, kind, added_by, added_at, school_id, in_library, state, edition, shown_at)
                values (@Name, @kind, @by, @now, (select school_id from person where id = @by), @InLibrary, 'Shown', 1,
                    case when @InLibrary then @now::timestamptz end)
                returning id
            ), first as (
                insert into material_edition (material_id, nr, file_id, url, by_person, at, accepted_at, told_at)
                select id, 1, @file, @Url, @by, @now, @now, @now from one
            )
            select id from one
            """, new { material.Name, kind = $"{material.Kind}", material.InLibrary, material.Url, file, by, now }));
    }
}
