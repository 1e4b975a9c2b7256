using MspBot.Sandbox;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Conversations.Dialogs;

/// <summary>What a button says may be typed, where it can be no answer.</summary>
public sealed class TypedControlStories(TestCluster cluster)
{
    private readonly DemoLog log = new();

    [Fact]
    public async Task Back_cancel_and_ready_are_understood_where_the_question_does_not_take_the_word()
    {
        await using var world = await cluster.Demo(log);
        var anna = await world.InAForm();
        await anna.Types("назад");
        await anna.Sees("Как вас зовут?");
        await anna.Types("Назад");
        Assert.Contains("Имя: Назад", (await anna.SeesMessage("Имя: Назад")).Text, StringComparison.Ordinal);
        await anna.Sees("Какой цвет?");
        await anna.Types("синий");
        await anna.Types("Город 2");
        await anna.Taps("Вт");
        await anna.Types("готово");
        await anna.Sees("Какой день?");
        await anna.Types("← Назад");
        await anna.Sees("Какие дни?");
        await anna.Types("Отмена");
        await anna.Sees("Хорошо, форма закрыта");
        Assert.Equal(0, await world.Sql<int>("select count(*) from dialog where body <> ''"));
    }

    [Fact]
    public async Task Skip_and_change_are_understood()
    {
        await using var world = await cluster.Demo(log);
        var anna = await world.InAForm();
        foreach (var typed in (string[])["Красный", "Город 3", "Пн", "завтра в 15"]) await anna.Types(typed);
        await anna.Sees("Заметка?");
        await anna.Types("пропустить");
        Assert.Contains("Заметка: не указано", await anna.Sees("Всё верно?"), StringComparison.Ordinal);
        await anna.Types("изменить");
        await anna.Sees("Что изменить?");
        await anna.Taps("Цвет: Красный");
        await anna.Sees("Какой цвет?");
        await anna.Taps("← К проверке");
        Assert.Contains("Цвет: Красный", await anna.Sees("Всё верно?"), StringComparison.Ordinal);
    }
}
