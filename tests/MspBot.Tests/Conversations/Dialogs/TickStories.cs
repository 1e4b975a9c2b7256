using System.Text;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;
using MspBot.Sandbox;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Conversations.Dialogs;

/// <summary>A long list to tick: pages, search, «Отметить всех».</summary>
public sealed class TickStories(TestCluster cluster)
{
    [Fact]
    public async Task Ticks_survive_pages_a_search_and_a_restart()
    {
        var log = HandInLog.Of(40);
        await using var world = await cluster.HandIn(log);
        var anna = await world.BeginsToHandIn();
        await anna.Taps("Абрамова А. 1");
        await anna.SeesButton("✓ Абрамова А. 1");
        await anna.Taps("›");
        await anna.Taps("Белова В. 8");
        await anna.SeesButton("Готово (2)");
        await world.RestartBot();
        await anna.Types("волкова");
        Assert.Contains("Найдено по «волкова»: 13.", await anna.Sees("Найдено"), StringComparison.Ordinal);
        await anna.Taps("Волкова А. 3");
        await anna.SeesButton("Готово (3)");
        await anna.Taps("Показать все");
        await anna.SeesButton("✓ Абрамова А. 1");
        await anna.SeesButton("✓ Волкова А. 3");
        await anna.Taps("Готово (3)");
        await anna.Sees("Когда это было?");
        await world.Idle();
        Assert.Contains("Абрамова А. 1, Волкова А. 3, Белова В. 8", await Body(world), StringComparison.Ordinal);
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task One_press_ticks_the_whole_list_and_another_takes_the_ticks_away()
    {
        var log = HandInLog.Of(120);
        await using var world = await cluster.HandIn(log);
        var anna = await world.BeginsToHandIn();
        await anna.Taps("Отметить всех");
        await anna.SeesButton("Готово (120)");
        await anna.TapsAgain();   // the same press under a new id
        await anna.SeesButton("Снять всех");
        await anna.Taps("✓ Абрамова А. 1");
        await anna.SeesButton("Готово (119)");
        await anna.SeesButton("Отметить всех");
        await anna.Types("белова");
        await anna.Taps("Снять найденных");
        await anna.SeesButton("Готово (79)");
        await anna.Taps("Отметить найденных");
        await anna.SeesButton("Готово (119)");
        await anna.Taps("Показать все");
        await anna.Taps("Отметить всех");
        await anna.Taps("Снять всех");
        await anna.SeesButton("Готово");
        await anna.Taps("Готово");
        await anna.Sees("Отметьте хотя бы один вариант.");
        await anna.Taps("Отметить всех");
        await anna.Taps("Готово (120)");
        await anna.Sees("Когда это было?");
        await world.Idle();
        Assert.Contains("Абрамова А. 1, Белова А. 2, Волкова А. 3 и ещё 117", await Body(world), StringComparison.Ordinal);
        Assert.All(anna.Chat.SelectMany(m => m.Buttons).SelectMany(r => r),
            b => Assert.InRange(Encoding.UTF8.GetByteCount(b.Data ?? "-"), 1, Button.DataLimit));
    }

    [Fact]
    public async Task Back_to_the_list_shows_what_was_ticked()
    {
        var log = HandInLog.Of(40);
        await using var world = await cluster.HandIn(log);
        var anna = await world.BeginsToHandIn();
        await anna.Taps("Абрамова А. 1");
        await anna.Taps("›");
        await anna.Taps("Белова В. 8");
        await anna.Taps("Готово (2)");
        await anna.Sees("Когда это было?");

        await anna.Taps("← Назад");
        await anna.SeesButton("✓ Абрамова А. 1");
        await anna.SeesButton("Готово (2)");
        await world.RestartBot();
        await anna.Taps("✓ Абрамова А. 1");
        await anna.Taps("Готово (1)");
        await anna.Sees("Когда это было?");
        await world.Idle();
        Assert.Contains("Белова В. 8", await Body(world), StringComparison.Ordinal);
        Assert.DoesNotContain("Абрамова А. 1", await Body(world), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_buttons_say_may_be_typed()
    {
        var log = HandInLog.Of(20);
        await using var world = await cluster.HandIn(log);
        var anna = await world.BeginsToHandIn();
        await anna.Types("отметить всех");
        await anna.SeesButton("Готово (20)");
        await anna.Types("белова");
        await anna.Types("Снять найденных");
        await anna.SeesButton("Готово (13)");
        await anna.Types("готово");
        await anna.Sees("Когда это было?");
    }

    [Fact]
    public async Task All_is_what_was_seen_not_who_came_since_and_who_left_is_not_taken()
    {
        var log = HandInLog.Of(20);
        await using var world = await cluster.HandIn(log);
        var anna = await world.BeginsToHandIn();
        log.People[9000] = "Яковлева Я. 99";
        await anna.Taps("Отметить всех");
        Assert.Equal("Список изменился: проверьте, кто отмечен.", anna.LastToast);
        await world.Idle();
        Assert.DoesNotContain("✓", Labels(anna), StringComparison.Ordinal);
        await anna.Taps("Отметить всех");
        await anna.SeesButton("Готово (21)");
        log.People.Remove(1001);
        await anna.Taps("›");
        await anna.SeesButton("Готово (20)");
        await anna.Taps("Готово (20)");
        await anna.Sees("Когда это было?");
        await world.Idle();
        Assert.DoesNotContain("1001", await Body(world), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tick_on_an_earlier_page_or_on_a_list_that_moved_means_the_name_that_stood_there()
    {
        var log = HandInLog.Of(20);
        await using var world = await cluster.HandIn(log);
        var anna = await world.BeginsToHandIn();
        var question = anna.Question();
        var data = question.Data("Белова А. 2");
        log.People[1] = "Абакумова А. 0";   // stands first from now on
        await anna.Taps("›");
        await world.Idle();
        await anna.TapsData(question, data);
        await world.Idle();
        await anna.TapsData(question, data);   // pressed once more: still ticked
        await anna.Taps("‹");
        await anna.SeesButton("✓ Белова А. 2");
        await anna.SeesButton("Готово (1)");
    }

    [Fact]
    public async Task What_was_ticked_is_ticked_again_when_it_is_changed()
    {
        var log = HandInLog.Of(20);
        await using var world = await cluster.HandIn(log);
        var anna = await world.AtTheFile();
        await anna.SendsDocument("план.docx", [1, 2, 3]);
        await anna.Taps("Изменить");
        await anna.Taps("Кто был");
        await anna.SeesButton("✓ Абрамова А. 1");
        await anna.Taps("Отметить всех");
        await anna.Taps("Готово (20)");
        await anna.Taps("Всё верно");
        await anna.Sees("Готово, отчёт принят");
        Assert.Equal(log.People.Keys, log.Done.Single().People);
    }

    [Fact]
    public async Task A_short_list_stands_on_one_page_and_an_empty_one_has_the_way_back()
    {
        var five = await new PureDialog(Ticks(5)).Begin();
        Assert.Equal(["1", "2", "3", "4", "5", "Отметить всех", "Готово", "← Назад", "Отмена"], five.Labels);
        var none = await new PureDialog(Ticks(0)).Begin();
        Assert.Equal(["Готово", "← Назад", "Отмена"], none.Labels);
    }

    [Fact]
    public async Task A_thousand_options_are_ticked_paged_and_searched_and_what_is_stored_stays_small()
    {
        await using var world = await cluster.HandIn(HandInLog.Of(1000));
        var anna = await world.BeginsToHandIn();
        await anna.Taps("Отметить всех");
        for (var n = 0; n < 5; n++) await anna.Taps("›");
        await anna.Types("белова");
        await anna.Taps("Снять найденных");
        await anna.SeesButton("Готово (667)");
        await anna.Taps("Показать все");
        await anna.Taps("Отметить всех");
        await anna.SeesButton("Готово (1000)");
        await world.Idle();
        Assert.InRange(await world.Sql<int>("select octet_length(body) from dialog"), 1, 64_000);
        await anna.Taps("Готово (1000)");
        await anna.Sees("Когда это было?");
    }

    private static Func<Dialog, Task<Outcome>> Ticks(int options) => async ask =>
    {
        await ask.ManyOf("many", Ask.Prompt("Кто"), () => Task.FromResult<IReadOnlyList<Option<int>>>(
            [.. Enumerable.Range(1, options).Select(n => new Option<int>(n, $"{n}"))]));
        return Ask.Over;
    };

    private static async Task<string> Body(World world) => await world.Sql<string>("select body from dialog") ?? "";

    private static string Labels(Visitor visitor) => string.Join('|', visitor.Question().Buttons.SelectMany(r => r).Select(b => b.Label));
}
