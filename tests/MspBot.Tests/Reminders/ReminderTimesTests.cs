using MspBot.Domain.Reminders;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Reminders;

public sealed class ReminderTimesTests
{
    [Fact]
    public void Twenty_four_hours_are_a_day_and_the_last_call_is_always_there()
    {
        Assert.True(ReminderTimes.TryParse(" 01:00:00, 24:00:00", out var times));
        Assert.Equal([TimeSpan.FromDays(1), TimeSpan.FromHours(1), TimeSpan.FromMinutes(10)], times.Before);
        Assert.Equal(TimeSpan.FromDays(1), times.Longest);
    }

    [Theory]
    [InlineData("")]
    [InlineData("24")]
    [InlineData("24:00")]
    [InlineData("24:60:00")]
    [InlineData("00:10:00")]
    [InlineData("337:00:00")]
    [InlineData("01:00:00,1:00:00")]
    [InlineData("01:00:00,")]
    [InlineData("-01:00:00")]
    [InlineData("01:00:00,02:00:00,03:00:00,04:00:00,05:00:00,06:00:00")]
    public void What_is_no_list_of_times_is_refused(string text) => Assert.False(ReminderTimes.TryParse(text, out _));

    [Fact]
    public void Each_is_of_use_until_the_next_nearer_one()
    {
        Assert.True(ReminderTimes.TryParse("24:00:00,01:00:00", out var times));
        Assert.Equal(Some.Noon.AddHours(-1), times.UsefulUntil(TimeSpan.FromDays(1), Some.Noon));
        Assert.Equal(Some.Noon.AddMinutes(-10), times.UsefulUntil(TimeSpan.FromHours(1), Some.Noon));
        Assert.Equal(Some.Noon, times.UsefulUntil(ReminderTimes.Last, Some.Noon));
    }
}
