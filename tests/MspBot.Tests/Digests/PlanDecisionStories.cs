using MspBot.Tests.Plan;
using MspBot.Tests.Plan.Facts;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Digests;

/// <summary>What of the plan stands under «Нужно решить», and its line among the figures.</summary>
public sealed class PlanDecisionStories(TestCluster cluster)
{
    [Fact]
    public async Task An_item_is_asked_about_two_weeks_before_its_last_day_while_it_has_no_meeting()
    {
        await using var world = await cluster.Digests();
        var (head, _) = await world.Readers();
        var items = await world.HasPlan([PlanStage.Text("Декабрьский", 12), PlanStage.Text("Мартовский", 3)]);
        await world.Pass(TimeSpan.FromDays(22));   // 16 December
        await head.Types("/digest");
        Assert.DoesNotContain("Пункт плана", await head.Sees("📊"), StringComparison.Ordinal);
        await world.Pass(TimeSpan.FromDays(1));
        await head.Types("/digest");
        await head.Sees("• Пункт плана 1 «Декабрьский», срок до 31 декабря, мероприятия нет");
        await head.Taps("Открыть пункт 1");
        await head.Sees("Пункт 1. Декабрьский");
        await world.SeminarOf(items[0], TimeSpan.FromDays(30));
        await head.Types("/digest");
        await world.Idle();
        Assert.DoesNotContain("Пункт плана", head.Chat[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Overdue_items_are_one_line_and_a_list()
    {
        await using var world = await cluster.Digests();
        var (head, methodologist) = await world.Readers();
        await world.HasPlan([.. Enumerable.Range(1, 8).Select(n => PlanStage.Text($"Октябрьский {n}", 10))]);
        await head.Types("/digest");
        await head.Sees("• Просрочено 8 пунктов плана");
        await head.Taps("Просроченные пункты: 8");
        var list = await head.Sees("• 1 «Октябрьский 1», срок до 31 октября");
        Assert.DoesNotContain("Октябрьский 7", list, StringComparison.Ordinal);
        await head.Taps("›");
        await head.Taps("8 · Октябрьский 8");
        await head.Sees("Пункт 8. Октябрьский 8");
        await methodologist.Types("/digest");
        await methodologist.Taps("Просроченные пункты: 8");
        await methodologist.Taps("1 · Октябрьский 1");
        await methodologist.Sees("Пункт 1. Октябрьский 1");
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task A_plan_without_an_answer_is_a_line_whose_button_reminds()
    {
        await using var world = await cluster.Digests();
        var (head, methodologist) = await world.Readers();
        var items = await world.HasPlan([PlanStage.Text(month: 3)], agreed: false);
        await world.Sends(items[0]);
        await world.Pass(TimeSpan.FromDays(7));
        await world.Pass(TimeSpan.FromDays(1));
        await head.Types("/digest");
        await head.Sees("• План на 2026/27 ждёт согласования с 24 ноября: 1 пункт");
        await head.Taps("Напомнить методисту");
        await head.Sees("Напомнили 1 методисту.");
        await methodologist.Types("/digest");
        await methodologist.Sees("• План на 2026/27 ждёт согласования с 24 ноября");
        Assert.DoesNotContain(methodologist.Chat[^1].Buttons.SelectMany(row => row), b => b.Label == "Напомнить методисту");
    }

    [Fact]
    public async Task The_message_has_a_line_of_the_plan_only_when_something_was_due()
    {
        await using var world = await cluster.Digests();
        var (head, _) = await world.Readers();
        await SeminarCast.Teacher(world, 1);
        await world.LongAgo();
        var (day, sunday) = (new DateOnly(2026, 11, 26), new DateOnly(2026, 11, 29));
        var items = await world.HasPlan([
            PlanStage.Text("В срок") with { Term = new(day, day) }, PlanStage.Text("Нет") with { Term = new(sunday, sunday) },
            PlanStage.Text(month: 3)]);
        await head.Types("/digest");
        Assert.DoesNotContain("План:", await head.Sees("📊"), StringComparison.Ordinal);
        await Feedback.FeedbackCast.Came(world, await world.SeminarOf(items[0], TimeSpan.FromDays(2)), came: true, 1);
        await world.Pass(TimeSpan.FromDays(6));   // Monday
        Assert.Contains("План: в срок 1 из 2, просрочен 1", await head.Sees("📊 Неделя 23–29 ноября"), StringComparison.Ordinal);
        // A corrected attendance takes it back, and the next digest says so.
        await world.Sql<int>("update sign_up set came = false");
        await world.Pass(TimeSpan.FromDays(7));
        Assert.Contains("Уточнение за 23–29 ноября", await head.Sees("📊 Неделя 30 ноября – 6 декабря"), StringComparison.Ordinal);
        await head.Types("/plan");
        await head.Taps("План и факт");
        await head.Sees("Просрочены: 2");
    }
}
