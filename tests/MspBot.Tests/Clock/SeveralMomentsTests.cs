using System.Globalization;
using MspBot.Domain.Clock;
using Xunit;

namespace MspBot.Tests.Clock;

public sealed class SeveralMomentsTests
{
    /// <summary>A Tuesday.</summary>
    private static readonly DateOnly Today = new(2026, 11, 24);

    [Theory]
    [InlineData("ср 15:30 или 16:30", "25.11 15:30|25.11 16:30")]
    [InlineData("25.11 15:00, 26.11 16:00", "25.11 15:00|26.11 16:00")]
    [InlineData("ср, 25 ноября, 15:00, чт, 26 ноября, 16:00", "25.11 15:00|26.11 16:00")]
    [InlineData("15:30 или 16:30 в среду", "25.11 15:30|25.11 16:30")]
    [InlineData("завтра в 15 и послезавтра в 16", "25.11 15:00|26.11 16:00")]
    [InlineData("среда или четверг 15.30", "25.11 15:30|26.11 15:30")]
    [InlineData("25.11 15:00; 16:00; 26.11 17:00", "25.11 15:00|25.11 16:00|26.11 17:00")]
    public void Several_in_one_line_are_understood(string typed, string moments) =>
        Assert.Equal(moments, string.Join("|",
            SeveralMoments.Read(typed, Today)!.Select(m => string.Create(CultureInfo.InvariantCulture, $"{m.Day:dd.MM} {m.Time:HH:mm}"))));

    [Theory]
    [InlineData("25.11 15:00")]
    [InlineData("ср, 25 ноября, 15:00")]
    [InlineData("когда угодно")]
    [InlineData("15:30 или 16:30")]
    [InlineData("завтра или послезавтра")]
    public void One_or_none_is_left_to_others(string typed) => Assert.Null(SeveralMoments.Read(typed, Today));
}
