using MspBot.Data.Consultations.Deadlines;
using MspBot.Domain.Clock;
using MspBot.Host.Consultations.Requests;
using MspBot.Host.Conversations.Jobs;
using MspBot.Host.Conversations.Messages;
using Quartz;

namespace MspBot.Host.Consultations.Deadlines;

/// <summary>
/// Each minute: a tutor's absence has begun, the stand-in is offered what waits; of several tutors in one message. Safe to run twice,
/// late, and on two machines at once.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class StandInJob(
    StandInStore store, ShownConsultations shown, DeadlineNotices news, JobItems items, SiteZone zone, TimeProvider time) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        await items.Each("absences that began", () => store.Begun(now), async ids =>
        {
            var notices = new List<ListedNotice>();
            foreach (var absence in await store.TakeBegun(ids, now))
            {
                var offered = await store.Offer(absence, now);
                await shown.Redraw(offered.Select(details => details.Id), now);
                foreach (var details in offered)
                {
                    if (news.OfferedToStandIn(details, now) is { } one) notices.Add(one.Listed(details, Side.Colleague, zone));
                }
            }
            return OneMessage.Of(notices, NewsTexts.YouStandInFor);
        });
    }
}
