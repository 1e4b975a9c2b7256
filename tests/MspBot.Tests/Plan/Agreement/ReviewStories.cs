using MspBot.Domain.Plan;
using MspBot.Tests.Plan.Facts;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Plan.Agreement;

/// <summary>A plan is sent, agreed item by item, returned and sent again; head and methodologist side by side.</summary>
public sealed class ReviewStories(TestCluster cluster)
{
    private const string Told = "select count(*) from outbox where dedup like 'plan:%:reviewed:%'";

    [Fact]
    public async Task A_plan_is_agreed_and_returned_item_by_item_and_told_in_one_message()
    {
        await using var world = await World.Open(cluster);
        var head = await world.HeadOfPlan();
        var reader = (await world.Methodologist()).StartedEarlier();
        var items = await world.HasPlan(
            [PlanStage.Text("Первый"), PlanStage.Text("Второй"), PlanStage.Text("Третий")], agreed: false);
        await head.Types("/plan");
        await head.Sees("3 пункта");
        await head.Taps("Отправить на согласование");
        await head.Sees("Отправлено: 3 пункта. Методист узнает сейчас.");

        await reader.Sees("План на 2026/27: 3 пункта ждут согласования");
        await reader.Taps("Рассмотреть план");
        await reader.Sees("Рассмотрено 0 из 3");
        await reader.Taps("Согласовать");
        await reader.Sees("Второй");
        await reader.Sees("Рассмотрено 1 из 3");
        await reader.Taps("Вернуть");
        await reader.Types("?");
        await reader.Sees("Слишком коротко");
        await reader.Types("Кто отвечает за материалы?");
        await reader.Sees("Пункт 2 возвращён.");
        await reader.Taps("Согласовать");
        await reader.Sees("Рассмотрено 3 из 3");
        await reader.Sees("Согласовано 2, возвращено 1.");
        Assert.Equal(0, await world.Sql<int>("select count(*) from plan_decision where told_at is not null"));
        await reader.Taps("Закончить рассмотрение");
        await reader.Sees("Рассмотрение закончено: согласовано 2, возвращено 1. Руководитель площадки узнает сейчас.");

        await head.Sees("План на 2026/27: согласовано 2, возвращено 1");
        await head.Sees("Замечание: «Кто отвечает за материалы?»");
        await head.Taps("Изменить пункт");
        await head.Taps("Ответственного");
        await head.Types("Методический совет");
        await head.Taps("Сохранить");
        await head.Sees("Сохранено.");
        await world.Pass(TimeSpan.FromMinutes(5));
        await head.Taps("Отправить на согласование");
        await reader.Sees("План на 2026/27: 1 пункт ждёт согласования");
        await reader.Taps("Рассмотреть план");
        await reader.Sees("Ответственный: был «Тьюторы», стал «Методический совет».");
        await reader.Sees("Замечание: «Кто отвечает за материалы?»");
        await reader.Taps("Согласовать");
        await world.Idle();
        Assert.Equal(ItemState.Agreed, (await world.Item(items[1])).State);
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task A_changed_item_is_read_as_was_and_became_and_the_agreed_version_stays_in_force()
    {
        await using var world = await World.Open(cluster);
        var head = (await world.HeadOfPlan()).StartedEarlier();
        var reader = (await world.Methodologist()).StartedEarlier();
        var observer = (await world.Observer()).StartedEarlier();
        var item = (await world.HasPlan([PlanStage.Text(month: 12)]))[0];
        await head.Opens($"c:pi:{item.Value}:show");
        await head.Taps("Изменить пункт");
        await head.Taps("Срок");
        await head.Types("когда-нибудь");
        await head.Sees("Напишите, например: октябрь 2026, 15.10.2026 или «с 01.10 по 15.11».");
        await head.Types("август 2026");
        await head.Sees("Срок раньше начала учебного года (1 сентября 2026).");
        await head.Types("ноябрь");
        await head.Types("Школы просили раньше");
        await head.Sees("действует прежнее");
        await head.Taps("Сохранить");
        await head.Taps("Отправить на согласование");

        await observer.Opens($"c:pi:{item.Value}:show");
        await observer.Sees("Срок: декабрь 2026");
        await reader.Taps("Рассмотреть план");
        await reader.Sees("Срок: был «декабрь», стал «ноябрь».");
        var shown = await reader.Sees("Почему: Школы просили раньше");
        Assert.DoesNotContain("Результат:", shown, StringComparison.Ordinal);
        await reader.Taps("Согласовать");
        await observer.Opens($"c:pi:{item.Value}:show");
        await observer.Sees("Срок: ноябрь 2026");
    }

    [Fact]
    public async Task The_rest_is_agreed_after_one_question_and_a_plan_changed_meanwhile_is_asked_about_again()
    {
        await using var world = await World.Open(cluster);
        var head = (await world.HeadOfPlan()).StartedEarlier();
        var reader = (await world.Methodologist()).StartedEarlier();
        var items = await world.SentPlan(3);
        await reader.Types("/plan");
        await reader.Taps("Пункты");
        await reader.SeesButton("Согласовать весь план");
        await reader.Taps("Согласовать остальные: 3");
        await reader.Sees("Согласовать всё, что ещё ждёт решения: 3 пункта?");
        await world.Pass(TimeSpan.FromMinutes(1));
        await head.Opens($"c:pi:{items[2].Value}:show");
        await head.Taps("Отозвать");
        await head.Sees("Пункт отозван.");
        await reader.Taps("Согласовать остальные: 3");
        await reader.Sees("Пока вы смотрели, план изменился, поэтому ничего не согласовано.");
        await reader.Sees("Пункт 3 сейчас правит руководитель площадки.");
        await reader.Taps("Согласовать остальные: 2");
        await reader.Sees("Согласовано 2.");
        await reader.Taps("Закончить рассмотрение");
        await head.Sees("План на 2026/27: согласовано 2");
        Assert.Equal("Draft", await world.Sql<string>($"select state from plan_item where id = {items[2].Value}"));
    }

    [Fact]
    public async Task The_whole_plan_is_agreed_and_told_at_once()
    {
        await using var world = await World.Open(cluster);
        var head = (await world.HeadOfPlan()).StartedEarlier();
        var reader = (await world.Methodologist()).StartedEarlier();
        await world.SentPlan(2);
        await reader.Types("/plan");
        await reader.Taps("Пункты");
        await reader.Taps("Согласовать весь план");
        await reader.Sees("Согласовать весь план: 2 пункта? Руководитель площадки узнает сразу.");
        await reader.Taps("Согласовать весь план");
        await reader.Sees("Рассмотрение закончено: согласовано 2.");
        await head.Sees("План на 2026/27: согласовано 2");
        await head.Types("/plan");
        await head.Sees("План согласован.");
    }

    [Fact]
    public async Task What_is_decided_and_not_ended_is_told_half_an_hour_before_quiet_hours_and_never_twice()
    {
        await using var world = await World.Open(cluster);
        var head = (await world.HeadOfPlan()).StartedEarlier();
        var reader = (await world.Methodologist()).StartedEarlier();
        await world.SentPlan(3);
        await reader.Types("/plan");
        await reader.Taps("Рассмотреть план");
        await reader.Taps("Согласовать");
        await reader.Sees("Рассмотрено 1 из 3");
        await world.Pass(TimeSpan.FromHours(9));                // 19:00
        await head.DoesNotSee("согласовано 1");
        await world.Pass(TimeSpan.FromMinutes(31));
        await head.Sees("План на 2026/27: согласовано 1");
        // What is decided after that moment waits for the next one.
        await reader.Taps("Согласовать");
        await reader.Sees("Рассмотрено 2 из 3");
        await world.Pass(TimeSpan.FromMinutes(10));
        await world.RunJobs();
        Assert.Equal(1, await world.Sql<int>(Told));
        await reader.Types("/plan");
        await reader.Taps("Закончить рассмотрение");
        await reader.Sees("согласовано 1");
        await world.Pass(TimeSpan.FromDays(1));
        await world.RunJobs();
        Assert.Equal(2, await world.Sql<int>(Told));
    }
}
