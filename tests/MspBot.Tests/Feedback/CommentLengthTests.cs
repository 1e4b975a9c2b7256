using MspBot.Domain.Feedback;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Feedback;
using MspBot.Tests.Conversations.Dialogs;
using Xunit;

namespace MspBot.Tests.Feedback;

/// <summary>How much can be written: signs as the messenger and the database count them.</summary>
public sealed class CommentLengthTests
{
    [Fact]
    public async Task A_text_of_4096_emoji_is_taken_whole_and_one_more_is_refused_with_the_numbers()
    {
        var talk = await Begin();
        await talk.Types(Emoji(4097));
        Assert.Equal("Слишком длинно: 4097 знаков, а помещается не больше 4096. Напишите короче.", talk.Note);
        Assert.Null(talk.Ended);
        await talk.Types(Emoji(4096));
        Assert.NotNull(talk.Ended);
    }

    private static Task<PureDialog> Begin() => new PureDialog(async ask =>
    {
        var text = await ask.OptionalText("use", FeedbackTexts.WillUse, FilingRules.LongestText);
        Assert.Equal(Emoji(4096), text);
        return new Outcome.JustSay(new Screen(Html.Text("конец")));
    }).Begin();

    private static string Emoji(int count) => string.Concat(Enumerable.Repeat("😀", count));
}
