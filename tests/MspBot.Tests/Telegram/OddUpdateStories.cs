using System.Net;
using System.Text.Json;
using MspBot.Sandbox;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Telegram;

/// <summary>What Telegram may send tomorrow: one update is never in the way of another, and whoever wrote hears something.</summary>
public sealed class OddUpdateStories(TestCluster cluster)
{
    [Fact]
    public async Task By_polling_an_odd_update_is_passed_and_what_follows_is_answered()
    {
        await using var world = await World.Open(cluster);
        await Walk(world);
    }

    [Fact]
    public async Task By_webhook_an_odd_update_is_passed_and_what_follows_is_answered()
    {
        await using var world = await WebhookStories.Open(cluster);
        await Walk(world);
    }

    /// <summary>All at once: a batch is as good as its parts.</summary>
    [Fact]
    public async Task A_batch_of_odd_updates_hides_none_of_the_others()
    {
        await using var world = await World.Open(cluster);
        var anna = (await SeminarCast.Teacher(world, 1)).StartedEarlier();
        var boris = (await SeminarCast.Teacher(world, 2, "Волков Борис Ильич")).StartedEarlier();
        world.Telegram.Faults.BeginOutage();
        foreach (var odd in OddUpdates.All) world.Telegram.Api.DeliverRaw(odd.Json);
        await boris.Types("/menu");
        world.Telegram.Faults.EndOutage();
        await boris.Sees("Меню");
        await world.Idle();
        Assert.Equal(OddUpdates.All.Count(u => u.Answer is not null), anna.Chat.Count(m => m.FromBot));
    }

    [Theory]
    [InlineData(2_147_483_646)]
    [InlineData(5_000_000_000)]
    public async Task Numbers_of_updates_may_leave_32_bits(long from)
    {
        await using var world = await World.Open(cluster);
        var anna = await SeminarCast.Teacher(world, 1);
        world.Telegram.Api.NumberFrom(from);
        for (var n = 0; n < 4; n++)
        {
            await anna.Types("/menu");
            await anna.Sees("Меню");
        }
        await world.Idle();
        Assert.Equal(4, anna.Chat.Count(m => m.FromBot));
    }

    /// <summary>Telegram answers a call with the whole message, too.</summary>
    [Theory]
    [InlineData(""" "forward_origin":{"type":"community","date":1}""")]
    [InlineData(""" "reply_to_message":{"message_id":"x"}""")]
    [InlineData(""" "entities":[{"type":"aura","offset":99999999999}]""")]
    public async Task A_part_that_is_unknown_is_in_nobodys_way_wherever_a_message_stands(string part)
    {
        await using var world = await World.Open(cluster);
        var (anna, head) = (await SeminarCast.Teacher(world, 1), await SeminarCast.Head(world));
        await world.Seminar();
        world.Telegram.Api.InEveryMessage = part;
        await anna.SignsUp();
        await anna.Taps("В календарь");
        await anna.SeesFile(".ics");
        await head.Types("/menu");
        await head.Taps("Профиль");
        await head.Sees("Напоминания");
        await world.Idle();
        Assert.Single(anna.Chat, m => m.File is not null);
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task Health_tells_of_what_comes_and_cannot_be_taken()
    {
        await using var world = await World.Open(cluster);
        var anna = await SeminarCast.Teacher(world, 1);
        await anna.Types("/menu");
        await anna.Sees("Меню");
        await world.Idle();
        Assert.Equal(HttpStatusCode.OK, (await Health(world)).Status);

        // Without a number the offset cannot move past it; with another behind it it can.
        world.Telegram.Api.DeliverRaw("{}");
        var ill = await Until(world, HttpStatusCode.ServiceUnavailable);
        Assert.Equal("updates come and cannot be read", ill.GetProperty("trouble").GetString());
        await anna.Types("/menu");
        await anna.Sees("Меню");
        Assert.Equal(JsonValueKind.Null, (await Until(world, HttpStatusCode.OK)).GetProperty("trouble").ValueKind);

        await world.Sql<int>("""
            create function refuse() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$;
            create trigger refuse before insert on inbox for each statement execute function refuse();
            """);
        await anna.Types("/menu");
        ill = await Until(world, HttpStatusCode.ServiceUnavailable);
        Assert.Equal("updates come and cannot be stored", ill.GetProperty("trouble").GetString());
        await world.Sql<int>("drop trigger refuse on inbox");
        await anna.Sees("Меню");
        Assert.InRange((await Until(world, HttpStatusCode.OK)).GetProperty("notUnderstood").GetInt32(), 1, int.MaxValue);
    }

    private static async Task Walk(World world)
    {
        var anna = (await SeminarCast.Teacher(world, 1)).StartedEarlier();
        var wrong = new List<string>();
        foreach (var odd in OddUpdates.All)
        {
            var before = anna.Chat.Count(m => m.FromBot);
            world.Telegram.Api.DeliverRaw(odd.Json, 1);
            try
            {
                await anna.Types("/profile");
                await anna.Sees("Напоминания");
                await world.Idle();
            }
            catch (Exception e)
            {
                Assert.Fail($"stuck after «{odd.Name}»: {e.Message}\n{string.Join('\n', wrong)}");
            }
            var heard = anna.Chat.Where(m => m.FromBot).Skip(before).SkipLast(1).Select(m => m.Text).ToList();
            if (odd.Answer is null ? heard.Count != 0 : heard.Count != 1 || !heard[0].Contains(odd.Answer, StringComparison.Ordinal))
                wrong.Add($"«{odd.Name}» was answered with: {string.Join(" | ", heard)}");
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static async Task<JsonElement> Until(World world, HttpStatusCode status)
    {
        var health = await Health(world);
        for (var tries = 0; health.Status != status && tries < 200; tries++, health = await Health(world)) await Task.Delay(50);
        Assert.Equal(status, health.Status);
        return health.Body;
    }

    private static async Task<(HttpStatusCode Status, JsonElement Body)> Health(World world)
    {
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri(new Uri(world.Bot.Web.Urls.First()), "health"));
        return (answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.Clone());
    }
}
