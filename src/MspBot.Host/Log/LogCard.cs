using MspBot.Data.Log;
using MspBot.Domain;
using MspBot.Domain.Clock;
using MspBot.Domain.Log;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Log;

/// <summary>«Журнал действий» of the site, for heads. The number of the row is the page, the argument what it is narrowed to.</summary>
internal sealed class LogCard(LogReader reader, LogWords words, LogChoices choices, SiteZone zone) : Card
{
    private const string Name = LogLinks.Log;
    private const string Who = "who";
    private const string What = "what";
    private const string When = "when";
    private const string Open = "open";
    private const string Take = "take";

    public override string Key => Name;

    public override Access Access => Access.All(speaker => speaker.Is(Role.Head));

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        if (!turn.Speaker.Is(Role.Head)) return null;
        var narrowing = LogNarrowing.Read(arg);
        var page = await Pager.Read(Pager.Number(id), number => reader.Page(narrowing.Filter(turn.Now, zone), number));
        var lines = await words.Say(page.Items);
        var actor = narrowing.Actor is { } person ? await choices.Name(person) : null;
        var screen = new Screen(LogTexts.Log(
            narrowing.Words(actor), LogNarrowing.TimeWords(narrowing.Time), [.. lines.Select(line => LogTexts.Line(line, zone))]));
        // Each thing once, in the order of the lines.
        foreach (var line in lines.Where(l => l.Line.Thing is not null && words.Of(l.Line.Subject) is not null)
            .DistinctBy(l => (l.Line.Subject, l.Line.Thing)))
            screen = screen.Row(Button.Card(ButtonRows.Titled("", Russian.AtStart(line.Thing)), Name, line.Line.Id, Open));
        return screen.Turning(page, (label, number) => Button.Card(label, Name, number, arg: narrowing.Argument))
            .Row(Choice(LogTexts.Who, Who, narrowing), Choice(LogTexts.What, What, narrowing), Choice(LogTexts.When, When, narrowing))
            .Row(narrowing.IsAny ? null : Button.Card(LogTexts.Whole, Name, 0), Choice(LogTexts.Download, Take, narrowing))
            .Row(EngineTexts.ToMenu);
    }

    public override async Task<Pressed> Press(Turn turn, long id, string action, string arg)
    {
        var narrowing = LogNarrowing.Read(arg);
        return action switch
        {
            Who => Pressed.Begin(LogLinks.Who, narrowing.Argument),
            What => Pressed.Instead(await choices.What(Ask(LogTexts.WhatAsk), Pager.Number(id), narrowing, Narrowed, Turned)),
            When => Pressed.Instead(await choices.When(Ask(LogTexts.WhenAsk), Pager.Number(id), turn.Now, narrowing, Narrowed, Turned)),
            Open => await OpenThing(id),
            Take => await TakeFile(turn, narrowing),
            _ => Pressed.Fresh(arg),
        };

        static Screen Ask(string question) => new(Html.Text(question));

        static Button Narrowed(string label, LogNarrowing to) => Button.Card(label, Name, 0, arg: to.Argument);

        Button Turned(string label, int number) => Button.Card(label, Name, number, action, narrowing.Argument);
    }

    private static Button Choice(string label, string action, LogNarrowing narrowing) =>
        Button.Card(label, Name, 0, action, narrowing.Argument);

    private async Task<Pressed> OpenThing(long line)
    {
        if (await reader.One(line) is not { Thing: { } thing } found || words.Of(found.Subject) is not { } things) return Pressed.Fresh();
        return await things.Card(thing) is { } card ? Pressed.Open(card.Key, card.Id, card.Arg) : Pressed.Warn(LogTexts.Gone);
    }

    private async Task<Pressed> TakeFile(Turn turn, LogNarrowing narrowing)
    {
        var filter = narrowing.Filter(turn.Now, zone);
        if (await reader.Count(filter, LogSheet.Most) is not (> 0 and var rows))
            return Pressed.Warn(LogTexts.NothingToTake(narrowing.Time.Length > 0));
        turn.Log(LogAction.FileTaken, LogSubject.Log, null, LogDetail.Of(LogFile.Log, rows));
        turn.Say(LogSheet.Screen(filter));
        return Pressed.Nothing();
    }
}
