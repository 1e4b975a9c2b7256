using MspBot.Data.Nominations.Papers;
using MspBot.Data.People.Schools;
using MspBot.Data.Seminars;
using MspBot.Domain.Log;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Nominations.Papers;

/// <summary>«Список для приказа» of the speaker's school. The number is the meeting; 0: all that have not begun.</summary>
internal sealed class OrderListCard(MeetingPaperReader papers, SeminarReader seminars, HeadedSchools heads) : Card
{
    public override string Key => NominationLinks.OrderList;

    /// <summary>A meeting to which the school has sent nobody is refused like one that does not exist.</summary>
    public override Access Access => Access.Rows(async (turn, id) => await Sent(turn, id) > 0);

    public override async Task<Screen?> Show(Turn turn, long id, string arg) =>
        new Screen(MeetingPaperTexts.OfOrder(await Sent(turn, id)))
            .Row(id == 0 ? OrderListButton.OfAll : OrderListButton.Of(new(id)))
            .Row(EngineTexts.ToMenu);

    public override async Task<Pressed> Press(Turn turn, long id, string action, string arg)
    {
        if (action != OrderListButton.Take || await School(turn) is not { } school) return Pressed.Fresh();
        var meeting = Meeting(id);
        var title = meeting is { } of ? (await seminars.Details(of, turn.Person))?.Title : null;
        turn.Say(new Screen(MeetingPaperTexts.Caption(MeetingPaper.OrderList, title))
        { ToMake = MeetingPaperMaker.OrderList(school, meeting, turn.Person) });
        var detail = LogDetail.Of(LogFile.OrderList, await Sent(turn, id));
        turn.Log(LogAction.FileTaken, meeting is null ? LogSubject.School : LogSubject.Seminar, meeting?.Value ?? school.Value, detail,
            Role.SchoolHead, school: school);
        return Pressed.Nothing();
    }

    private async Task<int> Sent(Turn turn, long id) =>
        await School(turn) is { } school ? await papers.CountSent(school, Meeting(id), turn.Now) : 0;

    private async Task<SchoolId?> School(Turn turn) => turn.Speaker.Is(Role.SchoolHead) ? (await heads.Of(turn.Person))?.Id : null;

    private static SeminarId? Meeting(long id) => id == 0 ? null : new SeminarId(id);
}
