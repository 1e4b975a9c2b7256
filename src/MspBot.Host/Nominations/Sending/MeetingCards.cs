using MspBot.Data.Nominations;
using MspBot.Data.People.Schools;
using MspBot.Data.Seminars;
using MspBot.Domain.Clock;
using MspBot.Domain.Log;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Seats;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Nominations.Sending;

/// <summary>Whom a school has sent to a meeting, and how they have answered. The argument is the page.</summary>
internal sealed class SchoolMeetingCard(SchoolMeetingScreens screens, SchoolLetters letters) : Card
{
    internal const string PassOn = "pass";
    private const string Bring = "bring";

    public override string Key => NominationLinks.Meeting;

    public override Access Access => Access.All(SchoolAccess.IsHead);

    public override async Task<Screen?> Show(Turn turn, long id, string arg) =>
        await screens.Meeting(new(id), turn.Speaker, turn.Now, Pager.Number(arg));

    public override async Task<Pressed> Press(Turn turn, long id, string action, string arg)
    {
        var letter = action switch
        {
            Bring => await letters.ToNewcomers(new(id), turn),
            PassOn => await letters.ToSilent(new(id), turn),
            _ => null,
        };
        if (letter is null) return Pressed.Fresh(arg);
        turn.Say(letter);
        return Pressed.Nothing();
    }

    internal static Button BringTo(SeminarId id) => Button.Card(LetterTexts.Bring, NominationLinks.Meeting, id.Value, Bring);
}

/// <summary>One nomination: replaced or withdrawn here.</summary>
internal sealed class NomineeCard(
    NominationReader reader, NominationAnswers answers, HeadedSchools heads, SeminarReader seminars, SchoolMeetingScreens screens,
    NominationNews news, SiteZone zone) : Card
{
    internal const string Withdraw = "withdraw";
    private const string Sure = "sure";

    public override string Key => NominationLinks.Nominee;

    public override Access Access => SchoolAccess.Nominations(reader, heads);

    public override async Task<Screen?> Show(Turn turn, long id, string arg) =>
        await reader.One(new(id)) is { } one ? await screens.Nominee(one, turn.Person, turn.Now) : null;

    public override async Task<Pressed> Press(Turn turn, long id, string action, string arg)
    {
        if (action != Withdraw || await reader.One(new(id)) is not { } one) return Pressed.Fresh(arg);
        return arg == Sure ? await TakeBack(turn, one) : await Ask(turn, one);
    }

    private async Task<Pressed> Ask(Turn turn, Nomination one)
    {
        if (!one.IsActive || await seminars.Details(one.Seminar, turn.Person) is not { } details || !details.Seminar.IsOpen(turn.Now))
            return Pressed.Fresh();
        return Pressed.Instead(new Screen(SendingTexts.AskToWithdraw(one, details, turn.Now, zone))
            .Row(Button.Card(SendingTexts.WithdrawYes, Key, one.Id.Value, Withdraw, Sure).Danger())
            .Row(Button.Card(SendingTexts.DoNotWithdraw, Key, one.Id.Value)));
    }

    private async Task<Pressed> TakeBack(Turn turn, Nomination one)
    {
        if ((await heads.Hold(turn.Person))?.Id != one.School) return Pressed.Fresh();
        var done = await answers.Withdraw(one.Id, one.School, turn.Now);
        if (done is not { Refusal: null, Before: { } before, Left: { } left })
            return Pressed.Fresh(toast: SendingTexts.Refused(done.Refusal!.Value));
        turn.Log(LogAction.NominationWithdrawn, LogSubject.Seminar, one.Seminar.Value, LogDetail.Of("nomination", one.Id.Value),
            Role.SchoolHead, [one.Person], one.School);
        await news.Withdrawn(turn, before, left);
        var place = Html.Text(NominationTexts.Place(left, before.School, zone));
        return await reader.One(one.Id) is { } ended && await screens.Nominee(ended, turn.Person, turn.Now, place) is { } card
            ? Pressed.Instead(card, SendingTexts.Withdrawn) : Pressed.Fresh(toast: SendingTexts.Withdrawn);
    }
}
