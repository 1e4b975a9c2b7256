using MspBot.Tests.Plan;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Surveys.Checking;

/// <summary>What a school has sent goes back to it with a remark.</summary>
public sealed class ReturnStories(TestCluster cluster)
{
    [Fact]
    public async Task One_indicator_goes_back_and_only_what_was_put_right_is_looked_at()
    {
        await using var world = await World.Open(cluster);
        var cast = await CheckingCast.Open(world);
        await cast.Sends(cast.First);
        await cast.OpensAnswers(cast.Methodologist, cast.First);
        await cast.Methodologist.Taps("Вернуть на уточнение");
        await cast.Methodologist.Sees("Что нужно уточнить?");
        await cast.Methodologist.Taps("1. Пропуски без причины");
        await cast.Methodologist.Types("ой");
        await cast.Methodologist.Sees("Слишком коротко.");
        await cast.Methodologist.Types("сверьте с журналами за октябрь");
        await cast.Methodologist.Sees("1 руководитель школы узнает");
        Assert.Equal("Returned", await cast.State(cast.First));
        var news = await cast.FirstHead.Sees("Просим уточнить ответы");
        Assert.Contains("«Пропуски без причины»: Сверьте с журналами за октябрь", news, StringComparison.Ordinal);
        Assert.Contains("Ответы ждут до пт, 4 декабря.", news, StringComparison.Ordinal);
        await cast.FirstHead.SeesButton("Исправить ответы");
        Assert.Equal(0, CheckingCast.Count(cast.SecondHead, "Просим уточнить"));

        world.Clock.Advance(TimeSpan.FromHours(1));
        await cast.Resends(cast.First, 20);
        await cast.OpensAnswers(cast.Methodologist, cast.First);
        var shown = await cast.Methodologist.Sees("Исправлено 1 из 2.");
        Assert.Contains("было «26 из 63 (41 %)», стало «20 из 63 (32 %)»", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Вакансии", shown, StringComparison.Ordinal);
        await cast.Methodologist.Taps("Показать всё");
        await cast.Methodologist.Sees("Вакансии");
        await cast.Methodologist.Taps("Принять");
        await cast.Methodologist.Sees("принято.");
        Assert.Equal("SurveyReturned, SurveyAccepted",
            await world.Sql<string>("select string_agg(action, ', ' order by id) from action_log where subject = 'Survey'"));
    }

    [Fact]
    public async Task All_go_back_and_a_second_remark_comes_with_the_first()
    {
        await using var world = await World.Open(cluster);
        var cast = await CheckingCast.Open(world);
        await cast.Sends(cast.First);
        await cast.OpensAnswers(cast.Head, cast.First);
        await cast.Head.Taps("Вернуть на уточнение");
        await cast.Head.Taps("Все ответы");
        await cast.Head.Types("Ответы не за это полугодие");
        await cast.FirstHead.Sees("Ответы не за это полугодие");
        await cast.Head.Taps("Вернуть на уточнение");
        await cast.Head.Taps("2. Вакансии");
        await cast.Head.Types("Считаются и ставки психолога");
        var both = await cast.FirstHead.Sees("Считаются и ставки психолога");
        Assert.Contains("Ответы не за это полугодие", both, StringComparison.Ordinal);
        Assert.Equal(("Returned", 2),
            (await cast.State(cast.First), await world.Sql<int>("select count(*) from survey_remark where settled_at is null")));
    }

    [Fact]
    public async Task Nothing_goes_back_where_the_way_out_is_taken_and_where_nothing_was_sent()
    {
        await using var world = await World.Open(cluster);
        var cast = await CheckingCast.Open(world);
        await cast.Sends(cast.First);
        await cast.OpensAnswers(cast.Head, cast.First);
        await cast.Head.Taps("Вернуть на уточнение");
        await cast.Head.Taps("Все ответы");
        await cast.Head.Taps("Не возвращать");
        await cast.Head.SeesButton("Принять");
        await cast.Head.Opens($"n:survey-return:{cast.Survey.Value}.{cast.Second}.{await cast.Version(cast.Second)}");
        await cast.Head.Sees("Школа ещё ничего не отправила.");
        Assert.Equal("Sent", await cast.State(cast.First));
    }

    [Fact]
    public async Task A_remark_to_what_was_accepted_meanwhile_is_not_lost()
    {
        await using var world = await World.Open(cluster);
        var cast = await CheckingCast.Open(world);
        await cast.Sends(cast.First);
        await cast.OpensAnswers(cast.Head, cast.First);
        await cast.Head.Taps("Вернуть на уточнение");
        await cast.Head.Taps("Все ответы");
        await cast.Head.Sees("Что не так?");
        await cast.Accepts(cast.Methodologist, cast.First);
        await cast.Head.Types("Проверьте числа");
        await cast.Head.Sees("Ответы уже приняты: Петрова А. И.");
        await cast.Head.Sees("Не сохранилось: «Проверьте числа»");
        Assert.Equal("Accepted", await cast.State(cast.First));
    }

    [Fact]
    public async Task Who_cannot_be_told_is_said_and_a_closed_survey_returns_nothing()
    {
        await using var world = await World.Open(cluster);
        var cast = await CheckingCast.Open(world);
        await cast.Sends(cast.Third);
        await cast.OpensAnswers(cast.Head, cast.Third);
        await cast.Head.Sees("Руководителя школы в боте нет.");
        await cast.Head.Taps("Вернуть на уточнение");
        await cast.Head.Taps("Все ответы");
        await cast.Head.Types("Проверьте числа");
        await cast.Head.Sees("сообщение не дойдёт");
        await world.Closes(cast.Survey);
        await cast.Head.Opens($"n:survey-return:{cast.Survey.Value}.{cast.Third}.{await cast.Version(cast.Third)}");
        await cast.Head.Sees("Опрос закрыт: ответы больше не меняются.");
        Assert.Equal(1, await world.Sql<int>("select count(*) from survey_remark"));
    }
}
