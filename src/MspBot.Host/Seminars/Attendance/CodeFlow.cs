using MspBot.Data.Seminars;
using MspBot.Data.Seminars.Attendance;
using MspBot.Domain.Clock;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Attendance;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Seminars.Heads;

namespace MspBot.Host.Seminars.Attendance;

/// <summary>«Отметиться кодом»: for those who came another way and heard the word.</summary>
internal sealed class CodeFlow(SeminarReader reader) : Flow
{
    private const string Name = SeminarLinks.Code;

    public override string Key => Name;

    public override Access Access => Sight.Seen(reader);

    public override string Title => EnterTexts.ByCode;

    public override async Task<Outcome> Talk(Dialog ask)
    {
        if (ask.Row<SeminarId>() is not { } id
            || await reader.Sheet(id, ask.Person) is not { } sheet || !Sight.MaySee(ask.Speaker, sheet, ask.Now))
            return Say(new Screen(Html.Text(HeadTexts.Refused(SeminarRefusal.NoSuchSeminar))).Row(Button.Command(ListTexts.Events, "events")));
        if (Entering.CheckCode(sheet.Seminar, sheet.Mine, ask.Now) is { } refusal) return Say(Closed(refusal, sheet, ask.Zone));

        var word = await ask.Text("word", EnterTexts.Word, CodeWord.Longest);
        return Do(new EnterByCode(sheet.Id, word));
    }

    internal static Screen Closed(EnteringRefusal because, SeminarSheet sheet, SiteZone zone) =>
        new Screen(Html.Text(EnterTexts.Refused(because, sheet, zone))).Row(Button.Card(SeminarTexts.Open, SeminarLinks.Seminar, sheet.Id.Value));
}

/// <summary>A word that was heard at a meeting.</summary>
internal sealed record EnterByCode(SeminarId Id, string Word);

/// <summary>Notes that they came, or says whose word it was.</summary>
internal sealed class EnterByCodeHandler(AttendanceStore store, SeminarScreens screens, SiteZone zone) : Handler<EnterByCode>
{
    public override async Task<Done> Handle(EnterByCode command, Turn turn)
    {
        if (await store.JoinByCode(command.Id, turn.Person, command.Word, turn.Now) is not { } result)
            return new Done.With(Stuck.Screen(SeminarRefusal.NoSuchSeminar, command.Id));
        return result.Refusal switch
        {
            null => new Done.With(screens.Card(result.Sheet, turn.Now, Sight.PartOf(turn.Speaker, result.Sheet, turn.Now), news: Html.Text(EnterTexts.Marked))),
            EnteringRefusal.WrongCode or EnteringRefusal.CodeOfAnother => new Done.With(
                new Screen(Html.Text(EnterTexts.Refused(result.Refusal.Value, result.Sheet, zone, result.Other)))
                    .Row(Button.Flow(EnterTexts.Again, SeminarLinks.Code, command.Id))
                    .Row(Button.Card(SeminarTexts.Open, SeminarLinks.Seminar, command.Id.Value))),
            { } because => new Done.With(CodeFlow.Closed(because, result.Sheet, zone)),
        };
    }
}
