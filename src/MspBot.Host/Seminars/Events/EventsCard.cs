using MspBot.Data.People;
using MspBot.Data.Seminars;
using MspBot.Domain;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Seminars.Events;

/// <summary>«Мероприятия»: what is coming, by date. The number of the row is the page, the argument an <see cref="EventFilter"/>.</summary>
internal sealed class EventsCard(SeminarReader reader, PersonReader people, SeminarList list) : Card
{
    private const string Name = SeminarLinks.Events;
    private const string Kinds = "kinds";
    private const string OfSubjects = "subjects";

    public override string Key => Name;

    public override Access Access => Access.NoRow("the number is a page of what is published");

    public override async Task<Screen?> Show(Turn turn, long id, string arg) => await Show(turn, id, arg, default);

    /// <param name="turn">Whose list it is.</param>
    /// <param name="page">From 0.</param>
    /// <param name="arg">The filter, as in a button.</param>
    /// <param name="news">Said above the list.</param>
    internal async Task<Screen> Show(Turn turn, long page, string arg, Html news)
    {
        var filter = EventFilter.Read(arg, turn.Speaker);
        var person = turn.Person;
        var subjects = filter.ForMe ? (await people.Profile(person))?.Subjects ?? [] : [];
        var found = await Pager.Read(Pager.Number(page), number => filter switch
        {
            { State: { } state } => reader.Unpublished(state, turn.Now, number),
            { Subject: { } subject } => reader.ComingOf(subject, person, turn.Now, number),
            { ForMe: true } => reader.ComingFor(subjects, person, turn.Now, number),
            _ => reader.Coming(person, filter.Kind, turn.Now, number),
        });
        var any = found.Items.Count > 0;
        var screen = new Screen(Html.Paragraphs(news, Html.Bold(Title(filter)), filter.ForMe ? ListTexts.ForWhom(subjects) : default,
            any ? list.Text(found.Items, turn.Now) : Empty(filter), any && filter.State is null ? ListTexts.Choose : default));
        if (any && filter.IsAll) screen = screen.Row(Button.Card(ListTexts.ForMe, Name, 0, arg: EventFilter.Mine.ToString()));
        screen = list.Rows(screen, found, Name, filter.ToString());
        if (!filter.IsAll) screen = screen.Row(Button.Card(ListTexts.ShowAll, Name, 0));
        if (filter.State is null && (any || !filter.IsAll)) screen = screen.Row(ByKind(filter), BySubject(filter));
        if (SeminarAccess.IsHead(turn.Speaker)) screen = ForHead(screen);
        return screen.Row(Button.Command(ListTexts.Mine, "my"), EngineTexts.ToMenu);
    }

    public override async Task<Pressed> Press(Turn turn, long id, string action, string arg)
    {
        var screen = action switch
        {
            Kinds => (await reader.ComingKinds(turn.Now)).Aggregate(new Screen(ListTexts.WhichKind),
                (s, kind) => s.Row(Button.Card(SeminarTexts.Kind(kind), Name, 0, arg: EventFilter.Of(kind)))),
            OfSubjects => (await reader.ComingSubjects(turn.Now)).Chunk(2).Aggregate(new Screen(ListTexts.WhichSubject),
                (s, pair) => s.Row([.. pair.Select(subject => Button.Card(subject, Name, 0, arg: EventFilter.Of(subject)))])),
            _ => null,
        };
        return screen is null ? Pressed.Fresh(arg) : Pressed.Instead(screen.Row(Button.Card(ListTexts.ShowAll, Name, 0)));
    }

    private static Button ByKind(EventFilter filter) =>
        Button.Card(filter.Kind is { } kind ? ListTexts.ByKind(kind) : ListTexts.AllKinds, Name, 0, Kinds);

    private static Button BySubject(EventFilter filter) =>
        Button.Card(filter.Subject is { } subject ? ListTexts.BySubject(subject) : ListTexts.AllSubjects, Name, 0, OfSubjects);

    private static Screen ForHead(Screen screen) => screen
        .Row(Button.Card(ListTexts.Drafts, Name, 0, arg: EventFilter.Of(SeminarState.Draft)),
            Button.Card(ListTexts.Cancelled, Name, 0, arg: EventFilter.Of(SeminarState.Cancelled)))
        .Row(Button.Command(HeadTexts.New, SeminarLinks.NewSeminar));

    private static string Title(EventFilter filter) => filter switch
    {
        { State: SeminarState.Draft } => ListTexts.Drafts,
        { State: SeminarState.Cancelled } => ListTexts.Cancelled,
        { ForMe: true } => ListTexts.ForMe,
        _ => ListTexts.Events,
    };

    private static Html Empty(EventFilter filter) => filter switch
    {
        { State: SeminarState.Draft } => ListTexts.NoDrafts,
        { State: SeminarState.Cancelled } => ListTexts.NothingCancelled,
        { Kind: { } kind } => ListTexts.NothingOf(SeminarTexts.Kind(kind)),
        { Subject: { } subject } => ListTexts.NothingOf(subject),
        { ForMe: true } => ListTexts.NothingForMe,
        _ => ListTexts.NothingComing,
    };
}

/// <summary>/events</summary>
internal sealed class EventsCommand(EventsCard card) : Command
{
    public override string Name => "events";

    public override string Description => "Мероприятия: посмотреть и записаться";

    public override int Order => 100;

    public override async Task Run(Turn turn, string args) => turn.Show(await card.Show(turn, 0, "", default));
}
