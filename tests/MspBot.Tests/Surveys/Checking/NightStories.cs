using MspBot.Domain.Surveys.Filling;
using MspBot.Domain.Surveys.Indicators;
using MspBot.Tests.Nominations.MySchool;
using MspBot.Tests.Plan;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Surveys.Checking;

/// <summary>What was returned at night, and what only some of those who check may do or read.</summary>
public sealed class NightStories(TestCluster cluster)
{
    private const string News = "Просим уточнить ответы";

    [Fact]
    public async Task Two_remarks_of_one_night_come_as_one_message_and_none_where_the_school_has_answered()
    {
        await using var world = await World.Open(cluster);
        var cast = await CheckingCast.Open(world);
        await cast.Sends(cast.First);
        await cast.Sends(cast.Second);
        await cast.Until(11, 24, 21);
        await Returns(cast, cast.First, "Ответы не за это полугодие");
        await Returns(cast, cast.First, "Проверьте и вакансии");
        await Returns(cast, cast.Second, "Проверьте числа");
        await cast.SecondHead.Opens($"c:mf:{cast.Survey.Value}:show");
        await cast.SecondHead.Taps("Проверить и отправить");
        await cast.SecondHead.Taps("Отправить");
        await cast.SecondHead.Sees("Исправленные ответы отправлены");
        await cast.Until(11, 25, 9);
        await cast.FirstHead.Sees("Проверьте и вакансии");
        Assert.Equal((1, 0), (CheckingCast.Count(cast.FirstHead, News), CheckingCast.Count(cast.SecondHead, News)));
    }

    [Fact]
    public async Task What_was_returned_before_a_closing_at_night_is_not_asked_for_in_the_morning()
    {
        await using var world = await World.Open(cluster);
        var cast = await CheckingCast.Open(world);
        await cast.Sends(cast.First);
        await cast.Until(11, 24, 21);
        await Returns(cast, cast.First, "Ответы не за это полугодие");
        await cast.OpensCard(cast.Head);
        await cast.Head.Taps("Закрыть опрос");
        await cast.Head.Taps("Да, закрыть опрос");
        await cast.Head.Sees("Опрос закрыт");
        await cast.Until(11, 25, 9);
        Assert.Equal(0, CheckingCast.Count(cast.FirstHead, News));
    }

    [Fact]
    public async Task Only_the_head_of_the_site_is_offered_to_answer_for_a_school_without_a_head()
    {
        await using var world = await World.Open(cluster);
        var cast = await CheckingCast.Open(world);
        await cast.OpensAnswers(cast.Head, cast.Third);
        await cast.Head.SeesButton("Внести за школу");
        await cast.OpensAnswers(cast.Methodologist, cast.Third);
        await cast.Methodologist.Sees("Руководителя школы в боте нет.");
        await world.HasNoButton(cast.Methodologist, "Внести за школу");
    }

    [Fact]
    public async Task What_a_school_never_sent_the_last_time_is_no_value_before()
    {
        await using var world = await World.Open(cluster);
        var cast = await CheckingCast.Open(world);
        var spring = await world.Survey("2 полугодие 2025/26", new(2026, 1, 1), new(2026, 5, 31), new(2026, 6, 10), [cast.First],
            [cast.Missed]);
        await world.Value(spring, cast.First, cast.Missed, SurveyValue.Share(50, 60));
        await world.Closes(spring);
        await cast.Sends(cast.First);
        await cast.OpensAnswers(cast.Head, cast.First);
        Assert.DoesNotContain("в прошлый раз", await cast.Head.Sees("26 из 63 (41 %)"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Eight_of_the_longest_answers_that_were_put_right_fit_into_one_message()
    {
        await using var world = await World.Open(cluster);
        var cast = await CheckingCast.Open(world);
        var words = new string('я', 990);
        var all = new List<Domain.Surveys.IndicatorVersionId>();
        for (var nr = 0; nr < 20; nr++) all.Add(await world.Indicator($"{new string('П', 190)} {nr}", IndicatorKind.Words));
        var survey = await world.Survey("1 полугодие 2027/28", new(2027, 9, 1), new(2027, 12, 31), CheckingCast.Due, [cast.First], all);
        foreach (var one in all) await world.Value(survey, cast.First, one, SurveyValue.Said(words));
        await world.Sent(survey, cast.First);
        await world.Pass(TimeSpan.FromMinutes(1));
        await world.Sql<int>($"""
            update survey_school set state = 'Returned', returned_at = {world.Now} where survey_id = {survey.Value};
            insert into survey_remark (survey_id, school_id, indicator_version_id, words, by_person, at, settled_at)
            select survey_id, school_id, indicator_version_id, repeat('з', 500), by_person, {world.Now}, {world.Now}
            from survey_value where survey_id = {survey.Value}
            """);
        await world.Pass(TimeSpan.FromMinutes(1));
        await world.Sql<int>($"""
            update survey_value set words = 'Новое ' || words, surprising = true, why = repeat('п', 300), at = {world.Now}
            where survey_id = {survey.Value};
            update survey_school set state = 'Resent', resent_at = {world.Now} where survey_id = {survey.Value}
            """);
        await cast.Head.Opens($"c:ma:{survey.Value}:show:{cast.First}");
        Assert.InRange((await cast.Head.Sees("Исправлено 20 из 20")).Length, 1, 4096);
        Assert.Empty(world.Telegram.Violations);
    }

    private static async Task Returns(CheckingCast cast, long school, string remark)
    {
        await cast.OpensAnswers(cast.Methodologist, school);
        await cast.Methodologist.Taps("Вернуть на уточнение");
        await cast.Methodologist.Taps("Все ответы");
        await cast.Methodologist.Types(remark);
        await cast.Methodologist.Sees("руководитель школы узнает");
    }
}
