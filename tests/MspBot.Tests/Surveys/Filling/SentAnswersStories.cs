using MspBot.Domain.Surveys.Filling;
using MspBot.Domain.Surveys.Indicators;
using MspBot.Tests.Nominations.MySchool;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Surveys.Filling;

/// <summary>What comes after the answers: sending, putting right, what comes back, and who answers then.</summary>
public sealed class SentAnswersStories(TestCluster cluster)
{
    [Fact]
    public async Task What_is_not_whole_says_what_is_missing_and_leads_there()
    {
        await using var world = await World.Open(cluster);
        var cast = await FillingCast.Open(world, IndicatorKind.Number, IndicatorKind.Number, IndicatorKind.Number);
        await world.Value(cast.Survey, cast.School, cast.Indicators[1], SurveyValue.Number(5));
        await FillingCast.Looks(cast.Head);
        await cast.Head.TapsData(cast.Head.Chat.Last(m => m.FromBot), $"c:mf:{cast.Survey.Value}:show:0.Review.0");
        await cast.Head.Sees("Нет ответа на вопросы 1, 3.");
        await cast.Head.Taps("Продолжить заполнение");
        await cast.Head.Sees("Вопрос 1 из 3");
    }

    [Fact]
    public async Task After_the_due_day_it_can_still_be_answered()
    {
        await using var world = await World.Open(cluster);
        var cast = await FillingCast.Open(world, IndicatorKind.Number);
        await world.Pass(TimeSpan.FromDays(27));
        await cast.Head.Types("/menu");
        await cast.Head.Sees($"Мониторинг за {FillingCast.Now}: срок был 18 декабря, ответить ещё можно.");
        await cast.Head.Types("/monitoring");
        await cast.Head.Sees("Ответа вашей школы ждёт 1 опрос.");
        await cast.Head.Taps(FillingCast.Now);
        await cast.Head.Sees("Срок прошёл, но ответить ещё можно.");
        await cast.Head.Taps("Заполнить");
        await cast.Head.Types("5");
        await cast.Head.Taps("Проверить и отправить");
        await cast.Head.Taps("Отправить");
        await cast.Head.Sees("Ответы отправлены");
    }

    [Fact]
    public async Task Answers_that_changed_while_they_were_read_are_read_anew_before_they_are_sent()
    {
        await using var world = await World.Open(cluster);
        var cast = await FillingCast.Open(world, IndicatorKind.Number);
        await world.Value(cast.Survey, cast.School, cast.Indicators[0], SurveyValue.Number(5));
        await FillingCast.Looks(cast.Head);
        await cast.Head.Taps("Проверить и отправить");
        await cast.Head.Sees("1. Показатель 1: 5 уч.");
        await world.Sql<int>($"update survey_value set part = 6, at = {world.Now}");
        await cast.Head.Taps("Отправить");
        await cast.Head.Sees("Пока вы проверяли, ответы изменились.");
        await cast.Head.Sees("1. Показатель 1: 6 уч.");
        Assert.Equal("Filling", await cast.State());
        await cast.Head.Taps("Отправить");
        await cast.Head.Sees("Ответы отправлены");
    }

    [Fact]
    public async Task What_is_put_right_after_sending_keeps_the_old_answer_and_stays_sent()
    {
        await using var world = await World.Open(cluster);
        var cast = await FillingCast.Sent(world);
        var version = await Version(world);
        await world.Pass(TimeSpan.FromHours(2));
        await FillingCast.Looks(cast.Head);
        await cast.Head.Taps("Исправить ответы");
        await cast.Head.Taps("1. 5 уч.");
        await cast.Head.Types("6");
        await cast.Head.Sees("Отправлено 24 ноября. Пока опрос открыт, ответы можно исправить.");
        await cast.Head.Taps("Ответы школы");
        await cast.Head.Sees("1. Показатель 1: 6 уч. (исправлено)");
        Assert.Equal("Sent", await cast.State());
        Assert.Equal(version + 1, await Version(world));
        Assert.Equal("5", await world.Sql<string>("select string_agg(trim_scale(part)::text, ',') from survey_value_past"));
    }

    [Fact]
    public async Task What_was_accepted_and_is_put_right_needs_accepting_anew()
    {
        await using var world = await World.Open(cluster);
        var cast = await FillingCast.Sent(world, accepted: true);
        await FillingCast.Looks(cast.Head);
        await cast.Head.Sees("Ответы приняты. Спасибо!");
        await cast.Head.Taps("Исправить ответы");
        await cast.Head.Taps("1. 5 уч.");
        await cast.Head.Types("6");
        await cast.Site.Sees("принятые ответы исправлены, посмотрите их ещё раз");
        Assert.Equal("Resent", await cast.State());
        Assert.Equal(1, await world.Sql<int>("select count(*) from action_log where action = 'SurveySent'"));
    }

    [Fact]
    public async Task What_is_typed_while_the_survey_closes_is_said_back()
    {
        await using var world = await World.Open(cluster);
        var cast = await FillingCast.Open(world, IndicatorKind.Share);
        await FillingCast.Begins(cast.Head);
        await world.Closes(cast.Survey);
        await cast.Head.Types("41 из 63");
        await cast.Head.Sees("Опрос закрыли, ответы больше не меняются.");
        await cast.Head.Sees("Ваш ответ не записан: «41 из 63»");
        await cast.Head.Sees("попросите руководителя площадки открыть опрос снова");
        Assert.Equal("", await cast.Values());
        await FillingCast.Looks(cast.Head);
        await cast.Head.Sees("Опрос закрыт, ответы школы не отправлены.");
    }

    [Fact]
    public async Task Whoever_heads_the_school_next_goes_on_and_who_did_before_does_not()
    {
        await using var world = await World.Open(cluster);
        var cast = await FillingCast.Open(world, IndicatorKind.Number, IndicatorKind.Number);
        await FillingCast.Begins(cast.Head);
        await cast.Head.Types("5");
        await cast.Head.Sees("Вопрос 2 из 2");
        await world.Sql<int>("delete from person_role where role = 'SchoolHead'");
        await cast.Head.Types("7");
        await world.Idle();
        Assert.Equal("5", await cast.Values());

        var next = await cast.Deputy();
        await next.Types("/menu");
        await next.Taps("Продолжить заполнение");
        await next.Sees("Вопрос 2 из 2");
        await next.Types("8");
        await next.Taps("Проверить и отправить");
        await next.Taps("Отправить");
        await next.Sees("Ответы отправлены");
        Assert.Equal("5, 8", await cast.Values());
    }

    [Fact]
    public async Task A_school_that_is_no_longer_on_the_list_still_answers()
    {
        await using var world = await World.Open(cluster);
        var cast = await FillingCast.Open(world, IndicatorKind.Number);
        await world.Sql<int>($"update school set kind = 'Other', name = 'МОУ «Лицей № 12»' where id = {cast.School}");
        await FillingCast.Begins(cast.Head);
        await cast.Head.Types("5");
        await cast.Head.Taps("Проверить и отправить");
        await cast.Head.Taps("Отправить");
        await cast.Head.Sees("Ответы отправлены");
        Assert.Equal("Sent", await cast.State());
    }

    [Fact]
    public async Task The_site_answers_for_a_school_that_has_nobody_in_the_bot_and_only_for_such()
    {
        await using var world = await World.Open(cluster);
        var cast = await FillingCast.Open(world, IndicatorKind.Number);
        var data = $"c:mf:{cast.Survey.Value}:show:{cast.School}.Card.0";
        await cast.Site.Types("/about");
        await cast.Site.Sees("площадк");
        await cast.Site.TapsData(cast.Site.Chat.Last(m => m.FromBot), data);
        await cast.Site.Sees("Этого больше нет или оно вам недоступно.");

        await world.Sql<int>("delete from person_role where role = 'SchoolHead'");
        await cast.Site.Types("/about");
        await cast.Site.Sees("площадк");
        await cast.Site.TapsData(cast.Site.Chat.Last(m => m.FromBot), data);
        await cast.Site.Sees("Руководителя школы в боте нет: ответы вносит площадка.");
        await cast.Site.Taps("Заполнить");
        await cast.Site.Types("5");
        await cast.Site.Taps("Проверить и отправить");
        await cast.Site.Sees("1. Показатель 1: 5 уч. (внесено площадкой)");
        await cast.Site.Taps("Отправить");
        await cast.Site.Sees("Ответы отправлены");
        Assert.Equal("5 площадка", await cast.Values());
        Assert.Equal(1, await world.Sql<int>("select count(*) from action_log where action = 'SurveyFilledBySite'"));
    }

    /// <summary>The messenger here refuses what is too long for one message.</summary>
    [Fact]
    public async Task The_longest_answers_and_remarks_fit_into_a_message()
    {
        await using var world = await World.Open(cluster);
        var cast = await FillingCast.Open(world, [.. Enumerable.Repeat(IndicatorKind.Words, 12)]);
        foreach (var one in cast.Indicators) await world.Value(cast.Survey, cast.School, one, SurveyValue.Said(new string('я', 1000)));
        await world.Sql<int>($"update indicator_version set name = repeat('н', 200), hint = repeat('п', 300)");
        await world.Sql<int>($"update survey_value set why = repeat('ж', 300), at = {world.Now}");
        await world.Sent(cast.Survey, cast.School);
        foreach (var one in cast.Indicators) await cast.Returned(one, new string('з', 500));
        await cast.Returned(null, new string('в', 500));
        await FillingCast.Looks(cast.Head);
        await cast.Head.Sees("Ответы вернули на уточнение:");
        await cast.Head.Sees("… и ещё 3");
        await cast.Head.Taps("Ответить на уточнение");
        await cast.Head.Sees("Вопрос 1 из 12");
        await cast.Head.Taps("Отмена");
        await FillingCast.Looks(cast.Head);
        await cast.Head.Taps("Исправить ответы");
        await cast.Head.Sees("Какой ответ исправить?");
        await cast.Head.TapsData(cast.Head.Chat.Last(m => m.FromBot), $"c:mf:{cast.Survey.Value}:show:0.Review.0");
        await cast.Head.Sees("10. н");
        await cast.Head.Taps("›");
        await cast.Head.Sees("12. н");
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task A_recommendation_is_asked_about_after_the_indicators()
    {
        await using var world = await World.Open(cluster);
        var cast = await FillingCast.Open(world, IndicatorKind.Number);
        await world.Sql<int>($"""
            with one as (
                insert into recommendation (school_id, words, by_person, at)
                select {cast.School}, 'Провести диагностику', min(person_id), '2026-06-20 09:00+03' from person_role where role = 'Head'
                returning id
            )
            insert into survey_recommendation (survey_id, school_id, recommendation_id)
            select {cast.Survey.Value}, {cast.School}, id from one
            """);
        await FillingCast.Begins(cast.Head);
        await cast.Head.Sees("Вопрос 1 из 2");
        await cast.Head.Types("5");
        await cast.Head.Sees("Вопрос 2 из 2. Рекомендация от 20 июня: «Провести диагностику». Выполнена?");
        await cast.Head.Types("частично");
        await cast.Head.Sees("Ответы есть на все вопросы");
        await cast.Head.Taps("Проверить и отправить");
        await cast.Head.Sees("2. Провести диагностику: частично");
        Assert.Equal("Partly Partly", await world.Sql<string>("""
            select s.outcome || ' ' || r.outcome from survey_recommendation s join recommendation r on r.id = s.recommendation_id
            """));
    }

    private static Task<int> Version(World world) => world.Sql<int>("select version from survey_school");
}
