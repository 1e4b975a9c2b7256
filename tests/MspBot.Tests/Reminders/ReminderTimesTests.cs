using MspBot.Domain.Reminders;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Attendance;
using MspBot.Domain.Seminars.Seats;
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

    [Theory]
    [InlineData("сосна 47", true)]
    [InlineData(" СОСНА47!", true)]
    [InlineData("сосна 48", false)]
    [InlineData("", false)]
    [InlineData("  ", false)]
    public void A_code_word_is_known_as_it_was_heard(string typed, bool same) => Assert.Equal(same, CodeWord.Same(typed, "сосна 47"));

    [Fact]
    public void The_way_in_opens_a_quarter_of_an_hour_before_and_closes_at_the_end()
    {
        var seminar = Some.Seminar();
        Assert.Equal(EnteringRefusal.TooEarly, At(-TimeSpan.FromMinutes(15) - TimeSpan.FromSeconds(1)));
        Assert.Null(At(-TimeSpan.FromMinutes(15)));
        Assert.Null(At(TimeSpan.FromMinutes(90) - TimeSpan.FromSeconds(1)));
        Assert.Equal(EnteringRefusal.SeminarOver, At(TimeSpan.FromMinutes(90)));
        Assert.Null(Entering.CheckCode(seminar, SignUpState.Confirmed, seminar.EndsAt + TimeSpan.FromMinutes(29)));

        EnteringRefusal? At(TimeSpan fromStart) => Entering.Check(seminar, SignUpState.Confirmed, seminar.StartsAt + fromStart);
    }
}
