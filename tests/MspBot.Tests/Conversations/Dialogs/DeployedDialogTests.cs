using MspBot.Host.Conversations.Dialogs;
using Xunit;

namespace MspBot.Tests.Conversations.Dialogs;

/// <summary>Rule 2: what one version stored is opened by another, whatever was added, removed or moved.</summary>
public sealed class DeployedDialogTests
{
    private static async Task<Outcome> Old(Dialog ask)
    {
        await ask.Words("name");
        await ask.Words("town");
        await ask.Words("note");
        await ask.Confirm("Верно?");
        return Ask.Over;
    }

    private static async Task<PureDialog> HalfFilled()
    {
        var talk = await new PureDialog(Old).Begin();
        await talk.Types("Анна");
        return await talk.Types("Сосново");
    }

    [Fact]
    public async Task A_question_added_above_is_asked_and_the_answers_stay()
    {
        var talk = await (await HalfFilled()).DeployedAs(async ask =>
        {
            await ask.Words("greeting");
            return await Old(ask);
        });
        Assert.Equal("greeting", talk.Open);
        await talk.Types("Здравствуйте");
        Assert.Equal("note", talk.Open);
        Assert.Equal("\"Анна\"", talk.Answers["name"]);
        Assert.Equal("\"Сосново\"", talk.Answers["town"]);
    }

    [Fact]
    public async Task A_question_removed_leaves_the_others_in_place()
    {
        var talk = await (await HalfFilled()).DeployedAs(async ask =>
        {
            await ask.Words("name");
            await ask.Words("note");
            await ask.Confirm("Верно?");
            return Ask.Over;
        });
        Assert.Equal("note", talk.Open);
        await talk.Types("нет");
        Assert.DoesNotContain("Сосново", talk.Screen.Text.ToString());
        Assert.Contains("Анна", talk.Screen.Text.ToString());
    }

    [Fact]
    public async Task Questions_moved_keep_their_answers()
    {
        var talk = await (await HalfFilled()).DeployedAs(async ask =>
        {
            await ask.Words("town");
            await ask.Words("name");
            await ask.Words("note");
            await ask.Confirm("Верно?");
            return Ask.Over;
        });
        Assert.Equal("note", talk.Open);
        await talk.Types("нет");
        Assert.Equal("confirm", talk.Open);
    }

    [Fact]
    public async Task An_answer_of_another_kind_is_asked_again_not_a_crash()
    {
        var talk = await (await HalfFilled()).DeployedAs(async ask =>
        {
            await ask.Words("name");
            await ask.Number("town", 1, 2);
            await ask.Words("note");
            return Ask.Over;
        });
        Assert.Equal("town", talk.Open);
        Assert.Contains("Сосново", talk.Note);
        Assert.Equal("\"Анна\"", talk.Answers["name"]);
    }

    [Fact]
    public async Task A_talk_whose_open_question_is_gone_goes_on_to_its_end()
    {
        var talk = await (await HalfFilled()).DeployedAs(async ask =>
        {
            await ask.Words("name");
            return Ask.Over;
        });
        Assert.Null(talk.Open);
        Assert.Same(Ask.Over, talk.Ended);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("не JSON")]
    [InlineData("{\"answers\":\"слово\"}")]
    [InlineData("{\"answers\":[{\"key\":\"name\"}]}")]
    [InlineData("{\"answers\":[{\"key\":\"name\",\"name\":\"Имя\",\"json\":\"{\",\"label\":\"?\",\"at\":1}]}")]
    [InlineData("{\"shown\":{\"key\":\"unknown\",\"page\":99},\"later\":[1,2,3]}")]
    [InlineData("{\"answers\":null,\"shown\":null,\"start\":null}")]
    public async Task Whatever_is_stored_the_talk_begins_with_a_question(string stored)
    {
        var talk = await new PureDialog(Old, DialogBody.Read(stored, 7)).Begin();
        Assert.Equal("name", talk.Open);
        await talk.Types("Анна");
        Assert.Equal("town", talk.Open);
    }

    [Fact]
    public async Task Answers_are_stored_by_key_with_no_name_of_a_type_in_them()
    {
        var stored = (await HalfFilled()).Body.Write();
        Assert.Contains("\"name\"", stored);
        Assert.Contains("Сосново", stored);
        Assert.DoesNotContain("MspBot", stored);
        Assert.DoesNotContain("$type", stored);
    }
}
