using MspBot.Domain.Digests.Effectiveness;
using MspBot.Sandbox;
using MspBot.Tests.Plan;
using MspBot.Tests.Support;
using MspBot.Tests.Surveys;
using Xunit;

namespace MspBot.Tests.Digests.Effectiveness;

/// <summary>«Цели на год»: set, changed, taken away, and what is no goal.</summary>
public sealed class GoalStories(TestCluster cluster)
{
    [Fact]
    public async Task A_goal_stands_beside_its_figure_until_it_is_taken_away()
    {
        await using var world = await World.Open(cluster);
        var head = (await world.HeadOfSurveys()).StartedEarlier();
        var me = (await world.MethodologistOfSurveys()).StartedEarlier();
        await world.Held(World.Morning.AddDays(-14), signedUp: 6, came: 5);
        await me.OnPage();
        await me.Taps("Цели на год");
        await me.Sees("Целей пока нет");
        await me.Taps("Явка: цели нет");
        await me.Sees("в процентах?");
        foreach (var (typed, said) in new[]
        {
            ("много", "Нужно одно число, в процентах"), ("80 90", "Нужно одно число"), ("0", "Ноль — это не цель"),
            ("120 %", "Больше 100 % не бывает"), ("-5", "не может быть меньше нуля"), ("82,55", "одной цифры после запятой"),
        })
        {
            await me.Types(typed);
            await me.Sees(said);
        }
        await me.Types("82,5 %");
        await me.Sees("Явка на мероприятия: цель 82,5 %.");
        await me.Taps("До ответа: цели нет");
        await me.Types("0");
        await me.Sees("за 0 часов нельзя");
        await me.Types("24 часа");
        await me.Sees("До ответа на заявку: цель не дольше 24 ч.");
        await me.Taps("← Показатели");
        await me.Sees("Явка на мероприятия: 5 из 6 (83 %); цель 82,5 % достигнута");
        await me.Sees("До ответа на заявку: нет данных; цель не дольше 24 ч");
        await me.Taps("Цели на год");
        await me.Taps("Явка: 82,5 %");
        await me.Taps("Убрать цель");
        await me.Sees("Явка на мероприятия: цель убрана.");
        await me.SeesButton("Явка: цели нет");
        await me.Taps("Цели на 2027/28");
        await me.Sees("Целей пока нет");
        await head.Opens("c:log:0:show");
        await head.Sees("изменены цели на год: Явка на мероприятия, 2026/27: 82,5 %");
        await head.Sees("изменены цели на год: Явка на мероприятия, 2026/27: цель убрана");
    }

    [Fact]
    public async Task Of_two_methodologists_the_second_reads_what_the_first_has_set()
    {
        await using var world = await World.Open(cluster);
        await world.HeadOfSurveys();
        var first = (await world.MethodologistOfSurveys()).StartedEarlier();
        var second = (await world.SecondMethodologist()).StartedEarlier();
        foreach (var who in new[] { first, second })
        {
            await who.OnPage();
            await who.Taps("Цели на год");
            await who.Taps("ШНОР: цели нет");
        }
        await first.Types("90");
        await first.Sees("ШНОР участвовали: цель 90 %.");
        await second.Types("70");
        await second.Sees("Пока вы смотрели, эту цель изменили (ШНОР участвовали): было — без цели, стало — 90 %. Не сохранилось: 70 %.");
        Assert.Equal(90, await world.Sql<decimal>("select goal from effect_goal"));
        await second.Taps("ШНОР: 90 %");
        await second.Types("90");
        await second.Sees("Так и было, ничего не изменилось.");
        await first.Taps("ШНОР: 90 %");
        await second.Taps("ШНОР: 90 %");
        await second.Taps("Убрать цель");
        await first.Types("95");
        await first.Sees("было — 90 %, стало — без цели. Не сохранилось: 95 %.");
        Assert.Equal(0, await world.Sql<int>("select count(*) from effect_goal"));
    }

    [Theory]
    [InlineData("85", EffectUnit.Share, 85, null)]
    [InlineData("100 %", EffectUnit.Share, 100, null)]
    [InlineData("100,1", EffectUnit.Share, 0, GoalRefusal.TooMuch)]
    [InlineData("85.5 процентов", EffectUnit.Share, 85.5, null)]
    [InlineData("", EffectUnit.Share, 0, GoalRefusal.NoNumber)]
    [InlineData("1e2", EffectUnit.Share, 0, GoalRefusal.NoNumber)]
    [InlineData("4,5", EffectUnit.Rating, 4.5, null)]
    [InlineData("5,5", EffectUnit.Rating, 0, GoalRefusal.TooMuch)]
    [InlineData("0,5", EffectUnit.Rating, 0, GoalRefusal.TooLittle)]
    [InlineData("48 ч", EffectUnit.Hours, 48, null)]
    [InlineData("1000", EffectUnit.Hours, 0, GoalRefusal.TooMuch)]
    public void A_goal_is_read_as_people_type_it(string typed, EffectUnit unit, double goal, GoalRefusal? refusal)
    {
        Assert.Equal(refusal, TypedGoal.Read(typed, unit, out var read));
        if (refusal is null) Assert.Equal((decimal)goal, read);
    }

    [Fact]
    public void A_goal_is_compared_without_rounding()
    {
        Assert.Equal(GoalOutcome.Missed, new EffectValue(EffectFigure.Attendance, 899, 1000).Against(90));
        Assert.Equal(GoalOutcome.Reached, new EffectValue(EffectFigure.Attendance, 900, 1000).Against(90));
        Assert.Equal(GoalOutcome.Reached, new EffectValue(EffectFigure.HoursToAnswer, 0, 3, 24).Against(24));
        Assert.Equal(GoalOutcome.NoData, new EffectValue(EffectFigure.Attendance, 0, 0).Against(90));
        Assert.Equal(GoalOutcome.NoData, new EffectValue(EffectFigure.Attendance, 2, 4).ForObservers.Against(90));
    }
}
