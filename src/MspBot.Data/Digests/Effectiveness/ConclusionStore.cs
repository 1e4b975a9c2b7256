using MspBot.Data.Conversations;
using MspBot.Data.Postgres;
using MspBot.Domain.Digests.Effectiveness;
using MspBot.Domain.Notices;
using MspBot.Domain.People;
using MspBot.Domain.Surveys;

namespace MspBot.Data.Digests.Effectiveness;

/// <summary>A conclusion is drafted, changed, sent and answered: each step where it still stands as it was seen.</summary>
public sealed class ConclusionStore(DbSession session, ConclusionReader reader)
{
    /// <returns>The draft; null: one about these days exists.</returns>
    public async Task<ConclusionDetails?> Draft(EffectPeriod period, string label, string words, PersonId by, DateTimeOffset now) =>
        await session.Find<long?>("""
            insert into conclusion (label, first_day, last_day, words, by_person, at) values (@label, @First, @Last, @words, @by, @now)
            on conflict (first_day, last_day) where sent_at is null do nothing
            returning id
            """, new { label, period.First, period.Last, words, by, now }) is { } id ? await reader.One(new(id)) : null;

    public async Task<EffectRefusal?> Change(ConclusionId id, int version, string words, PersonId by, DateTimeOffset now) =>
        await Done("""
            update conclusion set words = @words, by_person = @by, at = @now, version = version + 1
            where id = @id and version = @version and sent_at is null
            """, new { id, version, words, by, now }) ? null : await Because(id);

    public async Task<EffectRefusal?> Send(ConclusionId id, int version, DateTimeOffset now) =>
        await Done("update conclusion set sent_at = @now where id = @id and version = @version and sent_at is null",
            new { id, version, now }) ? null : await Because(id);

    /// <summary>The first answer stays. What was to tell this head of the conclusion in the morning is not sent any more.</summary>
    public async Task<EffectRefusal?> Answer(ConclusionId id, string words, PersonId by, ChatId chat, DateTimeOffset now)
    {
        if (!await Done("""
            update conclusion set answer = @words, answered_by = @by, answered_at = @now
            where id = @id and sent_at is not null and answer is null
            """, new { id, words, by, now }))
            return await reader.One(id) is not { } one ? EffectRefusal.NoSuchConclusion
                : one.IsDraft ? EffectRefusal.NotSent : EffectRefusal.AnsweredAlready;
        OutboxWriter.Withdraw(session, [NoticeKey.ConclusionSent(id, chat)]);
        return null;
    }

    private async Task<bool> Done(string sql, object args) => await session.Execute(sql, args) > 0;

    private async Task<EffectRefusal> Because(ConclusionId id) => await reader.One(id) is not { } one ? EffectRefusal.NoSuchConclusion
        : one.IsDraft ? EffectRefusal.ChangedMeanwhile : EffectRefusal.SentAlready;
}
