using MspBot.Data.Broadcasts.Topics;
using MspBot.Data.Conversations;
using MspBot.Domain.Broadcasts.Topics;
using MspBot.Domain.Clock;
using MspBot.Domain.Notices;
using MspBot.Domain.People;
using MspBot.Host.Conversations.Jobs;
using MspBot.Host.Conversations.Messages;
using Quartz;

namespace MspBot.Host.Broadcasts.Topics;

/// <summary>
/// Each minute: on the morning of a working day one message a person of what is new in their topics; of a meeting that begins within a day
/// by day at once. Marked and queued in one transaction; safe to run twice, late, and on two machines.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class TopicNewsJob(
    TopicNewsStore store, TopicNewsScreens screens, JobItems items, QuietHours quiet, TimeProvider time) : IJob
{
    /// <summary>Set-based: a few statements for thousands of people.</summary>
    private const int AtOnce = 1000;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        // Whole milliseconds: a button carries the moment.
        var now = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
        if (TopicNewsSchedule.DueDay(now, quiet) is { } day) await Morning(day, now);
        await BeginningSoon(now);
    }

    private async Task Morning(DateOnly day, DateTimeOffset now)
    {
        DateTimeOffset? began = null;
        await items.Once("the morning of topics", async () => began = await store.Begin(day, now));
        if (began is not { } until) return;
        var window = new NewsWindow(now - TopicNewsSchedule.Fresh, until, now);
        if (await items.Each("people to tell what is new in their topics", () => store.Due(window),
            persons => Tell(window, persons, now, now + TopicNewsSchedule.Longest), AtOnce))
            await items.Once("the end of the morning of topics", () => store.End(day, now));
    }

    private async Task BeginningSoon(DateTimeOffset now)
    {
        var window = new NewsWindow(now - TopicNewsSchedule.Fresh, now, now, []);
        var first = now;
        await items.Each("people to tell of what begins soon in their topics", async () =>
        {
            var meetings = (await store.Soon(window.Since, now, TopicNewsSchedule.Soon))
                .Where(meeting => TopicNewsSchedule.IsTime(now, meeting.StartsAt, quiet)).ToList();
            if (meetings.Count == 0) return [];
            window = window with { Meetings = [.. meetings.Select(meeting => meeting.Id)] };
            first = meetings.Min(meeting => meeting.StartsAt);
            return await store.Due(window);
        }, persons => Tell(window, persons, now, first), AtOnce);
    }

    private async Task<IReadOnlyCollection<Notice>> Tell(
        NewsWindow window, IReadOnlyList<PersonId> persons, DateTimeOffset now, DateTimeOffset notAfter) =>
    [
        .. (await store.Take(window, persons, now)).Select(person => new Notice(
            person.Chat, screens.Message(person.News, now), NoticeKey.TopicNews(person.Person, now))
        {
            NotAfter = notAfter,
            Priority = Priority.Bulk,
        }),
    ];
}
