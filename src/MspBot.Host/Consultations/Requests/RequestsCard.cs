using MspBot.Data.Consultations.Requests;
using MspBot.Domain;
using MspBot.Domain.Clock;
using MspBot.Domain.Consultations;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Consultations.Requests;

/// <summary>
/// A tutor's requests: what waits, what is confirmed, what is past. The number of the row is the page, the argument the part.
/// </summary>
internal sealed class RequestsCard(ConsultationReader reader, ConsultationList list) : Card
{
    internal const string Name = "ks";
    private const string Confirmed = "ok";
    private const string Past = "past";

    public override string Key => Name;

    public override Access Access => Access.NoRow("the number is a page of the speaker's own");

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        if (!turn.Speaker.Is(Role.Tutor)) return null;
        var me = turn.Person;
        var found = await Pager.Read(Pager.Number(id), page => arg switch
        {
            Confirmed => reader.ConfirmedOf(me, turn.Now, page),
            Past => reader.PastOf(me, turn.Now, page),
            _ => reader.ForTutor(me, page),
        });
        return new Screen(Html.Paragraphs(Html.Bold(Title(arg)), found.Items.Count == 0 ? Html.Text(Empty(arg))
            : list.Text(found.Items, Side.Tutor)))
            .Page(found, list.Button, (label, number) => Button.Card(label, Name, number, arg: arg))
            .Row(arg.Length == 0 ? Button.Flow(ConsultationTexts.GatherGroup, ConsultationLinks.NewGroup) : null)
            .Row(Part(RequestListTexts.Waiting, ""), Part(RequestListTexts.Confirmed, Confirmed), Part(RequestListTexts.Past, Past))
            .Row(EngineTexts.ToMenu);

        Button? Part(string label, string part) => part == arg ? null : Button.Card(label, Name, 0, arg: part);
    }

    private static string Title(string arg) => arg switch
    {
        Confirmed => RequestListTexts.ConfirmedTitle,
        Past => RequestListTexts.PastTitle,
        _ => RequestListTexts.WaitingTitle,
    };

    private static string Empty(string arg) => arg switch
    {
        Confirmed => RequestListTexts.NoConfirmed,
        Past => RequestListTexts.NoPast,
        _ => RequestListTexts.NoWaiting,
    };
}

/// <summary>Consultations as the lines and the buttons of a list.</summary>
internal sealed class ConsultationList(SiteZone zone)
{
    /// <param name="lines">What is in it.</param>
    /// <param name="side">Who reads it.</param>
    internal Html Text(IEnumerable<ConsultationLine> lines, Side side) => Html.Lines(
        [.. lines.Select(line =>
            Html.Of($"{When(line)} — {Who(line)}: {Ellipsis.Cut(line.Topic, 60)}{RequestListTexts.Standing(line.State, side)}"))]);

    /// <summary>What is agreed begins with its time, what waits with what it is about.</summary>
    internal Button Button(ConsultationLine line) => Conversations.Screens.Button.Card(
        line.At is { } at && line.State is not (ConsultationState.Requested or ConsultationState.Offered or ConsultationState.Waiting)
            ? ConsultationTexts.Label(at, Named(line), line.Subject, line.Topic, zone)
            : ConsultationTexts.Label(Named(line), line.Subject, line.Topic),
        line.Kind == ConsultationKind.Group ? ConsultationLinks.Group : ConsultationLinks.Consultation, line.Id.Value);

    private static string? Named(ConsultationLine line) => line.Kind == ConsultationKind.Group ? RequestListTexts.Group : line.With;

    private static string Who(ConsultationLine line) =>
        line.Kind == ConsultationKind.Group ? RequestListTexts.Group : ConsultationTexts.ShortName(line.With);

    private Html When(ConsultationLine line) => line.At is { } at ? Html.At(at, zone) : Html.Text(RequestListTexts.NoTime);
}

/// <summary>/requests</summary>
internal sealed class RequestsCommand(RequestsCard card) : Command
{
    private const string Word = ConsultationLinks.RequestsWord;

    public override string Name => Word;

    public override string Description => "Заявки на консультации";

    public override int Order => 200;

    public override bool For(Speaker speaker) => speaker.Is(Role.Tutor);

    public override async Task Run(Turn turn, string args) => turn.Show((await card.Show(turn, 0, ""))!);
}
