using MspBot.Data.Consultations;
using MspBot.Data.Conversations;
using MspBot.Data.People;
using MspBot.Data.Postgres;
using MspBot.Domain.Clock;
using MspBot.Domain.Consultations;
using MspBot.Host.Conversations;
using Quartz;

namespace MspBot.Host.Consultations;

/// <summary>
/// Each minute: requests that wait too long. The tutor is reminded, then the teacher is told, then the head is asked; each once. Whoever
/// is to say yes to another time is reminded as well; if nobody does, the old time stands, and whoever asked is told so.
/// In quiet hours nobody is marked as told: what is answered until they end needs no word any more.
/// Safe to run twice, late, and on two machines at once.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class UnansweredJob(
    UnansweredStore store, ConsultationReader reader, ShownConsultations shown, ConsultationNotices news, PersonReader people, DbSession session, Outbox outbox, AnswerTimes times, WorkingHours working, QuietHours quiet, SiteZone zone,
    Messenger messenger, TimeProvider time) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        var all = new List<News>();

        var overdue = await store.TakeOverdue(now);
        var ended = await store.EndMoves(now);
        await shown.Redraw([.. overdue.Select(o => o.Id), .. ended.Select(e => e.Id)], now);
        foreach (var one in overdue) Tell(one.TeacherChat, one, UnansweredTexts.TimePassed(one), "passed");
        foreach (var (id, byTutor) in ended)
        {
            if (await reader.Sheet(id) is { } sheet && !sheet.Facts.HasBegun(now)) Add(news.MoveEnded(sheet, byTutor ? Side.Tutor : Side.Teacher, now));
        }
        if (quiet.NotBefore(now) is null) await TellOfSilence();

        OutboxWriter.PutMany(session, [.. all.Select(n => n.ToNotice())]);
        await session.Commit(cancellationToken);
        if (all.Count > 0 || outbox.HasOthers) messenger.Wake();

        async Task TellOfSilence()
        {
            var late = Late(await store.NotNudged(now - times.Nudge));
            if (late.Count > 0)
            {
                foreach (var one in await store.MarkNudged(late, now)) Tell(one.TutorChat, one, UnansweredTexts.Nudge(one, zone), "nudge");
            }
            var moves = Late(await store.MovesNotNudged(now - times.Nudge));
            if (moves.Count > 0) await store.MarkMovesNudged(moves, now);
            foreach (var id in moves)
            {
                if (await reader.Sheet(id) is { } sheet) Add(news.MoveWaits(sheet, now));
            }
            foreach (var one in await store.TakeForTeacher(now - times.TellTeacher, now)) Tell(one.TeacherChat, one, UnansweredTexts.NoAnswerYet(one, zone), "noanswer");

            var forHead = await store.TakeForHead(now - times.AskHead, now);
            var heads = forHead.Count > 0 ? await people.HeadChats() : [];
            foreach (var one in forHead)
            {
                foreach (var chat in heads) Tell(chat, one, UnansweredTexts.AskHead(one, now), "assign");
            }
        }

        List<ConsultationId> Late(IReadOnlyList<(ConsultationId Id, DateTimeOffset AskedAt)> asked) =>
            [.. asked.Where(one => working.DueAfter(one.AskedAt, times.Nudge) <= now).Select(one => one.Id)];

        void Add(News? one)
        {
            if (one is not null) all.Add(one);
        }

        // With the moment of asking: a request that was handed to somebody else is told of anew.
        void Tell(long? chat, Unanswered one, Screen screen, string what)
        {
            if (chat is { } to) all.Add(new(to, screen, quiet.NotBefore(now), $"{what}:{one.Id.Value}:{one.AskedAt.ToUnixTimeSeconds()}:{to}"));
        }
    }
}
