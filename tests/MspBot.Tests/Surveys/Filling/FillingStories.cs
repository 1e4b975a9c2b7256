using MspBot.Domain.Surveys.Filling;
using MspBot.Domain.Surveys.Indicators;
using MspBot.Sandbox;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Surveys.Filling;

/// <summary>The head of a school answers, one question a screen.</summary>
public sealed class FillingStories(TestCluster cluster)
{
    [Fact]
    public async Task Nine_questions_where_nothing_has_changed_take_at_most_fourteen_taps()
    {
        await using var world = await World.Open(cluster);
        var cast = await FillingCast.After(world,
            [.. Enumerable.Range(0, 9).Select(n => n % 3 == 2 ? (IndicatorKind.Number, SurveyValue.Number(n))
                : (IndicatorKind.Share, SurveyValue.Share(10 + n, 63)))]);
        await FillingCast.Looks(cast.Head);
        await cast.Head.Sees($"Мониторинг за {FillingCast.Now}: 9 вопросов, минут пять, до пт, 18 декабря");
        var acts = 0;
        await Taps("Заполнить");
        await cast.Head.Sees("В прошлый раз: 10 из 63 (16 %)");
        for (var n = 1; n <= 9; n++)
        {
            await cast.Head.Sees($"Вопрос {n} из 9. Показатель {n}");
            await Taps("Столько же");
        }
        await Taps("Проверить и отправить");
        await cast.Head.Sees("9. Показатель 9: 8 уч.");
        await Taps("Отправить");
        await cast.Head.Sees("Ответы отправлены. Спасибо!");

        Assert.Equal(12, acts);
        Assert.Equal("Sent", await cast.State());
        Assert.Equal("10/63, 11/63, 2, 13/63, 14/63, 5, 16/63, 17/63, 8", await cast.Values());
        await cast.Site.Sees("МОУ «СОШ № 12»: ответы отправлены.");
        Assert.Equal(1, await world.Sql<int>("select count(*) from action_log where action = 'SurveySent'"));

        async Task Taps(string label)
        {
            acts++;
            await cast.Head.Taps(label);
        }
    }

    [Fact]
    public async Task Each_answer_is_stored_at_once_and_a_deputy_goes_on_days_later_after_a_restart()
    {
        await using var world = await World.Open(cluster);
        var cast = await FillingCast.Open(world, IndicatorKind.Share, IndicatorKind.Number, IndicatorKind.YesNo, IndicatorKind.Words);
        await FillingCast.Begins(cast.Head);
        await cast.Head.Types("41 из 63");
        await cast.Head.Sees("Вопрос 2 из 4");
        Assert.Equal("41/63", await cast.Values());

        var deputy = await cast.Deputy();
        await world.RestartBot();
        await world.Pass(TimeSpan.FromDays(4));
        await deputy.Types("/menu");
        await deputy.Taps("Продолжить заполнение");
        await deputy.Sees("Вопрос 2 из 4");
        await deputy.Taps("Отмена");
        await FillingCast.Looks(deputy);
        await deputy.Sees("Есть ответы на 1 из 4");
        await deputy.Taps("Продолжить заполнение");
        await deputy.Sees("Вопрос 2 из 4");
        await deputy.Types("3.5");
        await deputy.Sees("Вопрос 3 из 4");
        await deputy.Taps("Нет");
        await deputy.Sees("Вопрос 4 из 4");
        await deputy.Types("Открыли кружок");
        await deputy.Sees("4. Показатель 4: Открыли кружок");
        await deputy.Sees("Ответы есть на все вопросы");
        await deputy.Types("/menu");
        await deputy.Taps("Проверить и отправить");
        await deputy.Sees("Ответы есть на все вопросы");
        await deputy.Taps("Проверить и отправить");
        await deputy.Sees("1. Показатель 1: 41 из 63 (65 %)");
        await deputy.Taps("Отправить");
        await deputy.Sees("Ответы отправлены");
        Assert.Equal("41/63, 3.5, 0, Открыли кружок", await cast.Values());
    }

    [Fact]
    public async Task A_question_that_means_something_else_now_is_not_compared()
    {
        await using var world = await World.Open(cluster);
        var cast = await FillingCast.After(world, (IndicatorKind.Share, SurveyValue.Share(41, 63)));
        var version = await world.Sql<long>($"""
            with v as (
                insert into indicator_version (indicator_id, nr, name, unit, better, breaks, by_person, at)
                select indicator_id, 2, 'Показатель иначе', unit, better, true, by_person, at
                from indicator_version where id = {cast.Indicators[0].Value}
                returning id, indicator_id
            )
            update indicator i set nr = 2 from v where i.id = v.indicator_id returning v.id
            """);
        await world.Closes(cast.Survey);
        await world.Survey("2 полугодие 2026/27", new(2027, 1, 1), new(2027, 5, 31), new(2027, 6, 10), [cast.School], [new(version)]);
        await cast.Head.Types("/monitoring");
        await cast.Head.Taps("2 полугодие 2026/27");
        await cast.Head.Taps("Заполнить");
        await cast.Head.Sees("Вопрос 1 из 1. Показатель иначе");
        await cast.Head.DoesNotSee("В прошлый раз");
        await world.HasNoSame(cast.Head);
        await cast.Head.Types("3 из 63");
        await cast.Head.Sees("Ответы есть на все вопросы");
    }

    [Fact]
    public async Task Of_two_heads_of_the_school_the_second_reads_what_the_first_has_answered()
    {
        await using var world = await World.Open(cluster);
        var cast = await FillingCast.Open(world, IndicatorKind.Share, IndicatorKind.Number);
        var deputy = await cast.Deputy();
        await FillingCast.Begins(cast.Head);
        await FillingCast.Begins(deputy);
        await deputy.Types("41 из 63");
        await deputy.Sees("Вопрос 2 из 2");
        await cast.Head.Types("40 из 63");
        await cast.Head.Sees("Ответ уже дан: 41 из 63 (Петрова)");
        await cast.Head.Taps("Оставить");
        await cast.Head.Sees("Вопрос 2 из 2");
        await cast.Head.Types("7");
        await cast.Head.Sees("Ответы есть на все вопросы");
        await deputy.Types("8");
        await deputy.Sees("Ответ уже дан: 7 уч. (Сидорова)");
        await deputy.Taps("Заменить");
        await deputy.Sees("Ответы есть на все вопросы");
        Assert.Equal("41/63, 8", await cast.Values());
        Assert.Equal("7", await world.Sql<string>("select string_agg(trim_scale(part)::text, ',') from survey_value_past"));
    }

    [Fact]
    public async Task Whose_data_were_erased_is_named_so()
    {
        await using var world = await World.Open(cluster);
        var cast = await FillingCast.Open(world, IndicatorKind.Share);
        var deputy = await cast.Deputy();
        await FillingCast.Begins(cast.Head);
        await FillingCast.Begins(deputy);
        await deputy.Types("41 из 63");
        await deputy.Sees("Ответы есть на все вопросы");
        await deputy.Types("/profile");
        await deputy.Taps("Удалить мои данные");
        await deputy.Taps("Да, удалить всё обо мне");
        await world.Idle();
        await cast.Head.Types("40 из 63");
        await cast.Head.Sees("Ответ уже дан: 41 из 63 (участник, удаливший данные)");
    }
}

/// <summary>What a screen lacks.</summary>
internal static class FillingScreenChecks
{
    internal static async Task HasNoSame(this World world, Visitor who)
    {
        await world.Idle();
        Assert.DoesNotContain(who.Chat.Last(m => m.FromBot).Buttons.SelectMany(row => row), b => b.Label == "Столько же");
    }
}
