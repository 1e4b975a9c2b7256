using MspBot.Data.Seminars;
using MspBot.Data.Seminars.Attendance;
using MspBot.Domain.Clock;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Attendance;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Seminars.Heads;
using MspBot.Host.Seminars.Seats;

namespace MspBot.Host.Seminars.Attendance;

/// <summary>«Отметиться кодом»: for those who came another way and heard the word.</summary>
internal sealed class CodeFlow(SeminarReader reader) : Flow
{
    private const string Name = SeminarLinks.Code;

    public override string Key => Name;

    public override Access Access => SeminarAccess.Seen(reader);

    public override string Title => EnterTexts.ByCode;

    public override async Task<Outcome> Talk(Dialog ask)
    {
        if (ask.Row<SeminarId>() is not { } id
            || await reader.Details(id, ask.Person) is not { } details || !SeminarAccess.MaySee(ask.Speaker, details, ask.Now))
            return Say(new Screen(Html.Text(HeadTexts.Refused(SeminarRefusal.NoSuchSeminar)))
                .Row(Button.Command(ListTexts.Events, "events")));
        if (CheckIn.CheckCode(details.Seminar, details.Mine, ask.Now) is { } refusal) return Say(Closed(refusal, details, ask.Zone));

        var word = await ask.Text("word", EnterTexts.Word, CodeWord.Longest);
        return Do(new EnterByCode(details.Id, word));
    }

    internal static Screen Closed(CheckInRefusal because, SeminarDetails details, SiteZone zone) =>
        new Screen(Html.Text(EnterTexts.Refused(because, details, zone))).Row(Button.Card(SeminarTexts.Open, SeminarLinks.Seminar,
            details.Id.Value));
}

/// <summary>A word that was heard at a meeting.</summary>
internal sealed record EnterByCode(SeminarId Id, string Word);

/// <summary>Notes that they came, or says whose word it was.</summary>
internal sealed class EnterByCodeHandler(AttendanceStore store, NominatedPlaces nominated, SeminarScreens screens, SiteZone zone)
    : Handler<EnterByCode>
{
    public override async Task<Done> Handle(EnterByCode command, Turn turn)
    {
        if (await store.JoinByCode(command.Id, turn.Person, command.Word, turn.Now) is not { } result)
            return new Done.With(SeminarRefusalScreens.Screen(SeminarRefusal.NoSuchSeminar, command.Id));
        return result.Refusal switch
        {
            null => new Done.With(screens.Card(await nominated.CameIn(turn, result.Details), turn.Now,
                SeminarAccess.RelationOf(turn.Speaker, result.Details, turn.Now), news: Html.Text(EnterTexts.Marked))),
            CheckInRefusal.WrongCode or CheckInRefusal.CodeOfAnother => new Done.With(
                new Screen(Html.Text(EnterTexts.Refused(result.Refusal.Value, result.Details, zone, result.Other)))
                    .Row(Button.Flow(EnterTexts.Again, SeminarLinks.Code, command.Id))
                    .Row(Button.Card(SeminarTexts.Open, SeminarLinks.Seminar, command.Id.Value))),
            { } because => new Done.With(CodeFlow.Closed(because, result.Details, zone)),
        };
    }
}
