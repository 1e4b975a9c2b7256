using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Conversations.Dialogs;

/// <summary>A question for a day that is over; <see cref="Some.Noon"/> is the noon of a Tuesday, the 24th of November 2026.</summary>
public sealed class PastDayTests
{
    private static readonly DateOnly Today = PureDialog.Zone.DayOf(Some.Noon);

    [Fact]
    public async Task The_last_days_stand_on_buttons_the_latest_first()
    {
        var talk = await Begin(daysBack: 60);
        Assert.Equal(
            [
                $"Сегодня, {Weekday(0)}", $"Вчера, {Weekday(1)}", $"Позавчера, {Weekday(2)}",
                Russian.Day(Today.AddDays(-3)), Russian.Day(Today.AddDays(-4)), Russian.Day(Today.AddDays(-5)), "Календарь", "← Назад",
                "Отмена",
            ], talk.Labels);
        await talk.Picks($"Вчера, {Weekday(1)}");
        Assert.Equal($"\"{Today.AddDays(-1):yyyy-MM-dd}\"", talk.Answers["day"]);
    }

    [Fact]
    public async Task Only_days_that_are_taken_are_offered() =>
        Assert.Equal(
            [$"Сегодня, {Weekday(0)}", $"Вчера, {Weekday(1)}", "Календарь", "← Назад", "Отмена"], (await Begin(daysBack: 1)).Labels);

    [Fact]
    public async Task A_day_is_typed_also_as_it_stands_on_its_button()
    {
        foreach (var typed in new[] { "вчера", $"Вчера, {Weekday(1)}", Russian.Day(Today.AddDays(-1)) })
            Assert.Equal($"\"{Today.AddDays(-1):yyyy-MM-dd}\"", (await (await Begin(daysBack: 60)).Types(typed)).Answers["day"]);
    }

    [Fact]
    public async Task Other_days_are_refused_with_their_reason()
    {
        var talk = await Begin(daysBack: 60);
        Assert.EndsWith("ещё впереди. Выберите день не позже сегодняшнего.", (await talk.Types("завтра")).Note, StringComparison.Ordinal);
        Assert.Contains("слишком давно", (await talk.Types(Russian.DayLong(Today.AddDays(-90)))).Note, StringComparison.Ordinal);
        Assert.StartsWith("Не понял дату", (await talk.Types("недавно")).Note, StringComparison.Ordinal);
        Assert.Equal("day", talk.Open);
    }

    [Fact]
    public async Task The_month_grid_leads_back_as_far_as_days_are_taken()
    {
        var talk = await Begin(daysBack: 60);
        await talk.Looks(face: "grid");
        Assert.Contains(Russian.MonthAtStart(Today), talk.Screen.Text.ToString(), StringComparison.Ordinal);
        Assert.Equal([true, false], Arrows(talk));
        await talk.Looks(face: "grid", page: 50);
        Assert.Contains(Russian.MonthAtStart(Today.AddDays(-60)), talk.Screen.Text.ToString(), StringComparison.Ordinal);
        Assert.Equal([false, true], Arrows(talk));
        await talk.Picks(Russian.Day(Today.AddDays(-60)));
        Assert.Equal($"\"{Today.AddDays(-60):yyyy-MM-dd}\"", talk.Answers["day"]);
    }

    private static bool[] Arrows(PureDialog talk) => [talk.Labels.Contains("‹"), talk.Labels.Contains("›")];

    private static string Weekday(int daysAgo) => Russian.Day(Today.AddDays(-daysAgo)).Split(',')[0];

    private static Task<PureDialog> Begin(int daysBack) => new PureDialog(async ask =>
    {
        await ask.PastDay("day", Ask.Prompt("День"), Today.AddDays(-daysBack));
        return Ask.Over;
    }).Begin();
}
