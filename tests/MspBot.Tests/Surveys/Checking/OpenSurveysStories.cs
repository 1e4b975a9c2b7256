using MspBot.Tests.Nominations.MySchool;
using MspBot.Tests.Plan;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Surveys.Checking;

/// <summary>What those who check answers see first in /monitoring.</summary>
public sealed class OpenSurveysStories(TestCluster cluster)
{
    [Fact]
    public async Task An_open_survey_stands_in_monitoring_until_it_is_closed_and_only_for_those_who_check()
    {
        await using var world = await World.Open(cluster);
        var cast = await CheckingCast.Open(world);
        await cast.Sends(cast.First);
        var observer = (await world.ObserverOfSurveys()).StartedEarlier();
        foreach (var who in new[] { cast.Head, cast.Methodologist })
        {
            await who.Types("/monitoring");
            await who.Sees("Опрос за 1 полугодие 2026/27: ответила 1 из 3, до пт, 4 декабря.");
            await who.Taps("1 полугодие 2026/27: 1 из 3");
            await who.Sees("Опрос «1 полугодие 2026/27»");
        }
        await observer.Types("/monitoring");
        await observer.SeesButton("Показатели");
        await world.HasNoButton(observer, "1 полугодие 2026/27: 1 из 3");

        await cast.Until(12, 7, 10);
        await cast.Head.Types("/monitoring");
        await cast.Head.Sees("Опрос за 1 полугодие 2026/27: ответила 1 из 3, срок был 4 декабря.");
        await world.Closes(cast.Survey);
        await cast.Methodologist.Types("/monitoring");
        await cast.Methodologist.SeesButton("Свод: 1 полугодие 2026/27");
        await world.HasNoButton(cast.Methodologist, "1 полугодие 2026/27: 1 из 3");
    }
}
