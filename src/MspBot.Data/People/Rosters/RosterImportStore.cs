using MspBot.Data.Files;
using MspBot.Data.Postgres;
using MspBot.Domain.Files;
using MspBot.Domain.People;
using MspBot.Domain.People.Rosters;

namespace MspBot.Data.People.Rosters;

/// <summary>A table of teachers that was handed in.</summary>
public sealed record RosterImport
{
    public RosterImportId Id { get; init; }
    public SchoolId SchoolId { get; init; }
    public PersonId ByPerson { get; init; }

    /// <summary>Null until its file is read; opened by the code that its button carries.</summary>
    public byte[]? Sealed { get; init; }
}

/// <summary>
/// Tables of teachers that wait for «Сделать ссылки». Nobody in them has agreed to anything, so nothing of them can be read: the file goes
/// in the transaction in which its bytes came, and the rows are sealed.
/// </summary>
public sealed class RosterImportStore(DbSession session, StoredFileStore files)
{
    /// <summary>How long a table waits for its button.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(3);

    private const string Columns = "select id, school_id, by_person, sealed from roster_import";

    /// <summary>Takes the place of what this person has handed in before.</summary>
    public async Task<RosterImportId> Begin(SchoolId school, StoredFileId file, PersonId by, DateTimeOffset now)
    {
        await DropOf(by);
        return new(await session.Value<long>("""
            insert into roster_import (school_id, by_person, file_id, at) values (@school, @by, @file, @now) returning id
            """, new { school, by, file, now }));
    }

    public Task<RosterImport?> Of(StoredFileId file) => session.Find<RosterImport>($"{Columns} where file_id = @file", new { file });

    /// <summary>Holds the table that waits for this file until the commit. Whoever needs both rows takes this one first.</summary>
    public Task Hold(StoredFileId file) =>
        session.Find<long>("select id from roster_import where file_id = @file for update", new { file });

    public Task<RosterImport?> Find(RosterImportId id) => session.Find<RosterImport>($"{Columns} where id = @id", new { id });

    /// <summary>The file is read: its rows stay, sealed, and the file goes.</summary>
    public async Task Keep(RosterImportId id, StoredFileId file, byte[] content)
    {
        await session.Execute("update roster_import set file_id = null, sealed = @content where id = @id", new { id, content });
        await files.Delete([file]);
    }

    /// <returns>False when it is gone already: of two presses at once the first has it.</returns>
    public Task<bool> Drop(RosterImportId id) => Drop("id = @key", new { key = id.Value });

    public Task DropOf(PersonId person) => Drop("by_person = @key", new { key = person.Value });

    /// <summary>Those whose button nobody has pressed in time.</summary>
    public Task DropOld(DateTimeOffset now) => Drop("at < @key", new { key = now - Kept });

    private async Task<bool> Drop(string where, object args)
    {
        var gone = await session.Query<long?>($"""
            with gone as (select id from roster_import where {where} order by id for update)
            delete from roster_import where id in (select id from gone) returning file_id
            """, args);
        await files.Delete([.. gone.OfType<long>().Select(StoredFileId.From)]);
        return gone.Count > 0;
    }
}
