using MspBot.Data.Seminars;
using MspBot.Domain.Clock;
using MspBot.Domain.Log;
using MspBot.Domain.Seminars;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Seminars;
using MspBot.Host.Seminars.Attendance;

namespace MspBot.Host.Nominations.Papers;

/// <summary>«Бумаги мероприятия», for its leader and heads: the registration sheet, and the minutes once it has begun.</summary>
internal sealed class MeetingPapersCard(SeminarReader seminars, SiteZone zone) : Card
{
    private const string Sheet = "sheet";
    private const string Minutes = "minutes";

    public override string Key => NominationLinks.MeetingPapers;

    public override Access Access => SeminarAccess.Led(seminars);

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        if (await Held(turn, id) is not { } details) return null;
        return new Screen(MeetingPaperTexts.Card(details, zone))
            .Row(details.Seated == 0 ? null : Button.Card(MeetingPaperTexts.Sheet, Key, id, Sheet))
            .Row(details.Seminar.HasBegun(turn.Now) ? Button.Card(MeetingPaperTexts.Minutes, Key, id, Minutes) : null)
            .Row(Button.Card(HeadTexts.BackToEvent, SeminarLinks.Seminar, id));
    }

    public override async Task<Pressed> Press(Turn turn, long id, string action, string arg)
    {
        if (await Held(turn, id) is not { } details) return Pressed.Fresh();
        return action switch
        {
            Sheet when details.Seated > 0 => Take(turn, details, MeetingPaper.RegistrationSheet,
                LogDetail.Of(LogFile.RegistrationSheet, details.Seated)),
            Minutes when details.Seminar.HasBegun(turn.Now) => Take(turn, details, MeetingPaper.Minutes,
                LogDetail.Of("file", LogFile.Minutes)),
            _ => Pressed.Fresh(),
        };
    }

    private static Pressed Take(Turn turn, SeminarDetails details, MeetingPaper paper, LogDetail what)
    {
        turn.Say(new Screen(MeetingPaperTexts.Caption(paper, details.Title))
        { ToMake = MeetingPaperMaker.Of(paper, details.Id, turn.Person) });
        turn.Log(LogAction.FileTaken, LogSubject.Seminar, details.Id.Value, what);
        return Pressed.Nothing();
    }

    private async Task<SeminarDetails?> Held(Turn turn, long id) =>
        await seminars.Details(new(id), turn.Person) is { State: SeminarState.Published } details
        && SeminarAccess.RelationOf(turn.Speaker, details, turn.Now) != SeminarRelation.Visitor ? details : null;
}

/// <summary>The papers, from «Кто записан».</summary>
internal sealed class PapersOfMeeting : ParticipantsButton
{
    public override Button? For(Speaker speaker, SeminarDetails details, DateTimeOffset now) =>
        details.State == SeminarState.Published && (details.Seated > 0 || details.Seminar.HasBegun(now))
            ? Button.Card(MeetingPaperTexts.Papers, NominationLinks.MeetingPapers, details.Id.Value) : null;
}
