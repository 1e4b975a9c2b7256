using MspBot.Domain.Surveys.Filling;
using MspBot.Domain.Surveys.Indicators;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Surveys.Filling;

/// <summary>What the answer of the last time may be used for.</summary>
public sealed class ComparedStories(TestCluster cluster)
{
    [Fact]
    public async Task The_same_as_before_is_not_offered_where_it_would_be_refused_by_now()
    {
        await using var world = await World.Open(cluster);
        var cast = await FillingCast.After(world, (IndicatorKind.Number, SurveyValue.Number(150)));
        await world.Sql<int>("update indicator_version set maximum = 100");
        await FillingCast.Begins(cast.Head);
        await cast.Head.Sees("В прошлый раз: 150 уч.");
        await world.HasNoSame(cast.Head);
        await cast.Head.Types("150");
        await cast.Head.Sees("Здесь нужно число не больше 100.");
    }

    [Fact]
    public async Task What_is_asked_by_an_older_meaning_is_not_compared_with_a_newer_one_of_an_earlier_period()
    {
        await using var world = await World.Open(cluster);
        var cast = await FillingCast.Open(world, IndicatorKind.Share);
        var version = await world.Sql<long>($"""
            with v as (
                insert into indicator_version (indicator_id, nr, name, unit, better, breaks, by_person, at)
                select indicator_id, 2, 'Показатель иначе', unit, better, true, by_person, at
                from indicator_version where id = {cast.Indicators[0].Value}
                returning id, indicator_id
            )
            update indicator i set nr = 2 from v where i.id = v.indicator_id returning v.id
            """);
        var late = await world.Survey(FillingCast.Before, new(2026, 1, 1), new(2026, 8, 31), new(2026, 12, 10),
            [cast.School], [new(version)]);
        await world.Value(late, cast.School, new(version), SurveyValue.Share(1, 63));
        await world.Closes(late);
        await FillingCast.Begins(cast.Head);
        await cast.Head.Sees("Вопрос с прошлого раза изменился: сравнивать с ним нельзя.");
        await world.HasNoSame(cast.Head);
        await cast.Head.Types("41 из 63");
        await cast.Head.Sees("Ответы есть на все вопросы");
        Assert.Equal("41/63", await cast.Values());
    }

    [Fact]
    public async Task Buttons_can_be_typed_and_a_picture_is_no_answer()
    {
        await using var world = await World.Open(cluster);
        var cast = await FillingCast.After(world, (IndicatorKind.Share, SurveyValue.Share(41, 63)),
            (IndicatorKind.Number, SurveyValue.Number(5)), (IndicatorKind.Score, SurveyValue.Number(3.5m)));
        await FillingCast.Begins(cast.Head);
        await cast.Head.Types("столько же");
        await cast.Head.Sees("Вопрос 2 из 3");
        await cast.Head.Types("нет данных");
        await cast.Head.Sees("Почему нет данных?");
        await cast.Head.Types("не проводилось");
        await cast.Head.Sees("Вопрос 3 из 3");
        await cast.Head.SendsPhoto();
        await cast.Head.Types("столько же");
        await cast.Head.Sees("Ответы есть на все вопросы");
        Assert.Equal("41/63, NotHeld, 3.5", await cast.Values());
    }

    [Fact]
    public async Task Even_the_longest_words_are_said_back_where_they_cannot_be_stored()
    {
        await using var world = await World.Open(cluster);
        var cast = await FillingCast.Open(world, IndicatorKind.Words);
        await FillingCast.Begins(cast.Head);
        await world.Closes(cast.Survey);
        await cast.Head.Types(new string('я', 4000));
        await cast.Head.Sees("Опрос закрыли, ответы больше не меняются.");
        Assert.Empty(world.Telegram.Violations);
    }
}
