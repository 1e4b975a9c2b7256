using Microsoft.Extensions.DependencyInjection;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Conversations.Turns;
using MspBot.Host.Messaging;
using MspBot.Host.Telegram;
using MspBot.Sandbox;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Conversations.Turns;

/// <summary>What breaks on our side: it is tried again, the person hears of it, and the chat goes on.</summary>
public sealed class FailureStories(TestCluster cluster)
{
    private readonly DemoLog log = new();
    private readonly Breaking breaking = new();

    private Task<World> Open() => cluster.Demo(log, services =>
    {
        services.AddSingleton(breaking);
        services.AddSingleton(new PressAnswers(PressAnswers.WithinASecond));
        services.AddCommand<BreakingCommand>();
        services.AddSingleton<RetryPause>(_ => failed =>
        {
            breaking.Pauses.Add(TurnRunner.GrowingPause(failed));
            return TimeSpan.FromMilliseconds(10);
        });
    });

    [Fact]
    public async Task What_always_fails_is_tried_five_times_and_parked_and_the_chat_goes_on()
    {
        await using var world = await Open();
        var anna = world.Visitor(1, "Anna");
        breaking.Times = int.MaxValue;
        await anna.Types("/break");
        await anna.Types("/demo");
        await anna.Sees("Как вас зовут?");
        await world.Idle();
        Assert.Single(anna.Chat, m => m.Text.Contains("Не получилось: что-то сломалось на нашей стороне, мы уже знаем",
            StringComparison.Ordinal));
        Assert.Equal(5, breaking.Ran);
        Assert.Equal([0.25, 1, 4, 16], breaking.Pauses.Take(4).Select(p => p.TotalSeconds));
        Assert.Equal("InvalidOperationException", await world.Sql<string>("select error from inbox where error is not null"));
        Assert.DoesNotContain(anna.Chat, m => m.Text.Contains("наполовину", StringComparison.Ordinal));
        Assert.True(anna.Chat.Single(m => m.Text.StartsWith("Не получилось", StringComparison.Ordinal)).Id < anna.Question().Id);
    }

    [Fact]
    public async Task What_fails_once_is_done_once()
    {
        await using var world = await Open();
        var anna = world.Visitor(1, "Anna");
        breaking.Times = 1;
        await anna.Types("/break");
        await anna.Sees("наполовину");
        await world.Idle();
        Assert.Equal(2, breaking.Ran);
        Assert.Single(anna.Chat, m => m.FromBot);
        Assert.Equal(0, await world.Sql<int>("select count(*) from inbox where done_at is null"));
    }

    [Fact]
    public async Task A_press_whose_turn_fails_stops_spinning()
    {
        await using var world = await Open();
        var anna = await Seminars.SeminarCast.Teacher(world, 1);
        breaking.Times = int.MaxValue;
        await anna.Types("/menu");
        await anna.Sees("Меню");
        await anna.TapsData(anna.Chat.Last(m => m.FromBot), "m:break");
        await anna.Sees("Не получилось");
    }

    [Fact]
    public async Task Other_chats_do_not_wait_for_one_that_fails()
    {
        await using var world = await cluster.Demo(log, services =>
        {
            services.AddSingleton(breaking);
            services.AddCommand<BreakingCommand>();
        });
        breaking.Times = int.MaxValue;
        var (anna, boris) = (world.Visitor(8, "Anna"), world.Visitor(16, "Boris"));   // one lane
        await anna.Types("/break");
        await boris.Types("/demo");
        await boris.Sees("Как вас зовут?");
        Assert.Equal(1, await world.Sql<int>("select count(*) from inbox where done_at is null"));
        breaking.Times = 0;
        await anna.Sees("наполовину");
    }

    [Fact]
    public async Task A_full_disk_loses_nothing_and_is_got_over()
    {
        await using var world = await Open();
        var anna = await world.InAForm();
        await world.Sql<int>("""
            create function full_disk() returns trigger language plpgsql as $$
            begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$;
            create trigger full_disk before insert or update on inbox for each statement execute function full_disk();
            """);
        await anna.TapsWithoutWaiting("Синий");
        await anna.Types("Город 3");
        await anna.Sees("Сейчас не могу ответить");
        Assert.Empty(log.Done);
        await world.Sql<int>("drop trigger full_disk on inbox");
        await anna.Sees("Какие дни?");
        await world.Idle();
        Assert.Equal(["colour", "name", "town"], (await world.Sql<string>(
            "select string_agg(a ->> 'key', ',' order by a ->> 'key') from dialog, " +
            "jsonb_array_elements(body::jsonb -> 'answers') a"))!.Split(','));
    }

    [Fact]
    public async Task A_disk_that_fills_up_in_the_middle_of_a_turn_is_waited_for()
    {
        await using var world = await Open();
        var anna = await world.InAForm();
        await world.Sql<int>("""
            create function full_disk() returns trigger language plpgsql as $$
            begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$;
            create trigger full_disk before update on dialog for each statement execute function full_disk();
            """);
        await anna.Taps("Синий");   // answered, though its turn cannot end
        Assert.Equal("Секунду, сервер занят. Нажатие получено, ответ придёт.", anna.LastToast);
        await world.Sql<int>("drop trigger full_disk on dialog");
        await anna.Sees("Какой город?");
        await world.Idle();
        Assert.Equal(0, await world.Sql<int>("select count(*) from inbox where error is not null"));
    }
}

internal sealed class Breaking
{
    internal int Times { get; set; }

    internal int Ran { get; set; }

    internal List<TimeSpan> Pauses { get; } = [];
}

internal sealed class BreakingCommand(Breaking breaking) : Command
{
    public override string Name => "break";

    public override string? Description => null;

    public override int Order => 1;

    public override bool NeedsPerson => false;

    public override Task Run(Turn turn, string args)
    {
        breaking.Ran++;
        turn.Say(new Screen(Html.Text("наполовину")));
        return breaking.Times-- > 0 ? throw new InvalidOperationException("broken on purpose") : Task.CompletedTask;
    }
}
