using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using MspBot.Host.Telegram;
using MspBot.Sandbox;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Telegram;

/// <summary>Long polling: nothing is confirmed before it is stored, and nothing stops it.</summary>
public sealed class PollerStories(TestCluster cluster)
{
    [Fact]
    public async Task The_offset_moves_only_when_the_updates_are_stored()
    {
        await using var world = await World.Open(cluster);
        var anna = await SeminarCast.Teacher(world, 1);
        await world.InboxGoesAway();
        await anna.Types("/menu");
        await anna.Sees("Сейчас не могу ответить");
        Assert.Equal(1, world.Telegram.Api.PendingUpdates);
        await world.InboxIsBack();
        await anna.Sees("Меню");
        await world.Idle();
        Assert.Single(anna.Chat, m => m.Text.Contains("Меню", StringComparison.Ordinal));
        Assert.Equal(0, world.Telegram.Api.PendingUpdates);
    }

    [Fact]
    public async Task Whoever_waits_for_a_database_that_is_away_is_told_so_once_who_pressed_and_who_came_later_too()
    {
        await using var world = await World.Open(cluster);
        var people = new List<Visitor> { await SeminarCast.Teacher(world, 1), await SeminarCast.Teacher(world, 2),
            await SeminarCast.Teacher(world, 3) };
        await people[0].Types("/menu");
        await people[0].Sees("Меню");
        await world.InboxGoesAway();
        var polls = world.Calls("getUpdates").Count;
        await people[0].TapsWithoutWaiting("Профиль");
        await WireWorld.Until(() => world.Calls("getUpdates").Count > polls, "the press has been fetched");
        await people[1].Types("/menu");
        await people[2].Types("/menu");
        foreach (var one in people) await one.Sees("Повторять не нужно");
        await world.InboxIsBack();
        await people[0].Sees("Напоминания");
        foreach (var one in people.Skip(1)) await one.Sees("Меню");
        await world.Idle();
        Assert.All(people, one => Assert.Single(one.Chat, m => m.Text.Contains("Повторять не нужно", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_insert_that_is_wrong_rather_than_away_is_tried_again_too()
    {
        await using var world = await World.Open(cluster);
        var anna = await SeminarCast.Teacher(world, 1);
        await world.Sql<int>("""
            create function refuse() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$;
            create trigger refuse before insert on inbox for each statement execute function refuse();
            """);
        await anna.Types("/menu");
        var polls = world.Calls("getUpdates").Count;
        await WireWorld.Until(() => world.Calls("getUpdates").Count > polls + 1, "it is asked for again");
        await world.Sql<int>("drop trigger refuse on inbox");
        await anna.Sees("Меню");
        await world.Idle();
        Assert.Single(anna.Chat, m => m.FromBot);
    }

    [Fact]
    public async Task An_update_that_comes_again_is_handled_once()
    {
        await using var world = await World.Open(cluster);
        var anna = await SeminarCast.Teacher(world, 1);
        await anna.Types("/menu");
        await anna.Sees("Меню");
        world.Telegram.DeliverTwice();
        await world.Idle();
        Assert.Single(anna.Chat, m => m.FromBot);
    }

    [Fact]
    public async Task A_429_is_waited_for_as_long_as_it_says()
    {
        await using var world = await World.Open(cluster);
        var anna = await SeminarCast.Teacher(world, 1);
        world.Telegram.Faults.Next("getUpdates", Fault.TooManyRequests(2));
        await anna.Types("/menu");   // ends the poll that is held; the next meets the fault
        await anna.Sees("Меню");
        await anna.Types("/menu");
        await anna.Sees("Меню");
        var polls = world.Calls("getUpdates");
        var refused = polls.First(p => p.Status == 429);
        var next = polls.First(p => p.Number > refused.Number);
        Assert.InRange((next.At - refused.At).TotalSeconds, 1.9, 20);
    }

    [Theory]
    [InlineData(FaultKind.ServerError)]
    [InlineData(FaultKind.BadGateway)]
    [InlineData(FaultKind.Reset)]
    public async Task A_poll_that_fails_is_begun_again(FaultKind kind)
    {
        await using var world = await World.Open(cluster);
        var anna = await SeminarCast.Teacher(world, 1);
        world.Telegram.Faults.Next("getUpdates", new Fault(kind), times: 3);
        await anna.Types("/menu");
        await anna.Sees("Меню");
        await anna.Types("/my");
        await anna.Sees("Мои записи");
    }

    [Theory]
    [InlineData(1, 5, 6)]
    [InlineData(3, 15, 16)]
    [InlineData(9, 30, 31)]
    public void A_409_means_that_another_polls_and_is_given_time(int failures, double from, double to) =>
        Assert.InRange(Poller.PauseAfter(new global::Telegram.Bot.Exceptions.ApiRequestException("Conflict", 409), failures).TotalSeconds,
            from, to);

    [Fact]
    public async Task A_neighbour_that_polls_for_a_while_does_not_stop_the_bot()
    {
        await using var world = await World.Open(cluster);
        var anna = await SeminarCast.Teacher(world, 1);
        await anna.Types("/menu");
        await anna.Sees("Меню");
        await world.Idle();
        using var http = new HttpClient();
        using var taken = await http.GetAsync($"{world.Telegram.BaseUrl}bot{world.Telegram.Token}/getUpdates?timeout=1");
        await WireWorld.Until(() => world.Calls("getUpdates").Any(c => c.Status == 409), "a 409");
        await anna.Types("/my");
        await anna.Sees("Мои записи");
    }

    [Fact]
    public async Task A_poll_that_hangs_is_given_up_by_the_watchdog()
    {
        await using var world = await World.Open(cluster, services => services.AddSingleton(new PollTimes(1, TimeSpan.FromSeconds(2))));
        var anna = await SeminarCast.Teacher(world, 1);
        world.Telegram.Faults.Next("getUpdates", Fault.Lost);
        await WireWorld.Until(() => world.Telegram.Faults.Happened == 1, "a poll hangs");
        await anna.Types("/menu");
        await anna.Sees("Меню");
    }

    [Fact]
    public async Task An_orderly_stop_confirms_what_it_has()
    {
        await using var world = await World.Open(cluster);
        var anna = await SeminarCast.Teacher(world, 1);
        await anna.Types("/menu");
        await anna.Sees("Меню");
        await world.StopBot();
        Assert.Equal(0, world.Telegram.Api.PendingUpdates);
        await world.StartBot();
        await world.Idle();
        Assert.Single(anna.Chat, m => m.FromBot);
    }

    [Fact]
    public async Task Only_what_the_bot_understands_is_asked_for()
    {
        await using var world = await World.Open(cluster);
        await world.Known().Types("/start");
        await world.Idle();
        using var asked = JsonDocument.Parse(world.Calls("getUpdates")[0].Parameters);
        Assert.Equal(["message", "edited_message", "callback_query", "my_chat_member"],
            asked.RootElement.GetProperty("allowed_updates").EnumerateArray().Select(k => k.GetString()));
    }
}
