using MspBot.Data.Materials.Adding;
using MspBot.Domain.Clock;
using MspBot.Host.Conversations.Jobs;
using Quartz;

namespace MspBot.Host.Materials.Adding;

/// <summary>
/// Each minute: on the next working morning who took an older edition hears of the new one, once; bytes of editions that were replaced more
/// than a year ago go, and files that nobody asked for after sending them. Safe to run twice.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class EditionNewsJob(EditionNewsStore store, JobItems items, QuietHours quiet, TimeProvider time) : IJob
{
    private static readonly TimeOnly Morning = new(8, 0);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        var today = quiet.Zone.DayOf(now);
        if (quiet.NotBefore(now) is null && quiet.Calendar.IsWorking(today)
            && TimeOnly.FromDateTime(quiet.Zone.Local(now).DateTime) >= Morning)
        {
            await items.Each("new editions to tell of", () => store.Due(quiet.Zone.At(today, TimeOnly.MinValue)),
                async some => [.. (await store.Take([.. some], now)).Select(AddingNews.NewEdition)], atOnce: 20);
        }
        await items.Each("bytes of old editions", () => store.WithOldBytes(now), async some =>
        {
            await store.DropOldBytes([.. some], now);
            return [];
        }, atOnce: 20);
        await items.Once("files sent outside any form", () => store.PurgeSent(now));
    }
}
