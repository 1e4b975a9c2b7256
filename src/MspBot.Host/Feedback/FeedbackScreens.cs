using System.Globalization;
using MspBot.Data.Feedback;
using MspBot.Domain;
using MspBot.Domain.Clock;
using MspBot.Domain.Feedback;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Meetings;

namespace MspBot.Host.Feedback;

/// <summary>What those see who are asked: the marks in one row, and what comes after them.</summary>
internal sealed class FeedbackScreens(SiteZone zone)
{
    internal static Access Concerned(FeedbackReader reader) => Access.Rows(async (turn, code) =>
        await reader.Details(Meeting.OfCode(code), turn.Person) is { Concerned: true });

    internal Screen Ask(Meeting meeting, string title, DateTimeOffset startsAt) =>
        new Screen(FeedbackTexts.Ask(meeting.Kind, title, startsAt, zone))
            .Row([.. Marks.Scale.Select(mark => Shown(Text(mark), meeting, $"{FeedbackCard.Rated}{mark}"))])
            .Row(Press(FeedbackTexts.Later, meeting, FeedbackCard.Later), Press(FeedbackTexts.Never, meeting, FeedbackCard.Never));

    /// <summary>The second tap files.</summary>
    internal Screen AskUsefulness(MeetingDetails details, int rating) =>
        new Screen(FeedbackTexts.AskUsefulness(details, rating, zone))
            .Row([.. Marks.Scale.Select(mark => Press(Text(mark), details.Meeting, FeedbackCard.File, new Marks(rating, mark).ToString()))])
            .Row(Shown(FeedbackTexts.BackToRating, details.Meeting, FeedbackCard.Again));

    internal Screen AskAgain(MeetingDetails details, Marks was) =>
        new Screen(FeedbackTexts.AskAgain(details, was, zone))
            .Row([.. Marks.Scale.Select(mark => Shown(Text(mark), details.Meeting, $"{FeedbackCard.Rerated}{mark}"))])
            .Row(Shown(FeedbackTexts.Keep, details.Meeting, ""));

    internal Screen AskUsefulnessAgain(MeetingDetails details, int rating) =>
        new Screen(FeedbackTexts.AskUsefulness(details, rating, zone))
            .Row([.. Marks.Scale.Select(mark =>
                Press(Text(mark), details.Meeting, FeedbackCard.Change, new Marks(rating, mark).ToString()))])
            .Row(Shown(FeedbackTexts.BackToRating, details.Meeting, FeedbackCard.Changing), Shown(FeedbackTexts.Keep, details.Meeting, ""));

    internal Screen Thanks(MeetingDetails details, Filed filed, DateTimeOffset now)
    {
        var canChange = FilingRules.CheckChange(filed.FiledOn, zone.DayOf(now)) is null;
        var screen = new Screen(FeedbackTexts.Thanks(details, filed, canChange, zone)).Row(Certificate(details.Meeting));
        if (canChange)
            screen = screen
                .Row(Button.Flow(filed.HasWords ? FeedbackTexts.ChangeWords
                    : FeedbackTexts.AddWords, FeedbackLinks.Words, $"{details.Meeting.Code}"))
                .Row(Shown(FeedbackTexts.ChangeMarks, details.Meeting, FeedbackCard.Changing));
        return screen.Row(Button.Command(FeedbackTexts.Waiting, FeedbackLinks.FeedbackWord), EngineTexts.ToMenu);
    }

    internal static Screen NotNow(MeetingDetails details) => new Screen(FeedbackTexts.NotNow(details.NudgeAhead))
        .Row(Shown(FeedbackTexts.RateNow, details.Meeting, FeedbackCard.Again), EngineTexts.ToMenu);

    internal static Screen Declined(MeetingDetails details) =>
        new Screen(FeedbackTexts.Declined(details.Title)).Row(Certificate(details.Meeting))
        .Row(Shown(FeedbackTexts.RateAnyway, details.Meeting, FeedbackCard.Again), EngineTexts.ToMenu);

    /// <summary>Several that wait, in one message; the two ways not to answer are for all that it names.</summary>
    internal Screen Several(IReadOnlyList<AttendedMeeting> waiting)
    {
        var named = waiting.Take(Paging.Size).ToList();
        var codes = FeedbackListCard.Write(named.Select(one => one.Meeting));
        return Lines(new Screen(FeedbackTexts.Several(waiting.Count)), named)
            .Row(Button.Card(FeedbackTexts.Later, FeedbackLinks.FeedbackList, 0, FeedbackCard.Later, codes),
                Button.Card(FeedbackTexts.Never, FeedbackLinks.FeedbackList, 0, FeedbackCard.Never, codes))
            .Row(waiting.Count > named.Count ? Button.Command(FeedbackTexts.AllWaiting, FeedbackLinks.FeedbackWord) : null);
    }

    internal static Screen SeveralNotNow(bool nudgeAhead) => new Screen(FeedbackTexts.NotNow(nudgeAhead))
        .Row(Button.Command(FeedbackTexts.AllWaiting, FeedbackLinks.FeedbackWord), EngineTexts.ToMenu);

    internal static Screen SeveralDeclined => new Screen(FeedbackTexts.SeveralDeclined)
        .Row(MeetingLinks.ToCertificates, EngineTexts.ToMenu);

    internal static Button Leave(Meeting meeting) => Shown(FeedbackTexts.Leave, meeting, FeedbackCard.Again);

    internal Screen Lines(Screen screen, IEnumerable<AttendedMeeting> waiting)
    {
        foreach (var one in waiting) screen =
            screen.Row(Shown(FeedbackTexts.Line(one.StartsAt, one.Title, zone), one.Meeting, FeedbackCard.Again));
        return screen;
    }

    internal Screen AskApplied(Meeting meeting, string title, DateTimeOffset startsAt) =>
        new Screen(FeedbackTexts.AskApplied(title, startsAt, zone))
        .Row([.. Enum.GetValues<Applied>()
            .Select(a => Button.Card(FeedbackTexts.Label(a), FeedbackLinks.Applied, meeting.Code, a.ToString()))]);

    internal static Screen Refused(FilingRefusal because) => new Screen(Html.Text(FeedbackTexts.Refused(because)))
        .Row(Button.Command(FeedbackTexts.Waiting, FeedbackLinks.FeedbackWord), EngineTexts.ToMenu);

    /// <summary>The certificate button, for those who gave feedback or declined to.</summary>
    private static Button? Certificate(Meeting meeting) =>
        meeting.Kind == MeetingKind.Seminar ? MeetingLinks.ToCertificate(meeting.Id) : null;

    private static Button Shown(string label, Meeting meeting, string arg) =>
        Button.Card(label, FeedbackLinks.Feedback, meeting.Code, arg: arg);

    private static Button Press(string label, Meeting meeting, string action, string arg = "") =>
        Button.Card(label, FeedbackLinks.Feedback, meeting.Code, action, arg);

    private static string Text(int mark) => mark.ToString(CultureInfo.InvariantCulture);
}
