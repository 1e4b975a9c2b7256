using MspBot.Data.Consultations.Groups;
using MspBot.Data.Log;
using MspBot.Data.People;
using MspBot.Domain.Clock;
using MspBot.Domain.Consultations;
using MspBot.Domain.Notices;
using MspBot.Host.Conversations.Jobs;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;
using Quartz;

namespace MspBot.Host.Consultations.Groups;

/// <summary>
/// Each minute: groups whose deadline has come take place or do not, one after the other, each under its lock; requests about one
/// thing are suggested as a group, several suggestions in one message. What is marked is told in the same transaction; safe to run
/// twice, late, and on two machines.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class GroupJob(
    GroupStore store, GroupReader reader, SuggestionStore suggestions, GroupDecisions decisions, PersonReader people, JobItems items,
    QuietHours quiet, TimeProvider time) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        await items.Each("groups at their deadline", () => store.Due(now),
            async ids => await decisions.Decide(ids[0], now), atOnce: 1);

        var sets = new Dictionary<ConsultationId, IReadOnlyList<OpenRequest>>();
        await items.Each<ConsultationId>("suggested groups", async () =>
        {
            foreach (var set in await reader.ToSuggest()) sets[set[0].Id] = set;
            return [.. sets.Keys];
        }, async firsts =>
        {
            var suggested = new List<ListedNotice>();
            foreach (var set in firsts.Select(first => sets[first]))
            {
                if (await suggestions.Take([.. set.Select(r => r.Id)], now)) suggested.AddRange(await Suggested(set, now));
            }
            return OneMessage.Of(suggested, GroupNewsTexts.Suggestions);
        });
    }

    /// <summary>To the tutor who was asked most often, or to the heads.</summary>
    private async Task<IReadOnlyList<ListedNotice>> Suggested(IReadOnlyList<OpenRequest> set, DateTimeOffset now)
    {
        var most = set.Where(r => r.TutorId is not null).GroupBy(r => r.TutorId!.Value).OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key.Value).FirstOrDefault()?.Key;
        var chats = most is { } tutor && await reader.Chat(tutor) is { } chat ? [chat] : await people.HeadChats();
        return
        [
            .. chats.Select(to => new ListedNotice(
                new(to, SuggestionCard.Screen(set), NoticeKey.GroupSuggested(set[0].Id, to), quiet.NotBefore(now)),
                GroupNewsTexts.SuggestionLine(set),
                Button.Card(GroupNewsTexts.SuggestionLabel(set), ConsultationLinks.Suggestion, set[0].Id.Value))),
        ];
    }
}

/// <summary>What becomes of a group at its deadline.</summary>
internal sealed class GroupDecisions(GroupStore store, GroupNotices notices, LogWriter log)
{
    internal async Task<IReadOnlyCollection<Notice>> Decide(ConsultationId group, DateTimeOffset now)
    {
        if (await store.Decide(group, now) is not { } result) return [];
        log.Write(GroupDeeds.ByClock(result.After!, now));
        await notices.Redraw(result, now);
        return result.After!.State == ConsultationState.Confirmed
            ? [.. notices.Confirmed(result.After, now)]
            : [.. notices.TooFew(result.After, now), .. await notices.Closed(result, GroupNewsTexts.TooFew(result.After), now)];
    }
}
