using MspBot.Data.Nominations;
using MspBot.Data.Seminars;
using MspBot.Data.Seminars.Seats;
using MspBot.Domain.Nominations;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Seats;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Seminars;
using MspBot.Host.Seminars.Seats;

namespace MspBot.Host.Nominations.Sending;

/// <summary>«Участвовать», «Не могу»: a nominated teacher answers. What is shown is the meeting's card.</summary>
internal sealed class AnswerCard(
    NominationReader reader, NominationAnswers answers, SeminarReader seminars, SeminarScreens screens, NominationNews news) : Card
{
    internal const string Yes = "yes";
    internal const string No = "no";
    private const string Silent = "none";

    public override string Key => NominationLinks.Answer;

    public override Access Access => Access.Rows(async (turn, id) => (await reader.One(new(id)))?.Person == turn.Person);

    public override async Task<Screen?> Show(Turn turn, long id, string arg) =>
        await reader.One(new(id)) is { } one && await seminars.Details(one.Seminar, turn.Person) is { } details
            ? screens.Again(details, turn.Speaker, turn.Now) : null;

    public override Task<Pressed> Press(Turn turn, long id, string action, string arg) => (action, arg) switch
    {
        (Yes, _) => Accept(turn, new(id)),
        (No, "") => AskWhy(turn, new(id)),
        (No, Silent) => Decline(turn, new(id), null),
        (No, _) when new Argument(arg).Case<DecliningReason>() is { } reason => Decline(turn, new(id), reason),
        _ => base.Press(turn, id, action, arg),
    };

    private async Task<Pressed> Accept(Turn turn, NominationId id)
    {
        var answer = await answers.Accept(id, turn.Person, turn.Now);
        if (answer is not { Refusal: null, Before: { } before })
            return Pressed.Warn(NominationTexts.Refused(answer.Refusal!.Value, answer.Before));
        await news.Redraw(turn, before);
        return await Fresh(turn, before,
            before.Place == SignUpState.Waitlisted ? NominationTexts.AcceptedInLine : NominationTexts.Accepted);
    }

    private async Task<Pressed> AskWhy(Turn turn, NominationId id)
    {
        if (await reader.One(id) is not { IsActive: true } one || await seminars.Details(one.Seminar, turn.Person) is not { } details
            || !details.Seminar.IsOpen(turn.Now)) return await Decline(turn, id, null);
        var screen = new Screen(NominationTexts.WhyNot);
        foreach (var reason in Enum.GetValues<DecliningReason>())
            screen = screen.Row(Button.Card(NominationTexts.Choice(reason), Key, id.Value, No, $"{reason}"));
        return Pressed.Instead(screen
            .Row(Button.Card(NominationTexts.NoReason, Key, id.Value, No, Silent))
            .Row(Button.Card(NominationTexts.BackToQuestion, Key, id.Value)));
    }

    private async Task<Pressed> Decline(Turn turn, NominationId id, DecliningReason? reason)
    {
        var answer = await answers.Decline(id, turn.Person, reason, turn.Now);
        if (answer is not { Refusal: null, Before: { } before, Left: { } left })
            return Pressed.Warn(NominationTexts.Refused(answer.Refusal!.Value, answer.Before));
        var told = await news.Declined(turn, before with { State = NominationState.Declined, Reason = reason }, left);
        return await Fresh(turn, before, told ? NominationTexts.Declined : NominationTexts.DeclinedUnheard);
    }

    private async Task<Pressed> Fresh(Turn turn, Nomination one, string toast)
    {
        var card = screens.Again((await seminars.Details(one.Seminar, turn.Person))!, turn.Speaker, turn.Now);
        turn.Overtake(SeminarScreens.Shown(one.Seminar), card);
        return Pressed.Instead(card, toast);
    }
}

/// <summary>The question's buttons under the meeting's card.</summary>
internal sealed class AnswerButtons : SeminarCardButtons
{
    public override int Order => -10;

    public override IReadOnlyList<Button> For(SeminarDetails details, SeminarRelation relation, DateTimeOffset now) =>
        details is { AwaitsAnswer: true, Nomination: { } id } && details.Seminar.IsOpen(now)
            ? Of(id) : [];

    internal static IReadOnlyList<Button> Of(NominationId id) => Of(id, label => label);

    /// <param name="id">Which nomination.</param>
    /// <param name="label">Makes more of yes and no, where several are asked about.</param>
    internal static IReadOnlyList<Button> Of(NominationId id, Func<string, string> label) =>
    [
        Button.Card(label(NominationTexts.Accept), NominationLinks.Answer, id.Value, AnswerCard.Yes).Main(),
        Button.Card(label(NominationTexts.CannotCome), NominationLinks.Answer, id.Value, AnswerCard.No),
    ];
}

/// <summary>Coming in is a yes; giving the place back by oneself is a no, of which the head of the school hears.</summary>
internal sealed class NomineesPlace(NominationAnswers answers, NominationNews news, SeatsChanges schools) : OnNominatedPlace
{
    public override async Task CameIn(Turn turn, SeminarDetails details)
    {
        await answers.PlaceTaken(details.Nomination!.Value, turn.Now);
        await schools.Changed(turn, new(details.Id) { School = details.NominatedBySchool, Nominations = [details.Nomination.Value] });
    }

    public override async Task Left(Turn turn, NominationId nomination, SeatReturnResult left, bool isErased)
    {
        if (await answers.PlaceLeft(nomination, turn.Now) is not { } before) return;
        var ended = before with { State = NominationState.Declined };
        await (isErased ? news.TellCannotCome(turn, ended with { Name = null }, left) : news.CannotCome(turn, ended, left));
    }

    public override async Task CameBack(Turn turn, SeminarDetails details)
    {
        if (await answers.PlaceTakenBack(details.Id, turn.Person, turn.Now) is { } nomination)
            await news.Returned(turn, nomination, details);
    }
}

/// <summary>For another start, or a seat that came later, the answer is due later; of a meeting that is cancelled none is.</summary>
internal sealed class RenewedDues(NominationDeadlines deadlines) : NomineeDues
{
    public override Task Renew(SeminarId id, IReadOnlyCollection<Promoted> seated, DateTimeOffset now) => deadlines.Renew(id, seated, now);

    public override Task End(SeminarId id) => deadlines.TakeBackQuestions(id);
}

/// <summary>A question without an answer, on top of the menu.</summary>
internal sealed class NominationWaiting(NominationReader reader, SeminarReader seminars) : NextThing
{
    public override async Task<Waiting?> For(Turn turn) =>
        await reader.FirstAsked(turn.Person, turn.Now) is { } one && await seminars.Details(one.Seminar, turn.Person) is { } details
            ? new(one.AnswerBy, NominationTexts.Waits(details.Title, one.IsOverdue(turn.Now)),
                Button.Card(NominationTexts.Answer, SeminarLinks.Seminar, one.Seminar.Value))
            : null;
}
