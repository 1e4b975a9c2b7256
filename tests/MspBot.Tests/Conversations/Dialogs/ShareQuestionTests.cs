using MspBot.Domain.Spelling;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;
using Xunit;

namespace MspBot.Tests.Conversations.Dialogs;

/// <summary>A question that takes «41 из 63».</summary>
public sealed class ShareQuestionTests
{
    [Theory]
    [InlineData("41/63", "41 из 63 (65 %)")]
    [InlineData("0 из 63", "0 из 63 (0 %)")]
    [InlineData("1 из 900", "1 из 900 (меньше 1 %)")]
    [InlineData("899 из 900", "899 из 900 (больше 99 %)")]
    [InlineData("63 63", "63 из 63 (100 %)")]
    public async Task What_was_typed_is_said_back_with_its_percentage(string typed, string said)
    {
        var talk = await (await Begin()).Types(typed);
        Assert.Null(talk.Open);
        Assert.Equal(said, talk.Body.Answers.Single().Label);
        Assert.Null((await (await Begin()).Types(said)).Open);   // typed as it was said
    }

    [Theory]
    [InlineData("65 %", "Это процент, а нужны два числа: сколько и из скольких, например: 41 из 63.")]
    [InlineData("41", "Это одно число, а нужны два числа: сколько и из скольких, например: 41 из 63.")]
    [InlineData("63 из 41", "63 больше, чем 41. Сначала часть, потом сколько всего, например: 41 из 63.")]
    [InlineData("41/0", "Всего не может быть 0. Напишите сколько и из скольких, например: 0 из 12.")]
    [InlineData("3.5", "Числа здесь целые: сколько и из скольких, например: 41 из 63.")]
    [InlineData("минус 1 из 3", "Меньше нуля здесь не бывает. Напишите сколько и из скольких, например: 41 из 63.")]
    [InlineData("1 из 1001", "Слишком большое число: «всего» здесь не больше 1000. Проверьте, пожалуйста.")]
    [InlineData("Петя", "Не понял: нужны два числа: сколько и из скольких, например: 41 из 63.")]
    public async Task What_is_no_part_of_a_whole_is_asked_again_with_the_reason(string typed, string because)
    {
        var talk = await (await Begin()).Types(typed);
        Assert.Equal(("share", because), (talk.Open, talk.Note));
    }

    [Fact]
    public async Task What_is_offered_is_one_press()
    {
        var talk = await (await Begin()).Picks("39 из 60 (65 %)");
        Assert.Equal("""{"Part":39,"Whole":60}""", talk.Answers["share"]);
    }

    private static Task<PureDialog> Begin() => new PureDialog(async ask =>
    {
        await ask.Share("share", Ask.Prompt("Сдали"), most: 1000, [new Share(39, 60)]);
        return Ask.Over;
    }).Begin();
}
