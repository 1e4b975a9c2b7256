using MspBot.Domain.Plan;
using MspBot.Tests.Feedback;
using MspBot.Tests.Plan;
using MspBot.Tests.Plan.Facts;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Seminars.Heads;

/// <summary>How a meeting meets the plan: when it is made, published, moved, and after it was held.</summary>
public sealed class PlannedSeminarStories(TestCluster cluster)
{
    [Fact]
    public async Task A_chosen_item_answers_what_it_says_and_the_answers_can_be_changed()
    {
        await using var world = await World.Open(cluster);
        var head = await world.Head();
        await world.Methodologist();
        await world.HasPlan([
            PlanStage.Text("Мониторинг", 11) with { Form = WorkForm.SchoolMonitoring },
            PlanStage.Text("Круглый стол в марте", 3),
            PlanStage.Text("Круглый стол по <чтению>") with
            {
                Audience = "учителя истории",
                Responsible = Responsible.Of(new Domain.People.PersonId(await world.Sql<long>(
                    $"select id from person where chat_id = {World.HeadId}"))),
            }]);
        await head.Types("/new");
        await head.Taps("Круглый стол");
        await head.Sees("По какому пункту плана?");
        // Those of its kind and near today first.
        Assert.Equal(["3 · Круглый стол по <чтению>", "2 · Круглый стол в марте", "1 · Мониторинг"],
            head.Chat[^1].Buttons.SelectMany(row => row).Select(b => b.Label).Take(3));
        await head.Types("марте");
        await head.Sees("Найдено по «марте»: 1");
        await head.Taps("Показать все");
        await head.Taps("3 · Круглый стол");
        await head.Sees("Когда оно пройдёт?");
        await head.Types("15.12.2026 15:00");
        await head.Taps("1 час");
        await head.Taps("Без ограничения");
        await head.Sees("По какой ссылке");
        await head.Taps("Пропустить");
        await head.Sees("О чём расскажете");
        await head.Taps("Пропустить");
        var summary = await head.Sees("Опубликовать мероприятие?");
        foreach (var answer in (string[])["Пункт плана: 3. Круглый стол по <чтению>", "Название: Круглый стол по <чтению>",
            "Для кого: учителя истории", "Ведёт: Смирнова Вера Павловна (я)"])
            Assert.Contains(answer, summary, StringComparison.Ordinal);
        Assert.DoesNotContain("вне срока", summary, StringComparison.Ordinal);
        // Another item says otherwise; what was typed stays.
        await head.Taps("Изменить");
        await head.Taps("Для кого");
        await head.Types("все");
        await head.Taps("Изменить");
        await head.Taps("Пункт плана");
        await head.Taps("2 · Круглый стол");
        await head.Taps("(я)");
        summary = await head.Sees("Опубликовать мероприятие?");
        Assert.Contains("Название: Круглый стол в марте", summary, StringComparison.Ordinal);
        Assert.Contains("Для кого: все", summary, StringComparison.Ordinal);
        Assert.Contains("❗ Это вне срока пункта 2: март 2027.", summary, StringComparison.Ordinal);
        await head.Taps("Опубликовать");
        await head.Sees("✅ Опубликовано");
        await head.SeesButton("Пункт плана: 2");
        await head.Sees("Это вне срока пункта 2: март 2027.");
        await head.Taps("Оставить");
        await head.Sees("Срок пункта 2 прежний");
        Assert.Equal(2, await world.Sql<int>("select i.number from seminar s join plan_item i on i.id = s.plan_item_id"));
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task Outside_the_plan_is_one_tap_and_without_a_plan_nothing_is_asked()
    {
        await using var world = await World.Open(cluster);
        var head = await world.Head();
        await world.Methodologist();
        await head.Types("/new");
        await head.Taps("Круглый стол");
        await head.Sees("Как называется");
        await head.Types("/cancel");
        await world.HasPlan([PlanStage.Text()], agreed: false);
        await head.Types("/new");
        await head.Taps("Круглый стол");
        await head.Taps("Вне плана");
        await head.Sees("Как называется");
        await head.Types("Без плана");
        await head.Types("завтра в 15");
        await head.Taps("1 час");
        await head.Taps("Без ограничения");
        await head.Taps("Пропустить");
        await head.Sees("По какой ссылке");
        await head.Taps("Пропустить");
        await head.Taps("(я)");
        await head.Taps("Пропустить");
        Assert.Contains("Пункт плана: Вне плана", await head.Sees("Опубликовать мероприятие?"), StringComparison.Ordinal);
        await head.Taps("Опубликовать");
        await head.Sees("✅ Опубликовано");
        Assert.Equal(1, await world.Sql<int>("select count(*) from seminar where plan_item_id is null"));
    }

    [Fact]
    public async Task An_item_that_is_gone_at_the_end_is_asked_again()
    {
        await using var world = await World.Open(cluster);
        var head = await world.Head();
        await world.Methodologist();
        var items = await world.HasPlan([PlanStage.Text(), PlanStage.Text("Другой")]);
        await world.BeginsFromItem(head, items[0]);
        await head.Types("15.12.2026 15:00");
        await head.Taps("1 час");
        await head.Taps("Без ограничения");
        await head.Taps("Пропустить");
        await head.Sees("По какой ссылке");
        await head.Taps("Пропустить");
        await head.Taps("(я)");
        await head.Taps("Пропустить");
        await head.Sees("Опубликовать мероприятие?");
        await world.Sql<int>("update plan_item set state = 'Excluded' where number = 1");
        await head.Taps("Опубликовать");
        await head.Sees("Этого пункта в плане больше нет. Выберите другой.");
        await head.Taps("2 · Другой");
        await head.Taps("Опубликовать");
        await head.Sees("✅ Опубликовано");
        Assert.Equal(2, await world.Sql<int>("select i.number from seminar s join plan_item i on i.id = s.plan_item_id"));
    }

    [Fact]
    public async Task A_meeting_is_tied_moved_to_another_item_and_untied_also_when_it_is_over()
    {
        await using var world = await World.Open(cluster);
        var (head, anna) = (await world.Head(), await world.Teacher(1));
        await world.Methodologist();
        var seminar = await world.Seminar(startsIn: TimeSpan.FromHours(2));
        await head.Types("/events");
        await head.Taps(SeminarCast.Label);
        await head.Taps("Изменить");
        await head.Taps("Пункт плана");
        await head.Sees("В плане на 2026/27 пока нет пунктов");
        var items = await world.HasPlan([PlanStage.Text(month: 11), PlanStage.Text("Второй", 11)]);
        await head.Types("/events");
        await head.Taps(SeminarCast.Label);
        await head.Taps("Изменить");
        await head.Taps("Пункт плана");
        await head.Taps("1 · Круглый стол");
        await head.Sees("✅ Изменено");
        await head.SeesButton("Пункт плана: 1");
        Assert.Equal($"Seminar {seminar} {{\"plan_is\": 1}}", await world.Sql<string>(
            "select subject || ' ' || subject_id || ' ' || detail from action_log where action = 'SeminarTied'"));
        Assert.Equal(Fact.Running, await world.Fact(items[0]));

        await world.Came(seminar, came: true, 1);
        await world.Pass(TimeSpan.FromHours(4));
        Assert.Equal(Fact.Done, await world.Fact(items[0]));
        await head.Types("/my");
        await head.TapsData(head.Chat[^1], $"c:s:{seminar}:show");
        await head.Taps("Другой пункт плана");
        await head.Taps("2 · Второй");
        await head.Sees("✅ Изменено");
        Assert.Equal((Fact.Ahead, Fact.Done), (await world.Fact(items[0]), await world.Fact(items[1])));
        await head.Taps("Другой пункт плана");
        await head.Taps("Вне плана");
        await head.Sees("✅ Изменено");
        await head.SeesButton("Пункт плана");
        Assert.Equal(Fact.Ahead, await world.Fact(items[1]));
        // Nobody else sees the plan on the card, nor ties.
        await anna.Types("/menu");
        await anna.TapsData(anna.Chat[^1], $"n:change:{seminar}.1.PlanItem");
        await world.Idle();
        Assert.DoesNotContain("пункт", anna.Chat[^1].Text, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task A_meeting_that_is_moved_out_of_the_term_of_its_item_says_so_and_within_it_asks_nobody()
    {
        await using var world = await World.Open(cluster);
        var head = await world.Head();
        await world.Methodologist();
        var items = await world.HasPlan([PlanStage.Text(month: 12)], agreed: false);
        var seminar = await world.Seminar();
        await world.Sql<int>($"update seminar set plan_item_id = {items[0].Value}");
        await Moves("10.12.2026 15:00");
        await head.Sees("Пункт 1 ещё не согласован.");
        await head.SeesButton("Открыть пункт");
        await Moves("15.01.2027 15:00");
        await head.Sees("Это вне срока пункта 1: декабрь 2026.");
        await head.Taps("Изменить срок");
        await head.Sees("Когда?");

        async Task Moves(string when)
        {
            await head.Types("/events");
            await head.Taps(SeminarCast.Label);
            await head.Taps("Изменить");
            await head.Taps("Дата и время");
            await head.Types(when);
            await head.Taps("Всё верно");
            await head.Sees("✅ Изменено");
            await world.Idle();
        }
    }

    [Fact]
    public async Task A_draft_under_an_item_says_nothing_until_it_is_published()
    {
        await using var world = await World.Open(cluster);
        var head = await world.Head();
        await world.Methodologist();
        var items = await world.HasPlan([PlanStage.Text(month: 3)]);
        var draft = await world.Seminar(state: "Draft");
        await world.Sql<int>($"update seminar set plan_item_id = {items[0].Value}");
        Assert.Equal(Fact.Ahead, await world.Fact(items[0]));
        await head.Types("/my");
        await head.TapsData(head.Chat[^1], $"c:s:{draft}:show");
        await head.Taps("Опубликовать");
        await head.Sees("Это вне срока пункта 1: март 2027.");
        Assert.Equal(Fact.Running, await world.Fact(items[0]));
    }
}
