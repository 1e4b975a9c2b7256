using MspBot.Data.Materials.Adding;
using MspBot.Data.People;
using MspBot.Domain.Clock;
using MspBot.Domain.Notices;
using MspBot.Host.Conversations.Jobs;
using MspBot.Host.Conversations.Messages;
using Quartz;

namespace MspBot.Host.Materials.Adding;

/// <summary>
/// Each minute, outside quiet hours: heads hear once of what teachers have offered since, several together. Safe to run twice.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class OfferNewsJob(OfferNewsStore store, PersonReader people, JobItems items, QuietHours quiet, TimeProvider time) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        if (quiet.NotBefore(now) is not null) return;
        await items.Each("offered materials", store.Due, async some =>
        {
            if (await store.Take([.. some], now) is not { Count: > 0 } offered) return [];
            var screen = AddingNews.Offered(offered);
            return [.. (await people.HeadChats()).Select(chat =>
                new Notice(chat, screen, NoticeKey.MaterialOffered(offered[0].Id, offered[0].Version, chat)))];
        }, atOnce: 20);
    }
}
