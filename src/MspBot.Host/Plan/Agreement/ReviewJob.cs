using MspBot.Data.Log;
using MspBot.Data.Plan;
using MspBot.Domain.Clock;
using MspBot.Domain.Log;
using MspBot.Domain.Plan;
using MspBot.Host.Conversations.Jobs;
using MspBot.Host.Conversations.Messages;
using Quartz;

namespace MspBot.Host.Plan.Agreement;

/// <summary>
/// Each minute: what was decided and not told by half an hour before the quiet hours is told by itself, all of a plan in one message.
/// Marked and queued in one transaction; safe to run twice, late, and on two machines.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class ReviewJob(
    PlanStore store, PlanNotices notices, LogWriter log, JobItems items, QuietHours quiet, TimeProvider time) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        await items.Each("plan reviews that nobody ended", () => store.Untold(ReviewEnd.Last(quiet, now)), async plans =>
        {
            var all = new List<Notice>();
            foreach (var plan in plans)
            {
                var news = await notices.Reviewed(plan, now);
                if (news.Told.Count > 0)
                    log.Write(LogLine.ByClock(now, LogAction.PlanReviewFinished, LogSubject.Plan, plan.Value, PlanDeeds.Counts(news)));
                all.AddRange(news.Notices);
            }
            return all;
        });
    }
}
