using MspBot.Domain.People;
using MspBot.Host.Conversations.Jobs;
using MspBot.Host.Digests;
using MspBot.Sandbox;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Digests;

/// <summary>No week twice and none left out, whatever is moved or taken away between.</summary>
public sealed class DigestOnceStories(TestCluster cluster)
{
    private static readonly TimeSpan ToMonday = TimeSpan.FromHours((6 * 24) - 2);
    private static readonly string[] Whole = ["text", "picture", ".xlsx"];

    [Fact]
    public async Task Whoever_moves_the_hour_gets_no_week_twice_and_misses_none()
    {
        await using var world = await cluster.Digests();
        var (head, _) = await world.Readers();
        await world.Pass(ToMonday);
        Assert.Equal(Whole, head.Digests());

        // The hour moves to a later one of the same day, then to Fridays, which tell of the same week as the Monday before.
        await Moved(world, "0 0 9 ? * MON", TimeSpan.FromHours(2));
        Assert.Equal(Whole, head.Digests());
        await Moved(world, "0 0 17 ? * FRI", TimeSpan.FromDays(4));
        Assert.Equal(Whole, head.Digests());
        // Back to Mondays, on a Tuesday: the Monday that is over tells of a week that nobody has heard of yet.
        await Moved(world, DigestSchedule.EachMonday, TimeSpan.FromDays(4));
        await head.Sees("📊 Неделя 30 ноября – 6 декабря 2026");
        Assert.Equal([.. Whole, .. Whole], head.Digests());
        Assert.Equal(2, await world.Sql<int>("select count(*) from digest"));
    }

    [Fact]
    public async Task Who_became_a_methodologist_on_Tuesday_gets_the_next_one_and_not_the_last()
    {
        await using var world = await cluster.Digests();
        await world.Readers();
        await world.Pass(ToMonday);
        var newcomer = await SeminarCast.Teacher(world, 8, "Новикова Анна Олеговна", nameof(Role.Methodologist));
        newcomer.StartedEarlier();
        await world.Pass(TimeSpan.FromDays(1));
        Assert.Empty(newcomer.Digests());
        await world.Pass(TimeSpan.FromDays(6));
        Assert.Equal(Whole, newcomer.Digests());
        Assert.DoesNotContain("не получили", await newcomer.Sees("📊 Неделя 30 ноября – 6 декабря 2026"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_week_of_which_nobody_had_a_right_to_hear_is_kept_for_whoever_comes_later()
    {
        await using var world = await cluster.Digests();
        await world.Pass(ToMonday);
        Assert.Equal(1, await world.Sql<int>("select count(*) from digest where sent_at is not null"));
        var head = await SeminarCast.Head(world);
        head.StartedEarlier();
        await world.Pass(TimeSpan.FromDays(1));
        Assert.Empty(head.Digests());
        await head.Types("/digest");
        await head.Taps("Прежние сводки");
        await head.Taps("Неделя 23–29 ноября 2026");
        await head.Sees("сравнить пока не с чем");
    }

    [Fact]
    public async Task A_role_taken_away_while_Telegram_is_away_takes_the_digest_back()
    {
        await using var world = await cluster.Digests();
        var (head, methodologist) = await world.Readers();
        await world.Idle();
        world.Telegram.Faults.Next("sendMessage", Fault.Reset, 1000);
        world.Telegram.Faults.Next("sendPhoto", Fault.Reset, 1000);
        world.Telegram.Faults.Next("sendDocument", Fault.Reset, 1000);
        world.Clock.Advance(ToMonday);
        await DueJobs.RunAll(world.Bot.Web.Services);
        await world.StopBot();
        Assert.Equal(1, await world.Sql<int>("select count(*) from digest where sent_at is not null"));
        await world.Sql<int>(
            "update outbox set free_at = clock_timestamp() + interval '5 minutes', waiting = true, leased_by = null where done_at is null");
        world.Telegram.Faults.Clear();
        await world.StartBot();
        var id = await world.Sql<int>($"select id from person where chat_id = {DigestCast.Methodologist}");
        await head.Types("/people");
        await head.SeesButton("Меню");
        await head.TapsData(head.Chat.Last(m => m.FromBot), $"c:person:{id}:take:Methodologist");
        await head.SeesButton(MspBot.Host.People.Roles.PeopleTexts.ToList);
        await world.Sql<int>("update outbox set free_at = clock_timestamp() where done_at is null");
        await world.RunJobs();
        Assert.Equal(Whole, head.Digests());
        Assert.Empty(methodologist.Digests());
    }

    private static async Task Moved(World world, string weekly, TimeSpan later)
    {
        await world.StopBot();
        world.Clock.Advance(later);
        await world.StartBot(("Digest:Weekly", weekly));
        await world.RunJobs();
    }
}
