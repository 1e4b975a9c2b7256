using Microsoft.Extensions.DependencyInjection;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Turns;
using MspBot.Sandbox;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Conversations.Dialogs;

/// <summary>What every form promises, whatever it asks.</summary>
public sealed class DialogStories(TestCluster cluster)
{
    private readonly DemoLog log = new();

    private Task<World> Open() => World.Open(cluster, services =>
    {
        services.AddSingleton(log);
        services.AddFlow<DemoFlow>();
        services.AddHandler<Demo, DemoHandler>();
        services.AddCommand<DemoCommand>();
    });

    [Fact]
    public async Task A_form_is_talked_to_its_end_by_taps_and_words()
    {
        await using var world = await Open();
        var anna = world.Visitor(1, "Anna");
        await anna.Types("/demo");
        await anna.Sees("Как вас зовут?");
        await anna.Types("<b>&\"");
        await anna.Sees("Какой цвет?");
        Assert.Contains(anna.Chat, m => m.Text == "Имя: <b>&\"" && m.Buttons.Count == 0);
        await anna.Taps("Синий");
        await anna.Sees("Какой город?");
        await anna.Taps("›");
        await anna.Taps("Город 8");
        await anna.Taps("Вт");
        await anna.Taps("Ср");
        await anna.Taps("Готово (2)");
        await anna.Types("30.02");
        await anna.Sees("Дня «30.02» не бывает");
        await anna.Types("завтра в 15");
        await anna.Sees("Заметка?");
        await anna.Taps("Пропустить");
        var summary = await anna.Sees("Всё верно?");
        Assert.Contains("Город: Город 8", summary);
        Assert.Contains("среда, 25 ноября 2026", summary);
        await anna.Taps("Всё верно");
        await anna.Sees("Готово, <b>&\"");
        var done = Assert.Single(log.Done);
        Assert.Equal([2, 3], done.Days);
        Assert.Equal(new DateTimeOffset(2026, 11, 25, 12, 0, 0, TimeSpan.Zero), done.When);
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task A_refusal_asks_one_answer_again_and_keeps_the_rest()
    {
        await using var world = await Open();
        var anna = world.Visitor(1, "Anna");
        await ToSummary(anna, town: "Город 13");
        await anna.Taps("Всё верно");
        await anna.Sees("Этот город заняли");
        await anna.DoesNotSee("пишу");
        await anna.Types("город 5");
        await anna.Sees("Всё верно?");
        await anna.Taps("Всё верно");
        await anna.Sees("Готово");
        Assert.Equal(5, Assert.Single(log.Done).Town);
    }

    [Fact]
    public async Task A_command_leaves_the_form_and_its_answers_wait_for_an_hour()
    {
        await using var world = await Open();
        var anna = world.Visitor(1, "Anna");
        await anna.Types("/demo");
        await anna.Types("Анна");
        await anna.Sees("Какой цвет?");
        await anna.Types("/menu");
        await anna.Sees("Ответы сохранены на час");
        await anna.Taps("Продолжить");
        await anna.Sees("Какой цвет?");
        await world.Idle();
        Assert.Equal(1, await world.Sql<int>("select count(*) from dialog where state = 'Active'"));
    }

    private static async Task ToSummary(Sandbox.Visitor who, string town)
    {
        await who.Types("/demo");
        await who.Types("Анна");
        await who.Taps("Синий");
        await who.Sees("Какой город?");
        await who.Types(town);
        await who.Taps("Вт");
        await who.Taps("Готово");
        await who.Types("24.11 15:00");
        await who.Taps("Пропустить");
        await who.Sees("Всё верно?");
    }
}

internal sealed class DemoCommand(IServiceProvider services) : Command
{
    public override string Name => "demo";

    public override string? Description => null;

    public override int Order => 1;

    public override bool NeedsPerson => false;

    public override Task Run(Turn turn, string args) => services.GetRequiredService<OpenDialogs>().Begin(turn, "demo", args);
}
