using MspBot.Sandbox;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Conversations.Turns;

/// <summary>A press made twice, or two at once, is one.</summary>
public sealed class RepeatedPressStories(TestCluster cluster)
{
    private readonly DemoLog log = new();

    [Fact]
    public async Task Two_quick_taps_on_different_buttons_leave_one_question_on_the_screen()
    {
        await using var world = await cluster.Demo(log);
        var anna = await world.InAForm();
        world.Telegram.Faults.NextIn(1, "editMessageText", Fault.Slow(TimeSpan.FromMilliseconds(400)));
        await anna.TapsWithoutWaiting("Синий");
        await anna.TapsWithoutWaiting("Красный");
        await anna.Sees("Какой город?");
        await world.Idle();
        Assert.Single(anna.Chat, m => m.Buttons.SelectMany(r => r).Any(b => b.Label == "Отмена"));
    }

    [Fact]
    public async Task One_tap_sent_twice_is_silent_success()
    {
        await using var world = await cluster.Demo(log);
        var anna = await world.InAForm();
        await anna.Taps("Синий");
        await anna.Sees("Какой город?");
        await anna.TapsAgain();
        await anna.SeesNothingNew();
        Assert.Null(anna.LastToast);
    }

    [Fact]
    public async Task The_last_tap_again_does_nothing_twice_and_says_so()
    {
        await using var world = await cluster.Demo(log);
        var anna = await world.InAForm();
        await anna.Taps("Синий");
        await anna.Types("Город 5");
        await anna.Taps("Вт");
        await anna.Taps("Готово");
        await anna.Types("завтра в 15");
        await anna.Taps("Пропустить");
        await anna.Taps("Всё верно");
        await anna.Sees("Готово, Анна");
        await anna.TapsAgain();
        Assert.Equal("Это уже сделано.", anna.LastToast);
        await anna.SeesNothingNew();
        Assert.Single(log.Done);
    }
}
