using MspBot.Data.Nominations.Seats;
using MspBot.Data.Seminars;
using MspBot.Data.Seminars.Seats;
using MspBot.Domain.Clock;
using MspBot.Domain.Log;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Seats;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Seminars;

namespace MspBot.Host.Nominations.Seats;

/// <summary>
/// «Места школам» of a meeting, for heads: what is held for whom, and «Освободить». The argument is the page; of a press the school, how
/// many seats were seen, and whether it was asked.
/// </summary>
internal sealed class HeldSeatsCard(
    SchoolSeatsReader reader, SeminarReader seminars, SignUpStore store, HeldScreens screens, HeldNews news, SiteZone zone) : Card
{
    internal const string Free = "free";
    private const string Sure = "free-yes";

    public override string Key => NominationLinks.HeldSeats;

    public override Access Access => Access.All(SeminarAccess.IsHead);

    public override Task<Screen?> Show(Turn turn, long id, string arg) =>
        screens.Of(new(id), turn.Person, turn.Now, Pager.Number(arg));

    public override async Task<Pressed> Press(Turn turn, long id, string action, string arg)
    {
        var named = new Argument(arg);
        if (action is not (Free or Sure) || named.Id<SchoolId>() is not { } school
            || await seminars.Details(new(id), turn.Person) is not { State: SeminarState.Published } details) return Pressed.Fresh();
        // What was read is what is freed: otherwise it is asked again.
        if (action == Sure && named.Number(1) is { } seen
            && await store.Release(details.Id, school, seen, turn.Person, turn.Now) is { } freed)
            return await Freed(turn, school, freed);
        return (await reader.OfMeeting(details.Id)).FirstOrDefault(s => s.School == school && s.Held > 0) is { } held
            ? Ask(details, held) : Pressed.Fresh(toast: HoldingTexts.NothingToFree);
    }

    private Pressed Ask(SeminarDetails details, SchoolHeld held) => Pressed.Instead(
        new Screen(HoldingTexts.AskToFree(held, details, zone))
            .Row(Button.Card(HoldingTexts.FreeYes, Key, details.Id.Value, Sure, $"{held.School.Value}.{held.Held}").Danger())
            .Row(Button.Card(HoldingTexts.DoNotFree, Key, details.Id.Value)));

    private async Task<Pressed> Freed(Turn turn, SchoolId school, ReleasedSeats freed)
    {
        var count = freed.Of.Sum(s => s.Count);
        if (count == 0) return Pressed.Fresh(toast: HoldingTexts.NothingToFree);
        turn.Log(LogAction.SchoolSeatsFreed, LogSubject.Seminar, freed.Filled.Details.Id.Value, LogDetail.Of("seats", count), Role.Head,
            school: school);
        await news.Freed(turn, freed);
        return Pressed.Fresh(toast: HoldingTexts.Freed(count, freed.Filled.Promoted.Count));
    }
}

/// <summary>«Места школам» under a meeting's card, as long as seats can be held there, or are.</summary>
internal sealed class HeldSeatsButton : SeminarCardButtons
{
    public override int Order => 5;

    public override IReadOnlyList<Button> For(SeminarDetails details, SeminarRelation relation, DateTimeOffset now) =>
        relation == SeminarRelation.Head && details is { State: SeminarState.Published, Seats: not null }
            && now < SchoolSeats.Latest(details.StartsAt)
            ? [Button.Card(HoldingTexts.Button(details.Held), NominationLinks.HeldSeats, details.Id.Value)] : [];
}
