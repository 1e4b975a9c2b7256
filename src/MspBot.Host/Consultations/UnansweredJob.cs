using MspBot.Data.Consultations;
using MspBot.Data.People;
using MspBot.Domain.Clock;
using MspBot.Domain.Consultations;
using MspBot.Domain.Notices;
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
    UnansweredStore store, ConsultationReader reader, ShownConsultations shown, ConsultationNotices news, PersonReader people, JobItems items,
    AnswerTimes times, WorkingHours working, QuietHours quiet, SiteZone zone, TimeProvider time) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        await items.Each("requests whose times passed", () => store.Overdue(now), async ids =>
        {
            var overdue = await store.TakeOverdue(ids, now);
            await shown.Redraw([.. overdue.Select(o => o.Id)], now);
            return Told(overdue, one => one.TeacherChat, UnansweredTexts.TimePassed, UnansweredTexts.TeacherLine,
                UnansweredTexts.TimesPassed, NoticeKey.TimePassed, now);
        });
        await items.Each("moves that nobody answered", () => store.MovesOver(now), async ids =>
        {
            var ended = await store.EndMoves(ids, now);
            await shown.Redraw([.. ended.Select(e => e.Id)], now);
            var notices = new List<ListedNotice>();
            foreach (var (id, byTutor) in ended)
            {
                if (await reader.Sheet(id) is not { } sheet || sheet.Facts.HasBegun(now)) continue;
                var asked = byTutor ? Side.Tutor : Side.Teacher;
                if (news.MoveEnded(sheet, asked, now) is { } one) notices.Add(one.Listed(sheet, asked, zone));
            }
            return OneMessage.Of(notices, UnansweredTexts.MovesEnded);
        });
        if (quiet.NotBefore(now) is null) await TellOfSilence(now);
    }

    private async Task TellOfSilence(DateTimeOffset now)
    {
        var (nudge, teacher, head) = (now - times.Nudge, now - times.TellTeacher, now - times.AskHead);
        await items.Each<ConsultationId>("requests without an answer", async () => Late(await store.NotNudged(nudge), now), async ids =>
            Told(await store.MarkNudged(ids, nudge, now), one => one.TutorChat, one => UnansweredTexts.Nudge(one, zone),
                one => UnansweredTexts.NudgeLine(one, zone), UnansweredTexts.Nudges, NoticeKey.TutorNudged, now));
        await items.Each<ConsultationId>("moves without an answer", async () => Late(await store.MovesNotNudged(nudge), now), async ids =>
        {
            var notices = new List<ListedNotice>();
            foreach (var id in await store.MarkMovesNudged(ids, now))
            {
                if (await reader.Sheet(id) is { } sheet && news.MoveWaits(sheet, now) is { } one)
                    notices.Add(one.Listed(sheet, ConsultationNotices.Answers(sheet), zone));
            }
            return OneMessage.Of(notices, UnansweredTexts.MovesWait);
        });
        await items.Each("teachers without an answer", () => store.ForTeacher(teacher), async ids =>
            Told(await store.TakeForTeacher(ids, teacher, now), one => one.TeacherChat, one => UnansweredTexts.NoAnswerYet(one, zone),
                UnansweredTexts.TeacherLine, UnansweredTexts.NoAnswers, NoticeKey.NoAnswerYet, now));
        await items.Each("requests for the head", () => store.ForHead(head), async ids =>
        {
            var forHead = await store.TakeForHead(ids, head, now);
            var heads = forHead.Count > 0 ? await people.HeadChats() : [];
            return
            [
                .. heads.SelectMany(chat => Told(forHead, _ => chat, one => UnansweredTexts.AskHead(one, now),
                    one => UnansweredTexts.HeadLine(one, now), UnansweredTexts.ForHead, NoticeKey.HeadAsked, now)),
            ];
        });
    }

    private List<ConsultationId> Late(IReadOnlyList<(ConsultationId Id, DateTimeOffset AskedAt)> asked, DateTimeOffset now) =>
        [.. asked.Where(one => working.DueAfter(one.AskedAt, times.Nudge) <= now).Select(one => one.Id)];

    private IReadOnlyList<Notice> Told(
        IReadOnlyList<Unanswered> all, Func<Unanswered, long?> chat, Func<Unanswered, Screen> alone,
        Func<Unanswered, (Html Line, Button Open)> inList,
        NoticeList list, Func<ConsultationId, DateTimeOffset, long, NoticeKey> key, DateTimeOffset now) => OneMessage.Of(
        from one in all
        let to = chat(one)
        where to is not null
        let line = inList(one)
        select new ListedNotice(
            new(to.Value, alone(one), key(one.Id, one.AskedAt, to.Value), quiet.NotBefore(now)),
            line.Line, line.Open), list);
}
