using MspBot.Domain.Plan;
using MspBot.Tests.Nominations;
using MspBot.Tests.Plan.Facts;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Plan.Items;

/// <summary>A head writes the plan: by hand, from last year's; changes and excludes items, and marks what is carried out.</summary>
public sealed class ItemStories(TestCluster cluster)
{
    [Fact]
    public async Task The_first_item_is_written_by_hand()
    {
        await using var world = await World.Open(cluster);
        var head = await world.HeadOfPlan();
        await head.Types("/plan");
        await head.Sees("Плана ещё нет.");
        await head.Taps("Добавить пункт");
        await head.Taps("Круглый стол");
        await head.Types("Читательская грамотность");
        await head.Types("с 15.11 по 15.01");
        await head.Types("Тьюторы");
        await head.Types("Методические рекомендации");
        await head.Taps("Пропустить");
        await head.Sees("Срок: с 15 ноября 2026 по 15 января 2027");
        await head.Taps("Всё верно");
        await head.Sees("Пункт 1 добавлен.");
        await head.SeesButton("Добавить ещё пункт");
        await head.Taps("К плану");
        await head.Sees("1 пункт. Есть что отправить на согласование.");
        Assert.Equal("PlanItemAdded", await world.Sql<string>("select action from action_log where subject = 'PlanItem'"));
    }

    [Fact]
    public async Task Last_years_plan_is_repeated_a_year_later_and_only_into_an_empty_plan()
    {
        await using var world = await World.Open(cluster);
        var head = (await world.HeadOfPlan()).StartedEarlier();
        await world.Methodologist();
        await world.HasPlan([PlanStage.Text("Осенний", 10), PlanStage.Text("Декабрьский")]);
        await head.Opens("c:pr:2027:last");
        await head.Sees("на год позже");          // this year's plan is agreed, so the next one may begin
        await head.Taps("Пункты");
        await head.Sees("Осенний — октябрь 2027 (не отправлен)");
        await head.Opens("c:pr:2027:last");
        await head.Sees("В плане уже есть пункты");
        Assert.Equal(2, await world.Sql<int>("select count(*) from plan_item i join plan p on p.id = i.plan_id where p.year = 2027"));
    }

    [Fact]
    public async Task The_next_year_is_planned_from_May_on_and_what_was_not_carried_out_is_carried_over()
    {
        await using var world = await World.Open(cluster);
        var head = (await world.HeadOfPlan()).StartedEarlier();
        await world.Methodologist();
        var items = await world.HasPlan([PlanStage.Text("Сделанный"), PlanStage.Text("Отложенный")]);
        await world.HasPlan([PlanStage.Text("Черновик")], agreed: false);
        await head.Opens("n:plan-add:2027");
        await world.Fills(head);
        await head.Sees("можно готовить с 1 мая");
        await head.Opens($"n:plan-done:{items[0].Value}.{(await world.Item(items[0])).Revision}");
        await head.Taps("Сегодня");
        await head.Types("Провели дистанционно");
        await head.Types("https://disk.example.org/r");
        await head.Types("Рекомендации");
        await head.Taps("Всё верно");
        await head.Sees("Выполнение: выполнен.");
        await head.Taps("Материал");
        await head.Sees("Рекомендации");

        await world.Pass(TimeSpan.FromDays(160));                     // 3 May 2027
        await head.Types("/plan");
        await head.Taps("2027/28 ›");
        await head.Taps("Добавить пункт");
        await world.Fills(head);
        await head.Sees("Пункт 1 добавлен.");
        await world.Pass(TimeSpan.FromDays(125));                     // 5 September 2027
        await head.Types("/plan");
        await head.Taps("Перенести невыполненные: 1");
        await head.Sees("Перенесено: 1 пункт.");
        Assert.DoesNotContain(head.Chat[^1].Buttons.SelectMany(row => row),
            button => button.Label.StartsWith("Перенести", StringComparison.Ordinal));
        Assert.Equal("Отложенный", await world.Sql<string>(
            "select v.title from plan_item_version v join plan_item i on i.id = v.item_id where i.number = 2 order by i.id desc limit 1"));
        // The plan of the year that is over takes only facts.
        await head.Opens($"c:pi:{items[1].Value}:show");
        await head.Sees("просрочен");
        Assert.DoesNotContain(head.Chat[^1].Buttons.SelectMany(row => row), button => button.Label == "Изменить пункт");
        await head.TapsData(head.Chat[^1], $"c:pe:{items[1].Value}:field:Title");
        await head.Sees("Учебный год этого плана закончился");
        await head.SeesButton("Отметить выполненным");
    }

    [Fact]
    public async Task An_item_in_force_goes_once_that_is_agreed_and_can_be_kept_until_then()
    {
        await using var world = await World.Open(cluster);
        var head = (await world.HeadOfPlan()).StartedEarlier();
        var reader = (await world.Methodologist()).StartedEarlier();
        var item = (await world.HasPlan([PlanStage.Text()]))[0];
        await head.Opens($"c:pi:{item.Value}:show");
        await head.Taps("Исключить пункт");
        await head.Sees("Почему исключаете?");
        await head.Taps("Не исключать");
        await head.Sees("Хорошо, пункт остаётся в плане.");
        await head.Taps("Исключить пункт");
        await head.Types("Объединили с другим");
        await head.Taps("Исключить пункт");
        await head.Sees("До этого пункт действует.");
        await head.Taps("Оставить в плане");
        await head.Sees("Согласован");
        Assert.Equal(ItemState.Agreed, (await world.Item(item)).State);

        await head.Taps("Исключить пункт");
        await head.Types("Объединили с другим");
        await head.Taps("Исключить пункт");
        await head.Sees("До этого пункт действует.");
        await head.Taps("К плану");
        await head.Taps("Отправить на согласование");
        await reader.Taps("Рассмотреть план");
        await reader.Sees("Пункт предлагают исключить.");
        await reader.Sees("Почему: Объединили с другим");
        await reader.Taps("Согласовать");
        await world.Idle();
        Assert.Equal(ItemState.Excluded, (await world.Item(item)).State);
    }

    [Fact]
    public async Task A_draft_that_nobody_has_seen_goes_without_a_reason_and_its_number_is_not_given_again()
    {
        await using var world = await World.Open(cluster);
        var head = (await world.HeadOfPlan()).StartedEarlier();
        var item = (await world.HasPlan([PlanStage.Text()], agreed: false))[0];
        await head.Opens($"c:pi:{item.Value}:show");
        await head.Taps("Исключить пункт");
        await head.Sees("Удалить пункт 1? Его ещё никто не видел.");
        await head.Taps("Исключить пункт");
        await head.Sees("Пункт удалён");
        Assert.Equal(2, (await world.Item((await world.HasPlan([PlanStage.Text()], agreed: false))[0])).Number);
    }

    [Fact]
    public async Task Who_answered_for_an_item_is_erased_and_the_head_is_asked_once_who_does_now()
    {
        await using var world = await World.Open(cluster);
        var head = (await world.HeadOfPlan()).StartedEarlier();
        var tutor = (await world.Teacher(77, "Тьюторова Ольга Павловна", "Tutor")).StartedEarlier();
        await world.Methodologist();
        var who = await world.Sql<long>("select id from person where chat_id = 77");
        var items = await world.HasPlan([
            PlanStage.Text("Один") with { Responsible = Responsible.Of(new Domain.People.PersonId(who)) },
            PlanStage.Text("Два") with { Responsible = Responsible.Of(new Domain.People.PersonId(who)) }]);
        await tutor.Erases();
        await head.Sees("отвечал за пункты плана 1, 2, удалил свои данные");
        await head.Taps("Назвать ответственного: 2");
        await head.Sees("Сейчас: данные удалены");
        await head.Taps("Смирнова Вера Павловна");
        await head.Types("Прежний ответственный ушёл");
        await head.Taps("Сохранить");
        await head.Sees("Сохранено.");
        await head.Opens($"c:pi:{items[0].Value}:show");
        await head.Sees("Ответственный: данные удалены");
        await head.SeesButton("Назвать ответственного");
        Assert.Equal(1, await world.Sql<int>("select count(*) from outbox where dedup like 'plan:heir:%'"));

        await world.Pass(TimeSpan.FromDays(160));                     // May: the next year may be planned
        await head.Opens("c:pr:2027:last");
        await head.Sees("Ответственные удалили свои данные, назовите других: пункты 1, 2.");
    }

    [Fact]
    public async Task No_card_of_an_item_in_the_chats_of_others_names_who_is_erased()
    {
        await using var world = await World.Open(cluster);
        var head = (await world.HeadOfPlan()).StartedEarlier();
        var tutor = (await world.Teacher(77, "Тьюторова Ольга Павловна", "Tutor")).StartedEarlier();
        await world.Methodologist();
        var who = new Domain.People.PersonId(await world.Sql<long>("select id from person where chat_id = 77"));
        var items = await world.HasPlan([PlanStage.Text("Один") with { Responsible = Responsible.Of(who) }]);
        var card = await world.Opened(head, $"c:pi:{items[0].Value}:show");
        Assert.Contains("Тьюторова", card.Text, StringComparison.Ordinal);

        await tutor.Erases();
        await world.Idle();
        Assert.DoesNotContain("Тьюторова", card.Text, StringComparison.Ordinal);
        Assert.Contains("Ответственный: данные удалены", card.Text, StringComparison.Ordinal);
    }
}
