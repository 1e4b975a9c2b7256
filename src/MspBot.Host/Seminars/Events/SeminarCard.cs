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
    NominatedPlaces nominated, BotName bot, SiteZone zone)
    : Card
{
    private const string Name = SeminarLinks.Seminar;

    public override string Key => Name;

    public override Access Access => SeminarAccess.Seen(reader, orCancelled: true);

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        if (await reader.Details(new(id), turn.Person) is not { } details) return null;
        if (SeminarAccess.MaySee(turn.Speaker, details, turn.Now))
            return screens.Card(details, turn.Now, SeminarAccess.RelationOf(turn.Speaker, details, turn.Now),
                whole: arg == SeminarScreens.Whole);
        return details is { State: SeminarState.Cancelled, WasPublished: true } ? screens.CancelledForOthers(details, turn.Now) : null;
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
        { Refusal: null, Details: var details } =>
            places.Fresh(turn, await nominated.CameIn(turn, details),
                details.JoinLink is null ? EnterTexts.JoinedNoLink : EnterTexts.Joined),
        { Refusal: { } because, Details: var details } when SeminarAccess.MaySee(turn.Speaker, details, turn.Now) =>
            Pressed.Warn(EnterTexts.Refused(because, details, zone)),
        _ => Pressed.Fresh(),
    };

    private async Task<Pressed> SendCalendar(Turn turn, SeminarId id)
    {
        if (await Seen(turn, id) is not { } details) return Pressed.Fresh();
        // Its leader comes as well: with the way in.
        if (details.LeaderId == turn.Person) details = details with { Mine = SignUpState.Confirmed };
        turn.Say(new Screen(SeminarTexts.CalendarFile(details))
        {
            File =
            SeminarCalendar.File(details, turn.Now, bot.DeepLink(EventLink.To(id)))
        });
        return Pressed.Nothing();
    }

    private async Task<Pressed> SendInvitation(Turn turn, SeminarId id)
    {
        if (await Seen(turn, id) is not { } details || !details.Seminar.IsOpen(turn.Now)) return Pressed.Fresh();
        var link = bot.DeepLink(EventLink.To(id));
        turn.Say(new Screen(SeminarTexts.HowToInvite)
            .Row(Button.Share(SeminarTexts.Share, SeminarTexts.SharedWords(details, zone), link).Main()));
        turn.Say(new Screen(SeminarTexts.Invitation(details, link, zone)));
        return Pressed.Nothing();
    }

    private async Task<SeminarDetails?> Seen(Turn turn, SeminarId id) =>
        await reader.Details(id, turn.Person) is { } details && SeminarAccess.MaySee(turn.Speaker, details, turn.Now) ? details : null;
}
