using MspBot.Domain.Plan;
using MspBot.Sandbox;
using MspBot.Tests.Plan.Facts;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Plan.Items;

/// <summary>«Отметить выполненным» and «Снять отметку» on what the head has seen.</summary>
public sealed class MarkStories(TestCluster cluster)
{
    private const string Changed = "Пока вы смотрели, всё изменилось. Вот как сейчас.";

    [Fact]
    public async Task The_second_of_two_heads_reads_that_it_is_marked_and_an_old_unmark_takes_no_later_mark_back()
    {
        await using var world = await World.Open(cluster);
        var head = (await world.HeadOfPlan()).StartedEarlier();
        var other = (await world.Teacher(703, "Белова Инна Павловна", "Head")).StartedEarlier();
        await world.Methodologist();
        var item = (await world.HasPlan([PlanStage.Text(month: 11)]))[0];
        var (old, seen) = ($"n:plan-done:{item.Value}", (await world.Item(item)).Revision);
        await other.Opens($"{old}.{seen}");
        await Fills(other, "Второй");
        await head.Opens($"{old}.{seen}");
        await Fills(head, "Первый");
        await head.Taps("Всё верно");
        await head.Sees("Пункт 1 отмечен выполненным.");
        await other.Taps("Всё верно");
        await other.Sees("Этот пункт уже отмечен выполненным.");
        await other.Sees("Отмечен 24 ноября: Первый");

        var marked = (await world.Item(item)).Revision;
        await other.Taps("Снять отметку");
        await other.Sees("Отметка снята.");
        await other.Taps("Отметить выполненным");
        await Fills(other, "Заново");
        await other.Taps("Всё верно");
        await other.Sees("Пункт 1 отмечен выполненным.");
        await head.Opens($"c:pd:{item.Value}:unmark:{marked}");
        await head.Sees(Changed);
        await head.Sees("Отмечен 24 ноября: Заново");
        Assert.Equal("PlanItemDone, PlanItemNotDone, PlanItemDone", await world.Sql<string>(
            "select string_agg(action, ', ' order by id) from action_log where action like 'PlanItem%Done'"));
    }

    [Fact]
    public async Task An_item_that_changed_meanwhile_is_read_again_before_it_is_marked()
    {
        await using var world = await World.Open(cluster);
        var head = (await world.HeadOfPlan()).StartedEarlier();
        await world.Methodologist();
        var item = (await world.HasPlan([PlanStage.Text(month: 11)]))[0];
        await head.Opens($"n:plan-done:{item.Value}.{(await world.Item(item)).Revision}");
        await Fills(head, "Итог");
        await world.HeadChanges(item, PlanStage.Text("Другой", 11));
        await head.Taps("Всё верно");
        await head.Sees(Changed);
        await head.Sees("Не сохранилось: «вторник, 24 ноября 2026; Итог»");
        await head.Sees("Другой");
        Assert.Null((await world.Item(item)).DoneOn);
    }

    private static async Task Fills(Visitor head, string words)
    {
        await head.Taps("Сегодня");
        await head.Types(words);
        await head.Taps("Пропустить");
        await head.SeesButton("Всё верно");
    }
}
