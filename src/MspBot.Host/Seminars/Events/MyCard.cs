using MspBot.Data.Seminars;
using MspBot.Domain;
using MspBot.Domain.Clock;
using MspBot.Domain.People;
using MspBot.Domain.Seminars.Seats;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.People;

namespace MspBot.Host.Seminars.Events;

/// <summary>
/// «Мои записи»: coming seats and places in line, by date; what is over on its other side. The number of the row is the page.
/// </summary>
internal sealed class MyCard(SeminarReader reader, SeminarList list, IEnumerable<MySection> sections) : Card
{
    internal const string Name = "my";
    private const string Past = "past";

    public override string Key => Name;

    public override Access Access => Access.NoRow("the number is a page of the speaker's own");

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        var past = arg == Past;
        var person = turn.Person;
        var found = await Pager.Read(
            Pager.Number(id), page => past ? reader.MinePast(person, turn.Now, page) : reader.Mine(person, turn.Now, page));
        var parts = id == 0 ? await Parts(turn, past) : [];
        var seminars = found.Items.Count > 0 ? list.Text(found.Items, turn.Now)
            : parts.Any(p => !p.Text.IsEmpty) ? Html.Empty : Empty(past);
        var screen = new Screen(Html.Paragraphs([Html.Bold(past ? ListTexts.Past : ListTexts.Mine), seminars, .. parts.Select(p => p.Text),
            past && found.Items.Count > 0 ? ListTexts.SearchPast : default]));
        screen = list.Rows(screen, found, Name, past ? Past : "");
        screen = screen with { Rows = [.. screen.Rows, .. parts.SelectMany(p => p.Rows)] };
        return screen
            .Row(past ? Button.Card(ListTexts.Coming, Name, 0) : Button.Card(ListTexts.Past, Name, 0, arg: Past))
            .Row(Button.Command(ListTexts.LookAtEvents, "events"), EngineTexts.ToMenu);
    }

    /// <summary>What other features show here.</summary>
    private async Task<IReadOnlyList<MyPart>> Parts(Turn turn, bool past)
    {
        var parts = new List<MyPart>();
        foreach (var section in sections.OrderBy(s => s.Order))
        {
            if (await (past ? section.Past(turn) : section.For(turn)) is { } part) parts.Add(part);
        }
        return parts;
    }

    private static Html Empty(bool past) => past ? ListTexts.NothingPast : ListTexts.NotSignedUp;
}

/// <summary>/my</summary>
internal sealed class MyCommand(MyCard card) : Command
{
    public override string Name => "my";

    public override string Description => "Мои записи";

    public override int Order => 110;

    public override async Task Run(Turn turn, string args) => turn.Show((await card.Show(turn, 0, ""))!);
}

/// <summary>On top of the menu: a seat that is free for the person, or the next seminar that they come to or lead.</summary>
internal sealed class NextSeminar(SeminarReader reader, SiteZone zone) : NextThing
{
    public override async Task<Waiting?> For(Turn turn) => await reader.Next(turn.Person, turn.Now) is { } next
        ? new Waiting(next.StartsAt, Text(next, Russian.Moment(next.StartsAt, zone)),
            Button.Card(SeminarTexts.Open, SeminarLinks.Seminar, next.Id.Value),
            next.Mine == SignUpState.Waitlisted ? WaitsFor.Choice : WaitsFor.Meeting)
        : null;

    private static Html Text(SeminarLine line, string when) => line.Mine switch
    {
        SignUpState.Waitlisted => ListTexts.SeatFree(line, when),
        null => ListTexts.NextLed(line, when),
        _ => ListTexts.Next(line, when),
    };
}
