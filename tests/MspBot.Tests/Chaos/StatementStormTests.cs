using Microsoft.Extensions.DependencyInjection;
using MspBot.Host.Conversations;
using MspBot.Host.Messaging;
using MspBot.Host.Telegram;
using MspBot.Sandbox;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Npgsql;
using Xunit;

namespace MspBot.Tests.Chaos;

/// <summary>Statements that are cut short, at any point: every message is answered once, and no connection of the pool is lost.</summary>
public sealed class StatementStormTests(TestCluster cluster, ITestOutputHelper output)
{
    private const int People = 30;

    /// <summary>What the program of a test world may open.</summary>
    private const int PoolSize = 12;

    /// <summary>MSPBOT_STORM_SECONDS=60 for a long one.</summary>
    private static readonly TimeSpan Length =
        TimeSpan.FromSeconds(int.TryParse(Environment.GetEnvironmentVariable("MSPBOT_STORM_SECONDS"), out var seconds) ? seconds : 12);

    [Fact]
    public async Task Time_outs_and_cancellations_at_random_points_leave_every_message_answered_and_the_pool_whole()
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        await using var world = await World.Open(cluster, services => services.AddSingleton(new PressAnswers(PressAnswers.WithinASecond)));
        var visitors = new List<Visitor>();
        for (var id = 1; id <= People; id++) visitors.Add(await SeminarCast.Teacher(world, id));
        var asked = visitors.ToDictionary(v => v.Id, _ => 0);
        var presses = new List<Task>();

        using (var over = new CancellationTokenSource(Length))
        {
            var storm = Storm(world, new Random(seed + 1), over.Token);
            while (!over.IsCancellationRequested)
            {
                var visitor = visitors[random.Next(People)];
                // A press edits the message under it.
                if (random.Next(2) == 0 && visitor.Chat.LastOrDefault(m => m.FromBot && m.Buttons.Count > 0) is { } message)
                {
                    presses.Add(visitor.TapsData(message, "m:events"));
                }
                else
                {
                    await visitor.Types("/menu");
                    asked[visitor.Id]++;
                }
                await Task.Delay(random.Next(60), over.Token)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            }
            await storm;
        }

        foreach (var visitor in visitors.Where(v => asked[v.Id] > 0))
            await Telegram.WireWorld.Until(() => Answers(visitor) >= asked[visitor.Id], $"chat {visitor.Id} is answered", seconds: 60);
        await Task.WhenAll(presses).WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        // What the last round of the storm ended is no part of what follows.
        world.Bot.Web.Services.GetRequiredService<NpgsqlDataSource>().Clear();
        await using (var pooled = new NpgsqlConnection(world.Database.ConnectionString)) NpgsqlConnection.ClearPool(pooled);
        await world.Idle();
        Assert.All(visitors, v => Assert.Equal(asked[v.Id], Answers(v)));
        Assert.Equal(0, await world.Sql<int>("select count(*) from inbox where error is not null or done_at is null"));
        await PoolIsWhole(world);
    }

    /// <summary>Without the word that the database is away, which whoever waits for seconds hears besides.</summary>
    private static int Answers(Visitor visitor) => visitor.Chat.Count(m => m.FromBot && m.Text != EngineTexts.Away);

    /// <summary>Flips a time limit that nothing keeps, ends connections, so that it applies, and cancels whatever runs.</summary>
    private static async Task Storm(World world, Random random, CancellationToken over)
    {
        await using var operators = new NpgsqlConnection($"{world.Database.ConnectionString};Pooling=false;Options=-c statement_timeout=0");
        await operators.OpenAsync(CancellationToken.None);
        var database = operators.Database;
        for (var round = 0; !over.IsCancellationRequested; round++)
        {
            if (round % 200 == 0)
            {
                await Run($"alter database {database} set statement_timeout = '{random.Next(1, 4)}ms'");
                await Run($"select pg_terminate_backend(pid) from pg_stat_activity where {Ours} and random() < 0.7");
            }
            if (round % 200 == 100) await Run($"alter database {database} reset statement_timeout");
            await Run($"select pg_cancel_backend(pid) from pg_stat_activity where {Ours} and state <> 'idle' and random() < 0.5");
            await Task.Delay(random.Next(4), CancellationToken.None);
        }
        await Run($"alter database {database} reset statement_timeout");
        await Run($"select pg_terminate_backend(pid) from pg_stat_activity where {Ours}");

        async Task Run(string sql)
        {
            await using var command = new NpgsqlCommand(sql, operators);
            await command.ExecuteNonQueryAsync(CancellationToken.None);
        }
    }

    private const string Ours = "datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'";

    /// <summary>The program shows by one that it lives, and marks what was sent on two.</summary>
    private const int KeptForGood = 3;

    /// <summary>As many connections as the pool has, less those that are kept for good, can be open at once.</summary>
    private static async Task PoolIsWhole(World world)
    {
        var pool = world.Bot.Web.Services.GetRequiredService<NpgsqlDataSource>();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var open = new List<NpgsqlConnection>();
        try
        {
            for (var n = KeptForGood; n < PoolSize; n++) open.Add(await pool.OpenConnectionAsync(patience.Token));
        }
        finally
        {
            foreach (var connection in open) await connection.DisposeAsync();
        }
    }
}
