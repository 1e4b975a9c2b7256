using Microsoft.Extensions.DependencyInjection;
using MspBot.Data.Files;
using MspBot.Domain.Files;
using MspBot.Domain.Spelling;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Conversations.Turns;
using MspBot.Sandbox;
using MspBot.Tests.Support;
using Upload = MspBot.Host.Conversations.Dialogs.Upload;

namespace MspBot.Tests.Conversations.Dialogs;

/// <summary>Asks what no flow of the product asks yet: a long list to tick, a past day, a part of a whole, a file.</summary>
internal sealed class HandInFlow(HandInLog log) : Flow
{
    internal static readonly FileRule Rule = new(["docx", "pdf", "jpg"], FileRule.MostBytes);

    internal static FlowRow Row { get; } =
        new("handin", (world, chat) => Task.FromResult(world.Visitor(chat, "Anna")), _ => Task.FromResult(""));

    public override string Key => "handin";

    public override Access Access => Access.NoRow("a form of a test");

    public override string Title => "Отчёт";

    public override bool NeedsPerson => false;

    public override async Task<Outcome> Talk(Dialog ask)
    {
        var people = await ask.ManyOf("people", new Prompt("Кто был", "Кто был?"), () => Task.FromResult<IReadOnlyList<Option<long>>>(
            [.. log.People.Select(p => new Option<long>(p.Key, p.Value))]));
        var day = await ask.PastDay("day", new Prompt("День", "Когда это было?"), ask.Zone.DayOf(ask.Now).AddDays(-60));
        var share = await ask.Share(
            "share", new Prompt("Сдали", "Сколько сдали?", "Например: 41 из 63"), most: 10_000, [new Share(39, 60)]);
        var file = await ask.File("file", new Prompt("Файл", "Пришлите отчёт"), Rule);
        await ask.Confirm("Всё верно?");
        return Do(new HandIn(people, day, share, file));
    }
}

internal sealed record HandIn(IReadOnlyList<long> People, DateOnly Day, Share Share, Upload File);

internal sealed class HandInHandler(HandInLog log, StoredFileStore files) : Handler<HandIn>
{
    public override async Task<Done> Handle(HandIn command, Turn turn)
    {
        log.Done.Add(command);
        var (reference, name, _, mediaType) = command.File;
        await files.Add(reference, name, mediaType, HandInFlow.Rule.MaxBytes, turn.Speaker.Chat, turn.Now);
        return new Done.With(new Screen(Html.Text("Готово, отчёт принят")));
    }
}

/// <summary>Who can be ticked, and what was handed in.</summary>
internal sealed class HandInLog
{
    internal SortedDictionary<long, string> People { get; } = [];

    internal List<HandIn> Done { get; } = [];

    /// <summary>«Абрамова А. А.», «Абрамова Б. Б.» … three surnames in turn.</summary>
    internal static HandInLog Of(int people)
    {
        string[] surnames = ["Абрамова", "Белова", "Волкова"];
        var log = new HandInLog();
        for (var n = 0; n < people; n++) log.People[1000 + n] = $"{surnames[n % 3]} {(char)('А' + n / 3 % 28)}. {n + 1}";
        return log;
    }
}

/// <summary>The program with that dialog.</summary>
internal static class HandInWorld
{
    internal static Task<World> HandIn(this TestCluster cluster, HandInLog log) => World.Open(cluster, services =>
    {
        services.AddSingleton(log);
        services.AddFlow<HandInFlow>();
        services.AddHandler<HandIn, HandInHandler>();
    });

    /// <summary>At the first question.</summary>
    internal static async Task<Visitor> BeginsToHandIn(this World world, long id = 1) =>
        (await Walker.Begin(world, HandInFlow.Row, id)).Who;

    /// <summary>At the question for the file.</summary>
    internal static async Task<Visitor> AtTheFile(this World world, long id = 1)
    {
        var anna = await world.BeginsToHandIn(id);
        await anna.Taps("Абрамова А. 1");
        await anna.Taps("Готово (1)");
        await anna.Taps("Вчера, пн");
        await anna.Types("41 из 63");
        await anna.Sees("Пришлите отчёт");
        return anna;
    }
}
