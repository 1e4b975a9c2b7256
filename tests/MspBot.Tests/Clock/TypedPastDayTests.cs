using MspBot.Domain.Clock;
using Xunit;

namespace MspBot.Tests.Clock;

public sealed class TypedPastDayTests
{
    /// <summary>A Tuesday.</summary>
    private static readonly DateOnly Today = new(2026, 11, 24);

    private static readonly DateOnly Earliest = Today.AddDays(-60);

    [Theory]
    [InlineData("сегодня", "2026-11-24")]
    [InlineData("Вчера", "2026-11-23")]
    [InlineData("позавчера", "2026-11-22")]
    [InlineData("пятница", "2026-11-20")]
    [InlineData("вторник", "2026-11-24")]
    [InlineData("20.11", "2026-11-20")]
    [InlineData("20 ноября", "2026-11-20")]
    [InlineData("5.10", "2026-10-05")]
    [InlineData("25.09.2026", "2026-09-25")]
    public void A_day_that_is_over_is_understood(string typed, string day) =>
        Assert.Equal(new TypedPastDay.Understood(Parse(day)), Read(typed));

    [Theory]
    [InlineData("завтра", "2026-11-25")]
    [InlineData("послезавтра", "2026-11-26")]
    [InlineData("27.11", "2026-11-27")]
    [InlineData("27.11.2026", "2026-11-27")]
    public void A_day_to_come_is_ahead(string typed, string day) =>
        Assert.Equal(new TypedPastDay.Ahead(Parse(day)), Read(typed));

    [Theory]
    [InlineData("24.09", "2026-09-24")]
    [InlineData("1 сентября", "2026-09-01")]
    [InlineData("20.11.2025", "2025-11-20")]
    public void A_day_before_the_first_one_is_too_long_ago(string typed, string day) =>
        Assert.Equal(new TypedPastDay.TooLongAgo(Parse(day)), Read(typed));

    [Theory]
    [InlineData("недавно")]
    [InlineData("32.11")]
    [InlineData("")]
    public void Anything_else_is_unclear(string typed) => Assert.Equal(new TypedPastDay.Unclear(), Read(typed));

    private static TypedPastDay Read(string typed) => TypedPastDay.Read(typed, Today, Earliest);

    private static DateOnly Parse(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
