using MspBot.Domain.Surveys.Filling;
using MspBot.Domain.Surveys.Indicators;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Surveys.Filling;

/// <summary>What is said to an answer that cannot be, may be a slip, or is none.</summary>
public sealed class GivenAnswerStories(TestCluster cluster)
{
    [Fact]
    public async Task What_cannot_be_meant_is_said_with_what_can()
    {
        await using var world = await World.Open(cluster);
        var cast = await FillingCast.Open(world, IndicatorKind.Share, IndicatorKind.Number, IndicatorKind.Score, IndicatorKind.YesNo,
            IndicatorKind.Words);
        var head = cast.Head;
        await FillingCast.Begins(head);
        await Refused("65 %", "Нужны два числа: сколько и из скольких. Например: 41 из 63.");
        await Refused("41", "Нужны два числа: сколько и из скольких. Например: 41 из 63.");
        await Refused("41/0", "Из нуля доли не бывает.");
        await Refused("минус", "Меньше нуля здесь не бывает. Ноль — это ответ. Если данных нет, нажмите «Нет данных».");
        await Refused("-", "Ноль — это ответ. Если данных нет, нажмите «Нет данных».");
        await head.Types("63 из 41");
        await head.Sees("Часть не может быть больше целого: 63 из 41. Наоборот — 41 из 63?");
        await head.Taps("Да, 41 из 63");
        await head.Sees("Вопрос 2 из 5");
        await Refused("3 1/2", "Дробь пишите через запятую или точку: 3,5.");
        await Refused("много", "Нужно число, например: 3 или 3,5. Ноль — это ответ. Если данных нет, нажмите «Нет данных».");
        await Refused("3,141", "После запятой хватит двух знаков");
        await head.Types("3,5");
        await head.Sees("Вопрос 3 из 5");
        await Refused("6", "Балл здесь — от 1 до 5");
        await head.Types("4");
        await head.Sees("Вопрос 4 из 5");
        await Refused("возможно", "Ответьте «да» или «нет».");
        await head.Types("да");
        await head.Sees("Вопрос 5 из 5");
        await Refused(new string('я', 1001), "Слишком длинно");
        await Refused("…", "Напишите ответ словами.");
        await head.Types("Иванов Петя, 5 «Б»");
        await head.Sees("Похоже на имя ученика. Напишите без имён.");
        await head.Taps("Написать заново");
        await head.Types("Петров, 8а");
        await head.Sees("Похоже на имя ученика. Напишите без имён.");
        await head.Taps("Это не имя ученика");
        await head.Sees("Ответы есть на все вопросы");
        Assert.Equal("41/63, 3.5, 4, 1, Петров, 8а", await cast.Values());

        async Task Refused(string typed, string because)
        {
            await head.Types(typed);
            await head.Sees(because);
        }
    }

    [Fact]
    public async Task No_data_is_an_answer_with_a_reason()
    {
        await using var world = await World.Open(cluster);
        var cast = await FillingCast.Open(world, IndicatorKind.Share, IndicatorKind.Share, IndicatorKind.Number);
        await FillingCast.Begins(cast.Head);
        await cast.Head.Taps("Нет данных");
        await cast.Head.Sees("Почему нет данных?");
        await cast.Head.Taps("не проводилось");
        await cast.Head.Sees("Вопрос 2 из 3");
        await cast.Head.Taps("Нет данных");
        await cast.Head.Taps("другое");
        await cast.Head.Types("Иванова Маша, 5а, болела");
        await cast.Head.Sees("Похоже на имя ученика");
        await cast.Head.Types("Карантин");
        await cast.Head.Sees("Вопрос 3 из 3");
        await cast.Head.Types("0");
        await cast.Head.Sees("Ответы есть на все вопросы");
        await cast.Head.Taps("Проверить и отправить");
        await cast.Head.Sees("1. Показатель 1: нет данных: не проводилось\n2. Показатель 2: нет данных: Карантин\n3. Показатель 3: 0 уч.");
        Assert.Equal("NotHeld, Other (Карантин), 0", await cast.Values());
    }

    [Fact]
    public async Task A_value_that_moved_far_is_asked_about_once_and_marked()
    {
        await using var world = await World.Open(cluster);
        var cast = await FillingCast.After(world, (IndicatorKind.Share, SurveyValue.Share(41, 63)),
            (IndicatorKind.Number, SurveyValue.Number(4)));
        await FillingCast.Begins(cast.Head);
        await cast.Head.Types("3 из 63");
        await cast.Head.Sees("Было 65 %, стало 5 %. Всё верно?");
        Assert.Equal("", await cast.Values());
        await cast.Head.Taps("Исправить");
        await cast.Head.Sees("Вопрос 1 из 2");
        await cast.Head.Types("3 из 63");
        await cast.Head.Types("Сменился учитель");
        await cast.Head.Sees("Вопрос 2 из 2");
        await cast.Head.Types("9");
        await cast.Head.Sees("Было 4, стало 9. Всё верно?");
        await cast.Head.Taps("Да, верно");
        await cast.Head.Sees("Ответы есть на все вопросы");
        await cast.Head.Taps("Проверить и отправить");
        await cast.Head.Sees("1. Показатель 1: ⚠ 3 из 63 (5 %) (Сменился учитель)");

        // The same once more is not asked about again.
        await cast.Head.Taps("Исправить ответы");
        await cast.Head.Taps("1. 3 из 63");
        await cast.Head.Sees("Сейчас: 3 из 63 (5 %)");
        await cast.Head.Types("3 из 63");
        await cast.Head.Sees("Ответы есть на все вопросы");
        Assert.Equal("3/63! (Сменился учитель), 9!", await cast.Values());
        Assert.Equal(0, await world.Sql<int>("select count(*) from survey_value_past"));
    }

    [Fact]
    public async Task What_is_typed_to_all_right_is_a_yes_a_no_or_another_answer_and_no_reason()
    {
        await using var world = await World.Open(cluster);
        var cast = await FillingCast.After(world, (IndicatorKind.Share, SurveyValue.Share(41, 63)),
            (IndicatorKind.Number, SurveyValue.Number(40)));
        await FillingCast.Begins(cast.Head);
        await cast.Head.Types("3 из 63");
        await cast.Head.Sees("Всё верно?");
        await cast.Head.Types("нет");
        await cast.Head.Sees("Вопрос 1 из 2");
        Assert.Equal("", await cast.Values());
        await cast.Head.Types("3 из 63");
        await cast.Head.Sees("Всё верно?");
        await cast.Head.Types("35 из 63");
        await cast.Head.Sees("Похоже на новый ответ, а не на причину.");
        await cast.Head.Taps("Исправить на 35 из 63");
        await cast.Head.Sees("Вопрос 2 из 2");
        await cast.Head.Types("4");
        await cast.Head.Sees("Всё верно?");
        await cast.Head.Types("да, верно");
        await cast.Head.Sees("Ответы есть на все вопросы");
        Assert.Equal("35/63, 4!", await cast.Values());
    }

    [Fact]
    public async Task An_answer_typed_where_a_reason_is_wanted_is_not_lost()
    {
        await using var world = await World.Open(cluster);
        var cast = await FillingCast.Open(world, IndicatorKind.Share, IndicatorKind.Number);
        await FillingCast.Begins(cast.Head);
        await cast.Head.Taps("Нет данных");
        await cast.Head.Sees("Почему нет данных?");
        await cast.Head.Types("41 из 63");
        await cast.Head.Sees("Похоже на ответ, а не на причину.");
        await cast.Head.Taps("Записать ответ: 41 из 63");
        await cast.Head.Sees("Вопрос 2 из 2");
        await cast.Head.Taps("Нет данных");
        await cast.Head.Types("2 учителя болеют");
        await cast.Head.Taps("Это причина");
        await cast.Head.Sees("Ответы есть на все вопросы");
        Assert.Equal("41/63, Other (2 учителя болеют)", await cast.Values());
    }
}
