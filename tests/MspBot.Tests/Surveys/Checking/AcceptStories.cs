using MspBot.Domain.Surveys;
using MspBot.Domain.Surveys.Filling;
using MspBot.Tests.Plan;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Surveys.Checking;

/// <summary>What a school has sent is looked at and accepted.</summary>
public sealed class AcceptStories(TestCluster cluster)
{
    [Fact]
    public async Task A_head_reads_who_has_answered_and_accepts_what_came()
    {
        await using var world = await World.Open(cluster);
        var cast = await CheckingCast.Open(world);
        await cast.Sends(cast.First);
        await world.Value(cast.Survey, cast.Second, cast.Missed, SurveyValue.Share(3, 50));
        await cast.OpensCard(cast.Head);
        var text = await cast.Head.Sees("Ответила 1 из 3, принято 0 ответов.");
        Assert.Contains("Открыт, ответы до пт, 4 декабря.", text, StringComparison.Ordinal);
        Assert.Contains($"На проверке: 1. {CheckingCast.Twelve}", text, StringComparison.Ordinal);
        Assert.Contains($"Заполняют: 1. {CheckingCast.Four}", text, StringComparison.Ordinal);
        Assert.Contains($"Ещё не начали: 1. {CheckingCast.Village}", text, StringComparison.Ordinal);
        Assert.Contains($"Нет руководителя в боте: 1. {CheckingCast.Village}", text, StringComparison.Ordinal);
        await cast.Head.Taps($"{CheckingCast.Twelve} · на проверке");
        text = await cast.Head.Sees("Пропуски без причины");
        Assert.Contains("26 из 63 (41 %)", text, StringComparison.Ordinal);
        await cast.Head.Taps("Принять");
        await cast.Head.Sees("принято.");
        Assert.Equal("Accepted", await cast.State(cast.First));
        Assert.Equal("SurveyAccepted", await world.Sql<string>("select string_agg(action, ', ') from action_log where subject = 'Survey'"));
        await cast.Head.Taps("← К опросу");
        await cast.Head.Sees("принят 1 ответ");
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task The_value_before_stands_beside_and_marks_are_said_in_words()
    {
        await using var world = await World.Open(cluster);
        var cast = await CheckingCast.Open(world);
        var earlier = await world.Survey("2 полугодие 2025/26", new(2026, 1, 1), new(2026, 6, 30), new(2026, 7, 10), [cast.First],
            [cast.Missed]);
        await world.Value(earlier, cast.First, cast.Missed, SurveyValue.Share(41, 63));
        await world.Sent(earlier, cast.First);
        await world.Closes(earlier);
        await cast.Sends(cast.First, 3);
        await world.Sql<int>($"""
            update survey_value set surprising = true, why = 'Была карантинная неделя', at = {world.Now}
            where survey_id = {cast.Survey.Value} and indicator_version_id = {cast.Missed.Value};
            update survey_value set part = null, missing = 'NotHeld', by_site = true, at = {world.Now}
            where survey_id = {cast.Survey.Value} and indicator_version_id = {cast.Vacancies.Value}
            """);
        await cast.OpensAnswers(cast.Methodologist, cast.First);
        var text = await cast.Methodologist.Sees("3 из 63 (5 %) (в прошлый раз 41 из 63 (65 %))");
        Assert.Contains("Необычное изменение, школа пояснила: Была карантинная неделя", text, StringComparison.Ordinal);
        Assert.Contains("нет данных: не проводилось", text, StringComparison.Ordinal);
        Assert.Contains("Внесено площадкой", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_of_two_reads_who_was_first()
    {
        await using var world = await World.Open(cluster);
        var cast = await CheckingCast.Open(world);
        await cast.Sends(cast.First);
        var seen = await cast.Version(cast.First);
        await cast.Accepts(cast.Methodologist, cast.First);
        await cast.Accepts(cast.Head, cast.First, seen);
        await cast.Head.Sees("Ответы уже приняты: Петрова А. И., вт, 24 ноября, 10:00.");
        await cast.Head.Opens($"n:survey-return:{cast.Survey.Value}.{cast.First}.{seen}");
        await cast.Head.Sees("Ответы уже приняты: Петрова А. И.");
        Assert.Equal(1, await world.Sql<int>("select count(*) from action_log where action = 'SurveyAccepted'"));
    }

    [Fact]
    public async Task What_the_school_has_put_right_meanwhile_is_not_accepted_unread()
    {
        await using var world = await World.Open(cluster);
        var cast = await CheckingCast.Open(world);
        await cast.Sends(cast.First);
        var seen = await cast.Version(cast.First);
        world.Clock.Advance(TimeSpan.FromMinutes(5));
        await cast.Resends(cast.First, 20);
        await cast.Accepts(cast.Head, cast.First, seen);
        var text = await cast.Head.Sees("Пока вы смотрели, школа исправила ответы.");
        Assert.Contains("было «26 из 63 (41 %)», стало «20 из 63 (32 %)»", text, StringComparison.Ordinal);
        Assert.Equal("Resent", await cast.State(cast.First));
        await cast.Head.Taps("Принять");
        await cast.Head.Sees("принято.");
    }

    [Fact]
    public async Task Whoever_has_lost_the_role_midway_decides_nothing()
    {
        await using var world = await World.Open(cluster);
        var cast = await CheckingCast.Open(world);
        await cast.Sends(cast.First);
        await cast.OpensAnswers(cast.Methodologist, cast.First);
        await cast.Methodologist.Taps("Вернуть на уточнение");
        await cast.Methodologist.Taps("Все ответы");
        await cast.Methodologist.Sees("Что не так?");
        var card = cast.Methodologist.Chat.Last(m => m.FromBot);
        await world.Sql<int>("delete from person_role where role = 'Methodologist'");
        await cast.Methodologist.Types("Проверьте числа");
        await world.Idle();
        await cast.Methodologist.TapsData(card, $"c:ma:{cast.Survey.Value}:accept:{cast.First}.{await cast.Version(cast.First)}");
        await cast.Methodologist.TapsData(card, $"c:mod:{cast.Survey.Value}:remind");
        await world.Idle();
        Assert.Equal("Sent", await cast.State(cast.First));
        Assert.Equal(0, await world.Sql<int>("select count(*) from survey_remark"));
        Assert.Equal(0, await world.Sql<int>("select count(*) from survey_school where asked_at is not null"));
    }

    [Fact]
    public async Task Heads_of_schools_and_observers_check_nothing()
    {
        await using var world = await World.Open(cluster);
        var cast = await CheckingCast.Open(world);
        var observer = (await world.ObserverOfSurveys()).StartedEarlier();
        await cast.Sends(cast.First);
        foreach (var who in (Sandbox.Visitor[])[cast.FirstHead, observer])
        {
            await cast.OpensAnswers(who, cast.First);
            await cast.OpensCard(who);
            await cast.Accepts(who, cast.First);
            await who.Opens($"c:mod:{cast.Survey.Value}:close:1.5");
            await world.Idle();
            Assert.Equal(0, CheckingCast.Count(who, "26 из 63"));
        }
        Assert.Equal(("Sent", "Open"), (await cast.State(cast.First), await cast.Closed()));
    }

    [Fact]
    public async Task Sent_after_the_due_day_is_late_and_a_school_that_is_no_longer_low_results_stays_counted()
    {
        await using var world = await World.Open(cluster);
        var cast = await CheckingCast.Open(world);
        await cast.Sends(cast.First);
        await cast.Until(12, 5, 9);
        await cast.Sends(cast.Second);
        await world.Sql<int>($"update school set kind = 'Other' where id = {cast.Second}");
        await cast.OpensCard(cast.Head);
        var text = await cast.Head.Sees("Ответили 2 из 3");
        Assert.Contains("Срок прошёл: пт, 4 декабря. Опрос ещё открыт.", text, StringComparison.Ordinal);
        Assert.Contains($"Прислали после срока: 1. {CheckingCast.Four}", text, StringComparison.Ordinal);
        await cast.OpensAnswers(cast.Head, cast.Second);
        await cast.Head.Sees("после срока");
        await cast.Accepts(cast.Head, cast.Second);
        Assert.Equal("Accepted", await cast.State(cast.Second));
    }

    [Fact]
    public async Task A_number_that_is_no_version_and_a_school_that_is_not_asked_change_nothing()
    {
        await using var world = await World.Open(cluster);
        var cast = await CheckingCast.Open(world);
        await cast.Sends(cast.First);
        foreach (var data in (string[])[$"accept:{cast.First}", $"accept:{cast.First}.0", "accept:999999.1", "accept:x.1", "show:999999",
            "show"])
        {
            await cast.Head.Opens($"c:ma:{cast.Survey.Value}:{data}");
            await world.Idle();
        }
        Assert.Equal("Sent", await cast.State(cast.First));
        Assert.Equal(SurveyState.Open, Enum.Parse<SurveyState>((await cast.Closed())!));
    }
}
