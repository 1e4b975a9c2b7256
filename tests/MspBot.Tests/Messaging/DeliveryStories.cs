using Microsoft.Extensions.DependencyInjection;
using MspBot.Host.Telegram;
using MspBot.Sandbox;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using MspBot.Tests.Telegram;
using Xunit;

namespace MspBot.Tests.Messaging;

/// <summary>What the sender makes of each of Telegram's answers, and of none.</summary>
public sealed class DeliveryStories(TestCluster cluster)
{
    [Fact]
    public async Task A_429_to_one_message_makes_all_of_them_wait()
    {
        await using var world = await World.Open(cluster);
        var (anna, boris) = (await SeminarCast.Teacher(world, 1), await SeminarCast.Teacher(world, 2));
        world.Telegram.Faults.NextIn(1, "sendMessage", Fault.TooManyRequests(2));
        await anna.Types("/menu");
        await WireWorld.Until(() => world.Calls("sendMessage").Any(c => c.Status == 429), "a 429");
        var refused = world.Calls("sendMessage").First(c => c.Status == 429).At;
        await boris.Types("/menu");
        await boris.Sees("Меню");
        await anna.Sees("Меню");
        Assert.All(world.Calls("sendMessage").Where(c => c.Status == 200), c => Assert.InRange((c.At - refused).TotalSeconds, 1.9, 10));
        Assert.Equal(1, world.Calls("sendMessage").Count(c => c.Status == 429));
    }

    [Fact]
    public async Task A_403_marks_the_person_unreachable_and_nothing_more_is_tried()
    {
        await using var world = await World.Open(cluster);
        var anna = await SeminarCast.Teacher(world, 1);
        await anna.Types("/menu");
        await anna.Sees("Меню");
        await world.StopBot();
        await anna.Blocks();
        for (var n = 0; n < 5; n++) await world.Queue($"новость {n}");
        await world.StartBot();
        await world.Idle();
        Assert.Equal("false", await world.Sql<string>("select reachable::text from person"));
        Assert.InRange(world.Calls("sendMessage", "новость").Count, 0, 1);
        Assert.Equal(0, await world.Sql<int>("select count(*) from outbox where done_at is null or payload <> ''"));
    }

    [Theory]
    [InlineData(FaultKind.ServerError)]
    [InlineData(FaultKind.BadGateway)]
    [InlineData(FaultKind.Reset)]
    public async Task Telegrams_own_trouble_is_tried_again_until_it_is_over(FaultKind kind)
    {
        await using var world = await World.Open(cluster);
        var anna = await SeminarCast.Teacher(world, 1);
        world.Telegram.Faults.NextIn(1, "sendMessage", new Fault(kind), times: 3);
        await anna.Types("/menu");
        await anna.Sees("Меню");
        await world.Idle();
        Assert.Single(anna.Chat, m => m.FromBot);
        Assert.Equal(4, world.Calls("sendMessage").Count);
    }

    [Fact]
    public async Task A_connection_reset_after_the_message_was_taken_repeats_it_at_most_once()
    {
        await using var world = await World.Open(cluster);
        var anna = await SeminarCast.Teacher(world, 1);
        world.Telegram.Faults.NextIn(1, "sendMessage", Fault.ResetAfter);
        await anna.Types("/menu");
        await anna.Sees("Меню");
        await world.Idle();
        Assert.InRange(anna.Chat.Count(m => m.FromBot), 1, 2);
        Assert.Equal(0, await world.Sql<int>("select count(*) from outbox where done_at is null"));
    }

    [Fact]
    public async Task No_answer_in_time_to_an_answer_means_maybe_sent_and_it_is_not_said_twice()
    {
        await using var world = await Impatient();
        var anna = await SeminarCast.Teacher(world, 1);
        world.Telegram.Faults.NextIn(1, "sendMessage", Fault.LostAfter);
        await anna.Types("/menu");
        await anna.Sees("Меню");
        await world.Idle();
        Assert.Single(anna.Chat, m => m.FromBot);
        Assert.Equal("maybe sent", await world.Sql<string>("select error from outbox where error is not null"));
    }

    [Fact]
    public async Task News_that_may_not_have_arrived_are_tried_once_more()
    {
        await using var world = await Impatient();
        var anna = await SeminarCast.Teacher(world, 1);
        anna.StartedEarlier();
        world.Telegram.Faults.NextIn(1, "sendMessage", Fault.Lost);
        await world.Queue("новость");
        await anna.Sees("новость");
        await world.Idle();
        Assert.Equal(0, await world.Sql<int>("select count(*) from outbox where done_at is null"));
    }

    [Fact]
    public async Task An_edit_that_may_have_arrived_is_made_again()
    {
        await using var world = await Impatient();
        var anna = await SeminarCast.Teacher(world, 1);
        await anna.Types("/menu");
        await anna.Sees("Меню");
        world.Telegram.Faults.NextIn(1, "editMessageText", Fault.LostAfter);
        await anna.Taps("Профиль");
        await anna.Sees("Напоминания");
        await world.Idle();
        Assert.Single(anna.Chat, m => m.FromBot);
        Assert.Equal(0, await world.Sql<int>("select count(*) from outbox where error is not null"));
    }

    [Fact]
    public async Task Markup_that_is_refused_is_sent_once_as_plain_text()
    {
        await using var world = await World.Open(cluster);
        var anna = world.Known();
        await world.Queue("<b>незакрытое &amp; важное");
        await anna.Sees("незакрытое & важное");
        await world.Idle();
        Assert.Equal([400, 200], world.Calls("sendMessage", "незакрытое").Select(c => c.Status));
        Assert.DoesNotContain("parse_mode", world.Calls("sendMessage", "незакрытое")[1].Parameters);
    }

    [Fact]
    public async Task A_message_to_be_changed_that_was_deleted_comes_below()
    {
        await using var world = await World.Open(cluster);
        var anna = await SeminarCast.Teacher(world, 1);
        await anna.Types("/menu");
        await anna.Sees("Меню");
        var menu = anna.Chat.Last(m => m.FromBot);
        await anna.Types("ещё");
        await world.Idle();
        await anna.Deletes(menu);
        await anna.TapsData(menu, "m:profile");
        await anna.Sees("Напоминания");
        Assert.True(anna.Chat.Last(m => m.FromBot).Id > menu.Id);
    }

    [Fact]
    public async Task A_message_that_is_already_as_wanted_counts_as_sent()
    {
        await using var world = await World.Open(cluster);
        var anna = await SeminarCast.Teacher(world, 1);
        await anna.Types("/profile");
        await anna.Sees("Напоминания");
        await anna.TapsData(anna.Chat.Last(m => m.FromBot), "m:profile");
        await world.Idle();
        Assert.Contains(world.Calls("editMessageText"), c => c.Answer.Contains("not modified", StringComparison.Ordinal));
        Assert.Equal(0, await world.Sql<int>("select count(*) from outbox where error is not null or done_at is null"));
    }

    [Fact]
    public async Task Telegram_away_for_a_while_loses_nothing()
    {
        await using var world = await World.Open(cluster);
        var anna = await SeminarCast.Teacher(world, 1);
        anna.StartedEarlier();
        world.Telegram.Faults.BeginOutage();
        await world.Queue("первая");
        await world.Queue("вторая");
        await WireWorld.Until(() => world.Telegram.Faults.Happened > 3, "calls in the outage");
        world.Telegram.Faults.EndOutage();
        await anna.Sees("первая");
        await anna.Sees("вторая");
        await world.Idle();
        Assert.Equal(["первая", "вторая"], anna.Chat.Where(m => m.FromBot).Select(m => m.Text));
    }

    [Fact]
    public async Task What_a_picture_only_adds_to_is_sent_without_it_when_it_cannot_be_drawn()
    {
        await using var world = await World.Open(cluster);
        var anna = world.Known();
        await world.Sql<int>("""
            insert into outbox (chat_id, payload, priority)
            values (1, '{"text":"Отзывы: 4","rows":[],"make":{"maker":"view","of":"no counts"}}', 1)
            """);
        await anna.Sees("Отзывы: 4");
    }

    private Task<World> Impatient() => World.Open(cluster, services =>
        services.AddHttpClient(TelegramRegistration.SendingClient).ConfigureHttpClient(client => client.Timeout = TimeSpan.FromSeconds(1)));
}
