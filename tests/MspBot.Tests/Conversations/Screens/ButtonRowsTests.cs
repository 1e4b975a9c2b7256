using MspBot.Host.Conversations.Screens;
using Xunit;

namespace MspBot.Tests.Conversations.Screens;

/// <summary>What a phone would cut is laid out so that it does not.</summary>
public sealed class ButtonRowsTests
{
    [Fact]
    public void Labels_that_do_not_fit_side_by_side_get_rows_of_their_own()
    {
        var screen = new Screen(Html.Text("?")).Row(To("Отменить консультацию"), To("Перенести")).Row(To("Да"), To("Нет"));
        Assert.Equal([["Отменить консультацию"], ["Перенести"], ["Да", "Нет"]], screen.Rows.Select(row => row.Select(b => b.Label)));
    }

    [Fact]
    public void As_many_stand_side_by_side_as_fit()
    {
        var screen = new Screen(Html.Text("?")).Row(To("понедельник"), To("вторник"), To("среда"), To("воскресенье"));
        Assert.Equal([2, 2], screen.Rows.Select(row => row.Count));
    }

    [Fact]
    public void The_month_grid_stays_seven_wide()
    {
        var week = Enumerable.Range(20, 7).Select(day => To($"{day}")).ToArray();
        Assert.Equal(7, Assert.Single(new Screen(Html.Text("?")).Row(week).Rows).Count);
    }

    [Fact]
    public void A_screen_built_of_whole_rows_is_laid_out_as_well()
    {
        var screen = new Screen(Html.Text("?")) with { Rows = [[To("Попросить другого тьютора"), To("Отозвать заявку")]] };
        Assert.Equal(2, screen.Rows.Count);
    }

    [Theory]
    [InlineData("МБОУ «Средняя общеобразовательная школа № 12»", "МБОУ «Средняя общеобр…кола № 12»")]
    [InlineData("Меню", "Меню")]
    public void A_long_label_loses_its_middle(string label, string shown) => Assert.Equal(shown, To(label).Label);

    [Fact]
    public void No_sign_is_cut_in_two()
    {
        var family = "👨‍👩‍👧";
        var label = To(string.Concat(Enumerable.Repeat(family, 8))).Label;
        Assert.True(label.Length <= ButtonRows.FullWidth);
        Assert.All(label.Split('…'), part => Assert.Equal(0, part.Length % family.Length));
        Assert.True(To("Семинар для родителей и для детей их 👨‍👩‍👧‍👦").Label.Length <= ButtonRows.FullWidth);
    }

    [Theory]
    [InlineData("24.11 13:00 · ", "Читательская грамотность", "24.11 13:00 · Читательская…")]
    [InlineData("Воскресенская-Мамонова И. А. · 12 дней · ", "Дроби", "Воскресенская-Мамонова И. А. · …")]
    [InlineData("Арбузова-Синичкина А. Б. · 10 · ", "Дроби", "Арбузова-Синичкина А. Б. · 10")]
    [InlineData("", "Дроби", "Дроби")]
    public void A_title_gives_way_to_what_matters(string head, string title, string shown) =>
    Assert.Equal(shown, ButtonRows.Titled(head, title));

    [Fact]
    public void What_rests_in_the_outbox_comes_out_as_it_went_in()
    {
        var screen = new Screen(Html.Text("?"))
            .Row(Button.Copy("Скопировать слово", "барсук"))
            .Row(Button.Share("Позвать коллегу", "Приходите", "https://t.me/msp_bot?start=e_1"))
            .Row(To("Записаться").Main(), To("Удалить").Danger());
        Assert.Equal(screen.Rows, ((Screen)ScreenJson.Read(ScreenJson.Write(screen))).Rows);
    }

    [Fact]
    public void A_file_that_the_messenger_keeps_rests_with_where_its_bytes_are()
    {
        foreach (var file in new KeptFile[] { new("telegram:Document:x", "План.pdf", 12), new("telegram:Photo:y", "Файл.jpg") })
            Assert.Equal(file, ((Screen)ScreenJson.Read(ScreenJson.Write(new Screen(Html.Text("вот")) { Kept = file }))).Kept);
    }

    private static Button To(string label) => Button.Command(label, "menu");
}
