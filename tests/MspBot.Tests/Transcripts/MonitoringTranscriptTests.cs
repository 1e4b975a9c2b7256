using MspBot.Tests.Digests;
using MspBot.Tests.Plan;
using MspBot.Tests.Support;
using MspBot.Tests.Surveys;
using Xunit;

namespace MspBot.Tests.Transcripts;

/// <summary>Monitoring as the methodologist and the head of the site read it, side by side.</summary>
public sealed class MonitoringTranscriptTests(TestCluster cluster)
{
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
}
