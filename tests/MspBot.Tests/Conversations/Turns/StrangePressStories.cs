using MspBot.Sandbox;
using MspBot.Tests.Support;
using MspBot.Tests.Telegram;
using Xunit;

namespace MspBot.Tests.Conversations.Turns;

/// <summary>Rules 1, 5 and 8: presses that are old, repeated, forged or somebody else's.</summary>
public sealed class StrangePressStories(TestCluster cluster)
{
    private readonly DemoLog log = new();

    [Fact]
    public async Task Whatever_a_forged_button_carries_the_press_is_answered_and_the_form_goes_on()
    {
        await using var world = await cluster.Demo(log);
        var anna = await world.InAForm();
        await world.Idle();
        var (dialog, revision) = (await world.Sql<long>("select id from dialog"), await world.Sql<int>("select revision from dialog"));
        string[] forged =
        [
            "f:1.-1.t-1", "f:1.0.t99999999999", new string('ы', 32), "f:-1.-1.-1", "f:999999.1.0", "f:0.0.0", "x", ":::::", "c:s:-5:join",
            "c:nothing:1:show", "c:s:9223372036854775807:join",
            "c:profile:0:gone", "c:door:0:yes", "c:school:1:as:99", "n:nothing", "n:new", "n:change:1.1.Title", "n:cancel-seminar:-1",
            "a:new:x", "r:0", "r:99999999", "m:", "m:new", "m:nothing", "\0\0",
            "<b>&\"", $"f:{dialog}.{revision + 1}.0", $"f:{dialog}.{revision - 1}.0", $"f:{dialog}.2147483647.0",
        ];
        foreach (var data in forged)
        {
            await anna.TapsData(anna.Chat.Last(m => m.FromBot), data);
            await world.Idle();
            Assert.Equal((0, 0), (await world.Sql<int>("select count(*) from inbox where error is not null or done_at is null"),
                await world.Sql<int>("select count(*) from person")));
            if (await world.Sql<int>("select count(*) from dialog where flow = 'demo' and state = 'Active'") == 0)
            {
                await anna.Types("/demo");
                await anna.Taps("Продолжить");
                await anna.Sees("Какой цвет?");
            }
        }

        await anna.Taps("Синий");
        await anna.Sees("Какой город?");
        Assert.Empty(world.Telegram.Violations);
        Assert.All(world.Telegram.Journal.Of("answerCallbackQuery"), call => Assert.Equal(200, call.Status));
    }

    [Theory]
    [InlineData("t-1")]
    [InlineData("u-1")]
    [InlineData("t99999999999")]
    [InlineData("t0")]
    [InlineData("p-1")]
    [InlineData("p99999999")]
    [InlineData("gnothing")]
    [InlineData("g")]
    [InlineData("d")]
    [InlineData("s")]
    [InlineData("-1")]
    [InlineData("7")]
    [InlineData("+0")]
    [InlineData("")]
    [InlineData("1.1.1")]
    public async Task What_a_forged_button_says_to_the_open_question_changes_no_answer(string what)
    {
        await using var world = await cluster.Demo(log);
        var anna = await world.InAForm();
        await world.Idle();
        var (dialog, revision) = (await world.Sql<long>("select id from dialog"), await world.Sql<int>("select revision from dialog"));
        await anna.TapsData(anna.Question(), $"f:{dialog}.{revision}.{what}");
        await world.Idle();
        Assert.Equal(0, await world.Sql<int>("select count(*) from inbox where error is not null"));
        Assert.Equal("[\"name\"]",
            await world.Sql<string>("select jsonb_path_query_array(body::jsonb, '$.answers[*].key')::text from dialog"));
        await anna.Taps("Синий");
        await anna.Sees("Какой город?");
    }

    [Fact]
    public async Task Somebody_elses_question_cannot_be_answered()
    {
        await using var world = await cluster.Demo(log);
        var anna = await world.InAForm();
        var boris = await world.InAForm(2);
        await boris.TapsData(boris.Question(), anna.Question().Data("Синий"));
        await world.Idle();
        Assert.Equal(2,
            await world.Sql<int>(
            "select count(*) from dialog where state = 'Active' and jsonb_array_length(body::jsonb -> 'answers') = 1"));
        await boris.TapsData(boris.Question(), $"r:{await world.Sql<long>("select id from dialog where chat_id = 1")}");
        await world.Idle();
        Assert.Equal(2, await world.Sql<int>("select count(*) from dialog where state in ('Active', 'Parked')"));
        await anna.Taps("Синий");
        await anna.Sees("Какой город?");
    }

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

    [Fact]
    public async Task A_cancelled_form_says_that_it_is_closed()
    {
        await using var world = await cluster.Demo(log);
        var anna = await world.InAForm();
        var old = anna.Question();
        await anna.Taps("Отмена");
        await anna.Sees("Хорошо, форма закрыта. Ничего не изменилось.");
        await anna.TapsOn(old, "Синий");
        await anna.Sees("Эта форма уже закрыта.");
        Assert.Equal(0, await world.Sql<int>("select count(*) from dialog"));
    }

    [Fact]
    public async Task All_is_shown_again_from_any_page_of_a_search()
    {
        await using var world = await cluster.Demo(log);
        var anna = await world.InAForm();
        await anna.Taps("Синий");
        await anna.Types("д 1");
        await anna.Sees("Найдено по «д 1»: 11.");
        await anna.Taps("›");
        await anna.SeesButton("Город 19");   // a tap on the page before would be a tap on what is past
        await anna.Taps("Показать все");
        await anna.Sees("Можно написать часть названия");
        await anna.SeesButton("Город 2");
    }
}
