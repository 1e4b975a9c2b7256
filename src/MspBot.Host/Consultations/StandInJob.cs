using MspBot.Data.Consultations;
using MspBot.Data.Conversations;
using MspBot.Data.Postgres;
using MspBot.Host.Conversations;
using Quartz;

namespace MspBot.Host.Consultations;

/// <summary>Each minute: a tutor's absence has begun, the stand-in is offered what waits. Safe to run twice, late, and on two machines at once.</summary>
[DisallowConcurrentExecution]
internal sealed class StandInJob(StandInStore store, ShownConsultations shown, ConsultationNotices notices, DbSession session, Messenger messenger, TimeProvider time) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        var told = new List<News>();
        foreach (var absence in await store.TakeBegun(now))
        {
            var offered = await store.Offer(absence, now);
            await shown.Redraw(offered.Select(sheet => sheet.Id), now);
            told.AddRange(offered.Select(sheet => notices.OfferedToStandIn(sheet, now)).OfType<News>());
        }

        OutboxWriter.PutMany(session, [.. told.Select(n => n.ToNotice())]);
        await session.Commit(cancellationToken);
        if (told.Count > 0) messenger.Wake();
    }
}
