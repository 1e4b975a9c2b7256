using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Surveys.Filling;

/// <summary>Answers that came back: the remark, that question alone, and sending once more.</summary>
public sealed class ReturnedStories(TestCluster cluster)
{
    [Fact]
    public async Task What_came_back_is_the_only_question_and_its_remark_stands_first()
    {
        await using var world = await World.Open(cluster);
        var cast = await FillingCast.Sent(world);
        await cast.Returned(cast.Indicators[1], "Проверьте по журналам");
        await world.Pass(TimeSpan.FromHours(2));
        await cast.Head.Types("/menu");
        await cast.Head.Sees("ответы вернули на уточнение");
        await cast.Head.Taps("Ответить на уточнение");
        await cast.Head.Sees("• вопрос 2, Показатель 2: Проверьте по журналам");
        await cast.Head.Taps("Ответить на уточнение");
        await cast.Head.Sees("Вопрос 2 из 2. Показатель 2, уч.\n\nПросят уточнить: Проверьте по журналам");
        await cast.Head.Types("9");
        await cast.Head.Sees("Проверьте ответы и отправьте их снова.");
        await cast.Head.Taps("Проверить и отправить");
        await cast.Head.Sees("2. Показатель 2: 9 уч. (исправлено)");
        await cast.Head.Taps("Отправить");
        await cast.Head.Sees("Исправленные ответы отправлены. Спасибо!");
        Assert.Equal("Resent", await cast.State());
        Assert.Equal(0, await world.Sql<int>("select count(*) from survey_remark where settled_at is null"));
    }

    [Fact]
    public async Task What_came_back_may_stay_as_it_is_with_a_reason()
    {
        await using var world = await World.Open(cluster);
        var cast = await FillingCast.Sent(world);
        await cast.Returned(cast.Indicators[0], "Проверьте по журналам");
        await FillingCast.Looks(cast.Head);
        await cast.Head.TapsData(cast.Head.Chat.Last(m => m.FromBot), $"c:mf:{cast.Survey.Value}:show:0.Review.0");
        await cast.Head.Sees("Просят уточнить вопрос 1.");
        await cast.Head.Taps("Ответить на уточнение");
        await cast.Head.Taps("Оставить как есть");
        await cast.Head.Sees("Ответ не изменился. Почему он верный?");
        await cast.Head.Types("Сверили с журналами");
        await cast.Head.Sees("Проверьте ответы и отправьте их снова.");
        Assert.Equal("5 (Сверили с журналами), 7", await cast.Values());
        Assert.Equal("Returned", await cast.State());
        Assert.Equal(0, await world.Sql<int>("select count(*) from survey_remark where settled_at is null"));
    }

    [Fact]
    public async Task A_remark_to_all_lets_the_answers_be_sent_as_they_are()
    {
        await using var world = await World.Open(cluster);
        var cast = await FillingCast.Sent(world);
        await cast.Returned(null, "Посмотрите ещё раз");
        await FillingCast.Looks(cast.Head);
        await cast.Head.Sees("• Посмотрите ещё раз");
        await cast.Head.SeesButton("Исправить ответы");
        await cast.Head.Taps("Проверить и отправить");
        await cast.Head.Taps("Отправить");
        await cast.Head.Sees("Исправленные ответы отправлены");
        Assert.Equal("Resent", await cast.State());
        Assert.Equal(0, await world.Sql<int>("select count(*) from survey_remark where settled_at is null"));
    }
}
