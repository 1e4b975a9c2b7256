using MspBot.Data.Consultations.Deadlines;
using MspBot.Data.Consultations.Requests;
using MspBot.Data.People;
using MspBot.Domain.Clock;
using MspBot.Domain.Consultations;
using MspBot.Domain.Notices;
using MspBot.Host.Consultations.Requests;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Consultations.Deadlines;

/// <summary>
/// News of requests and moves that wait for an answer, by the clock; what falls due together for one person is one message.
/// </summary>
internal sealed class UnansweredNotices(
    ConsultationReader reader, DeadlineNotices news, PersonReader people, QuietHours quiet, SiteZone zone)
{
    internal IReadOnlyList<Notice> TimesPassed(IReadOnlyList<Unanswered> overdue, DateTimeOffset now) => Told(
        overdue, one => one.TeacherChat, UnansweredTexts.TimePassed, UnansweredTexts.TeacherLine, UnansweredTexts.TimesPassed,
        NoticeKey.TimePassed, now);

    internal IReadOnlyList<Notice> Nudges(IReadOnlyList<Unanswered> nudged, DateTimeOffset now) => Told(
        nudged, one => one.TutorChat, one => UnansweredTexts.Nudge(one, zone), one => UnansweredTexts.NudgeLine(one, zone),
        UnansweredTexts.Nudges, NoticeKey.TutorNudged, now);

    internal IReadOnlyList<Notice> NoAnswerYet(IReadOnlyList<Unanswered> waiting, DateTimeOffset now) => Told(
        waiting, one => one.TeacherChat, one => UnansweredTexts.NoAnswerYet(one, zone), UnansweredTexts.TeacherLine,
        UnansweredTexts.NoAnswers, NoticeKey.NoAnswerYet, now);

    internal async Task<IReadOnlyList<Notice>> ForHeads(IReadOnlyList<Unanswered> forHead, DateTimeOffset now)
    {
        var heads = forHead.Count > 0 ? await people.HeadChats() : [];
        return
        [
            .. heads.SelectMany(chat => Told(forHead, _ => chat, one => UnansweredTexts.AskHead(one, now),
                one => UnansweredTexts.HeadLine(one, now), UnansweredTexts.ForHead, NoticeKey.HeadAsked, now)),
        ];
    }

    /// <summary>To the side that is to say yes to another time.</summary>
    internal async Task<IReadOnlyList<Notice>> MovesWait(IReadOnlyList<ConsultationId> moves, DateTimeOffset now)
    {
        var notices = new List<ListedNotice>();
        foreach (var id in moves)
        {
            if (await reader.Details(id) is { } details && news.MoveWaits(details, now) is { } one)
                notices.Add(one.Listed(details, DeadlineNotices.Answers(details), zone));
        }
        return OneMessage.Of(notices, UnansweredTexts.MovesWait);
    }

    /// <summary>To the side that had asked for another time.</summary>
    internal async Task<IReadOnlyList<Notice>> MovesEnded(IReadOnlyList<(ConsultationId Id, bool ByTutor)> ended, DateTimeOffset now)
    {
        var notices = new List<ListedNotice>();
        foreach (var (id, byTutor) in ended)
        {
            if (await reader.Details(id) is not { } details || details.Facts.HasBegun(now)) continue;
            var asked = byTutor ? Side.Tutor : Side.Teacher;
            if (news.MoveEnded(details, asked, now) is { } one) notices.Add(one.Listed(details, asked, zone));
        }
        return OneMessage.Of(notices, UnansweredTexts.MovesEnded);
    }

    private IReadOnlyList<Notice> Told(
        IReadOnlyList<Unanswered> all, Func<Unanswered, ChatId?> chat, Func<Unanswered, Screen> alone,
        Func<Unanswered, (Html Line, Button Open)> inList, NoticeList list,
        Func<ConsultationId, DateTimeOffset, ChatId, NoticeKey> key, DateTimeOffset now) => OneMessage.Of(
        from one in all
        let to = chat(one)
        where to is not null
        let line = inList(one)
        select new ListedNotice(
            new(to.Value, alone(one), key(one.Id, one.AskedAt, to.Value), quiet.NotBefore(now)), line.Line, line.Open), list);
}
