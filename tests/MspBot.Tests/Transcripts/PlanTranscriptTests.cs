using MspBot.Sandbox;
using MspBot.Tests.Plan;
using MspBot.Tests.Plan.Facts;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Transcripts;

/// <summary>A plan as its head and the methodologist read it, side by side.</summary>
public sealed class PlanTranscriptTests(TestCluster cluster)
{
    [Fact]
    public async Task A_plan_from_its_first_item_to_its_agreement_reads_as_approved()
    {
        await using var world = await World.Open(cluster);
        var head = (await world.HeadOfPlan()).StartedEarlier();
        var methodologist = (await world.Methodologist()).StartedEarlier();
        var reader = new Reader(world);
        await reader.Types(head, "/plan");
        await reader.Taps(head, "Добавить пункт");
        await reader.Taps(head, "Круглый стол");
        await reader.Types(head, "Читательская грамотность на всех уроках");
        await reader.Types(head, "скоро");
        await reader.Types(head, "ноябрь–декабрь");
        await reader.Types(head, "Тьюторы");
        await reader.Types(head, "Методические рекомендации");
        await reader.Taps(head, "Пропустить");
        await reader.Taps(head, "Всё верно");
        await world.HasPlan([PlanStage.Text("Диагностика педагогических затруднений"), PlanStage.Text("Итоговая встреча школ", 5)],
            agreed: false);
        await reader.Types(head, "/plan");
        await reader.Taps(head, "Отправить на согласование");
        await reader.Types(methodologist, "/menu");
        await reader.Taps(methodologist, "Рассмотреть план");
        await reader.Taps(methodologist, "Согласовать");
        await reader.Taps(methodologist, "Вернуть");
        await reader.Types(methodologist, "Укажите, кто проводит диагностику");
        await reader.Types(methodologist, "/plan");
        await reader.Taps(methodologist, "Пункты");
        await reader.Taps(methodologist, "Согласовать остальные: 1");
        await reader.Taps(methodologist, "Согласовать остальные: 1");
        await reader.Taps(methodologist, "Закончить рассмотрение");
        await reader.Types(head, "/menu");
        await reader.Taps(head, "Возвращённые: 1");
        await reader.Taps(head, "2 · Диагностика");
        await reader.Taps(head, "Изменить пункт");
        await reader.Taps(head, "Ответственного");
        await reader.Types(head, "Педагог-психолог площадки");
        await reader.Taps(head, "Сохранить");
        await world.Pass(TimeSpan.FromHours(1));
        await reader.Taps(head, "Отправить на согласование");
        await reader.Taps(methodologist, "Рассмотреть план");
        await reader.Taps(methodologist, "Согласовать");
        await reader.Taps(methodologist, "Закончить рассмотрение");
        await reader.Types(head, "/plan");
        await reader.Taps(head, "История");
        Approved.Check("journey-plan", reader.Text);
    }

    [Fact]
    public async Task An_agreed_plan_that_changes_reads_as_approved()
    {
        await using var world = await World.Open(cluster);
        var head = (await world.HeadOfPlan()).StartedEarlier();
        var methodologist = (await world.Methodologist()).StartedEarlier();
        var observer = (await world.Observer()).StartedEarlier();
        await world.HasPlan([PlanStage.Text("Читательская грамотность", 12), PlanStage.Text("Итоговая встреча школ", 5)]);
        await world.Pass(TimeSpan.FromDays(1));
        var reader = new Reader(world);
        reader.BeginHere();
        await reader.Types(head, "/plan");
        await reader.Taps(head, "Пункты");
        await reader.Taps(head, "1 · Читательская");
        await reader.Taps(head, "Изменить пункт");
        await reader.Taps(head, "Срок");
        await reader.Types(head, "с 12.01 по 15.01");
        await reader.Types(head, "в декабре карантин");
        await reader.Taps(head, "Сохранить");
        await reader.Taps(head, "К пунктам");
        await reader.Taps(head, "2 · Итоговая");
        await reader.Taps(head, "Исключить пункт");
        await reader.Types(head, "объединили с конференцией района");
        await reader.Taps(head, "Исключить пункт");
        await reader.Taps(head, "К плану");
        await world.Pass(TimeSpan.FromHours(1));
        await reader.Taps(head, "Отправить на согласование");
        await reader.Types(observer, "/plan");
        await reader.Taps(observer, "Пункты");
        await reader.Types(methodologist, "/plan");
        await reader.Taps(methodologist, "Что изменилось");
        await reader.Taps(methodologist, "К плану");
        await reader.Taps(methodologist, "Рассмотреть план");
        await reader.Taps(head, "Пункты");
        await reader.Taps(head, "1 · Читательская");
        await reader.Taps(head, "Отозвать");
        await reader.Taps(methodologist, "Следующий пункт");
        await reader.Taps(methodologist, "Согласовать");
        await reader.Act(() => world.Pass(TimeSpan.FromMinutes(515)));
        await reader.Types(head, "/plan");
        await reader.Taps(head, "Пункты");
        await reader.Taps(head, "1 · Читательская");
        await reader.Taps(head, "История");
        Approved.Check("journey-plan-changes", reader.Text);
    }
}
