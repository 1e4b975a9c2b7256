using MspBot.Tests.Plan;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Surveys.Indicators;

/// <summary>Bounds that cross, and words that are too long to be kept.</summary>
public sealed class IndicatorBoundsStories(TestCluster cluster)
{
    [Fact]
    public async Task A_least_value_put_above_the_greatest_asks_for_the_greatest_anew()
    {
        await using var world = await World.Open(cluster);
        var head = (await world.HeadOfSurveys()).StartedEarlier();
        var id = await world.IndicatorToChange();
        await head.Opens($"n:indicator-change:{id}.1.Bounds");
        await head.Types("5");
        await head.Types("10");
        await head.Taps("Изменить");
        await head.Taps("Не меньше");
        await head.Types("50");
        await head.Sees("Изменить показатель?");
        await head.Taps("Сохранить");
        await head.Sees("Наибольшее не может быть меньше наименьшего.");
        await head.Types("100");
        await head.Taps("Сохранить");
        await head.Sees("Границы: от 50 до 100");
    }

    [Fact]
    public async Task Even_the_longest_words_are_said_back_where_the_indicator_was_changed_meanwhile()
    {
        await using var world = await World.Open(cluster);
        var head = (await world.HeadOfSurveys()).StartedEarlier();
        var id = await world.IndicatorToChange();
        await head.Opens($"n:indicator-change:{id}.1.Name");
        await head.Sees("Как называется показатель?");
        await world.Sql<int>("update indicator set revision = 2");
        await head.Types(new string('я', 4000));
        await head.Sees("Пока вы смотрели, это изменили.");
        Assert.Empty(world.Telegram.Violations);
    }
}
