using MspBot.Host.Conversations.Dialogs;
using Xunit;

namespace MspBot.Tests.Conversations.Dialogs;

/// <summary>The rules of a dialog, with no database and no messenger.</summary>
public sealed class FlowRunTests
{
    private static async Task<Outcome> ThreeQuestions(Dialog ask)
    {
        await ask.Words("first");
        await ask.Number("second", 1, 2);
        await ask.Words("third");
        await ask.Confirm("Верно?");
        return Ask.Over;
    }

    [Fact]
    public async Task Questions_come_one_at_a_time_and_end_in_a_summary()
    {
        var talk = await new PureDialog(ThreeQuestions).Begin();
        Assert.Equal("first", talk.Open);
        Assert.Equal("second", (await talk.Types("раз")).Open);
        Assert.Equal("third", (await talk.Picks("№ 2")).Open);
        Assert.Equal("confirm", (await talk.Types("три")).Open);
        Assert.Contains("second: № 2", talk.Screen.Text.ToString());
        Assert.Same(Ask.Over, (await talk.Picks("Всё верно")).Ended);
    }

    [Fact]
    public async Task One_input_answers_only_the_question_on_screen()
    {
        var talk = new PureDialog(async ask =>
        {
            await ask.Words("first");
            await ask.Words("second");
            return Ask.Over;
        });
        await talk.Begin();
        await talk.Types("слово");
        Assert.Equal("second", talk.Open);
        Assert.Equal(["first"], talk.Answers.Keys);
    }

    [Theory]
    [InlineData("№ 2")]
    [InlineData("  № 2 ")]
    public async Task A_label_typed_is_the_same_as_its_button(string typed)
    {
        var talk = await new PureDialog(ThreeQuestions).Begin();
        await talk.Types("раз");
        await talk.Types(typed);
        Assert.Equal("third", talk.Open);
        Assert.Equal("2", talk.Answers["second"]);
    }

    [Fact]
    public async Task Capital_letters_of_a_typed_label_do_not_matter()
    {
        var talk = await new PureDialog(async ask =>
        {
            await ask.Choice("colour", Ask.Prompt("Цвет"), [new Option<string>("red", "Красный"), new("blue", "Синий")]);
            return Ask.Over;
        }).Begin();
        Assert.Same(Ask.Over, (await talk.Types("сИНИЙ")).Ended);
    }

    [Fact]
    public async Task An_option_that_is_no_longer_offered_is_refused_with_its_name()
    {
        IReadOnlyList<Option<int>> offered = [new(1, "Первый"), new(2, "Второй")];
        var talk = await new PureDialog(async ask =>
        {
            await ask.Choice("which", Ask.Prompt("Который"), () => Task.FromResult(offered));
            return Ask.Over;
        }).Begin();
        offered = [new(1, "Первый")];
        await talk.Picks("Второй");
        Assert.Equal("which", talk.Open);
        Assert.Equal("«Второй» уже нельзя выбрать. Выберите, пожалуйста, снова.", talk.Note);
        Assert.DoesNotContain("Второй", talk.Labels);
    }

    [Fact]
    public async Task A_tap_means_the_option_as_it_was_shown_even_when_the_list_has_moved()
    {
        IReadOnlyList<Option<int>> offered = [new(1, "Первый"), new(2, "Второй")];
        var taken = 0;
        var talk = await new PureDialog(async ask =>
        {
            taken = await ask.Choice("which", Ask.Prompt("Который"), () => Task.FromResult(offered));
            return Ask.Over;
        }).Begin();
        offered = [new(9, "Новый"), new(1, "Первый"), new(2, "Второй")];
        await talk.Picks("Первый");
        Assert.Equal(1, taken);
    }

    [Fact]
    public async Task Options_are_looked_up_for_the_open_question_only()
    {
        var looked = new List<string>();
        Func<Task<IReadOnlyList<Option<int>>>> Offer(string key) => () =>
        {
            looked.Add(key);
            return Task.FromResult<IReadOnlyList<Option<int>>>([new(1, "Один"), new(2, "Два")]);
        };
        var talk = await new PureDialog(async ask =>
        {
            await ask.Choice("first", Ask.Prompt("Первое"), Offer("first"));
            await ask.Choice("second", Ask.Prompt("Второе"), Offer("second"));
            await ask.Choice("third", Ask.Prompt("Третье"), Offer("third"));
            return Ask.Over;
        }).Begin();
        Assert.Equal(["first"], looked.Distinct());
        await talk.Picks("Один");
        looked.Clear();
        await talk.Picks("Один");
        Assert.Equal(["second", "third"], looked.Distinct());
        looked.Clear();
        await talk.Looks();
        Assert.Equal(["third"], looked.Distinct());
    }

    [Fact]
    public async Task An_answer_below_one_that_changed_is_kept_when_it_is_still_offered()
    {
        var talk = await Coloured("red").Changes("colour");
        await talk.Types("Синий");
        Assert.Equal("confirm", talk.Open);
        Assert.Equal("\"M\"", talk.Answers["size"]);
    }

    [Fact]
    public async Task An_answer_below_one_that_changed_is_asked_again_when_it_is_not()
    {
        var talk = await Coloured("red").Changes("colour");
        await talk.Types("Белый");
        Assert.Equal("size", talk.Open);
        Assert.Equal("«M» уже нельзя выбрать. Выберите, пожалуйста, снова.", talk.Note);
        Assert.Equal("\"white\"", talk.Answers["colour"]);
        Assert.Equal("\"да\"", talk.Answers["note"]);
    }

    [Fact]
    public async Task Back_takes_the_last_answer_away_and_asks_it_again()
    {
        var talk = await new PureDialog(ThreeQuestions).Begin();
        await talk.Types("раз");
        await talk.Picks("№ 2");
        Assert.Equal("second", (await talk.GoesBack()).Open);
        Assert.Equal(["first"], talk.Answers.Keys);
        Assert.Equal("first", (await talk.GoesBack()).Open);
        Assert.Empty(talk.Answers);
    }

    [Fact]
    public async Task Back_out_of_a_change_puts_the_answer_back()
    {
        var talk = await Coloured("red").Changes("colour");
        Assert.Equal("colour", talk.Open);
        await talk.GoesBack();
        Assert.Equal("confirm", talk.Open);
        Assert.Equal("\"red\"", talk.Answers["colour"]);
        Assert.Null(talk.Body.Editing);
    }

    [Fact]
    public async Task Changing_one_answer_leaves_the_others()
    {
        var talk = await new PureDialog(ThreeQuestions).Begin();
        await talk.Types("раз");
        await talk.Picks("№ 2");
        await talk.Types("три");
        await talk.Changes("first");
        await talk.Types("новое");
        Assert.Equal("confirm", talk.Open);
        Assert.Equal("\"новое\"", talk.Answers["first"]);
        Assert.Equal("\"три\"", talk.Answers["third"]);
    }

    [Fact]
    public async Task A_flow_that_asks_one_key_twice_is_a_mistake_of_ours()
    {
        var talk = new PureDialog(async ask =>
        {
            await ask.Words("same");
            await ask.Words("same");
            return Ask.Over;
        });
        await talk.Begin();
        await Assert.ThrowsAsync<InvalidOperationException>(() => talk.Types("слово"));
    }

    /// <summary>At the summary, with a size that depends on the colour.</summary>
    private static PureDialog Coloured(string colour) => new(async ask =>
    {
        var chosen = await ask.Choice("colour", Ask.Prompt("Цвет"),
            [new Option<string>("red", "Красный"), new("blue", "Синий"), new("white", "Белый")]);
        await ask.Choice("size", Ask.Prompt("Размер"), () => Task.FromResult<IReadOnlyList<Option<string>>>(
            chosen == "white" ? [new("XL", "XL")] : [new("S", "S"), new("M", "M")]));
        await ask.Words("note");
        await ask.Confirm("Верно?");
        return Ask.Over;
    }, new DialogBody
    {
        Answers = [new("colour", "Цвет", $"\"{colour}\"", "Красный", 1), new("size", "Размер", "\"M\"", "M", 2),
            new("note", "Заметка", "\"да\"", "да", 3)],
        Revision = 4,
    });
}
