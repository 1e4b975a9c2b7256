using MspBot.Data.Seminars;
using MspBot.Data.Seminars.Attendance;
using MspBot.Domain.Clock;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Seats;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Seminars.Heads;
using MspBot.Host.Seminars.Seats;

namespace MspBot.Host.Seminars.Events;

/// <summary>One seminar: what it is, and how to get a place in it or give it back.</summary>
internal sealed class SeminarCard(
    SeminarReader reader, SeminarPlaces places, SeminarPublishing publishing, AttendanceStore attendance, SeminarScreens screens,
    BotName bot, SiteZone zone)
    : Card
{
    private const string Name = SeminarLinks.Seminar;

    public override string Key => Name;

    public override Access Access => Sight.Seen(reader, orCancelled: true);

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        if (await reader.Sheet(new(id), turn.Person) is not { } sheet) return null;
        if (Sight.MaySee(turn.Speaker, sheet, turn.Now)) return screens.Card(sheet, turn.Now, Sight.PartOf(turn.Speaker, sheet, turn.Now), whole: arg == SeminarScreens.Whole);
        return sheet is { State: SeminarState.Cancelled, WasPublished: true } ? screens.CancelledForOthers(sheet, turn.Now) : null;
    }

    public override Task<Pressed> Press(Turn turn, long id, string action, string arg) => action switch
    {
        SeminarActions.Join => places.SignUp(turn, new(id), arg == SeminarActions.Anyway),
        SeminarActions.Leave => places.GiveBack(turn, new(id), arg == SeminarActions.Sure),
        SeminarActions.Return => places.TakeBack(turn, new(id)),
        SeminarActions.Calendar => SendCalendar(turn, new(id)),
        SeminarActions.Invite => SendInvitation(turn, new(id)),
        SeminarActions.Publish => publishing.Publish(turn, new(id), arg == SeminarActions.Anyway),
        SeminarActions.Enter => LetIn(turn, new(id)),
        SeminarActions.Take => places.TakeSeat(turn, new(id), arg == SeminarActions.Anyway),
        _ => base.Press(turn, id, action, arg),
    };

    private async Task<Pressed> LetIn(Turn turn, SeminarId id) => await attendance.Join(id, turn.Person, turn.Now) switch
    {
        { Refusal: null, Sheet: var sheet } =>
            places.Fresh(turn, sheet, sheet.JoinLink is null ? EnterTexts.JoinedNoLink : EnterTexts.Joined),
        { Refusal: { } because, Sheet: var sheet } when Sight.MaySee(turn.Speaker, sheet, turn.Now) => Pressed.Warn(EnterTexts.Refused(because, sheet, zone)),
        _ => Pressed.Fresh(),
    };

    private async Task<Pressed> SendCalendar(Turn turn, SeminarId id)
    {
        if (await Seen(turn, id) is not { } sheet) return Pressed.Fresh();
        // Whoever leads it comes as well: with the way in.
        if (sheet.LeaderId == turn.Person) sheet = sheet with { Mine = SignUpState.Confirmed };
        turn.Say(new Screen(SeminarTexts.CalendarFile(sheet)) { File = SeminarCalendar.File(sheet, turn.Now, bot.DeepLink($"{EventLink.Start}{id.Value}")) });
        return Pressed.Nothing();
    }

    private async Task<Pressed> SendInvitation(Turn turn, SeminarId id)
    {
        if (await Seen(turn, id) is not { } sheet || !sheet.Seminar.IsOpen(turn.Now)) return Pressed.Fresh();
        var link = bot.DeepLink($"{EventLink.Start}{id.Value}");
        turn.Say(new Screen(SeminarTexts.HowToInvite)
            .Row(Button.Share(SeminarTexts.Share, SeminarTexts.SharedWords(sheet, zone), link).Main()));
        turn.Say(new Screen(SeminarTexts.Invitation(sheet, link, zone)));
        return Pressed.Nothing();
    }

    private async Task<SeminarSheet?> Seen(Turn turn, SeminarId id) =>
        await reader.Sheet(id, turn.Person) is { } sheet && Sight.MaySee(turn.Speaker, sheet, turn.Now) ? sheet : null;
}
