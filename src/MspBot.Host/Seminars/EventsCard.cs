using MspBot.Data.Seminars;
using MspBot.Domain.Seminars;
using MspBot.Host.Conversations;

namespace MspBot.Host.Seminars;

/// <summary>«Мероприятия»: what is coming, by date. The number of the row is the page, the argument the filter: a kind, or a state for heads.</summary>
internal sealed class EventsCard(SeminarReader reader, SeminarList list) : Card
{
    internal const string Name = "ev";
    private const string Kinds = "kinds";

    public override string Key => Name;

    public override Access Access => Access.NoRow("the number is a page of what is published");

    public override async Task<Screen?> Show(Turn turn, long id, string arg) => await Show(turn, SeminarList.Page(id), arg, default);

    /// <param name="turn">Whose list it is.</param>
    /// <param name="page">From 0.</param>
    /// <param name="filter">As in a button.</param>
    /// <param name="news">Said above the list.</param>
    internal async Task<Screen> Show(Turn turn, int page, string filter, Html news)
    {
        var head = Sight.IsHead(turn.Speaker);
        var state = head && Enum.TryParse<SeminarState>(filter, out var wanted) && wanted != SeminarState.Published ? wanted : (SeminarState?)null;
        var kind = state is null && Enum.TryParse<SeminarKind>(filter, out var known) && Enum.IsDefined(known) ? known : (SeminarKind?)null;
        var found = await Find(turn, kind, state, page);
        var arg = state?.ToString() ?? kind?.ToString() ?? "";

        var screen = new Screen(Html.Paragraphs(news, Html.Bold(Title(state)), found.Lines.Count > 0 ? list.Text(found.Lines) : Empty(kind, state),
            found.Lines.Count > 0 && state is null ? ListTexts.Choose : default));
        screen = list.Rows(screen, found, Name, arg);
        if (kind is not null || state is not null) screen = screen.Row(Button.Card(ListTexts.ShowAll, Name, 0));
        if (found.Lines.Count > 0 && state is null)
            screen = screen.Row(Button.Card(kind is { } one ? ListTexts.ByKind(one) : ListTexts.AllKinds, Name, 0, Kinds));
        if (head) screen = ForHead(screen);
        return screen.Row(Button.Command(ListTexts.Mine, "my"), EngineTexts.ToMenu);
    }

    public override async Task<Pressed> Press(Turn turn, long id, string action, string arg)
    {
        if (action != Kinds) return Pressed.Fresh(arg);
        var screen = new Screen(ListTexts.WhichKind);
        foreach (var kind in await reader.ComingKinds(turn.Now))
            screen = screen.Row(Button.Card(SeminarTexts.Kind(kind), Name, 0, arg: kind.ToString()));
        return Pressed.Instead(screen.Row(Button.Card(ListTexts.ShowAll, Name, 0)));
    }

    private async Task<SeminarPage> Find(Turn turn, SeminarKind? kind, SeminarState? state, int page)
    {
        var found = await Read(page);
        // An old button for a page that is no more.
        return found.Lines.Count == 0 && page > 0 ? await Read(0) : found;

        Task<SeminarPage> Read(int number) => state is { } wanted
            ? reader.Unpublished(wanted, turn.Now, number)
            : reader.Coming(turn.Speaker.Person!.Value, kind, turn.Now, number);
    }

    private static Screen ForHead(Screen screen) => screen
        .Row(Button.Card(ListTexts.Drafts, Name, 0, arg: nameof(SeminarState.Draft)), Button.Card(ListTexts.Cancelled, Name, 0, arg: nameof(SeminarState.Cancelled)))
        .Row(Button.Command(HeadTexts.New, NewSeminarFlow.Name));

    private static string Title(SeminarState? state) => state switch
    {
        SeminarState.Draft => ListTexts.Drafts,
        SeminarState.Cancelled => ListTexts.Cancelled,
        _ => ListTexts.Events,
    };

    private static Html Empty(SeminarKind? kind, SeminarState? state) => (kind, state) switch
    {
        (_, SeminarState.Draft) => ListTexts.NoDrafts,
        (_, SeminarState.Cancelled) => ListTexts.NothingCancelled,
        ({ } one, _) => ListTexts.NothingOfKind(one),
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
