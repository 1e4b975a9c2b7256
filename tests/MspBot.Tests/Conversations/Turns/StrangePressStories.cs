using MspBot.Tests.Support;
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
