using MspBot.Domain.Surveys.Filling;
using MspBot.Tests.Plan;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Surveys.Checking;

/// <summary>«Напомнить об опросе»: those who have not sent, once in three working days.</summary>
public sealed class RemindStories(TestCluster cluster)
{
    private const string None = "Ответов вашей школы пока нет. Это 2 вопроса";

    [Fact]
    public async Task Who_has_not_sent_is_reminded_once_in_three_working_days()
    {
        await using var world = await World.Open(cluster);
        var cast = await CheckingCast.Open(world);
        await world.Value(cast.Survey, cast.Second, cast.Missed, SurveyValue.Share(3, 50));
        await cast.OpensCard(cast.Head);
        await cast.Head.Taps("Напомнить об опросе");
        await cast.Head.Sees("Напомнили 2 школам.");
        await cast.Head.Sees($"Нет руководителя в боте: {CheckingCast.Village}.");
        await cast.FirstHead.Sees(None);
        await cast.FirstHead.SeesButton("Заполнить");
        await cast.SecondHead.Sees("Ваша школа ответила на 1 из 2 вопросов, осталось ещё 1.");
        await cast.SecondHead.SeesButton("Продолжить заполнение");
        await cast.Head.TapsAgain();
        await world.Idle();
        Assert.Equal(1, CheckingCast.Count(cast.FirstHead, None));
        // Thursday: two working days.
        await cast.Until(11, 26, 12);
        await cast.Methodologist.Opens($"c:mod:{cast.Survey.Value}:remind");
        await world.Idle();
        Assert.Equal(1, CheckingCast.Count(cast.FirstHead, None));
        Assert.Equal(1, await world.Sql<int>("select count(*) from action_log where action = 'SurveyReminded'"));
        // Friday: three.
        await world.Sql<int>($"""
            insert into survey_reminder select survey_id, school_id, 'Early', '2026-12-04', {world.Now} from survey_school
            """);
        await cast.Until(11, 27, 9);
        await cast.Methodologist.Opens($"c:mod:{cast.Survey.Value}:remind");
        await world.Idle();
        Assert.Equal(2, CheckingCast.Count(cast.FirstHead, None));
    }

    [Fact]
    public async Task What_was_pressed_at_night_comes_in_the_morning_and_not_to_who_has_been_closed_out()
    {
        await using var world = await World.Open(cluster);
        var cast = await CheckingCast.Open(world);
        await cast.Until(11, 24, 21);
        await cast.OpensCard(cast.Head);
        await cast.Head.Taps("Напомнить об опросе");
        await cast.Head.Sees("Сейчас тихие часы. Напоминание придёт 2 школам завтра в 8:00.");
        Assert.Equal(0, CheckingCast.Count(cast.FirstHead, None));
        await cast.OpensCard(cast.Head);
        await cast.Head.Taps("Закрыть опрос");
        await cast.Head.Taps("Да, закрыть опрос");
        await cast.Head.Sees("Опрос закрыт");
        await cast.Until(11, 25, 9);
        Assert.Equal(0, CheckingCast.Count(cast.FirstHead, None));
    }

    [Fact]
    public async Task Who_has_stopped_the_bot_is_named_and_counts_as_not_reminded()
    {
        await using var world = await World.Open(cluster);
        var cast = await CheckingCast.Open(world);
        await cast.Sends(cast.Second);
        await cast.FirstHead.Blocks();
        await world.Idle();
        await cast.OpensCard(cast.Head);
        await cast.Head.Taps("Напомнить об опросе");
        var said = await cast.Head.Sees("Напоминание никому не дойдёт.");
        Assert.Contains($"Не получат, потому что остановили бота: {CheckingCast.Twelve}. Позвоните им.", said, StringComparison.Ordinal);
        Assert.Equal(0, await world.Sql<int>("select count(*) from survey_school where asked_at is not null"));
    }

    [Fact]
    public async Task Nobody_is_reminded_when_all_have_sent()
    {
        await using var world = await World.Open(cluster);
        var cast = await CheckingCast.Open(world);
        foreach (var school in (long[])[cast.First, cast.Second, cast.Third]) await cast.Sends(school);
        await cast.Head.Opens($"c:mod:{cast.Survey.Value}:remind");
        await world.Idle();
        Assert.Equal("Все школы уже ответили, напоминать некому.", cast.Head.LastAlert);
    }
}
