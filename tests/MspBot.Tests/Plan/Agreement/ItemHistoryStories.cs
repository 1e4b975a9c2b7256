using MspBot.Tests.Plan.Facts;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Plan.Agreement;

/// <summary>«История» of an item tells all that was done about it, and the log has a word of its own for each deed.</summary>
public sealed class ItemHistoryStories(TestCluster cluster)
{
    [Fact]
    public async Task An_items_history_tells_its_marks_meetings_and_reminders()
    {
        await using var world = await World.Open(cluster);
        var head = (await world.HeadOfPlan()).StartedEarlier();
        var reader = (await world.Methodologist()).StartedEarlier();
        var items = await world.SentPlan(2);
        await world.Pass(TimeSpan.FromDays(1));
        await head.Opens($"c:pn:{(await world.Item(items[0])).Plan.Value}:remind");
        await head.Sees("Напомнили 1 методисту.");
        await world.Pass(TimeSpan.FromMinutes(1));
        await world.Decided(items[0]);
        await world.Pass(TimeSpan.FromMinutes(1));
        await head.Opens($"n:plan-done:{items[0].Value}.{(await world.Item(items[0])).Revision}");
        await head.Taps("Сегодня");
        await head.Taps("Пропустить");
        await head.Taps("Пропустить");
        await head.Taps("Всё верно");
        await world.Pass(TimeSpan.FromMinutes(1));
        await head.Taps("Снять отметку");
        await head.Sees("Отметка снята.");
        await world.Pass(TimeSpan.FromMinutes(1));
        var seminar = await world.Seminar(title: "Чтение <вслух>");
        await Ties(world, head, seminar, "1 · Круглый стол 1");
        await world.Pass(TimeSpan.FromMinutes(1));
        await Ties(world, head, seminar, "2 · Круглый стол 2");

        foreach (var who in new[] { head, reader })
        {
            await who.Opens($"c:ph:{items[0].Value}:show");
            await who.Sees("Отвязано мероприятие «Чтение <вслух>»: Смирнова В. П.");
            await who.Sees("Привязано мероприятие «Чтение <вслух>»: Смирнова В. П.");
            await who.Sees("Снята отметка о выполнении: Смирнова В. П.");
            await who.Sees("Отмечен выполненным 25 ноября: Смирнова В. П.");
            await who.Sees("Согласован: Котова О. Л.");
            await who.Sees("Методисту отправлено напоминание: Смирнова В. П.");
        }
        await head.Opens($"c:ph:{items[1].Value}:show");
        await head.Sees("Привязано мероприятие «Чтение <вслух>»");
        await head.DoesNotSee("Отмечен выполненным");
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task What_came_with_last_years_plan_or_by_the_clock_is_told()
    {
        await using var world = await World.Open(cluster);
        var head = (await world.HeadOfPlan()).StartedEarlier();
        (await world.Methodologist()).StartedEarlier();
        await world.HasPlan([PlanStage.Text("Осенний", 10)]);
        await head.Opens("c:pr:2027:last");
        await head.Sees("на год позже");
        var copy = await world.Sql<long>("select max(id) from plan_item");
        await head.Opens($"c:ph:{copy}:show");
        await head.Sees("Взят из прошлогоднего плана: Смирнова В. П.");

        var sent = (await world.SentPlan(1))[0];
        await world.Pass(TimeSpan.FromDays(4));
        await world.Pass(TimeSpan.FromDays(2));
        await world.RunJobs();
        await head.Opens($"c:ph:{sent.Value}:show");
        await head.Sees("Методисту отправлено напоминание: бот.");
    }

    [Fact]
    public async Task To_exclude_to_keep_and_to_agree_that_are_called_what_they_are()
    {
        await using var world = await World.Open(cluster);
        var head = (await world.HeadOfPlan()).StartedEarlier();
        var reader = (await world.Methodologist()).StartedEarlier();
        var items = await world.HasPlan([PlanStage.Text("Один"), PlanStage.Text("Два"), PlanStage.Text("Три")]);
        var never = (await world.SentPlan(1))[0];
        foreach (var item in items) await Excludes(world, head, item.Value);
        await head.Opens($"c:pi:{items[0].Value}:show");
        await head.Taps("Оставить в плане");
        await head.Sees("Хорошо, пункт остаётся в плане.");
        await Excludes(world, head, never.Value);
        await head.Types("/plan");
        await head.Taps("Отправить на согласование");
        await reader.Taps("Рассмотреть план");
        await reader.Taps("Вернуть");
        await reader.Types("Он нужен школам");
        await reader.Sees("Пункт 2 возвращён.");
        await reader.Opens($"c:pl:{(await world.Item(never)).Plan.Value}:show");
        await reader.Taps("Согласовать остальные: 1");
        await reader.Taps("Согласовать остальные: 1");
        await world.Idle();

        Assert.Equal("""
            PlanExclusionAsked 1, PlanExclusionAsked 2, PlanExclusionAsked 3, PlanItemKept 1, PlanItemExcluded 4,
            PlanExclusionReturned 2, PlanExclusionAgreed 3
            """.ReplaceLineEndings(" "), await world.Sql<string>("""
            select string_agg(l.action || ' ' || i.number, ', ' order by l.id)
            from action_log l join plan_item i on i.id = l.subject_id where l.subject = 'PlanItem'
            """));
        Assert.Equal("""{"number": 3, "version": 2}""",
            await world.Sql<string>("select detail::text from action_log where action = 'PlanExclusionAgreed'"));
        await head.Types("/people");
        await head.Taps("Журнал действий");
        await head.Sees("согласовано исключение: пункт 3 плана на 2026/27");
        await head.Sees("исключён пункт 4 плана на 2026/27");
        await head.Sees("оставлен в плане пункт 1 плана на 2026/27");
        await head.Taps("›");
        await head.Sees("предложено исключить: пункт 2 плана на 2026/27");
    }

    private static async Task Excludes(World world, Sandbox.Visitor head, long item)
    {
        await head.Opens($"c:pi:{item}:show");
        await head.Taps("Исключить пункт");
        await head.Types("Больше не нужно");
        await head.Taps("Исключить пункт");
        await world.Idle();
    }

    private static async Task Ties(World world, Sandbox.Visitor head, long seminar, string item)
    {
        await head.Opens($"c:s:{seminar}:show");
        await head.Taps("Изменить");
        await head.Taps("Пункт плана");
        await head.Taps(item);
        await head.Sees("✅ Изменено");
        await world.Idle();
    }
}
