using System.Security.Cryptography;
using MspBot.Data.Conversations;
using MspBot.Data.Postgres;
using MspBot.Domain.Files;
using Npgsql;

namespace MspBot.Data.Files;

/// <summary>A file that waits to be fetched.</summary>
public sealed record WaitingFile
{
    public StoredFileId Id { get; init; }

    /// <summary>The messenger's own.</summary>
    public required string Reference { get; init; }

    public required string Name { get; init; }

    public int MostBytes { get; init; }

    public ChatId? ChatId { get; init; }

    public int Failures { get; init; }

    public override string ToString() => $"{Id.Value}";
}

/// <summary>The state of a file that was handed in.</summary>
public enum StoredFileState
{
    /// <summary>Its bytes are not fetched yet.</summary>
    Waiting,
    Stored,

    /// <summary>The messenger did not give it.</summary>
    Lost,
}

/// <summary>A file as its owner shows it, without its bytes.</summary>
public sealed record StoredFile
{
    public StoredFileId Id { get; init; }

    public required string Name { get; init; }

    public string? MediaType { get; init; }

    public StoredFileState State { get; init; }

    public int? Size { get; init; }

    public byte[]? Sha256 { get; init; }
}

/// <summary>Files that people hand in. A turn calls <see cref="Add"/>; the bytes come later, each file in its own transaction.</summary>
public sealed class StoredFileStore(DbSession session)
{
    /// <summary>
    /// The file is fetched soon after the turn commits. Without a chat nobody is told here that it cannot be: who waits for it says it.
    /// </summary>
    public async Task<StoredFileId> Add(
        string reference, string name, string? mediaType, long mostBytes, ChatId? chat, DateTimeOffset now) =>
        new(await session.Value<long>("""
            insert into stored_file (reference, name, media_type, most_bytes, chat_id, next_try_at, created_at)
            values (@reference, @name, @mediaType, @mostBytes, @chat, @now, @now)
            returning id
            """, new { reference, name, mediaType, mostBytes = (int)mostBytes, chat, now }));

    public Task<StoredFile?> Find(StoredFileId id) => session.Find<StoredFile>("""
        select id, name, media_type, state, octet_length(content) as size, sha256
        from stored_file
        where id = @id
        """, new { id });

    /// <summary>Nobody needs them any more.</summary>
    public Task Delete(IReadOnlyCollection<StoredFileId> ids) => ids.Count == 0 ? Task.CompletedTask
        : session.Execute("delete from stored_file where id = any(@ids)", new { ids = ids.Select(id => id.Value).ToArray() });

    /// <summary>Null until it is stored. The bytes are in memory once.</summary>
    public Task<byte[]?> Content(StoredFileId id) =>
        session.Bytes("select content from stored_file where id = @id", new NpgsqlParameter("id", id.Value));

    /// <summary>What a messenger knows the file by, once it has been sent anew there; null: what it came with.</summary>
    public Task<string?> Reference(StoredFileId id, Pace of) => session.Find<string>("""
        select reference from stored_file_reference where file_id = @id and messenger = @messenger
        """, new { id, messenger = $"{of.Messenger}" });

    /// <summary>It was sent anew, and from now on goes by this.</summary>
    public Task Renew(StoredFileId id, Pace of, string reference, DateTimeOffset now) => session.Execute("""
        insert into stored_file_reference (file_id, messenger, reference, at)
        select id, @messenger, @reference, @now from stored_file where id = @id
        on conflict (file_id, messenger) do update set reference = excluded.reference, at = excluded.at
        """, new { id, messenger = $"{of.Messenger}", reference, now });

    public Task<IReadOnlyList<WaitingFile>> Waiting(DateTimeOffset now, int take) => session.Query<WaitingFile>("""
        select id, reference, name, most_bytes, chat_id, failures
        from stored_file
        where state = 'Waiting' and next_try_at <= @now
        order by next_try_at, id
        limit @take
        """, new { now, take });

    /// <summary>Safe to run twice: bytes that are there stay.</summary>
    /// <returns>Whether they were stored now.</returns>
    public async Task<bool> Store(StoredFileId id, byte[] content, DateTimeOffset now) => await session.Execute("""
        update stored_file
        set state = 'Stored', content = @content, sha256 = @sha256, stored_at = @now, chat_id = null
        where id = @id and state = 'Waiting'
        """, new { id, content, sha256 = SHA256.HashData(content), now }) > 0;

    /// <summary>
    /// Counts a try before it is made, as a failure until it has succeeded: so what breaks the program is not tried for ever.
    /// </summary>
    /// <param name="id">Which.</param>
    /// <param name="failures">How many there were before.</param>
    /// <param name="nextTryAt">When it is tried again, unless this try succeeds.</param>
    /// <returns>Whether this try is the caller's.</returns>
    public async Task<bool> Try(StoredFileId id, int failures, DateTimeOffset nextTryAt) => await session.Execute("""
        update stored_file
        set failures = failures + 1, next_try_at = @nextTryAt
        where id = @id and state = 'Waiting' and failures = @failures
        """, new { id, failures, nextTryAt }) > 0;

    /// <returns>Whether it was given up now.</returns>
    public async Task<bool> GiveUp(StoredFileId id) => await session.Execute("""
        update stored_file
        set state = 'Lost', chat_id = null
        where id = @id and state = 'Waiting'
        """, new { id }) > 0;
}
