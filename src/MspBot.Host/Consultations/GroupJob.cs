using MspBot.Data.Consultations;
using MspBot.Data.Conversations;
using MspBot.Data.People;
using MspBot.Data.Postgres;
using MspBot.Domain.Clock;
using MspBot.Domain.Consultations;
using MspBot.Host.Conversations;
using Quartz;

namespace MspBot.Host.Consultations;

/// <summary>
/// Each minute: groups whose deadline has come take place or do not, and requests about one thing are suggested as a group.
/// Decided under the group's lock and told in the same transaction, one after the other; safe to run twice, late, and on
/// two machines.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class GroupJob(
    GroupStore store, GroupReader reader, SuggestionStore suggestions, GroupNotices notices, PersonReader people, DbSession session,
    Outbox outbox, QuietHours quiet, Messenger messenger, TimeProvider time) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        foreach (var id in await store.Due(now))
        {
            if (await store.Decide(id, now) is { } result) await Commit(await Decided(result, now), cancellationToken);
        }
        foreach (var set in await reader.ToSuggest())
        {
            if (await suggestions.Take([.. set.Select(r => r.Id)], now)) await Commit(await Suggested(set, now), cancellationToken);
        }
        await session.DisposeAsync();   // nothing more is due: lets go of the connection at once
    }

    private async Task<IReadOnlyList<News>> Decided(GroupResult result, DateTimeOffset now)
    {
        await notices.Redraw(result, now);
        return result.After!.State == ConsultationState.Confirmed
            ? [.. notices.Confirmed(result.After, now)]
            : [.. notices.TooFew(result.After, now), .. await notices.Closed(result, GroupNewsTexts.TooFew(result.After), now)];
    }

    /// <summary>To the tutor who was asked most often, or to the heads.</summary>
    private async Task<IReadOnlyList<News>> Suggested(IReadOnlyList<OpenRequest> set, DateTimeOffset now)
    {
        var most = set.Where(r => r.TutorId is not null).GroupBy(r => r.TutorId!.Value).OrderByDescending(g => g.Count()).ThenBy(g => g.Key.Value).FirstOrDefault()?.Key;
        var chats = most is { } tutor && await reader.Chat(tutor) is { } chat ? [chat] : await people.HeadChats();
        return [.. chats.Select(to => new News(to, SuggestionCard.Screen(set), quiet.NotBefore(now), $"group:suggest:{set[0].Id.Value}:{to}"))];
    }

    private async Task Commit(IReadOnlyList<News> news, CancellationToken cancel)
    {
        OutboxWriter.PutMany(session, [.. news.Select(n => n.ToNotice())]);
        await session.Commit(cancel);
        if (news.Count > 0 || outbox.HasOthers) messenger.Wake();
    }
}
