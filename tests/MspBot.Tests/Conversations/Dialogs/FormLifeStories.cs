using MspBot.Sandbox;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Conversations.Dialogs;

/// <summary>How a form is left, gone on with, forgotten; and people who come and go.</summary>
public sealed class FormLifeStories(TestCluster cluster)
{
    private readonly DemoLog log = new();

    [Fact]
    public async Task Help_inside_a_form_says_what_is_asked_and_leaves_it_open()
    {
        await using var world = await cluster.Demo(log);
        var anna = await world.InAForm();
        await anna.Types("/help");
        Assert.Contains("Какой цвет?", await anna.Sees("Ответьте кнопкой или напишите сообщение"));
        await anna.Types("синий");
        await anna.Sees("Какой город?");
    }

    [Fact]
    public async Task Cancel_leaves_nothing()
    {
        await using var world = await cluster.Demo(log);
        var anna = await world.InAForm();
        await anna.Types("/cancel");
        await anna.Sees("Хорошо, форма закрыта. Ничего не изменилось.");
        await anna.Types("/cancel");
        await anna.Sees("Отменять нечего");
        Assert.Equal(0, await world.Sql<int>("select count(*) from dialog"));
    }

    [Fact]
    public async Task A_form_begun_again_offers_to_go_on_or_to_begin_afresh()
    {
        await using var world = await cluster.Demo(log);
        var anna = await world.InAForm();
        await anna.Types("/demo");
        await anna.Sees("Вы не закончили форму «Проба». Продолжить?");
        await anna.Taps("Начать заново");
        await anna.Sees("Как вас зовут?");
        await world.Idle();
        Assert.Equal(1, await world.Sql<int>("select count(*) from dialog"));
    }

    [Fact]
    public async Task A_form_left_before_its_first_answer_leaves_nothing()
    {
        await using var world = await cluster.Demo(log);
        var anna = world.Visitor(1, "Anna");
        await anna.Types("/demo");
        await anna.Sees("Как вас зовут?");
        await anna.Types("/about");
        await anna.Sees("Срок");
        Assert.Contains(anna.Chat, m => m.Text == "Эта форма уже закрыта.");
        Assert.Equal(0, await world.Sql<int>("select count(*) from dialog"));
    }

    [Fact]
    public async Task A_draft_waits_for_an_hour_and_not_longer()
    {
        await using var world = await cluster.Demo(log);
        var anna = await world.InAForm();
        await anna.Types("/about");
        await anna.SeesButton("Продолжить");
        await world.Pass(TimeSpan.FromMinutes(59));
        await anna.Taps("Продолжить");
        await anna.Sees("Какой цвет?");
        await anna.Types("/about");
        await anna.SeesButton("Продолжить");
        await world.Pass(TimeSpan.FromMinutes(61));
        await anna.Taps("Продолжить");
        await anna.Sees("Черновик не сохранился: прошло больше часа");
        await anna.Types("/demo");
        await anna.Sees("Как вас зовут?");
    }

    [Theory]
    [InlineData("text")]
    [InlineData("tap")]
    [InlineData("command")]
    public async Task A_form_nobody_touches_for_a_day_is_closed_with_a_kind_word(string by)
    {
        await using var world = await cluster.Demo(log);
        var anna = await world.InAForm();
        var question = anna.Question();
        await world.Pass(TimeSpan.FromDays(1));
        if (by == "tap") await anna.TapsOn(question, "Синий");
        else await anna.Types(by == "text" ? "Синий" : "/about");
        await anna.Sees("прошло много времени, и я закрыл эту форму");
        if (by == "command") await anna.Sees("Срок");
        Assert.Equal(0, await world.Sql<int>("select count(*) from dialog"));
        Assert.DoesNotContain(anna.Chat, Walker.IsQuestion);
    }

    [Fact]
    public async Task A_form_goes_on_after_a_restart()
    {
        await using var world = await cluster.Demo(log);
        var anna = await world.InAForm();
        await world.RestartBot();
        await anna.Taps("Синий");
        await anna.Sees("Какой город?");
    }

    [Fact]
    public async Task Who_blocked_the_bot_is_noted_and_is_welcome_back()
    {
        await using var world = await cluster.Demo(log);
        var anna = await Seminars.SeminarCast.Teacher(world, 1);
        await anna.Types("/menu");
        await anna.Sees("Меню");
        await anna.Blocks();
        await world.Idle();
        Assert.Equal("false", (await world.Sql<string>("select reachable::text from person")));
        await anna.Unblocks();
        await world.Idle();
        Assert.Equal("true", (await world.Sql<string>("select reachable::text from person")));
        await anna.Types("/menu");
        await anna.Sees("Меню");
    }

    [Fact]
    public async Task An_answer_to_somebody_who_has_just_blocked_the_bot_is_given_up_and_noted()
    {
        await using var world = await cluster.Demo(log);
        var anna = await Seminars.SeminarCast.Teacher(world, 1);
        await world.StopBot();
        await anna.Types("/menu");
        await anna.Blocks();
        await world.StartBot();
        await world.Idle();
        Assert.Equal(0, await world.Sql<int>("select count(*) from outbox where done_at is null"));
        Assert.Equal("false", (await world.Sql<string>("select reachable::text from person")));
    }

    [Fact]
    public async Task Words_outside_any_form_meet_the_menu()
    {
        await using var world = await cluster.Demo(log);
        var anna = await Seminars.SeminarCast.Teacher(world, 1);
        await anna.Types("здравствуйте");
        await anna.Sees("Меню");
    }

    [Fact]
    public async Task A_form_is_found_again_in_the_menu()
    {
        await using var world = await cluster.Demo(log);
        var anna = await Seminars.SeminarCast.Teacher(world, 1);
        await anna.Types("/demo");
        await anna.Types("Анна");
        await anna.Sees("Какой цвет?");
        await anna.Types("/menu");
        await world.Idle();   // the numbers of messages are known some milliseconds after they were sent
        await anna.Taps("Продолжить форму «Проба»");
        await anna.Sees("Какой цвет?");
        await world.Idle();
        Assert.Single(anna.Chat, Walker.IsQuestion);
        Assert.DoesNotContain(anna.Chat, m => m.Buttons.SelectMany(r => r).Any(b => b.Label == "Продолжить"));
    }
}
