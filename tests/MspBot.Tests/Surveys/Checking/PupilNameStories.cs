using MspBot.Tests.Plan;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Surveys.Checking;

/// <summary>Words that seem to name a pupil are asked about, also where those write who check.</summary>
public sealed class PupilNameStories(TestCluster cluster)
{
    [Fact]
    public async Task A_remark_and_a_reason_that_seem_to_name_a_pupil_are_asked_about()
    {
        await using var world = await World.Open(cluster);
        var cast = await CheckingCast.Open(world);
        await cast.Sends(cast.First);
        await cast.OpensAnswers(cast.Methodologist, cast.First);
        await cast.Methodologist.Taps("Вернуть на уточнение");
        await cast.Methodologist.Taps("Все ответы");
        await cast.Methodologist.Types("посчитан ли Петров из 8а");
        await cast.Methodologist.Sees("Похоже на имя ученика. Напишите без имён.");
        Assert.Equal("Sent", await cast.State(cast.First));
        await cast.Methodologist.Taps("Написать заново");
        await cast.Methodologist.Types("посчитаны ли все из 8а");
        await cast.Methodologist.Sees("1 руководитель школы узнает");
        await cast.FirstHead.Sees("Посчитаны ли все из 8а");

        await world.Closes(cast.Survey);
        await cast.OpensCard(cast.Methodologist);
        await cast.Methodologist.Taps("Открыть снова");
        await cast.Methodologist.Types("методист Петрова проверила 8а");
        await cast.Methodologist.Sees("Похоже на имя ученика. Напишите без имён.");
        await cast.Methodologist.Taps("Это не имя ученика");
        await cast.Methodologist.Sees("снова открыт. Руководители школ узнают.");
        Assert.Equal("Методист Петрова проверила 8а", await world.Sql<string>("select reason from survey_closing"));
    }
}
