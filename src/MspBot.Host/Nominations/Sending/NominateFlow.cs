using System.Globalization;
using MspBot.Data.Nominations;
using MspBot.Data.People.Schools;
using MspBot.Data.Seminars;
using MspBot.Domain.Clock;
using MspBot.Domain.Log;
using MspBot.Domain.Nominations;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Seminars;

namespace MspBot.Host.Nominations.Sending;

/// <summary>«Направить учителя»: to which meeting, whom, and what will happen, counted.</summary>
internal sealed class NominateFlow(NominationReader reader, SeminarReader seminars, HeadedSchools heads, QuietHours quiet) : Flow
{
    private const int LongestWords = 300;

    public override string Key => NominationLinks.Nominate;

    /// <summary>Any meeting that everybody sees, for whoever heads a school.</summary>
    public override Access Access => Access.Rows(async (turn, id) => await heads.Of(turn.Person) is not null
        && await seminars.Details(new(id), turn.Person) is { } details && SeminarAccess.MaySee(turn.Speaker, details, turn.Now));

    public override string Title => SendingTexts.Nominate;

    public override string Unfinished => SendingTexts.Unfinished;

    public override bool For(Speaker speaker) => SchoolAccess.IsHead(speaker);

    public override async Task<Outcome> Talk(Dialog ask)
    {
        if (await heads.Of(ask.Person) is not { } school) return Say(SchoolAccess.HeadNoMore);
        if (ask.IsBeginning && ask.Row<SeminarId>() is null && (await reader.Meetings("", ask.Now, 0, 1)).All == 0)
            return Say(new Screen(Html.Text(SendingTexts.NoMeetings)).Row(EngineTexts.ToMenu));
        var id = ask.Row<SeminarId>() ?? await ask.Search("meeting", SendingTexts.Meeting, new Meetings(reader, ask));
        if (await seminars.Details(id, ask.Person) is not { } details) return Say(Refused(NominationRefusal.NoSuchSeminar, id));
        if (NominationRules.Check(details.Seminar, ask.Now) is { } closed) return Say(Refused(closed, id));
        var teachers = await reader.Teachers(id, school.Id);
        if (teachers.Count == 0)
            return Say(new Screen(Html.Text(SendingTexts.NoTeachers)).Row(SchoolMeetingCard.BringTo(id)).Row(EngineTexts.ToMenu));
        var left = teachers.Where(t => !t.CanBeSent).ToList();
        if (left.Count == teachers.Count)
            return Say(new Screen(Html.Text(SendingTexts.NobodyMore(details, ask.Zone, left))).Row(SchoolMeetingCard.BringTo(id))
                .Row(Button.Card(SendingTexts.Nominated, NominationLinks.Meeting, id.Value)));

        var chosen = await ask.ManyOf("teachers", SendingTexts.Teachers(details, ask.Zone, left),
            () => Task.FromResult(SendingTexts.ToChoose([.. teachers.Where(t => t.CanBeSent)])),
            none: LetterTexts.Bring);
        if (chosen.Count == 0) return Do(new CallNewcomers(id));
        var words = await ask.OptionalText("words", SendingTexts.Words, LongestWords);
        // Some may have signed up, or left the school, since they were ticked.
        var gone = await reader.LeftOut(details, school.Id, chosen);
        var able = chosen.Except(gone.Select(one => one.Person)).ToHashSet();
        if (able.Count == 0) return Say(Nobody(id, gone));
        var forecast = await reader.Forecast(details, school.Id, able.Count);
        var due = AnswerDue.Of(details.StartsAt, ask.Now, quiet);
        // The button carries what was read: pressed when it is otherwise by now, it shows that instead.
        await ask.Confirm(
            SendingTexts.Forecast(forecast, teachers.Count(t => !t.Reachable && able.Contains(t.Id)), gone,
                able.SetEquals([ask.Person]) ? null : due.By, ask.Zone),
            [new Option<string>(Code(forecast), SendingTexts.Send)]);
        return Do(new NominateTeachers(id, school.Id, chosen, words, forecast))
            .OnConflict(NominationRefusal.OtherwiseNow, askAgain: "confirm", SendingTexts.Refused(NominationRefusal.OtherwiseNow));
    }

    internal static Screen Refused(NominationRefusal because, SeminarId id) => new Screen(Html.Text(SendingTexts.Refused(because)))
        .Row(Button.Card(SeminarTexts.Open, SeminarLinks.Seminar, id.Value));

    private static Screen Nobody(SeminarId id, IReadOnlyList<LeftOut> gone) => new Screen(SendingTexts.NobodyLeft(gone))
        .Row(Button.Card(SendingTexts.Nominated, NominationLinks.Meeting, id.Value));

    private static string Code(NominationForecast forecast) =>
        string.Create(CultureInfo.InvariantCulture, $"{forecast.Seated}.{forecast.Waiting}");

    private sealed class Meetings(NominationReader reader, Dialog ask) : SearchedList<SeminarId>
    {
        public override async Task<(IReadOnlyList<Option<SeminarId>> Items, int All)> Find(string words, int skip, int take)
        {
            var (meetings, all) = await reader.Meetings(words, ask.Now, skip, take);
            return ([.. meetings.Select(ToChoose)], all);
        }

        public override async Task<Option<SeminarId>?> Again(SeminarId value) =>
            await reader.Meeting(value, ask.Now) is { } meeting ? ToChoose(meeting) : null;

        private Option<SeminarId> ToChoose(MeetingToSend meeting) => new(meeting.Id,
            ButtonRows.Titled($"{Russian.Short(meeting.StartsAt, ask.Zone)} · ", meeting.Title),
            $"{meeting.Title}, {Russian.Moment(meeting.StartsAt, ask.Zone)}");
    }
}

/// <summary>Teachers of a school, to be sent to a meeting; <paramref name="Told"/>: what their head was told would happen.</summary>
internal sealed record NominateTeachers(
    SeminarId Meeting, SchoolId School, IReadOnlyList<PersonId> Teachers, string? Words, NominationForecast Told);

/// <summary>Gives them their places and tells them.</summary>
internal sealed class NominateTeachersHandler(
    NominationStore store, HeadedSchools heads, SchoolMeetingScreens screens, NominationNews news) : Handler<NominateTeachers>
{
    public override async Task<Done> Handle(NominateTeachers command, Turn turn)
    {
        if ((await heads.Hold(turn.Person))?.Id != command.School) return new Done.With(SchoolAccess.HeadNoMore);
        var result = await store.Nominate(
            command.Meeting, command.School, turn.Person, command.Teachers, command.Words, command.Told, turn.Now);
        if (result.Refusal == NominationRefusal.OtherwiseNow)
            return new Done.Refused(NominationRefusal.OtherwiseNow, Html.Text(SendingTexts.Refused(NominationRefusal.OtherwiseNow)));
        if (result.Refusal is { } refusal) return new Done.With(NominateFlow.Refused(refusal, command.Meeting));

        var sent = result.Nominees.Where(n => n.Nomination is not null).ToList();
        if (sent.Count > 0)
        {
            turn.Log(LogAction.NominationMade, LogSubject.Seminar, command.Meeting.Value, LogDetail.Of("people", sent.Count),
                Role.SchoolHead, [.. sent.Select(n => n.Person)], command.School);
            await news.Sent(turn, result.Details!, sent);
        }
        return new Done.With(await screens.Meeting(command.Meeting, turn.Speaker, turn.Now, news: SendingTexts.Done(result))
            ?? NominateFlow.Refused(NominationRefusal.NoSuchSeminar, command.Meeting));
    }
}
