using MspBot.Data.Feedback;
using MspBot.Data.Seminars;
using MspBot.Domain;
using MspBot.Domain.Clock;
using MspBot.Domain.Feedback;
using MspBot.Domain.People;
using MspBot.Domain.People.Profile;
using MspBot.Domain.Seminars;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.People;
using MspBot.Host.Seminars;

namespace MspBot.Host.Feedback;

/// <summary>What was said of one seminar: for its leader and heads. Names are shown to heads alone.</summary>
internal sealed class SeminarFeedbackCard(SeminarReader seminars, FeedbackViews views, OpinionReader reader, SiteZone zone) : Card
{
    private const string Name = FeedbackLinks.SeminarFeedback;

    public override string Key => Name;

    public override Access Access => SeminarAccess.Led(seminars);

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        if (await Seen(seminars, turn, new(id)) is not { } details) return null;
        var (title, toEvent) = (ViewTexts.Seminar(details.Title, details.StartsAt, zone),
            Button.Card(ViewTexts.ToEvent, SeminarLinks.Seminar, id));
        if (await views.OfSeminar(details.Id, namesShown: SeminarAccess.IsHead(turn.Speaker)) is not Overview.Open view)
            return new Screen(Html.Paragraphs(title, ViewTexts.FewSeminar)).Row(toEvent);
        if (arg.StartsWith(ViewScreens.Words, StringComparison.Ordinal))
            return ViewScreens.Pages(view, title, Name, id, ViewScreens.ReadNumber(arg));
        if (arg.StartsWith(ViewScreens.Whole, StringComparison.Ordinal))
            return ViewScreens.One(view, ViewScreens.ReadNumber(arg))?.Row(Back(id));
        var screen = ViewScreens.Numbers(view, title,
            Html.Paragraphs(ViewTexts.NewByThree, ViewTexts.Replies(await reader.Replies(details.Id))), Name, id);
        if (SeminarAccess.IsHead(turn.Speaker)) screen = screen.Row(Button.Flow(ViewTexts.WeDid, FeedbackLinks.Reply, details.Id));
        return screen.Row(Button.Card(ViewTexts.ToEvent, Name, id, ToEvent));
    }

    private const string ToEvent = "event";

    public override Task<Pressed> Press(Turn turn, long id, string action, string arg) => Task.FromResult(action switch
    {
        ViewScreens.Below => Pressed.Open(Name, id, arg, below: true),
        ToEvent => Pressed.Open(SeminarLinks.Seminar, id, below: true),
        _ => Pressed.Fresh(arg),
    });

    internal static async Task<SeminarDetails?> Seen(SeminarReader seminars, Turn turn, SeminarId id) =>
        await seminars.Details(id, turn.Person) is { State: SeminarState.Published } details
        && SeminarAccess.RelationOf(turn.Speaker, details, turn.Now) != SeminarRelation.Visitor && details.Seminar.IsOver(turn.Now)
        ? details : null;

    private static Button Back(long id) => Button.Card(ViewTexts.ToNumbers, Name, id);
}

/// <summary>What was said of all consultations of one tutor: for themselves and heads. The number is the tutor's.</summary>
internal sealed class TutorFeedbackCard(FeedbackViews views, OpinionReader reader) : Card
{
    private const string Name = FeedbackLinks.TutorFeedback;

    public override string Key => Name;

    public override Access Access => Access.Rows((turn, id) => Task.FromResult(
        turn.Speaker.Is(Role.Head) || (turn.Speaker.Is(Role.Tutor) && turn.Person.Value == id)));

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        var isHead = turn.Speaker.Is(Role.Head);
        if (!isHead && (!turn.Speaker.Is(Role.Tutor) || turn.Person.Value != id)) return null;
        if (await reader.TutorName(new(id)) is not { } name) return null;
        var title = ViewTexts.Tutor(FullName.Short(name));
        if (await views.OfTutor(new(id), namesShown: isHead) is not Overview.Open view)
            return new Screen(Html.Paragraphs(title, ViewTexts.FewTutor)).Row(EngineTexts.ToMenu);
        if (arg.StartsWith(ViewScreens.Words, StringComparison.Ordinal))
            return ViewScreens.Pages(view, title, Name, id, ViewScreens.ReadNumber(arg));
        if (arg.StartsWith(ViewScreens.Whole, StringComparison.Ordinal))
            return ViewScreens.One(view, ViewScreens.ReadNumber(arg))?.Row(Button.Card(ViewTexts.ToNumbers, Name, id));
        return ViewScreens.Numbers(view, title, ViewTexts.NewByThree, Name, id);
    }

    public override Task<Pressed> Press(Turn turn, long id, string action, string arg) =>
        Task.FromResult(action == ViewScreens.Below ? Pressed.Open(Name, id, arg, below: true) : Pressed.Fresh(arg));
}

/// <summary>«Все отзывы», for heads: seminars by date, tutors by name. The number is the page.</summary>
internal sealed class AllFeedbackCard(OpinionReader reader, SiteZone zone) : Card
{
    private const string Name = FeedbackLinks.AllFeedback;
    private const string Tutors = "tutors";

    public override string Key => Name;

    public override Access Access => Access.All(speaker => speaker.Is(Role.Head));

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        if (!turn.Speaker.Is(Role.Head)) return null;
        var page = Pager.Number(id);
        return arg == Tutors ? await OfTutors(page) : await OfSeminars(page, turn.Now);
    }

    private async Task<Screen> OfSeminars(int page, DateTimeOffset now)
    {
        var found = await Pager.Read(page, number => reader.Seminars(number, now));
        return new Screen(found.Items.Count == 0 ? ViewTexts.NoSeminars : ViewTexts.AllSeminars)
            .Page(found, one => Button.Card(ViewTexts.Line(one, zone), FeedbackLinks.SeminarFeedback, one.Id.Value),
                (label, number) => Button.Card(label, Name, number))
            .Row(Button.Card(ViewTexts.ToTutors, Name, 0, arg: Tutors)).Row(EngineTexts.ToMenu);
    }

    private async Task<Screen> OfTutors(int page)
    {
        var all = await reader.Tutors();
        return new Screen(all.Count == 0 ? ViewTexts.NoTutors : ViewTexts.AllTutors)
            .Page(Paging.Cut(all, page), one => Button.Card(one.Name, FeedbackLinks.TutorFeedback, one.Id),
                (label, number) => Button.Card(label, Name, number, arg: Tutors))
            .Row(Button.Card(ViewTexts.ToSeminars, Name, 0)).Row(EngineTexts.ToMenu);
    }
}
