using MspBot.Data.Consultations;
using MspBot.Data.Conversations;
using Quartz;

namespace MspBot.Host.Consultations;

/// <summary>Each minute: a tutor's absence has begun, the stand-in is offered what waits. Safe to run twice, late, and on two machines at once.</summary>
[DisallowConcurrentExecution]
internal sealed class StandInJob(StandInStore store, ShownConsultations shown, ConsultationNotices news, JobItems items, TimeProvider time) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        await items.Each("absences that began", () => store.Begun(now), async ids =>
        {
            var notices = new List<OutboxNotice>();
            foreach (var absence in await store.TakeBegun(ids, now))
            {
                var offered = await store.Offer(absence, now);
                await shown.Redraw(offered.Select(sheet => sheet.Id), now);
                notices.AddRange(offered.Select(sheet => news.OfferedToStandIn(sheet, now)).OfType<News>().Select(n => n.ToNotice()));
            }
            return notices;
        }, atOnce: 1);
    }
}
