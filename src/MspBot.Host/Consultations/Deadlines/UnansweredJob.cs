using MspBot.Data.Consultations.Deadlines;
using MspBot.Domain.Clock;
using MspBot.Domain.Consultations;
using MspBot.Domain.Consultations.Deadlines;
using MspBot.Host.Consultations.Requests;
using MspBot.Host.Conversations.Jobs;
using Quartz;

namespace MspBot.Host.Consultations.Deadlines;

/// <summary>
/// Each minute: requests that wait too long. The tutor is reminded, then the teacher is told, then the head is asked; each once. The side
/// that must agree to a new time is reminded as well; without an answer the old time stands, and the side that asked is told. In quiet
/// hours no one is marked as told, because what is answered before they end needs no message. Safe to run twice, late, and on two machines
/// at once.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class UnansweredJob(
    UnansweredStore store, ShownConsultations shown, UnansweredNotices notices, JobItems items, AnswerTimes times, WorkingHours working,
    QuietHours quiet, TimeProvider time) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        await items.Each("requests whose times passed", () => store.Overdue(now), async ids =>
        {
            var overdue = await store.TakeOverdue(ids, now);
            await shown.Redraw([.. overdue.Select(o => o.Id)], now);
            return notices.TimesPassed(overdue, now);
        });
        await items.Each("moves that nobody answered", () => store.MovesOver(now), async ids =>
        {
            var ended = await store.EndMoves(ids, now);
            await shown.Redraw([.. ended.Select(e => e.Id)], now);
            return await notices.MovesEnded(ended, now);
        });
        if (quiet.NotBefore(now) is null) await TellOfSilence(now);
    }

    private async Task TellOfSilence(DateTimeOffset now)
    {
        var (nudge, teacher, head) = (now - times.Nudge, now - times.TellTeacher, now - times.AskHead);
        await items.Each<ConsultationId>("requests without an answer", async () => Late(await store.NotNudged(nudge), now),
            async ids => notices.Nudges(await store.MarkNudged(ids, nudge, now), now));
        await items.Each<ConsultationId>("moves without an answer", async () => Late(await store.MovesNotNudged(nudge), now),
            async ids => await notices.MovesWait(await store.MarkMovesNudged(ids, now), now));
        await items.Each("teachers without an answer", () => store.ForTeacher(teacher),
            async ids => notices.NoAnswerYet(await store.TakeForTeacher(ids, teacher, now), now));
        await items.Each("requests for the head", () => store.ForHead(head),
            async ids => await notices.ForHeads(await store.TakeForHead(ids, head, now), now));
    }

    private List<ConsultationId> Late(IReadOnlyList<(ConsultationId Id, DateTimeOffset AskedAt)> asked, DateTimeOffset now) =>
        [.. asked.Where(one => working.DueAfter(one.AskedAt, times.Nudge) <= now).Select(one => one.Id)];
}
