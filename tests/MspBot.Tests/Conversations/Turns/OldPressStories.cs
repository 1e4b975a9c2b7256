using MspBot.Tests.Support;
using MspBot.Tests.Telegram;
using Xunit;

namespace MspBot.Tests.Conversations.Turns;

/// <summary>Presses on questions and copies that the dialog has left behind.</summary>
public sealed class OldPressStories(TestCluster cluster)
{
    private readonly DemoLog log = new();

    [Fact]
    public async Task A_press_on_an_old_question_changes_nothing_and_shows_todays()
    {
        await using var world = await cluster.Demo(log);
        var anna = await world.InAForm();
        var old = anna.Question();
        await anna.Taps("Синий");
        await anna.Sees("Какой город?");
        await anna.TapsOn(old, "Красный");
        Assert.Equal("Этот вопрос уже позади. Текущий вопрос — в последнем сообщении.", anna.LastToast);
        await world.Idle();
        Assert.Equal("\"blue\"",
            await world.Sql<string>(
            "select jsonb_path_query(body::jsonb, '$.answers[*] ? (@.key == \"colour\").json') #>> '{}' from dialog"));
        Assert.Equal("Какой город?", anna.Question().Text.Split('\n')[0]);
    }

    [Fact]
    public async Task A_press_on_an_upper_copy_of_the_open_question_answers_it()
    {
        await using var world = await cluster.Demo(log);
        var anna = await world.InAForm();
        await world.Idle();
        var upper = anna.Question();
        await anna.Types("абв");
        await anna.Sees("По «абв» ничего не нашлось");
        await world.Idle();
        var lower = anna.Question();
        Assert.NotEqual(upper.Id, lower.Id);

        await anna.TapsOn(upper, "Синий");
        await anna.Sees("Какой город?");
        Assert.Null(anna.LastToast);
        await world.Idle();
        Assert.Equal(lower.Id, anna.Question().Id);
        Assert.Single(anna.Chat, m => m.Buttons.SelectMany(r => r).Any(b => b.Label == "Отмена"));
    }

    [Fact]
    public async Task Ticks_on_any_copy_count()
    {
        await using var world = await cluster.Demo(log);
        var anna = await world.InAForm();
        await anna.Taps("Синий");
        await anna.Types("Город 5");
        await anna.Sees("Какие дни?");
        await world.Idle();
        var upper = anna.Question();
        await anna.Types("абв");
        await anna.Sees("❗");
        await world.Idle();
        await anna.TapsOn(upper, "Пн");
        await anna.Taps("Вт");
        await world.Idle();
        await anna.TapsOn(upper, "Готово");
        await anna.Sees("Какой день?");
        await world.Idle();
        Assert.Equal("[1,2]",
            await world.Sql<string>(
            "select jsonb_path_query(body::jsonb, '$.answers[*] ? (@.key == \"days\").json') #>> '{}' from dialog"));
    }

    [Fact]
    public async Task An_option_of_the_page_before_is_still_an_answer()
    {
        await using var world = await cluster.Demo(log);
        var anna = await world.InAForm();
        await anna.Taps("Синий");
        await anna.Sees("Какой город?");
        await world.Idle();
        var first = anna.Question();
        await anna.Taps("›");
        await anna.SeesButton("Город 9");
        await anna.TapsOn(first, "Город 2");
        await anna.Sees("Какие дни?");
        await world.Idle();
        Assert.Equal("2",
            await world.Sql<string>(
            "select jsonb_path_query(body::jsonb, '$.answers[*] ? (@.key == \"town\").json') #>> '{}' from dialog"));
    }

    [Fact]
    public async Task A_summary_that_has_changed_since_is_not_confirmed_by_an_older_copy()
    {
        await using var world = await cluster.Demo(log);
        var anna = await world.InAForm();
        await anna.Taps("Синий");
        await anna.Types("Город 5");
        await anna.Taps("Вт");
        await anna.Taps("Готово");
        await anna.Types("завтра в 15");
        await anna.Taps("Пропустить");
        await anna.SeesButton("Всё верно");
        await world.Idle();
        var old = anna.Question();
        await anna.Taps("Изменить");
        await anna.Taps("Цвет");
        await anna.Taps("Красный");
        await anna.SeesButton("Всё верно");
        await anna.TapsOn(old, "Всё верно");
        Assert.Equal("Этот вопрос уже позади. Текущий вопрос — в последнем сообщении.", anna.LastToast);
        await world.Idle();
        Assert.Empty(log.Done);
    }

    [Fact]
    public async Task Presses_on_what_is_past_add_no_copies_and_leave_the_open_question_alone()
    {
        await using var world = await cluster.Demo(log);
        var anna = await world.InAForm();
        await world.Idle();
        var old = anna.Question();
        await anna.Types("синий");
        await anna.Sees("Какой город?");
        await world.Idle();
        var messages = anna.Chat.Count;
        foreach (var label in (string[])["Синий", "Красный", "Синий", "Красный"])
        {
            await anna.TapsOn(old, label);
            Assert.Equal("Этот вопрос уже позади. Текущий вопрос — в последнем сообщении.", anna.LastToast);
        }
        await world.Idle();
        Assert.Equal(messages, anna.Chat.Count);
        Assert.DoesNotContain(world.Calls("editMessageText"), c => c.Status != 200);
        await anna.TapsOn(anna.Question(), "Город 1");
        await anna.Sees("Какие дни?");
    }
}
