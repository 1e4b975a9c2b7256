using MspBot.Domain.People;
using MspBot.Host;
using MspBot.Sandbox;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Digests;

/// <summary>When digests come, to whom, and how often: once.</summary>
public sealed class DigestStories(TestCluster cluster)
{
    /// <summary>From a story's beginning, Tuesday 10:00, to Monday 08:00.</summary>
    private static readonly TimeSpan ToMonday = TimeSpan.FromHours((6 * 24) - 2);

    private static readonly string[] Whole = ["text", "picture", ".xlsx"];

    [Fact]
    public async Task On_Monday_at_eight_the_head_and_the_methodologist_get_all_of_it_in_order_and_nobody_else_does()
    {
        await using var world = await cluster.Digests();
        var (head, methodologist) = await world.Readers();
        var observer = await SeminarCast.Teacher(world, 8, "Белова Анна Олеговна", nameof(Role.Observer));
        await world.Held(World.Morning.AddHours(3), signedUp: 4, came: 3);
        await world.Pass(ToMonday - TimeSpan.FromMinutes(1));
        Assert.Empty(head.Digests());
        await world.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal(Whole, head.Digests());
        Assert.Equal(Whole, methodologist.Digests());
        Assert.Empty(observer.Digests());
        Assert.Contains("Пришли: 3 из 4", await head.Sees("📊 Неделя 23–29 ноября 2026"), StringComparison.Ordinal);
        await world.Pass(TimeSpan.FromDays(6));
        Assert.Equal(Whole, head.Digests());
    }

    [Fact]
    public async Task Before_the_site_was_first_started_no_digest_was_owed()
    {
        await using var world = await cluster.Digests(monthly: DigestSchedule());
        var (head, _) = await world.Readers();
        await world.RunJobs();
        Assert.Equal(0, await world.Sql<int>("select count(*) from digest"));
        Assert.Empty(head.Digests());

        static string DigestSchedule() => MspBot.Host.Digests.DigestSchedule.EachFirst;
    }

    [Fact]
    public async Task Off_on_Monday_means_sent_on_Tuesday_once()
    {
        await using var world = await cluster.Digests();
        var (head, _) = await world.Readers();
        await world.StopBot();
        world.Clock.Advance(ToMonday + TimeSpan.FromHours(27));
        await world.StartBot();
        await world.RunJobs();
        Assert.Equal(Whole, head.Digests());
        await head.Sees("📊 Неделя 23–29 ноября 2026");
        await world.RestartBot();
        await world.RunJobs();
        Assert.Equal(Whole, head.Digests());
    }

    [Fact]
    public async Task Off_for_three_weeks_means_the_latest_week_alone()
    {
        await using var world = await cluster.Digests();
        var (head, _) = await world.Readers();
        await world.Pass(ToMonday + TimeSpan.FromDays(21));
        Assert.Equal(Whole, head.Digests());
        await head.Sees("📊 Неделя 14–20 декабря 2026");
    }

    [Fact]
    public async Task Two_instances_send_one()
    {
        await using var world = await cluster.Digests();
        var (head, methodologist) = await world.Readers();
        var second = await world.NewBot();
        await second.Web.StartAsync();
        try
        {
            await world.Idle();
            world.Clock.Advance(ToMonday);
            await Task.WhenAll(DueJobs.RunAll(world.Bot.Web.Services), DueJobs.RunAll(second.Web.Services),
                DueJobs.RunAll(world.Bot.Web.Services));
            await world.Idle();
        }
        finally
        {
            await second.Web.StopAsync();
            await second.DisposeAsync();
        }
        Assert.Equal(Whole, head.Digests());
        Assert.Equal(Whole, methodologist.Digests());
        Assert.Equal(1, await world.Sql<int>("select count(*) from digest"));
    }

    [Fact]
    public async Task Whoever_has_stopped_the_bot_holds_up_nobody_and_stands_in_the_next_digest()
    {
        await using var world = await cluster.Digests();
        var (head, methodologist) = await world.Readers();
        await methodologist.Blocks();
        await world.Pass(ToMonday);
        Assert.Equal(Whole, head.Digests());
        Assert.Empty(methodologist.Digests());
        await methodologist.Unblocks();
        await world.Pass(TimeSpan.FromDays(7));
        Assert.Contains("Прошлую сводку не получили: Волкова И. П.", await head.Sees("📊 Неделя 30 ноября – 6 декабря"),
            StringComparison.Ordinal);
        Assert.Equal(Whole, methodologist.Digests());
    }

    [Fact]
    public async Task Whoever_is_found_to_be_gone_while_it_is_sent_stands_in_the_next_digest_as_well()
    {
        await using var world = await cluster.Digests();
        var (head, methodologist) = await world.Readers();
        await methodologist.Disappears();
        await world.Pass(ToMonday);
        Assert.Equal(Whole, head.Digests());
        await world.Pass(TimeSpan.FromDays(7));
        Assert.Contains("Прошлую сводку не получили: Волкова И. П.", await head.Sees("📊 Неделя 30 ноября – 6 декабря"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_no_right_to_digests_any_more_is_not_told_of_as_left_out()
    {
        await using var world = await cluster.Digests();
        var (head, methodologist) = await world.Readers();
        await methodologist.Blocks();
        await world.Pass(ToMonday);
        await world.Sql<int>("delete from person_role where role = 'Methodologist'");
        await world.Pass(TimeSpan.FromDays(7));
        Assert.DoesNotContain("не получили", await head.Sees("📊 Неделя 30 ноября – 6 декабря"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Killed_between_the_message_and_the_picture_all_of_it_is_sent_once()
    {
        await using var world = await cluster.Digests();
        var (head, _) = await world.Readers();
        await world.Idle();
        // Telegram takes the text and then answers nothing: the process stops with picture and file unsent.
        world.Telegram.Faults.Next("sendPhoto", Fault.Reset, 1000);
        world.Clock.Advance(ToMonday);
        await DueJobs.RunAll(world.Bot.Web.Services);
        await head.Sees("📊 Неделя 23–29 ноября");
        await world.StopBot();
        Assert.Equal(["text"], head.Digests());
        world.Telegram.Faults.Clear();
        await world.Sql<int>("update outbox set free_at = clock_timestamp() where done_at is null");
        await world.StartBot();
        await world.RunJobs();
        Assert.Equal(Whole, head.Digests());
    }

    [Fact]
    public async Task Rights_are_those_of_the_moment_of_sending_also_after_a_weekend()
    {
        // The first of May 2027 is a Saturday, and Monday is off in its place: made then, sent on Tuesday morning.
        await using var world = await cluster.Digests(weekly: World.Never, monthly: MspBot.Host.Digests.DigestSchedule.EachFirst);
        var (head, methodologist) = await world.Readers();
        await world.Idle();
        world.Clock.SetUtcNow(new(2027, 5, 1, 6, 0, 0, TimeSpan.Zero));
        await world.RunJobs();
        Assert.Empty(head.Digests());
        Assert.Equal(1, await world.Sql<int>("select count(*) from digest where sent_at is null"));
        await world.Sql<int>($"delete from person_role where role = 'Methodologist'");
        await world.Pass(TimeSpan.FromDays(2));
        Assert.Empty(head.Digests());
        await world.Pass(TimeSpan.FromDays(1));
        Assert.Equal([.. Whole, ".docx"], head.Digests());
        Assert.Empty(methodologist.Digests());
        await head.Sees("📊 Апрель 2027");
    }

    [Fact]
    public async Task An_observer_asks_for_it_in_the_profile_and_no_more()
    {
        await using var world = await cluster.Digests();
        await world.Readers();
        var observer = await SeminarCast.Teacher(world, 8, "Белова Анна Олеговна", nameof(Role.Observer));
        await observer.Types("/profile");
        await observer.Taps("Присылать сводку");
        await observer.SeesButton("Не присылать сводку");
        await world.Pass(ToMonday);
        Assert.Equal(Whole, observer.Digests());
        await observer.Types("/profile");
        await observer.Taps("Не присылать сводку");
        await observer.SeesButton("Присылать сводку");
        await world.Pass(TimeSpan.FromDays(7));
        Assert.Equal(Whole, observer.Digests());
        // To a methodologist it comes anyway: there is nothing to ask for.
        await world.Sql<int>(
            "insert into person_role (person_id, role, granted_at) select person_id, 'Methodologist', granted_at from person_role where " +
            "role = 'Observer'");
        await observer.Types("/profile");
        await observer.Sees("Белова Анна Олеговна");
        Assert.DoesNotContain(observer.Chat[^1].Buttons.SelectMany(row => row),
            button => button.Label.Contains("сводку", StringComparison.Ordinal));
    }
}
