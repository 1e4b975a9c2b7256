using MspBot.Data.Plan;
using MspBot.Domain.Plan;
using MspBot.Sandbox;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Plan.Facts;

/// <summary>A plan that was sent on a Tuesday at ten and gets no answer.</summary>
public sealed class PlanReminderStories(TestCluster cluster)
{
    private const string Nudge = "ждут согласования с 24 ноября";
    private const string Late = "ответа пока нет";

    /// <summary>Friday at ten: three working days later; then Tuesday: five.</summary>
    private static readonly TimeSpan ThreeDays = TimeSpan.FromDays(3), FiveDays = TimeSpan.FromDays(7);

    [Fact]
    public async Task The_methodologist_is_reminded_once_after_three_working_days_and_the_head_hears_after_five()
    {
        await using var world = await World.Open(cluster);
        var (head, methodologist, _) = await Sent(world);
        await world.Pass(ThreeDays - TimeSpan.FromMinutes(1));
        Assert.Equal((0, 0), Told(methodologist, head));
        await world.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal((1, 0), Told(methodologist, head));
        // Twice, late, and by two instances at once.
        await world.RunJobs();
        await using (var other = await world.NewBot())
            await Task.WhenAll(DueJobs.RunAll(other.Web.Services, default), DueJobs.RunAll(world.Bot.Web.Services, default));
        await world.Idle();
        Assert.Equal((1, 0), Told(methodologist, head));
        await world.Pass(FiveDays - ThreeDays);
        Assert.Equal((1, 1), Told(methodologist, head));
        await world.Pass(TimeSpan.FromDays(10));
        Assert.Equal((1, 1), Told(methodologist, head));
        await methodologist.Taps("Рассмотреть план");
        await methodologist.Sees("Рассмотрено 0 из 2");
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task A_head_reminds_once_a_day_and_it_is_logged()
    {
        await using var world = await World.Open(cluster);
        var (head, methodologist, _) = await Sent(world);
        await world.Pass(FiveDays);
        Assert.Equal((1, 1), Told(methodologist, head));
        // The clock has reminded today, because the machine was off.
        await head.Taps("Напомнить методисту");
        await world.Idle();
        Assert.Equal("Сегодня методистам уже напоминали. Завтра можно напомнить снова.", head.LastAlert);
        await world.Pass(TimeSpan.FromDays(1));
        await head.Taps("Напомнить методисту");
        await head.Sees("Напомнили 1 методисту.");
        await head.TapsAgain();
        await world.Idle();
        Assert.Equal((2, 1), Told(methodologist, head));
        // The clock's and the head's.
        Assert.Equal("-, Head", await world.Sql<string>("""
            select string_agg(coalesce(role, '-'), ', ' order by id) from action_log where action = 'PlanReminded' and subject = 'Plan'
            """));
    }

    [Fact]
    public async Task An_answer_ends_it_and_sending_anew_begins_it_anew()
    {
        await using var world = await World.Open(cluster);
        var (head, methodologist, items) = await Sent(world);
        await world.Pass(ThreeDays);
        Assert.Equal((1, 0), Told(methodologist, head));
        await world.Decided(items[0]);
        await world.Decided(items[1], "Уточните срок");
        await world.Pass(FiveDays);
        Assert.Equal((1, 0), Told(methodologist, head));
        await head.Types("/menu");
        await head.TapsData(head.Chat[^1], $"c:pn:{(await world.Item(items[0])).Plan.Value}:remind");
        await world.Idle();
        Assert.Equal("Всё уже рассмотрено: напоминать не о чем.", head.LastAlert);

        // Friday, 4 December, at ten; the next Wednesday is three working days later.
        await world.HeadChanges(items[1], PlanStage.Text("Иначе"));
        await world.Sends(items[1]);
        await world.Pass(TimeSpan.FromDays(4));
        Assert.Equal(0, Count(methodologist, "1 пункт ждёт согласования с 4 декабря"));
        await world.Pass(TimeSpan.FromDays(1));
        Assert.Equal(1, Count(methodologist, "1 пункт ждёт согласования с 4 декабря"));
    }

    [Fact]
    public async Task At_night_nobody_is_reminded_and_what_is_answered_by_morning_needs_no_reminder()
    {
        await using var world = await World.Open(cluster);
        await world.Pass(TimeSpan.FromHours(11));   // 21:00
        var (head, methodologist, items) = await Sent(world);
        await world.Pass(ThreeDays);
        Assert.Equal((0, 0), Told(methodologist, head));
        foreach (var item in items) await world.Decided(item);
        await world.Pass(TimeSpan.FromDays(4));
        Assert.Equal((0, 0), Told(methodologist, head));
    }

    [Fact]
    public async Task Nobody_but_a_head_reminds()
    {
        await using var world = await World.Open(cluster);
        var (_, methodologist, items) = await Sent(world);
        var plan = (await world.Item(items[0])).Plan.Value;
        var observer = await SeminarCast.Teacher(world, 55, "Наблюдателева Ия Юрьевна", "Observer");
        var teacher = await SeminarCast.Teacher(world, 56);
        foreach (var one in (Visitor[])[methodologist, observer, teacher])
        {
            await one.Types("/menu");
            await one.TapsData(one.Chat[^1], $"c:pn:{plan}:remind");
            await world.Idle();
        }
        Assert.Equal(0, await world.Sql<int>("select count(*) from plan where nudged_at is not null"));
    }

    private static async Task<(Visitor Head, Visitor Methodologist, IReadOnlyList<PlanItemId> Items)> Sent(World world)
    {
        var head = await SeminarCast.Head(world);
        head.StartedEarlier();
        var methodologist = await world.Methodologist();
        methodologist.StartedEarlier();
        var items = await world.HasPlan([PlanStage.Text(month: 3), PlanStage.Text("Второй", 3)], agreed: false);
        await world.Sends(items[0]);
        return (head, methodologist, items);
    }

    private static (int Nudges, int Late) Told(Visitor methodologist, Visitor head) => (Count(methodologist, Nudge), Count(head, Late));

    private static int Count(Visitor who, string words) =>
        who.Chat.Count(m => m.FromBot && m.Text.Contains(words, StringComparison.Ordinal));
}
