using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using MspBot.Data.Conversations;
using MspBot.Host.Conversations.Jobs;
using MspBot.Host.Conversations.Turns;
using MspBot.Sandbox;
using MspBot.Tests.Consultations;
using MspBot.Tests.Consultations.Groups;
using MspBot.Tests.Feedback;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using MspBot.Tests.Telegram;
using Npgsql;
using Xunit;

namespace MspBot.Tests.Conversations.Jobs;

/// <summary>
/// Jobs: one row that cannot be treated stops nobody else's, a clock that is put back stops none, and /health shows them.
/// </summary>
public sealed class JobStories(TestCluster cluster)
{
    private const string Nudge = "Заявка ждёт вашего ответа";

    [Fact]
    public async Task A_request_that_cannot_be_written_does_not_keep_another_tutor_from_being_reminded()
    {
        await using var world = await World.Open(cluster);
        var (one, two) = (await world.TutorWithHours(3, "Соколова Ирина Олеговна"),
            await world.TutorWithHours(4, "Козлова Вера Ильинична"));
        await world.Asking(5, "Белова Вера Олеговна", 3, topic: "Проценты");
        await world.Asking(6, "Громова Вера Олеговна", 4, topic: "Глаголы");
        await world.Poison("consultation", "id", await world.Sql<long>("select min(id) from consultation"));
        await world.Visitor(9).Types("/help");   // something was received

        await world.Pass(TimeSpan.FromHours(5));
        Assert.Equal([0, 1], new[] { one, two }.Select(tutor => tutor.Hears(Nudge)));
        var (status, health) = await Health(world);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(1, health.GetProperty("jobs").GetProperty("untreated").GetProperty("requests without an answer").GetInt32());

        await world.Heal("consultation");
        await world.RunJobs();
        Assert.Equal([1, 1], new[] { one, two }.Select(tutor => tutor.Hears(Nudge)));
        Assert.Equal("{}", (await Health(world)).Health.GetProperty("jobs").GetProperty("untreated").GetRawText());
    }

    [Fact]
    public async Task A_group_that_cannot_be_decided_does_not_keep_another_from_its_decision()
    {
        await using var world = await World.Open(cluster);
        await GroupCast.Three(world);
        var (one, two) = (await world.Group(), await world.Group());
        await world.Poison("consultation", "id", one);

        await world.Pass(TimeSpan.FromDays(9));
        Assert.Equal("Inviting", await world.StateOf(one));
        Assert.NotEqual("Inviting", await world.StateOf(two));
        await world.Heal("consultation");
        await world.RunJobs();
        Assert.NotEqual("Inviting", await world.StateOf(one));
    }

    [Fact]
    public async Task A_seminar_or_a_person_that_cannot_be_written_does_not_keep_others_from_what_follows_a_meeting()
    {
        await using var world = await World.Open(cluster);
        var head = (await SeminarCast.Head(world)).StartedEarlier();
        var all = await world.Teachers(2);
        var one = await world.Seminar(startsIn: FeedbackCast.TwoHours, title: "Первый семинар");
        await world.Came(one, came: true, 1);
        await world.Came(await world.Seminar(startsIn: FeedbackCast.TwoHours, title: "Второй семинар"), came: true, 2);
        await world.Poison("seminar", "id", one);
        await world.Poison("feedback_request", "person_id", await world.Sql<long>("select id from person where chat_id = 1"));

        await world.Pass(TimeSpan.FromHours(6));
        Assert.Equal((0, 1), (Ended(head, "Первый семинар"), Ended(head, "Второй семинар")));
        Assert.Equal([0, 1], all.Select(teacher => teacher.Hears("Оцените")));

        await world.Heal("seminar");
        await world.Heal("feedback_request");
        await world.RunJobs();
        Assert.Equal((1, 1), (Ended(head, "Первый семинар"), Ended(head, "Второй семинар")));
        Assert.Equal([1, 1], all.Select(teacher => teacher.Hears("Оцените")));
    }

    [Fact]
    public async Task A_reminder_that_cannot_be_written_does_not_keep_others_from_theirs()
    {
        await using var world = await World.Open(cluster);
        Visitor[] heads = [(await SeminarCast.Head(world)).StartedEarlier(), (await SeminarCast.Head(world, 900_002)).StartedEarlier()];
        var all = await world.Teachers(4);
        var one = await world.Seminar(seats: 9, title: "Первый семинар");
        var two = await world.Seminar(seats: 9, title: "Второй семинар");
        await world.Came(one, came: null, 1, 2, 3);
        await world.Came(two, came: null, 4);
        await world.Visitor(9).Types("/help");   // something was received
        var unwritable = await world.Sql<string>(
            $"select string_agg(id::text, ', ') from person where chat_id = 2 or id = (select leader_id from seminar where id = {one})");
        await world.Poison("meeting_reminder", "person_id", unwritable!);

        await world.Pass(TimeSpan.FromDays(6));
        Assert.Equal([1, 0, 1, 1], all.Select(teacher => teacher.Hears("🔔")));
        Assert.Equal([0, 1], heads.Select(head => head.Hears("ведёте")));
        var (status, health) = await Health(world);
        Assert.Equal(HttpStatusCode.OK, status);
        var untreated = health.GetProperty("jobs").GetProperty("untreated");
        Assert.Equal(2, untreated.GetProperty("people to remind").GetInt32());

        await world.Heal("meeting_reminder");
        await world.RunJobs();
        Assert.Equal([1, 1, 1, 1], all.Select(teacher => teacher.Hears("🔔")));
        Assert.Equal([1, 1], heads.Select(head => head.Hears("ведёте")));
        Assert.Equal("{}", (await Health(world)).Health.GetProperty("jobs").GetProperty("untreated").GetRawText());
    }

    [Fact]
    public async Task When_the_clock_is_put_back_jobs_run_within_a_minute_and_nothing_is_said_twice()
    {
        await using var world = await World.Open(cluster,
            services => services.AddSingleton(new ClockWatchTimes(TimeSpan.FromMilliseconds(200))), ticking: true);
        var anna = await SeminarCast.Teacher(world, 1);
        world.Clock.Advance(TimeSpan.FromDays(10));
        var health = world.Bot.Web.Services.GetRequiredService<JobHealth>();
        await Ticking(world, () => health.HasRun("reminders"));

        world.Clock.AdjustTime(World.Morning);
        await world.Seminar(startsIn: TimeSpan.FromMinutes(90));
        await anna.SignsUp();
        await anna.Sees("Вы записаны");
        world.Clock.Advance(TimeSpan.FromMinutes(30));
        await Ticking(world, () => anna.Chat.Any(m => m.Text.StartsWith("🔔 ", StringComparison.Ordinal)));
        var told = anna.Chat.Count(m => m.FromBot);
        world.Clock.Advance(TimeSpan.FromMinutes(2));
        await DueJobs.RunAll(world.Bot.Web.Services);
        await world.Idle();
        Assert.Equal(told, anna.Chat.Count(m => m.FromBot));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_written_by_a_clock_days_ahead_holds_nothing_up(bool restarted)
    {
        var times = restarted ? ClockWatchTimes.Usual : new(TimeSpan.FromMilliseconds(200));
        await using var world = await World.Open(cluster, services => services.AddSingleton(times));
        var anna = (await SeminarCast.Teacher(world, 1)).StartedEarlier();
        await world.Idle();
        if (restarted) await world.StopBot();
        const string Ahead = "clock_timestamp() + interval '10 days'";
        await world.Sql<int>($"update pace set spent_until = {Ahead}, paused_until = {Ahead}");
        await world.Queue("новость");
        await world.Queue("отложенная новость", more: $"free_at={Ahead}");
        await world.Sql<int>($"""
            insert into inbox (update_key, chat_id, received_at, attempts, retry_at) values (-1, 1, {Ahead}, 1, {Ahead})
            """);
        if (restarted) await world.StartBot();

        await WireWorld.Until(() => anna.Hears("новость") == 2, "the news arrive");
        await WireWorld.Until(() => anna.Chat.Count(m => m.FromBot) == 3, "the update is answered");
        await world.Idle();
        Assert.Equal(0, await world.Sql<int>("select count(*) from inbox where done_at is null"));
    }

    [Fact]
    public async Task An_update_received_by_a_clock_days_ahead_is_picked_up()
    {
        await using var world = await World.Open(cluster);   // nothing has looked at the clock yet
        var anna = (await SeminarCast.Teacher(world, 1)).StartedEarlier();
        await world.Idle();
        await world.Sql<int>("insert into inbox (update_key, chat_id, received_at) values (-1, 1, clock_timestamp() + interval '10 days')");
        await WireWorld.Until(() => anna.Chat.Any(m => m.FromBot), "the update is answered", seconds: 12);
        await world.Idle();
    }

    [Fact]
    public async Task A_rest_that_can_be_right_is_kept_and_what_is_being_sent_stays_leased()
    {
        await using var world = await World.Open(cluster);
        await world.Idle();
        await world.StopBot();
        await world.Sql<int>("""
            update pace set spent_until = clock_timestamp() + interval '1 second', paused_until = clock_timestamp() + interval '9 minutes';
            insert into outbox (chat_id, payload, priority, free_at, leased_by) values
                (1, '{}', 1, clock_timestamp() + interval '9 minutes', null),
                (2, '{}', 1, clock_timestamp() + interval '9 days', 7);
            insert into inbox (update_key, chat_id, received_at, attempts, retry_at)
                values (-1, 1, clock_timestamp(), 1, clock_timestamp() + interval '15 seconds');
            """);
        const string Seen = """
            select concat_ws(' ', (select concat_ws(' ', spent_until, paused_until) from pace),
                (select free_at from outbox where chat_id = 1), (select retry_at from inbox where update_key = '-1'))
            """;
        var before = await world.Sql<string>(Seen);
        await using var source = NpgsqlDataSource.Create(world.Database.ConnectionString);
        await new OutboxStore(source).PullBack(TestContext.Current.CancellationToken);
        await new InboxStore(source).PullBack(TurnRunner.LongestPause, TestContext.Current.CancellationToken);
        Assert.Equal(before, await world.Sql<string>(Seen));
        var leased = await world.Sql<int>("select extract(epoch from free_at - clock_timestamp())::int from outbox where chat_id = 2");
        Assert.InRange(leased, 50, 60);
        await world.Sql<int>("delete from outbox; delete from inbox");
        await world.StartBot();
    }

    [Fact]
    public async Task A_database_that_can_only_be_read_is_waited_for_and_health_says_so()
    {
        await using var world = await World.Open(cluster);
        var anna = world.Visitor(1);
        await anna.Types("/help");
        await world.Idle();
        var before = anna.Chat.Count(m => m.FromBot);
        await world.ReadOnly(true);
        await anna.Types("/help");
        await anna.Sees("Сейчас не могу ответить");
        var (status, health) = await Health(world);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Equal("is read-only", health.GetProperty("database").GetString());

        await world.ReadOnly(false);
        await WireWorld.Until(() => anna.Chat.Count(m => m.FromBot) == before + 2, "the answer comes");
        Assert.Equal(0, await world.Sql<int>("select count(*) from inbox where error is not null"));
    }

    [Fact]
    public async Task Health_counts_parked_updates_and_stays_healthy()
    {
        await using var world = await World.Open(cluster);
        await world.Visitor(1).Types("/help");
        await world.Idle();
        await world.Sql<int>("update inbox set attempts = 5, error = 'InvalidOperationException'");
        var (status, health) = await Health(world);
        Assert.Equal((HttpStatusCode.OK, 1), (status, health.GetProperty("parkedUpdates").GetInt32()));
    }

    private static int Ended(Visitor head, string title) =>
        head.Chat.Count(m => m.FromBot && m.Text.Contains(title, StringComparison.Ordinal)
            && m.Buttons.SelectMany(row => row).Any(b => b.Label == "Кто был"));

    private static async Task<(HttpStatusCode Status, JsonElement Health)> Health(World world)
    {
        using var http = new HttpClient();
        using var answer = await http.GetAsync($"{world.Bot.Web.Urls.First()}/health");
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return (answer.StatusCode, json.RootElement.Clone());
    }

    /// <summary>Quartz follows the clock in threads of its own, which are given time to look at it.</summary>
    private static async Task Ticking(World world, Func<bool> until)
    {
        for (var n = 0; n < 20 && !until(); n++)
        {
            await Task.Delay(TimeSpan.FromSeconds(0.5));
            world.Clock.Advance(TimeSpan.FromSeconds(30));
        }
        Assert.True(until());
    }
}

/// <summary>A database in which something cannot be written.</summary>
internal static class Poisoning
{
    internal static Task<int> Poison(this World world, string table, string column, long value) => world.Poison(table, column, $"{value}");

    /// <param name="world">The world whose database it is.</param>
    /// <param name="table">The table that takes no such row.</param>
    /// <param name="column">A column of numbers.</param>
    /// <param name="values">Separated by commas.</param>
    internal static Task<int> Poison(this World world, string table, string column, string values) => world.Sql<int>($"""
        create or replace function poison_{table}() returns trigger language plpgsql as $$
        begin
            if new.{column} in ({values}) then raise exception 'poisoned'; end if;
            return new;
        end $$;
        create trigger poison before insert or update on {table} for each row execute function poison_{table}();
        """);

    internal static Task<int> Heal(this World world, string table) => world.Sql<int>($"drop trigger poison on {table}");

    /// <summary>For every session, also those that are open.</summary>
    internal static async Task ReadOnly(this World world, bool on)
    {
        var own = new NpgsqlConnectionStringBuilder(world.Database.ConnectionString)
        {
            Pooling = false,
            Options = "-c default_transaction_read_only=off"
        };
        await TestCluster.RunAsync(own.ConnectionString,
            $"alter database {own.Database} {(on ? "set default_transaction_read_only = on" : "reset default_transaction_read_only")}");
        await TestCluster.RunAsync(own.ConnectionString,
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and " +
            "backend_type = 'client backend'");
        await using var pooled = new NpgsqlConnection(world.Database.ConnectionString);
        NpgsqlConnection.ClearPool(pooled);
    }
}
