using MspBot.Domain.Surveys.Filling;
using MspBot.Domain.Surveys.Indicators;
using MspBot.Tests.Nominations.MySchool;
using MspBot.Tests.Plan;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Surveys.Filling;

/// <summary>Where else a head of a school meets the survey, and what is stored of them.</summary>
public sealed class WhereItWaitsStories(TestCluster cluster)
{
    [Fact]
    public async Task The_survey_that_waits_stands_in_school_and_leads_to_the_next_question()
    {
        await using var world = await World.Open(cluster);
        var cast = await FillingCast.Open(world, IndicatorKind.Number, IndicatorKind.Number);
        await cast.Head.Types("/school");
        await cast.Head.Sees($"Мониторинг за {FillingCast.Now}: ответьте до 18 декабря.");
        await cast.Head.Taps("Заполнить");
        await cast.Head.Sees($"Мониторинг за {FillingCast.Now}: 2 вопроса, пара минут, до пт, 18 декабря");
        await cast.Head.Taps("Заполнить");
        await cast.Head.Types("3");
        await cast.Head.Sees("Вопрос 2 из 2");
        await cast.Head.Types("/school");
        await cast.Head.Taps("Продолжить заполнение");
        await cast.Head.Sees("Вопрос 2 из 2");

        await world.Value(cast.Survey, cast.School, cast.Indicators[1], SurveyValue.Number(2));
        await world.Sent(cast.Survey, cast.School);
        await cast.Head.Types("/school");
        await world.HasNoButton(cast.Head, "Продолжить заполнение");
        Assert.DoesNotContain("Мониторинг", cast.Head.Chat.Last(m => m.FromBot).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_has_answered_and_written_is_said_in_their_profile()
    {
        await using var world = await World.Open(cluster);
        var cast = await FillingCast.Sent(world);
        await cast.Returned(cast.Indicators[0], "Проверьте");
        await cast.Site.Types("/profile");
        await cast.Site.Taps("Что хранится");
        var stored = await cast.Site.Sees("Что о вас хранится");
        Assert.Contains("Ответы на опросы мониторинга, которые внесли вы: 2", stored, StringComparison.Ordinal);
        Assert.Contains("Рекомендации, замечания и заключения, которые написали вы: 1", stored, StringComparison.Ordinal);
        await cast.Head.Types("/profile");
        await cast.Head.Taps("Что хранится");
        Assert.DoesNotContain("мониторинг", await cast.Head.Sees("Что о вас хранится"), StringComparison.Ordinal);
    }
}
