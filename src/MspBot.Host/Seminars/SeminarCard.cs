using MspBot.Data.Meetings;
using MspBot.Data.Seminars;
using MspBot.Domain.Clock;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;
using MspBot.Host.Conversations;
using MspBot.Host.Meetings;

namespace MspBot.Host.Seminars;

/// <summary>One seminar: what it is, and how to get a place in it or give it back.</summary>
internal sealed class SeminarCard(
    SeminarReader reader, EngagementReader engagements, SignUpStore signUps, SeminarStore seminars, AttendanceStore attendance, SeminarScreens screens, SeminarNotices notices,
    BotName bot, SiteZone zone) : Card
{
    internal const string Name = "s";
    internal const string Join = "join";
    internal const string Leave = "leave";
    internal const string Calendar = "ics";
    internal const string Invite = "invite";
    internal const string Publish = "publish";
    internal const string Enter = "enter";
    internal const string Take = "take";
    private const string Anyway = "anyway";

    public override string Key => Name;

    public override Access Access => Sight.Seen(reader, orCancelled: true);

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        if (await reader.Sheet(new(id), Person(turn)) is not { } sheet) return null;
        if (Sight.MaySee(turn.Speaker, sheet, turn.Now)) return screens.Card(sheet, turn.Now, Sight.PartOf(turn.Speaker, sheet, turn.Now), whole: arg == SeminarScreens.Whole);
        return sheet is { State: SeminarState.Cancelled, WasPublished: true } ? screens.CancelledForOthers(sheet, turn.Now) : null;
    }

    public override Task<Pressed> Press(Turn turn, long id, string action, string arg) => action switch
    {
        Join => SignUp(turn, new(id), arg == Anyway),
        Leave => GiveBack(turn, new(id)),
        Calendar => SendCalendar(turn, new(id)),
        Invite => SendInvitation(turn, new(id)),
        Publish => MakePublic(turn, new(id), arg == Anyway),
        Enter => LetIn(turn, new(id)),
        Take => TakeSeat(turn, new(id)),
        _ => base.Press(turn, id, action, arg),
    };

    private async Task<Pressed> SignUp(Turn turn, SeminarId id, bool anyway)
    {
        if (!anyway && await engagements.AtSeminar(Person(turn), id.Value, turn.Now) is { Count: > 0 } others && await reader.Sheet(id, Person(turn)) is { } wanted)
            return Pressed.Instead(new Screen(SeminarTexts.SameTime(wanted, others, zone))
                .Row(Button.Card(SeminarTexts.JoinAnyway, Name, id.Value, Join, Anyway))
                .Row(Button.Card(SeminarTexts.DoNotJoin, Name, id.Value)));
        return await SignUp(turn, id);
    }

    private async Task<Pressed> SignUp(Turn turn, SeminarId id)
    {
        var result = await signUps.SignUp(id, Person(turn), turn.Now);
        return result switch
        {
            { Outcome: SignUpOutcome.Seated, Sheet: var sheet } => Fresh(turn, sheet, SeminarTexts.YouAreIn),
            { Outcome: SignUpOutcome.Waitlisted(var place), Sheet: var sheet } => Fresh(turn, sheet, SeminarTexts.FullNow(place)),
            { Outcome: SignUpOutcome.Refused(var because), Sheet: var sheet } when Sight.MaySee(turn.Speaker, sheet, turn.Now) =>
                Fresh(turn, sheet, SeminarTexts.Refused(because)),
            _ => Pressed.Fresh(),
        };
    }

    private async Task<Pressed> GiveBack(Turn turn, SeminarId id)
    {
        if (await signUps.Leave(id, Person(turn), turn.Now) is not { } left || !Sight.MaySee(turn.Speaker, left.Sheet, turn.Now)) return Pressed.Fresh();
        notices.TellPromoted(turn, left.Sheet, left.Promoted);
        notices.TellAsked(turn, left.Sheet, left.Asked);
        return Fresh(turn, left.Sheet, left.Outcome switch
        {
            LeavingOutcome.Left { What: SignUpState.Waitlisted } => SeminarTexts.YouLeftLine,
            LeavingOutcome.Left => SeminarTexts.YouLeft,
            LeavingOutcome.Refused(var because) => SeminarTexts.Refused(because),
            _ => throw new InvalidOperationException("a person has left or was refused"),
        });
    }

    private async Task<Pressed> TakeSeat(Turn turn, SeminarId id)
    {
        if (await signUps.Take(id, Person(turn), turn.Now) is not { } taken || !Sight.MaySee(turn.Speaker, taken.Sheet, turn.Now)) return Pressed.Fresh();
        notices.TellInVain(turn, taken.Sheet, taken.InVain);
        return Fresh(turn, taken.Sheet, taken.Refusal is { } because ? SeminarTexts.Refused(because) : SeminarTexts.YouAreIn);
    }

    private async Task<Pressed> LetIn(Turn turn, SeminarId id) => await attendance.Join(id, Person(turn), turn.Now) switch
    {
        { Refusal: null, Sheet: var sheet } => Fresh(turn, sheet, sheet.JoinLink is null ? EnterTexts.JoinedNoLink : EnterTexts.Joined),
        { Refusal: { } because, Sheet: var sheet } when Sight.MaySee(turn.Speaker, sheet, turn.Now) => Pressed.Warn(EnterTexts.Refused(because, sheet, zone)),
        _ => Pressed.Fresh(),
    };

    private async Task<Pressed> SendCalendar(Turn turn, SeminarId id)
    {
        if (await Seen(turn, id) is not { } sheet) return Pressed.Fresh();
        // Whoever leads it comes as well: with the way in.
        if (sheet.LeaderId == Person(turn)) sheet = sheet with { Mine = SignUpState.Confirmed };
        turn.Say(new Screen(SeminarTexts.CalendarFile(sheet)) { File = SeminarCalendar.File(sheet, turn.Now, bot.DeepLink($"{EventLink.Start}{id.Value}")) });
        return Pressed.Nothing();
    }

    private async Task<Pressed> SendInvitation(Turn turn, SeminarId id)
    {
        if (await Seen(turn, id) is not { } sheet || !sheet.Seminar.IsOpen(turn.Now)) return Pressed.Fresh();
        turn.Say(new Screen(SeminarTexts.Invitation(sheet, bot.DeepLink($"{EventLink.Start}{id.Value}"), zone)));
        return Pressed.Nothing();
    }

    private async Task<Pressed> MakePublic(Turn turn, SeminarId id, bool anyway)
    {
        if (!Sight.IsHead(turn.Speaker)) return Pressed.Warn(SeminarTexts.NotForYou);
        if (!anyway && await reader.Sheet(id, Person(turn)) is { State: SeminarState.Draft } draft && draft.LeaderId == Person(turn)
            && await engagements.Attended(Person(turn), [draft.StartsAt], draft.EndsAt - draft.StartsAt, id.Value) is { Count: > 0 } others)
            return Pressed.Instead(new Screen(HeadTexts.SameTime(draft, others, zone))
                .Row(Button.Card(HeadTexts.PublishAnyway, Name, id.Value, Publish, Anyway))
                .Row(Button.Card(HeadTexts.DoNotPublish, Name, id.Value)));
        var result = await seminars.Publish(id, Person(turn), turn.Now);
        if (result.Clash is { } clash) return Pressed.Warn(EngagementTexts.LeaderTaken(clash, zone));
        if (result.Refusal is { } because) return Pressed.Warn(HeadTexts.Refused(because));
        await notices.TellLeader(turn, result.After!);
        return Pressed.Fresh(toast: HeadTexts.Published);
    }

    private async Task<SeminarSheet?> Seen(Turn turn, SeminarId id) =>
        await reader.Sheet(id, Person(turn)) is { } sheet && Sight.MaySee(turn.Speaker, sheet, turn.Now) ? sheet : null;

    /// <summary>What was read under the lock is today's state: the card needs no other query.</summary>
    private Pressed Fresh(Turn turn, SeminarSheet sheet, string toast) =>
        Pressed.Instead(screens.Card(sheet, turn.Now, Sight.PartOf(turn.Speaker, sheet, turn.Now)), toast);

    private static PersonId Person(Turn turn) => turn.Speaker.Person!.Value;
}
