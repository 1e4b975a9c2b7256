using MspBot.Data.Log;
using MspBot.Data.Plan.Facts;
using MspBot.Domain.Clock;
using MspBot.Domain.Log;
using MspBot.Domain.Plan;
using MspBot.Domain.Plan.Facts;
using MspBot.Host.Conversations.Jobs;
using MspBot.Host.Conversations.Messages;
using Quartz;

namespace MspBot.Host.Plan.Facts;

/// <summary>
/// Each minute: a plan that was sent and has no answer. After three working days each methodologist is reminded, after five each head
/// hears of it, each once a sending. In quiet hours no one is marked as told, because what is answered before they end needs no message;
/// nor where nobody can be written to: then it is tried again.
/// Safe to run twice, late, and on two machines at once.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class PlanAnswerJob(
    UnansweredPlanReader reader, PlanReminderStore store, PlanReminders reminders, LogWriter log, JobItems items, QuietHours quiet,
    TimeProvider time) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        if (quiet.NotBefore(now) is not null) return;
        await items.Each("plans without an answer", () => Due(PlanAnswers.NudgeAfter, plan => plan.NudgedAt is null, now),
            async plans => await All(await store.ForMethodologists(plans, now), async plan => (await reminders.ByClock(plan, now)).Notices,
                async plan =>
                {
                    await store.Reminded(plan, now);
                    log.Write(LogLine.ByClock(now, LogAction.PlanReminded, LogSubject.Plan, plan.Value));
                }));
        await items.Each("plans late for an answer", () => Due(PlanAnswers.LateAfter, plan => plan.LateToldAt is null, now),
            async plans => await All(await store.ForHeads(plans, now), plan => reminders.ToHeads(plan, now),
                plan => store.ToldHeads(plan, now)));
    }

    private async Task<IReadOnlyList<PlanId>> Due(int working, Func<UnansweredPlan, bool> which, DateTimeOffset now) =>
        [.. (await reader.Waiting(working, now)).Where(which).Select(plan => plan.Plan)];

    private static async Task<IReadOnlyCollection<Notice>> All(
        IReadOnlyList<UnansweredPlan> plans, Func<UnansweredPlan, Task<IReadOnlyList<Notice>>> news, Func<PlanId, Task> told)
    {
        var all = new List<Notice>();
        foreach (var plan in plans)
        {
            if (await news(plan) is not { Count: > 0 } notices) continue;
            await told(plan.Plan);
            all.AddRange(notices);
        }
        return all;
    }
}
