using MspBot.Domain.Clock;
using Xunit;

namespace MspBot.Tests.Clock;

public sealed class TypedPeriodTests
{
    /// <summary>A Tuesday.</summary>
    private static readonly DateOnly Today = new(2026, 11, 24);

    [Theory]
    [InlineData("7-11 декабря", "2026-12-07", "2026-12-11")]
    [InlineData("7–11.12", "2026-12-07", "2026-12-11")]
    [InlineData("с 7 по 11 декабря", "2026-12-07", "2026-12-11")]
    [InlineData("С 7 до 11.12", "2026-12-07", "2026-12-11")]
    [InlineData("7 декабря - 11 января", "2026-12-07", "2027-01-11")]
    [InlineData("28-3 января", "2026-12-28", "2027-01-03")]
    [InlineData("07.12-11.12.2026", "2026-12-07", "2026-12-11")]
    [InlineData("с 7 декабря по 11 декабря", "2026-12-07", "2026-12-11")]
    [InlineData("завтра — пятница", "2026-11-25", "2026-11-27")]
    public void What_people_type_is_understood(string typed, string first, string last) =>
        Assert.Equal(new TypedPeriod(Parse(first), Parse(last)), TypedPeriod.Read(typed, Today));

    [Theory]
    [InlineData("7 декабря")]
    [InlineData("7-12")]
    [InlineData("2026-12-07")]
    [InlineData("завтра")]
    [InlineData("15:00-17:00")]
    [InlineData("по-разному")]
    [InlineData("32-35 декабря")]
    public void What_is_no_period_is_none(string typed) => Assert.Null(TypedPeriod.Read(typed, Today));

    private static DateOnly Parse(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
