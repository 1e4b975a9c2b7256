using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using MspBot.Data.Migrations;
using MspBot.Data.Postgres;
using MspBot.Host;
using MspBot.Host.Conversations.Messages;
using MspBot.Sandbox;
using MspBot.Tests.Support;
using MspBot.Tests.Telegram;
using Npgsql;
using Xunit;

namespace MspBot.Tests.Conversations.Turns;

/// <summary>Deploys, deaths and a database that goes away: nothing is lost, nothing is said twice.</summary>
public sealed class TwoBotsStories(TestCluster cluster)
{
    private readonly DemoLog log = new();

    [Fact]
    public async Task What_a_dead_process_had_committed_and_not_said_is_said_by_the_next()
    {
        var mute = true;
        await using var world = await World.Open(cluster, services =>
        {
            DemoWorld.AddTo(services, log);
            if (mute) services.AddSingleton<Messenger, MuteMessenger>();
        });
        var anna = world.Visitor(1, "Anna");
        await anna.Types("/demo");
        await WireWorld.Until(
            async () => await world.Sql<int>("select count(*) from outbox where done_at is null and leased_by is not null") == 1,
            "the answer is leased");
        Assert.Equal(1, await world.Sql<int>("select count(*) from inbox where done_at is not null"));
        Assert.DoesNotContain(anna.Chat, m => m.FromBot);
        mute = false;
        await world.RestartBot();
        await anna.Sees("Как вас зовут?");
        await world.Idle();
        Assert.Single(anna.Chat, m => m.FromBot);
    }

    [Fact]
    public async Task A_living_neighbour_takes_over_what_a_dead_process_had_leased()
    {
        await using var world = await cluster.Demo(log);
        var anna = world.Visitor(1, "Anna").StartedEarlier();
        await world.Sql<int>("""
            insert into instance (owner) values (123456);
            insert into outbox (chat_id, payload, priority, leased_by, waiting)
            values (1, '{"text":"от умершего","rows":[]}', 0, 123456, false)
            """);
        await anna.Sees("от умершего");
        await world.Idle();
        Assert.Single(anna.Chat, m => m.FromBot);
    }

    [Fact]
    public async Task Two_instances_with_one_webhook_each_keep_the_order_of_a_chat_and_do_nothing_twice()
    {
        var (one, two) = (FreePort.Next(), FreePort.Next());
        await using var world = await World.Open(cluster, services => DemoWorld.AddTo(services, log), null, false,
            ("Telegram:Webhook:Url", $"http://127.0.0.1:{one}/telegram"), ("Telegram:Webhook:Secret", "a-secret-nobody-can-guess"),
            ("urls", $"http://127.0.0.1:{one}"));
        await using var other = await world.NewBot(services => DemoWorld.AddTo(services, log), ("urls", $"http://127.0.0.1:{two}"));
        await other.Web.StartAsync();
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Add("X-Telegram-Bot-Api-Secret-Token", "a-secret-nobody-can-guess");
        var visitors = Enumerable.Range(1, 6).Select(n => world.Visitor(n, "Anna").StartedEarlier()).ToList();
        await Task.WhenAll(visitors.Select(async visitor =>
        {
            // Both doors get everything, one after the other in turn, as behind a balancer that tries again.
            string[] said = ["/demo", "Анна", "синий", "Город 3", "Вт", "завтра в 15", "заметка", "Всё верно"];
            foreach (var (words, n) in said.Select((w, n) => (w, n)))
            {
                var update =
                    $$"""{"update_id":{{visitor.Id * 1000 + n}},"message":{"message_id":{{n + 1}},"date":1,"chat":""" +
                    $$"""{"id":{{visitor.Id}},"type":"private"},"from":""" +
                    $$"""{"id":{{visitor.Id}},"is_bot":false,"first_name":"A"},"text":"{{words}}"} }""";
                foreach (var port in n % 2 == 0 ? [one, two] : new[] { two, one })
                {
                    using var answer = await http.PostAsync($"http://127.0.0.1:{port}/telegram",
                        new StringContent(update, null, "application/json"));
                    Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                }
            }
        }));
        foreach (var visitor in visitors) await visitor.Sees("Готово, Анна");
        await WireWorld.Until(async () => await world.Sql<int>("select count(*) from outbox where done_at is null") == 0, "all is sent");
        Assert.Equal(6, log.Done.Count);
        Assert.All(visitors, v => Assert.Single(v.Chat, m => m.Text == "Готово, Анна"));
        // Handled out of order, one of these answers would have met another question.
        Assert.All(log.Done, d => Assert.Equal(("Анна", "blue", 3, "заметка"), (d.Name, d.Colour, d.Town, d.Note)));
        await other.Web.StopAsync();
    }

    [Fact]
    public async Task A_database_that_goes_away_for_a_while_loses_nothing_and_people_are_told()
    {
        var folder = await TestFolder.NewAsync("a");
        var options = new LocalPostgresOptions
        {
            Folder = folder,
            Durable = false,
            // Who drops a database that autovacuum is just looking through is refused.
            Settings = new Dictionary<string, string> { ["shared_buffers"] = "32MB", ["autovacuum"] = "off" },
        };
        var server = await LocalPostgres.Start(options);
        await TestCluster.RunAsync(server.ConnectionString, "create database t_away");
        var database = new TestDatabase(server.ConnectionString, "t_away");
        await Migrator.Apply(database.ConnectionString, NullLogger.Instance);
        await using (var world = await World.Over(database, services => DemoWorld.AddTo(services, log)))
        {
            var anna = await world.InAForm();
            await world.Idle();
            await server.DisposeAsync();
            await anna.TapsWithoutWaiting("Синий");
            await anna.Types("Город 3");
            await anna.Sees("Повторять не нужно");
            using (var http = new HttpClient())
            {
                using var health = await http.GetAsync($"{world.Bot.Web.Urls.First()}/health");
                Assert.Equal(HttpStatusCode.ServiceUnavailable, health.StatusCode);
            }

            server = await LocalPostgres.Start(options);
            foreach (var broken in new[] { server.ConnectionString, database.ConnectionString })
            {
                await using var pooled = new NpgsqlConnection(broken);
                NpgsqlConnection.ClearPool(pooled);
            }
            await anna.Sees("Какие дни?");
            await world.Idle();
            Assert.Single(anna.Chat, m => m.Text.Contains("Повторять не нужно", StringComparison.Ordinal));
            Assert.Equal(0, await world.Sql<int>("select count(*) from inbox where error is not null or done_at is null"));
        }
        await server.DisposeAsync();
        TestFolder.Remove(folder);
    }

    /// <summary>As a process killed between the commit and the sending.</summary>
    private sealed class MuteMessenger : Messenger
    {
        public override void Send(IReadOnlyList<Outgoing> rows) { }

        public override void Wake() { }

        public override void Answer(ChatId chat, string update, string press, string? text, bool alert) { }

        public override bool IsBelow(ChatId chat, string message, string other) => false;

        public override void SayUnrecorded(ChatId chat, string text) { }
    }
}
