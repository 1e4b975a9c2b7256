using MspBot.Host.Conversations.Dialogs;
using Xunit;

namespace MspBot.Tests.Conversations.Dialogs;

/// <summary>What each kind of question shows and takes.</summary>
public sealed class QuestionTests
{
    private static async Task<Outcome> Twenty(Dialog ask)
    {
        await ask.Number("town", Enumerable.Range(1, 20));
        return Ask.Over;
    }

    [Fact]
    public async Task Up_to_eight_options_are_shown_uncut()
    {
        var talk = await new PureDialog(async ask =>
        {
            await ask.Number("town", Enumerable.Range(1, 8));
            return Ask.Over;
        }).Begin();
        Assert.Equal(8, talk.Labels.Count(l => l.StartsWith('№')));
        Assert.DoesNotContain("›", talk.Labels);
    }

    [Fact]
    public async Task More_than_eight_come_in_pages_of_six()
    {
        var talk = await new PureDialog(Twenty).Begin();
        Assert.Equal(["№ 1", "№ 2", "№ 3", "№ 4", "№ 5", "№ 6", "›", "← Назад", "Отмена"], talk.Labels);
        await talk.Looks(page: 1);
        Assert.Equal(["№ 7", "№ 8", "№ 9", "№ 10", "№ 11", "№ 12", "‹", "›", "← Назад", "Отмена"], talk.Labels);
        await talk.Looks(page: 3);
        Assert.Equal(["№ 19", "№ 20", "‹", "← Назад", "Отмена"], talk.Labels);
    }

    [Fact]
    public async Task A_page_beyond_the_end_is_the_last_one()
    {
        var talk = await new PureDialog(Twenty).Begin();
        await talk.Looks(page: 10_000);
        Assert.Contains("№ 20", talk.Labels);
    }

    [Fact]
    public async Task A_search_shows_what_contains_the_words_and_a_way_back_to_all()
    {
        var talk = await new PureDialog(Twenty).Begin();
        await talk.Looks(query: "№ 1");
        Assert.Contains("Найдено по «№ 1»: 11.", talk.Screen.Text.ToString());
        Assert.Contains("Показать все", talk.Labels);
        await talk.Looks(query: "Выборг");
        Assert.Contains("ничего не нашлось", talk.Screen.Text.ToString());
        Assert.Contains("Показать все", talk.Labels);
        Assert.DoesNotContain(talk.Labels, l => l.StartsWith('№'));
    }

    [Fact]
    public async Task Ticks_are_shown_and_counted_and_at_least_so_many_are_asked_for()
    {
        IReadOnlyList<int>? taken = null;
        var talk = await new PureDialog(async ask =>
        {
            taken = await ask.Many("days", Ask.Prompt("Дни"), [new Option<int>(1, "Пн"), new(2, "Вт"), new(3, "Ср")], min: 2);
            return Ask.Over;
        }).Begin();
        Assert.Contains("Готово", talk.Labels);
        await talk.Ticks("Ср");
        Assert.Equal("Отметьте хотя бы 2 варианта.", talk.Note);
        Assert.Contains("✓ Ср", talk.Labels);
        Assert.Contains("Готово (1)", talk.Labels);
        await talk.Ticks("Ср", "Пн");
        Assert.Same(Ask.Over, talk.Ended);
        Assert.Equal([1, 3], taken!);
    }

    [Fact]
    public async Task What_was_ticked_is_ticked_again_when_it_is_changed()
    {
        var talk = await new PureDialog(async ask =>
        {
            await ask.Many("days", Ask.Prompt("Дни"), [new Option<int>(1, "Пн"), new(2, "Вт"), new(3, "Ср")], min: 1);
            await ask.Confirm("Верно?");
            return Ask.Over;
        }).Begin();
        await talk.Ticks("Вт");
        await talk.Changes("days");
        Assert.Contains("✓ Вт", talk.Labels);
        Assert.Contains("Готово (1)", talk.Labels);
    }

    [Fact]
    public async Task A_single_label_can_be_typed_where_several_are_asked_for()
    {
        var talk = await new PureDialog(async ask =>
        {
            await ask.Many("days", Ask.Prompt("Дни"), [new Option<int>(1, "Пн"), new(2, "Вт")], min: 1);
            return Ask.Over;
        }).Begin();
        Assert.Equal("Отметьте нужное кнопками и нажмите «Готово».", (await talk.Types("четверг")).Note);
        Assert.Same(Ask.Over, (await talk.Types("вт")).Ended);
    }

    [Theory]
    [InlineData("   ", "Ответ пустой")]
    [InlineData("\u0001\u0002", "Ответ пустой")]
    [InlineData("ооооооооооооооооооооооооооооооооооооооооооооооооооо", "Слишком длинно: 51 знак, а помещается не больше 50.")]
    public async Task Words_that_are_no_answer_are_refused_with_the_reason(string typed, string because)
    {
        var talk = await new PureDialog(async ask =>
        {
            await ask.Words("name");
            return Ask.Over;
        }).Begin();
        await talk.Types(typed);
        Assert.Contains(because, talk.Note);
        Assert.Equal("name", talk.Open);
    }

    [Fact]
    public async Task Only_an_optional_question_can_be_skipped()
    {
        var talk = await new PureDialog(async ask =>
        {
            await ask.Words("name");
            await ask.OptionalText("note", Ask.Prompt("Заметка"), max: 10);
            await ask.Confirm("Верно?");
            return Ask.Over;
        }).Begin();
        Assert.DoesNotContain("Пропустить", talk.Labels);
        await talk.Skips();
        Assert.Equal("name", talk.Open);
        await talk.Types("Анна");
        Assert.Contains("Пропустить", talk.Labels);
        await talk.Skips();
        Assert.Contains("Заметка: не указано", talk.Screen.Text.ToString());
    }

    [Theory]
    [InlineData("30.02", "Дня «30.02» не бывает")]
    [InlineData("23.11.2026", "пн, 23 ноября уже прошло")]
    [InlineData("24.11 14:00", "это время уже прошло")]
    [InlineData("завтра в 25:00", "Времени «25:00» не бывает")]
    [InlineData("01.01.2030", "слишком далеко")]
    [InlineData("когда-нибудь", "Не понял дату")]
    public async Task A_day_that_cannot_be_is_refused_in_words(string typed, string because)
    {
        var talk = await new PureDialog(Moment).Begin();
        await talk.Types(typed);
        Assert.Equal("when.date", talk.Open);
        Assert.Contains(because, talk.Note);
    }

    [Fact]
    public async Task A_day_and_a_time_typed_together_answer_both()
    {
        var talk = await new PureDialog(Moment).Begin();
        await talk.Types("завтра в 15");
        Assert.Equal("confirm", talk.Open);
        Assert.Contains("среда, 25 ноября 2026", talk.Screen.Text.ToString());
        Assert.Contains("15:00", talk.Screen.Text.ToString());
    }

    [Fact]
    public async Task A_month_shows_its_days_and_dots_for_those_that_are_over()
    {
        var talk = await new PureDialog(Moment).Begin();
        await talk.Looks(face: "grid");
        Assert.Contains("Ноябрь 2026", talk.Screen.Text.ToString());
        Assert.Equal(23, talk.Labels.Count(l => l == "·"));
        Assert.DoesNotContain("‹", talk.Labels);
        await talk.Looks(page: 1, face: "grid");
        Assert.Contains("Декабрь 2026", talk.Screen.Text.ToString());
        Assert.Contains("‹", talk.Labels);
        await talk.Picks("чт, 31 декабря");
        Assert.Equal("when.time", talk.Open);
    }

    [Fact]
    public async Task A_time_today_that_is_over_is_not_offered_and_is_dropped_when_the_day_moves_to_today()
    {
        var talk = await new PureDialog(Moment).Begin();
        await talk.Types("завтра в 10:00");
        await talk.Changes("when.date");
        await talk.Types("сегодня");
        Assert.Equal("when.time", talk.Open);
        Assert.DoesNotContain("15:00", talk.Labels);   // it is 15:00 now
        Assert.Contains("16:00", talk.Labels);
    }

    private static async Task<Outcome> Moment(Dialog ask)
    {
        await ask.Moment("when", Ask.Prompt("День"), Ask.Prompt("Время"));
        await ask.Confirm("Верно?");
        return Ask.Over;
    }
}
