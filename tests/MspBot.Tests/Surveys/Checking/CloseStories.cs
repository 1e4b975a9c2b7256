using MspBot.Domain.Surveys.Filling;
using MspBot.Tests.Plan;
using MspBot.Tests.Support;
using Npgsql;
using Xunit;

namespace MspBot.Tests.Surveys.Checking;

/// <summary>A survey is closed, and opened again.</summary>
public sealed class CloseStories(TestCluster cluster)
{
    [Fact]
    public async Task Who_is_missing_is_named_before_it_is_closed()
    {
        await using var world = await World.Open(cluster);
        var cast = await CheckingCast.Open(world);
        await cast.Sends(cast.First);
        await world.Value(cast.Survey, cast.Second, cast.Missed, SurveyValue.Share(3, 50));
        await cast.OpensCard(cast.Head);
        await cast.Head.Taps("Закрыть опрос");
        var asked = await cast.Head.Sees("Закрыть опрос «1 полугодие 2026/27»?");
        Assert.Contains($"Не начали: 1. {CheckingCast.Village}", asked, StringComparison.Ordinal);
        Assert.Contains($"Заполняют сейчас и не успеют отправить: 1. {CheckingCast.Four}", asked, StringComparison.Ordinal);
        Assert.Contains($"Ещё не проверены: 1. {CheckingCast.Twelve}", asked, StringComparison.Ordinal);
        await cast.Head.Taps("Не закрывать");
        await cast.Head.Taps("Закрыть опрос");
        await cast.Head.Taps("Да, закрыть опрос");
        await cast.Head.Sees("Опрос закрыт: не ответили 2 из 3.");
        await cast.Head.SeesButton("Открыть снова");
        Assert.Equal("Closed", await cast.Closed());
        Assert.Equal(1, await world.Sql<int>("select count(*) from survey_closing"));
        Assert.Equal(1, await world.Sql<int>("select count(*) from action_log where action = 'SurveyClosed'"));
        // A second tap, and what a school types meanwhile: nothing changes.
        await cast.Head.TapsAgain();
        await world.Idle();
        await Assert.ThrowsAsync<PostgresException>(() =>
            world.Value(cast.Survey, cast.Second, cast.Vacancies, SurveyValue.Number(1)));
        Assert.Equal(1, await world.Sql<int>("select count(*) from survey_closing"));
        // What was sent may still be accepted.
        await cast.Accepts(cast.Methodologist, cast.First);
        Assert.Equal("Accepted", await cast.State(cast.First));
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task A_school_that_sends_between_question_and_answer_makes_the_question_new()
    {
        await using var world = await World.Open(cluster);
        var cast = await CheckingCast.Open(world);
        await cast.OpensCard(cast.Head);
        await cast.Head.Taps("Закрыть опрос");
        await cast.Head.SeesButton("Да, закрыть опрос");
        await cast.Sends(cast.First);
        await cast.Head.Taps("Да, закрыть опрос");
        var again = await cast.Head.Sees("Пока вы смотрели, это изменили.");
        Assert.Contains("Ответила 1 из 3.", again, StringComparison.Ordinal);
        Assert.Equal("Open", await cast.Closed());
        await cast.Head.Taps("Да, закрыть опрос");
        await cast.Head.Sees("Опрос закрыт: не ответили 2 из 3.");
    }

    [Fact]
    public async Task It_is_opened_again_with_a_reason_that_schools_hear_once()
    {
        await using var world = await World.Open(cluster);
        var cast = await CheckingCast.Open(world);
        await cast.Sends(cast.First);
        await world.Closes(cast.Survey);
        await cast.OpensCard(cast.Methodologist);
        await cast.Methodologist.Taps("Открыть снова");
        await cast.Methodologist.Sees("Почему опрос открывают снова?");
        await cast.Methodologist.Types("школа нашла ошибку");
        await cast.Methodologist.Sees("снова открыт. Руководители школ узнают.");
        Assert.Equal("Open", await cast.Closed());
        Assert.Equal(1, await world.Sql<int>("""
            select count(*) from survey_closing where reason = 'Школа нашла ошибку' and reopened_at is not null and reopened_by is not null
            """));
        var first = await cast.FirstHead.Sees("Опрос открыли снова. Причина: Школа нашла ошибку.");
        Assert.Contains("Если нужно, их можно исправить.", first, StringComparison.Ordinal);
        await cast.FirstHead.SeesButton("Исправить ответы");
        await cast.SecondHead.Sees("Ваша школа ещё не ответила: теперь это снова можно сделать.");
        // The school may answer again, and it is closed a second time.
        await cast.Sends(cast.Second);
        await cast.OpensCard(cast.Methodologist);
        await cast.Methodologist.Sees("Открыт снова: Школа нашла ошибку");
        await cast.Methodologist.Taps("Закрыть опрос");
        await cast.Methodologist.Taps("Да, закрыть опрос");
        await cast.Methodologist.Sees("Опрос закрыт: не ответили 1 из 3.");
        Assert.Equal("1, 2", await world.Sql<string>("select string_agg(nr::text, ', ' order by nr) from survey_closing"));
        Assert.Equal(1, CheckingCast.Count(cast.FirstHead, "Опрос открыли снова"));
    }

    [Fact]
    public async Task Opened_again_after_the_due_day_it_reminds_nobody_the_same_day()
    {
        await using var world = await World.Open(cluster);
        var cast = await CheckingCast.Open(world);
        await world.Closes(cast.Survey);
        await cast.Until(12, 7, 10);
        await cast.OpensCard(cast.Head);
        await cast.Head.Taps("Открыть снова");
        await cast.Head.Types("Ждём ещё две школы");
        await cast.Head.Sees("снова открыт");
        await world.RunJobs();
        await cast.Until(12, 8, 10);
        Assert.Equal(0, CheckingCast.Count(cast.FirstHead, "Ответов вашей школы пока нет"));
    }

    [Fact]
    public async Task Stale_buttons_of_a_survey_say_so()
    {
        await using var world = await World.Open(cluster);
        var cast = await CheckingCast.Open(world);
        await world.Closes(cast.Survey);
        await cast.Head.Opens($"n:survey-due:{cast.Survey.Value}.1");
        await cast.Head.Sees("Опрос закрыт: ответы больше не меняются.");
        await cast.Head.Opens($"n:survey-reopen:{cast.Survey.Value}.1");
        await cast.Head.Sees("Пока вы смотрели, это изменили.");
        await cast.Head.Opens($"c:mod:{cast.Survey.Value}:close:1.3");
        await cast.Head.Sees("Закрыт 24 ноября.");
        await cast.Methodologist.Opens($"n:survey-due:{cast.Survey.Value}.2");
        await world.Idle();
        Assert.Equal("2026-12-04", await world.Sql<string>($"select due_on::text from survey where id = {cast.Survey.Value}"));
        Assert.Equal(1, await world.Sql<int>("select count(*) from survey_closing"));
    }
}
