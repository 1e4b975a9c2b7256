using MspBot.Sandbox;
using MspBot.Tests.Digests;
using MspBot.Tests.Nominations.MySchool;
using MspBot.Tests.Plan;
using MspBot.Tests.Support;
using MspBot.Tests.Surveys;
using Xunit;

namespace MspBot.Tests.Transcripts;

/// <summary>Monitoring as the head of the site, the head of a school and the methodologist read it, over two half-years.</summary>
public sealed class MonitoringTranscriptTests(TestCluster cluster)
{
    private static readonly string[] Unticked =
        ["Педагоги, которые прошли диагностику профессиональных дефицитов",
            "Педагоги, у которых есть индивидуальный образовательный маршрут (ИОМ)",
            "Педагоги, которые прошли курсы повышения квалификации за последние три года"];

    [Fact]
    public async Task Two_half_years_of_monitoring_read_as_approved()
    {
        await using var world = await World.Open(cluster);
        var head = (await world.HeadOfSurveys()).StartedEarlier();
        var school = (await world.HeadOf(31, await world.LowResults())).StartedEarlier();
        await world.LowResults("МОУ «СОШ № 3»");
        var reader = new Reader(world);
        await head.Types("/monitoring");
        await head.Taps("Показатели");
        await head.Taps("Типовой набор");
        await head.Sees("Добавлено");
        await world.Sql<int>($"update indicator set retired_at = {world.Now} where every = 'Year' and month < 9");
        await Survey(world, reader, head, "1 полугодие 2026/27", "18.12");

        await reader.Types(school, "/menu");
        await reader.Taps(school, "Заполнить");
        await reader.Taps(school, "Заполнить");
        await reader.Types(school, "63 из 41");
        await reader.Taps(school, "Да, 41 из 63");
        await reader.Types(school, "65 %");
        await reader.Types(school, "12/340");
        await reader.Types(school, "минус один");
        await reader.Types(school, "1");
        await reader.Taps(school, "Нет данных");
        await reader.Taps(school, "ещё нет результатов");
        await reader.Taps(school, "Проверить и отправить");
        await reader.Taps(school, "Отправить");

        await reader.Taps(head, "Посмотреть ответы");
        await reader.Taps(head, "Вернуть на уточнение");
        await reader.Taps(head, "1. Обучающиеся");
        await reader.Types(head, "это число за прошлый год");
        await reader.Types(school, "/menu");
        await reader.Taps(school, "Ответить на уточнение");
        await reader.Taps(school, "Ответить на уточнение");
        await reader.Types(school, "38 из 63");
        await reader.Taps(school, "Проверить и отправить");
        await reader.Taps(school, "Отправить");
        await reader.Taps(head, "Посмотреть ответы");
        await reader.Taps(head, "Принять");
        await reader.Types(head, "/monitoring");
        await reader.Taps(head, "1 полугодие 2026/27");
        await reader.Taps(head, "Закрыть опрос");
        await reader.Taps(head, "Да, закрыть опрос");
        await reader.Types(head, "/monitoring");
        await reader.Taps(head, "Свод: 1 полугодие");
        await reader.Taps(head, "По школам");
        await reader.Taps(head, "МОУ «СОШ № 12»");
        await reader.Taps(head, "Написать рекомендацию");
        await reader.Types(head, "Составить план работы с учениками группы риска");
        await reader.Types(head, "01.02");
        await reader.Taps(head, "Отправить рекомендацию");
        await reader.Taps(school, "Принято к сведению");
        await reader.Types(school, "/monitoring");
        await reader.Taps(school, "Свод: 1 полугодие");

        await world.Pass(TimeSpan.FromDays(180));
        await Survey(world, reader, head, "2 полугодие 2026/27", "05.06");
        await reader.Types(school, "/menu");
        await reader.Taps(school, "Заполнить");
        await reader.Taps(school, "Заполнить");
        await reader.Types(school, "12 из 63");
        await reader.Taps(school, "Да, верно");
        await reader.Taps(school, "Столько же");
        await reader.Types(school, "2");
        await reader.Taps(school, "Частично");
        await reader.Taps(school, "Проверить и отправить");
        await reader.Taps(school, "Отправить");
        await reader.Types(head, "/monitoring");
        await reader.Taps(head, "2 полугодие 2026/27");
        await reader.Taps(head, "Свод");
        await reader.Taps(head, "По школам");
        await reader.Taps(head, "МОУ «СОШ № 12»");
        Approved.Check("journey-monitoring", reader.Text);
    }

    [Fact]
    public async Task A_conclusion_of_the_methodologist_and_its_answer_read_as_approved()
    {
        await using var world = await World.Open(cluster);
        var head = (await world.HeadOfSurveys()).StartedEarlier();
        var methodologist = (await world.MethodologistOfSurveys()).StartedEarlier();
        await world.Held(World.Morning.AddDays(-14), signedUp: 6, came: 5);
        var reader = new Reader(world);
        reader.BeginHere();
        await reader.Types(methodologist, "/monitoring");
        await reader.Taps(methodologist, "Эффективность площадки");
        await reader.Taps(methodologist, "Цели на год");
        await reader.Taps(methodologist, "Явка: цели нет");
        await reader.Types(methodologist, "много");
        await reader.Types(methodologist, "80");
        await reader.Taps(methodologist, "← Показатели");
        await reader.Taps(methodologist, "Написать заключение");
        await reader.Types(methodologist, "Явка выше цели. Предлагаем больше практикумов для начальной школы.");
        await reader.Taps(methodologist, "Отправить руководителю");
        await reader.Taps(head, "Ответить на заключение");
        await reader.Types(head, "Согласны: два практикума добавим в план второго полугодия.");
        await reader.Types(methodologist, "/monitoring");
        await reader.Taps(methodologist, "Эффективность площадки");
        Approved.Check("journey-effectiveness", reader.Text);
    }

    /// <summary>With a few of the usual questions; written down from the draft on.</summary>
    private static async Task Survey(World world, Reader reader, Visitor head, string period, string due)
    {
        await head.Types("/monitoring");
        await head.Taps("Новый опрос");
        await head.Taps(period);
        foreach (var name in Unticked) await head.Taps($"✓ {name}");
        await head.Taps("Готово");
        await head.Types(due);
        await head.Taps("Готово");
        await world.Idle();
        reader.BeginHere();
        await reader.Taps(head, "Подготовить опрос");
        await reader.Taps(head, "Открыть опрос");
    }
}
