using MspBot.Data.Postgres;
using MspBot.Domain.People;

namespace MspBot.Data.Materials.Adding;

/// <summary>A file that somebody sent outside any form.</summary>
public sealed record SentFile
{
    public required string Reference { get; init; }

    public string? Name { get; init; }

    public long? Size { get; init; }

    public string? MediaType { get; init; }
}

/// <summary>Files that were sent outside any form, until their sender says whether they are for the library.</summary>
public sealed class SentFileStore(DbSession session)
{
    public Task<long> Keep(SentFile file, PersonId by, DateTimeOffset now) => session.Value<long>("""
        insert into sent_file (person_id, reference, name, size, media_type, at)
        values (@by, @Reference, @Name, @Size, @MediaType, @now)
        returning id
        """, new { file.Reference, file.Name, file.Size, file.MediaType, by, now });

    /// <summary>Null: it is another's, or too long ago.</summary>
    public Task<SentFile?> Find(long id, PersonId by) => session.Find<SentFile>("""
        select reference, name, size, media_type from sent_file where id = @id and person_id = @by
        """, new { id, by });
}
