using System.Globalization;
using MspBot.Data.Feedback;
using MspBot.Domain;
using MspBot.Domain.Feedback;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Feedback;

/// <summary>What still waits for somebody's feedback.</summary>
internal sealed class FeedbackWaiting(FeedbackReader reader)
{
    private (Turn Of, IReadOnlyList<AttendedMeeting> Found)? read;

    /// <summary>The same for the menu, where several parts of it ask in one turn.</summary>
    internal async Task<IReadOnlyList<AttendedMeeting>> ForMenu(Turn turn)
    {
        if (read is not { } known || known.Of != turn) read = known = (turn, await For(turn));
        return known.Found;
    }

    internal async Task<IReadOnlyList<AttendedMeeting>> For(Turn turn)
    {
        var lately = await reader.Lately(turn.Person, turn.Now - FilingRules.Listed, turn.Now);
        return await reader.Unfiled(lately);
    }
}

/// <summary>
/// /feedback: what waits; for tutors and heads also the way to what was said. The number of the row is the page. «Не сейчас»
/// and «Не спрашивать» under a question about several meetings carry which.
/// </summary>
internal sealed class FeedbackListCard(
    FeedbackWaiting waiting, FeedbackReader reader, FeedbackRequestStore requests, FeedbackScreens screens) : Card
{
    private const string Name = FeedbackLinks.FeedbackList;
    private const int LongestArg = 48;

    public override string Key => Name;

    public override Access Access => Access.NoRow("the number is a page of the speaker's own");

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        var all = await waiting.For(turn);
        var page = Paging.Cut(all, Pager.Number(id));
        var screen = screens.Lines(new Screen(all.Count == 0 ? FeedbackTexts.NothingWaits : FeedbackTexts.Waits(all.Count)), page.Items)
            .Turning(page, (label, number) => Button.Card(label, Name, number));
        if (turn.Speaker.Is(Role.Tutor)) screen = screen.Row(Button.Card(ViewTexts.Mine, FeedbackLinks.TutorFeedback, turn.Person.Value));
        if (turn.Speaker.Is(Role.Head)) screen = screen.Row(Button.Card(ViewTexts.All, FeedbackLinks.AllFeedback, 0));
        return screen.Row(Button.Command(ViewTexts.MyEvents, "my"), EngineTexts.ToMenu);
    }

    public override async Task<Pressed> Press(Turn turn, long id, string action, string arg)
    {
        if (action is not (FeedbackCard.Later or FeedbackCard.Never)) return Pressed.Fresh(arg);
        var open = await Open(turn, arg);
        if (open.Count == 0) return Pressed.Fresh();
        if (action == FeedbackCard.Later) return Pressed.Instead(FeedbackScreens.SeveralNotNow(open.Any(details => details.NudgeAhead)));
        foreach (var details in open) await requests.Decline(details.Meeting, turn.Person, declined: true);
        return Pressed.Instead(FeedbackScreens.SeveralDeclined);
    }

    /// <summary>As many as a button can carry.</summary>
    internal static string Write(IEnumerable<Meeting> meetings) => meetings.Aggregate("", (codes, meeting) =>
        $"{codes}.{meeting.Code}" is var longer && longer.Length <= LongestArg ? longer.TrimStart('.') : codes);

    /// <summary>Of those in the button, what this person may speak of and has not spoken of yet.</summary>
    private async Task<IReadOnlyList<MeetingDetails>> Open(Turn turn, string codes)
    {
        var person = turn.Person;
        var open = new List<MeetingDetails>();
        var listed = new Argument(codes);
        for (var part = 0; part < Math.Min(listed.Count, Paging.Size); part++)
        {
            if (listed.Number(part) is not { } number) continue;
            var meeting = Meeting.OfCode(number);
            if (await reader.Details(meeting, person) is { } details && FilingRules.Check(details.Occasion, turn.Now) is null
                && await reader.Filed(meeting, person) is null) open.Add(details);
        }
        return open;
    }
}

/// <summary>/feedback</summary>
internal sealed class FeedbackCommand(FeedbackListCard card) : Command
{
    private const string Word = FeedbackLinks.FeedbackWord;

    public override string Name => Word;

    public override string Description => "Отзывы: что ждёт вашей оценки";

    public override int Order => 130;

    public override async Task Run(Turn turn, string args) => turn.Show((await card.Show(turn, 0, ""))!);
}

/// <summary>«Отзывы» in the menu, for those who have some to give or to read.</summary>
internal sealed class FeedbackOffer(FeedbackWaiting waiting) : MenuOffer
{
    public override int Order => 40;

    public override Button Button => Button.Command(FeedbackTexts.Feedback, FeedbackLinks.FeedbackWord);

    public override async Task<bool> For(Turn turn) => turn.Speaker.IsAny(Role.Tutor, Role.Head) || (await waiting.ForMenu(turn)).Count > 0;
}

/// <summary>On top of the menu: a meeting that waits for feedback.</summary>
internal sealed class FeedbackNext(FeedbackWaiting waiting, FeedbackReader reader) : NextThing
{
    public override async Task<Waiting?> For(Turn turn) =>
        await waiting.ForMenu(turn) is { Count: > 0 } all && !await reader.IsQuiet(turn.Person)
        ? new(all[0].StartsAt, FeedbackTexts.WaitsFor(all), Button.Command(FeedbackTexts.Give, FeedbackLinks.FeedbackWord), WaitsFor.Choice)
        : null;
}
