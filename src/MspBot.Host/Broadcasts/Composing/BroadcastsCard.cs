using MspBot.Data.Broadcasts;
using MspBot.Domain.Broadcasts;
using MspBot.Domain.Clock;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Broadcasts.Composing;

/// <summary>What was sent, the newest first, and «Новая рассылка». The argument is the page.</summary>
internal sealed class BroadcastsCard(BroadcastReader reader, BroadcastAccess access, SiteZone zone) : Card
{
    private const int WordsShown = 60;

    public override string Key => BroadcastLinks.Broadcasts;

    public override Access Access => Access.All(BroadcastAccess.Opens);

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        if (!await access.Writes(turn.Speaker)) return new Screen(Html.Text(ComposedTexts.NotGiven)).Row(EngineTexts.ToMenu);
        var all = turn.Speaker.Is(Role.Head);
        var page = await Pager.Read(Pager.Number(arg), number => reader.Page(turn.Person, all, number));
        return new Screen(Html.Paragraphs(
                Html.Bold(BroadcastTexts.Broadcasts),
                page.Items.Count == 0
                    ? Html.Text(ComposedTexts.NoneYet)
                    : Html.Paragraphs([.. page.Items.Select(Line)])))
            .Row(Button.Flow(BroadcastTexts.New, BroadcastLinks.New).Main())
            .Page(page, one => Button.Card(ButtonRows.Titled($"{Russian.ShortDay(Day(one))} ", one.Words), BroadcastLinks.Broadcast,
                one.Id.Value), (label, number) => Button.Card(label, BroadcastLinks.Broadcasts, 0, arg: Russian.Number(number)))
            .Row(EngineTexts.ToMenu);
    }

    private DateOnly Day(BroadcastDetails one) => zone.DayOf(one.PressedAt ?? one.CreatedAt);

    private Html Line(BroadcastDetails one) => Html.Lines(
        Html.Of($"{Russian.ShortDay(Day(one))} «{Ellipsis.Cut(one.Words.ReplaceLineEndings(" "), WordsShown)}»"), Html.Text(State(one)));

    private static string State(BroadcastDetails one) => one.State switch
    {
        BroadcastState.Composed => "не отправлена",
        BroadcastState.Waiting => $"ждёт отправки: {BroadcastTexts.People(one.Addressed)}",
        BroadcastState.Sending => $"отправлено {Russian.Number(one.Addressed - one.Open)} из {Russian.Number(one.Addressed)}",
        BroadcastState.Done => $"доставлено {Russian.Number(one.Sent)} из {Russian.Number(one.Addressed)}",
        BroadcastState.Stopped => $"остановлена: доставлено {Russian.Number(one.Sent)} из {Russian.Number(one.Addressed)}",
    };
}

/// <summary>/broadcast</summary>
internal sealed class BroadcastCommand(BroadcastsCard card) : Command
{
    public override string Name => BroadcastLinks.Broadcasts;

    public override string Description => BroadcastTexts.Description;

    public override int Order => 296;

    public override bool For(Speaker speaker) => BroadcastAccess.Opens(speaker);

    public override async Task Run(Turn turn, string args)
    {
        if (await card.Show(turn, 0, "") is { } screen) turn.Show(screen);
    }
}
