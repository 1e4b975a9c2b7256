using System.Text.Json;
using MspBot.Data.Files;
using MspBot.Data.Postgres;
using MspBot.Domain.Broadcasts;
using MspBot.Domain.Broadcasts.Composing;
using MspBot.Domain.Files;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;

namespace MspBot.Data.Broadcasts.Composing;

/// <summary>A file that was handed in for a broadcast.</summary>
public sealed record ComposedFile(string Reference, string Name, string? MediaType);

/// <summary>What goes with the words: a file, or the card of a meeting, or neither.</summary>
public sealed record ComposedMore(ComposedFile? File, SeminarId? Seminar)
{
    public static ComposedMore Nothing { get; } = new(null, null);
}

/// <summary>What of a broadcast that was not sent yet is to be otherwise.</summary>
public sealed record ComposedChange(Audience? Audience = null, string? Words = null, ComposedMore? More = null, bool? Acknowledge = null);

/// <summary>Writes broadcasts until they are sent; each is seen and changed by its writer alone.</summary>
public sealed class ComposeStore(DbSession session, StoredFileStore files)
{
    public async Task<BroadcastId> Add(
        Audience audience, string words, ComposedMore more, PersonId by, ChatId chat, DateTimeOffset now, BroadcastId? againOf = null)
    {
        var file = await Keep(more.File, chat, now);
        return new(await session.Value<long>("""
            insert into broadcast (by_person, audience, words, file_id, seminar_id, again_of, created_at)
            values (@by, @audience::jsonb, @words, @file, @seminar, @againOf, @now)
            returning id
            """, new { by, audience = JsonSerializer.Serialize(audience), words, file, seminar = more.Seminar, againOf, now }));
    }

    /// <param name="id">Which.</param>
    /// <param name="version">As it was seen.</param>
    /// <param name="change">What is to be otherwise.</param>
    /// <param name="by">Who.</param>
    /// <param name="chat">Where a new file was handed in.</param>
    /// <param name="now">The turn's moment.</param>
    public async Task<BroadcastRefusal?> Change(
        BroadcastId id, int version, ComposedChange change, PersonId by, ChatId chat, DateTimeOffset now)
    {
        if (await Hold(id, version, by) is { } refusal) return refusal;
        if (change.Words is { } words) await session.Execute("update broadcast set words = @words where id = @id", new { id, words });
        if (change.Audience is { } audience)
        {
            await session.Execute("update broadcast set audience = @audience::jsonb, acknowledge = acknowledge and @may where id = @id",
                new { id, audience = JsonSerializer.Serialize(audience), may = SendRules.MayAskMark(audience) });
        }
        if (change.Acknowledge is { } acknowledge)
            await session.Execute("update broadcast set acknowledge = @acknowledge where id = @id", new { id, acknowledge });
        if (change.More is { } more)
        {
            var file = await Keep(more.File, chat, now);
            await DropFile(id);
            await session.Execute("update broadcast set file_id = @file, seminar_id = @seminar where id = @id",
                new { id, file, seminar = more.Seminar });
        }
        await session.Execute("update broadcast set version = version + 1 where id = @id", new { id });
        return null;
    }

    /// <summary>«Отмена»: it never was.</summary>
    public async Task<BroadcastRefusal?> Drop(BroadcastId id, int version, PersonId by)
    {
        if (await Hold(id, version, by) is { } refusal) return refusal;
        await DropFile(id);
        await session.Execute("delete from broadcast where id = @id", new { id });
        return null;
    }

    /// <summary>Of somebody who is erased, or may not write to many any more.</summary>
    public async Task DropAll(PersonId by)
    {
        foreach (var id in await session.Query<BroadcastId>(
            "select id from broadcast where by_person = @by and state = 'Composed' order by id for update", new { by }))
        {
            await DropFile(id);
            await session.Execute("delete from broadcast where id = @id", new { id });
        }
    }

    private async Task<BroadcastRefusal?> Hold(BroadcastId id, int version, PersonId by) =>
        await session.Find<Held>("""
            select state, version from broadcast where id = @id and by_person = @by for update
            """, new { id, by }) switch
        {
            null => BroadcastRefusal.NoSuchBroadcast,
            { State: BroadcastState.Composed } held when held.Version == version => null,
            _ => BroadcastRefusal.ChangedMeanwhile,
        };

    private async Task<StoredFileId?> Keep(ComposedFile? file, ChatId chat, DateTimeOffset now) => file is null ? null
        : await files.Add(file.Reference, file.Name, file.MediaType, FileRule.MostBytes, chat, now);

    /// <summary>A file that another broadcast sends as well stays.</summary>
    private async Task DropFile(BroadcastId id)
    {
        if (await session.Find<StoredFileId?>("""
            select file_id from broadcast b where id = @id and file_id is not null
              and not exists (select from broadcast o where o.file_id = b.file_id and o.id <> b.id)
            """, new { id }) is not { } file) return;
        await session.Execute("update broadcast set file_id = null where id = @id", new { id });
        await files.Delete([file]);
    }

    private sealed record Held(BroadcastState State, int Version);
}
