using System.Text.Json;
using MspBot.Data.Postgres;
using MspBot.Domain.Broadcasts;
using MspBot.Domain.People;

namespace MspBot.Data.Broadcasts.After;

/// <summary>What came of «Отправить ещё раз».</summary>
public sealed record AgainResult(BroadcastRefusal? Refusal, BroadcastId? Again);

/// <summary>The same once more, to those whom it failed to reach for a passing reason; shown and pressed as any other.</summary>
public sealed class AgainStore(DbSession session, BroadcastReader reader)
{
    /// <summary>Nobody changes it until the commit.</summary>
    public async Task<BroadcastDetails?> Hold(BroadcastId id)
    {
        await session.Query<int>("select 1 from broadcast where id = @id for update", new { id });
        return await reader.Find(id);
    }

    /// <summary>A second press finds the one that was made by the first, while it is not sent.</summary>
    public async Task<AgainResult> Compose(BroadcastId id, PersonId by, DateTimeOffset now)
    {
        if (await Hold(id) is not { } broadcast) return new(BroadcastRefusal.NoSuchBroadcast, null);
        if (broadcast.State is not (BroadcastState.Done or BroadcastState.Stopped) || broadcast.FailedForNow == 0)
            return new(BroadcastRefusal.NobodyAgain, null);
        if (broadcast.DeletedAt is not null) return new(BroadcastRefusal.Deleted, null);
        var audience = new Audience.Again(id.Value);
        if (!await session.Value<bool>(
            $"{AudienceQuery.With(audience)} select exists (select from member)", AudienceQuery.Args(audience, by)))
            return new(BroadcastRefusal.NobodyAgain, null);
        if (await session.Find<long?>("""
            select id from broadcast where again_of = @id and by_person = @by and state = 'Composed' order by id limit 1
            """, new { id, by }) is { } there) return new(null, new(there));
        return new(null, new(await session.Value<long>("""
            insert into broadcast (by_person, audience, words, file_id, seminar_id, acknowledge, again_of, created_at)
            select @by, @audience::jsonb, words, file_id, seminar_id, acknowledge, id, @now from broadcast where id = @id
            returning id
            """, new { id, by, now, audience = JsonSerializer.Serialize<Audience>(audience) })));
    }
}
