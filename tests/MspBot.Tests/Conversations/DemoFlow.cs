using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Tests.Conversations;

/// <summary>A dialog with a question of every kind, for tests of the engine itself.</summary>
internal sealed class DemoFlow : Flow
{
    public override string Key => "demo";

    public override Access Access => Access.NoRow("a form of a test");

    public override string Title => "Проба";

    public override bool NeedsPerson => false;

    public override async Task<Outcome> Talk(Dialog ask)
    {
        var name = await ask.Text("name", new Prompt("Имя", "Как вас зовут?", "Например: Анна"), max: 50);
        var colour = await ask.Choice("colour", new Prompt("Цвет", "Какой цвет?"),
            [new Option<string>("red", "Красный"), new("blue", "Синий")]);
        var town = await ask.Choice("town", new Prompt("Город", "Какой город?"),
            [.. Enumerable.Range(1, 20).Select(n => new Option<int>(n, $"Город {n}"))]);
        var days = await ask.Many("days", new Prompt("Дни", "Какие дни?"), [new Option<int>(1, "Пн"), new(2, "Вт"), new(3, "Ср")], min: 1,
            columns: 3);
        var when = await ask.Moment("when", new Prompt("День", "Какой день?"), new Prompt("Время", "В какое время?"));
        var note = await ask.OptionalText("note", new Prompt("Заметка", "Заметка?"), max: 100);
        await ask.Confirm("Всё верно?");
        return Do(new Demo(name, colour, town, days, when, note))
            .OnConflict(DemoRefusal.TownTaken, askAgain: "town", because: "Этот город заняли.");
    }
}

internal enum DemoRefusal
{
    TownTaken,
}

internal sealed record Demo(string Name, string Colour, int Town, IReadOnlyList<int> Days, DateTimeOffset When, string? Note);

/// <summary>Counts what was done, in memory: doubles show.</summary>
internal sealed class DemoHandler(DemoLog log) : Handler<Demo>
{
    public override Task<Done> Handle(Demo command, Turn turn)
    {
        turn.Say(new Screen(Html.Text("пишу")));
        if (command.Town == 13) return Task.FromResult<Done>(new Done.Refused(DemoRefusal.TownTaken, Html.Text("занято")));
        log.Done.Add(command);
        return Task.FromResult<Done>(new Done.With(new Screen(Html.Of($"Готово, <b>{command.Name}</b>"))));
    }
}

internal sealed class DemoLog
{
    internal List<Demo> Done { get; } = [];
}
