using MspBot.Data.Postgres;
using MspBot.Domain.Files;
using MspBot.Domain.Materials;

namespace MspBot.Data.Materials.Adding;

/// <summary>An edition, and what it is of.</summary>
public sealed record EditionDetails
{
    public MaterialId Material { get; init; }

    public int Nr { get; init; }

    public required string Name { get; init; }

    public bool InLibrary { get; init; }

    public MaterialState State { get; init; }

    public bool Offered { get; init; }

    /// <summary>In force now; null: none is.</summary>
    public int? InForce { get; init; }

    public DateTimeOffset? AcceptedAt { get; init; }

    public EditionFault? Fault { get; init; }

    /// <summary>Of whoever has sent this edition; null: they cannot be written to.</summary>
    public ChatId? Chat { get; init; }

    /// <summary>Neither in force nor refused.</summary>
    public bool Waits => AcceptedAt is null && Fault is null && Nr > (InForce ?? 0);
}

/// <summary>Another material, by its number and title.</summary>
public sealed record SameMaterial(MaterialId Id, string Name);

/// <summary>Editions whose files are looked at.</summary>
public sealed class EditionStore(DbSession session)
{
    private const string Query = """
        select m.id as material, e.nr, m.name, m.in_library, m.state, m.offered, m.edition as in_force, e.accepted_at, e.fault,
               case when p.reachable then p.chat_id end as chat
        from material_edition e
        join material m on m.id = e.material_id
        join person p on p.id = e.by_person
        """;

    /// <summary>The material of this file, held until the end of the transaction.</summary>
    public Task Hold(StoredFileId file) => session.Query<long>("""
        select id from material where id = (select material_id from material_edition where file_id = @file) for update
        """, new { file });

    /// <summary>This material, held until the end of the transaction.</summary>
    public Task Hold(MaterialId id) => session.Query<long>("select id from material where id = @id for update", new { id });

    public Task<EditionDetails?> Of(StoredFileId file) => session.Find<EditionDetails>($"{Query} where e.file_id = @file", new { file });

    /// <summary>One that came after the one in force: it waits, or was refused.</summary>
    public Task<EditionDetails?> Newest(MaterialId id) => session.Find<EditionDetails>($"""
        {Query}
        where m.id = @id and e.nr > coalesce(m.edition, 0) and e.accepted_at is null
        order by e.nr desc
        limit 1
        """, new { id });

    /// <summary>
    /// What is in force in the library, or came from the same person, and has the very bytes of this file: itself, or else the oldest.
    /// </summary>
    public Task<SameMaterial?> SameAs(StoredFileId file, MaterialId of) => session.Find<SameMaterial>("""
        select m.id, m.name
        from stored_file f
        join stored_file o on o.sha256 = f.sha256 and o.id <> f.id
        join material_edition e on e.file_id = o.id
        join material m on m.id = e.material_id and m.edition = e.nr and m.in_library
        join material own on own.id = @of
        where f.id = @file
          and (m.state = 'Shown' or m.id <> @of and m.added_by = own.added_by and m.state in ('Offered', 'Returned', 'Hidden'))
        order by m.id = @of desc, m.state = 'Shown' desc, m.id
        limit 1
        """, new { file, of });

    public async Task<bool> Refuse(MaterialId id, int edition, EditionFault fault) => await session.Execute("""
        update material_edition set fault = @fault where material_id = @id and nr = @edition and accepted_at is null and fault is null
        """, new { id, edition, fault = $"{fault}" }) > 0;
}
