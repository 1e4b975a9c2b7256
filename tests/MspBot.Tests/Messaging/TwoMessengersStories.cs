using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using MspBot.Data.Conversations;
using MspBot.Domain;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Messaging;
using MspBot.Tests.Support;
using MspBot.Tests.Telegram;
using Xunit;

namespace MspBot.Tests.Messaging;

/// <summary>Two messengers in one program: a chat says by which it is reached, and neither waits for the other.</summary>
public sealed class TwoMessengersStories(TestCluster cluster)
{
    private static readonly ChatId InMax = ChatId.OfMax(1);

    private readonly Second second = new();

    [Fact]
    public async Task Each_chat_is_written_to_by_its_own_messenger()
    {
        await using var world = await World.Open(cluster, Add);
        var anna = world.Known();

        await world.Queue("в одном");
        await world.Queue("в другом", InMax.Value);

        await anna.Sees("в одном");
        await world.Idle();
        Assert.Equal(["в другом"], second.Said);
        Assert.DoesNotContain(anna.Chat, m => m.Text == "в другом");
        Assert.Equal("<1>", await world.Sql<string>($"select message_id from outbox where chat_id = {InMax.Value}"));
    }

    [Fact]
    public async Task One_that_asks_to_wait_holds_up_its_own_chats_only()
    {
        await using var world = await World.Open(cluster, Add);
        var anna = world.Known();
        second.Asked = TimeSpan.FromMinutes(9);

        var waiting = await world.Queue("позже", InMax.Value);
        await WireWorld.Until(() => world.Sql<bool>($"select error = 'waits' from outbox where id = {waiting}"), "the message waits");
        await world.Queue("сейчас");

        await anna.Sees("сейчас");
        Assert.Empty(second.Said);
        Assert.Equal("Max", await world.Sql<string>("select string_agg(messenger, ' ') from pace where paused_until > clock_timestamp()"));
    }

    [Fact]
    public async Task While_Telegram_asks_to_wait_the_other_goes_on_at_its_own_pace()
    {
        await using var world = await World.Open(cluster, Add);
        await world.Sql<int>("update pace set paused_until = clock_timestamp() + interval '9 minutes' where messenger = 'Telegram'");
        var spent = await world.Sql<DateTime>("select spent_until from pace where messenger = 'Telegram'");

        var waiting = await world.Queue("позже");
        await world.Queue("сейчас", InMax.Value);

        await WireWorld.Until(() => !second.Said.IsEmpty, "the other one sends");
        Assert.True(await world.Sql<bool>($"select waiting and done_at is null from outbox where id = {waiting}"));
        Assert.Equal(spent, await world.Sql<DateTime>("select spent_until from pace where messenger = 'Telegram'"));
        await world.Sql<int>("update pace set paused_until = clock_timestamp()");
    }

    [Fact]
    public async Task What_is_said_in_a_messenger_without_a_token_waits_until_there_is_one()
    {
        await using var world = await World.Open(cluster);
        var anna = world.Known();
        await world.Queue("в другом", InMax.Value);
        await world.Queue("в одном");
        await anna.Sees("в одном");
        Assert.Equal(1, await world.Sql<int>("select count(*) from outbox where done_at is null and attempts = 0"));

        await world.StopBot();
        var bot = await world.NewBot(Add);
        await bot.Web.StartAsync(TestContext.Current.CancellationToken);
        await WireWorld.Until(() => !second.Said.IsEmpty, "it is said");
        await bot.Web.StopAsync(TestContext.Current.CancellationToken);
        await bot.DisposeAsync();
        await world.StartBot();
    }

    [Fact]
    public async Task A_file_that_the_other_messenger_keeps_is_sent_by_its_bytes_once()
    {
        await using var world = await World.Open(cluster, Add);
        var file = await world.Sql<long>($"""
            insert into stored_file (reference, name, most_bytes, next_try_at, created_at, state, content, sha256, stored_at)
            values ('telegram:Document:x', 'План.pdf', 100, {world.Now}, {world.Now}, 'Stored', 'abc', sha256('abc'), {world.Now})
            returning id
            """);
        for (var n = 0; n < 2; n++)
        {
            await world.Sql<int>($$"""
                insert into outbox (chat_id, payload, priority) values ({{InMax.Value}},
                    '{"text":"вот","rows":[],"kept":{"reference":"telegram:Document:x","name":"План.pdf","stored":{{file}} } }', 1)
                """);
            await world.Idle();
        }

        Assert.Equal(["вот", "вот"], second.Said);
        Assert.Equal("abc"u8.ToArray(), Assert.Single(second.Uploaded));
        Assert.Equal("max:new", await world.Sql<string>("select reference from stored_file_reference where messenger = 'Max'"));
    }

    private void Add(IServiceCollection services)
    {
        services.AddSingleton(second);
        services.AddMessenger<Calls>();
    }

    /// <summary>What was said by the second messenger, and how long it asks to wait.</summary>
    private sealed class Second
    {
        internal ConcurrentQueue<string> Said { get; } = new();

        internal ConcurrentQueue<byte[]> Uploaded { get; } = new();

        internal TimeSpan Asked { get; set; }
    }

    private sealed class TooMany : Exception;

    /// <summary>Calls that end in memory: the second real messenger is not built yet.</summary>
    private sealed class Calls(Second second) : MessengerCalls
    {
        public override Pace Pace { get; } = new(MessengerKind.Max, 30);

        public override Task<string> Send(ChatId chat, Screen screen, bool plain, CancellationToken cancel)
        {
            if (second.Asked > TimeSpan.Zero) throw new TooMany();
            second.Said.Enqueue(screen.Text.ToString());
            return Task.FromResult($"<{second.Said.Count}>");
        }

        public override Task<(string Message, string? File)> Upload(
            ChatId chat, Screen screen, KeptFile file, byte[] content, bool plain, CancellationToken cancel)
        {
            second.Uploaded.Enqueue(content);
            second.Said.Enqueue(screen.Text.ToString());
            return Task.FromResult<(string, string?)>(($"<{second.Said.Count}>", "max:new"));
        }

        public override bool IsFile(string reference) => reference.StartsWith("max:", StringComparison.Ordinal);

        public override Task Edit(ChatId chat, string message, Screen screen, bool plain, CancellationToken cancel) => Task.CompletedTask;

        public override Task Delete(ChatId chat, string message, CancellationToken cancel) => Task.CompletedTask;

        public override Task Answer(string press, string? text, bool alert, CancellationToken cancel) => Task.CompletedTask;

        public override Task ShowCommands(ChatId chat, CommandList list, CancellationToken cancel) => Task.CompletedTask;

        public override bool IsReference(string message) => message.StartsWith('<');

        public override bool IsBelow(string message, string other) => false;

        public override CallFault? FaultOf(Exception failure) =>
            failure is TooMany ? new(CallFaultKind.Wait, 429, "too many", second.Asked) : null;
    }
}
