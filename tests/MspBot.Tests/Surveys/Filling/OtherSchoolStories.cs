using MspBot.Domain.Surveys.Filling;
using MspBot.Domain.Surveys.Indicators;
using MspBot.Tests.Nominations.MySchool;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Surveys.Filling;

/// <summary>What was read of one school never answers for another, wherever its head has gone meanwhile.</summary>
public sealed class OtherSchoolStories(TestCluster cluster)
{
    [Fact]
    public async Task What_is_typed_to_a_question_of_the_school_that_they_headed_before_is_not_stored_for_the_new_one()
    {
        await using var world = await World.Open(cluster);
        var cast = await FillingCast.Open(world, IndicatorKind.Share, IndicatorKind.Number);
        await FillingCast.Begins(cast.Head);
        await HeadsAnother(world, cast);
        await cast.Head.Types("41 из 63");
        await cast.Head.Sees("Ваш ответ не записан: «41 из 63».");
        Assert.Equal(0, await world.Sql<int>("select count(*) from survey_value"));
        await cast.Head.Types("/menu");
        await cast.Head.Taps("Заполнить");
        await cast.Head.Taps("Заполнить");
        await cast.Head.Sees("Вопрос 1 из 2");
    }

    [Fact]
    public async Task What_was_read_of_one_school_does_not_send_the_answers_of_another()
    {
        await using var world = await World.Open(cluster);
        var cast = await FillingCast.Open(world, IndicatorKind.Number);
        await world.Value(cast.Survey, cast.School, cast.Indicators[0], SurveyValue.Number(5));
        await FillingCast.Looks(cast.Head);
        await cast.Head.Taps("Проверить и отправить");
        await cast.Head.Sees("1. Показатель 1: 5 уч.");
        var other = await HeadsAnother(world, cast);
        await world.Value(cast.Survey, other, cast.Indicators[0], SurveyValue.Number(7));
        await cast.Head.Taps("Отправить");
        await cast.Head.Sees("Этого больше нет или оно вам недоступно.");
        Assert.Equal("Filling Filling", await world.Sql<string>("select string_agg(state, ' ') from survey_school"));
    }

    [Fact]
    public async Task A_button_of_another_school_opens_nothing()
    {
        await using var world = await World.Open(cluster);
        var cast = await FillingCast.Open(world, IndicatorKind.Number);
        var other = await Asked(world, cast);
        await world.Value(cast.Survey, other, cast.Indicators[0], SurveyValue.Number(7777));
        foreach (var what in new[] { "show:{0}.Review.0", "go:{0}", "one:{0}.1", "send:{0}.1.17" })
        {
            await FillingCast.Looks(cast.Head);
            await cast.Head.Sees("Мониторинг за");
            await cast.Head.TapsData(cast.Head.Chat.Last(m => m.FromBot), $"c:mf:{cast.Survey.Value}:{string.Format(null, what, other)}");
            await cast.Head.Sees("Этого больше нет или оно вам недоступно.");
        }
        await cast.Head.DoesNotSee("7777");
        Assert.Equal("Filling", await world.Sql<string>($"select state from survey_school where school_id = {other}"));
    }

    private static async Task<long> HeadsAnother(World world, FillingCast cast)
    {
        var other = await Asked(world, cast);
        await world.Sql<int>($"update person_role set school_id = {other} where role = 'SchoolHead'");
        return other;
    }

    private static async Task<long> Asked(World world, FillingCast cast)
    {
        var other = await world.School("МОУ «СОШ № 14»");
        await world.Sql<int>($"insert into survey_school (survey_id, school_id) values ({cast.Survey.Value}, {other})");
        return other;
    }
}
