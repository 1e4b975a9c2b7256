using MspBot.Domain.Clock;
using Xunit;

namespace MspBot.Tests.Clock;

public sealed class QuietHoursTests
{
    private static readonly SiteZone Moscow = new(TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow"));

    /// <summary>24 November 2026 is a Tuesday.</summary>
    private static DateTimeOffset At(int day, int hour, int minute = 0) => Moscow.At(new(2026, 11, day), new(hour, minute));

    private static QuietHours Hours(string text = "20:00-08:00") =>
        QuietHours.TryParse(text, Moscow, out var hours, out _) ? hours : throw new ArgumentException(text, nameof(text));

    [Fact]
    public void By_day_things_go_at_once()
    {
        Assert.Null(Hours().NotBefore(At(24, 8)));
        Assert.Null(Hours().NotBefore(At(24, 12)));
        Assert.Null(Hours().NotBefore(At(24, 19, 59)));
    }

    [Fact]
    public void At_night_things_wait_for_the_morning()
    {
        Assert.Equal(At(25, 8), Hours().NotBefore(At(24, 20)));
        Assert.Equal(At(25, 8), Hours().NotBefore(At(24, 23, 30)));
        Assert.Equal(At(25, 8), Hours().NotBefore(At(25, 7, 59)));
    }

    [Fact]
    public void Over_the_weekend_things_wait_for_Monday()
    {
        Assert.Equal(At(30, 8), Hours().NotBefore(At(27, 20)));
        Assert.Equal(At(30, 8), Hours().NotBefore(At(28, 3)));
        Assert.Equal(At(30, 8), Hours().NotBefore(At(28, 12)));
        Assert.Equal(At(30, 8), Hours().NotBefore(At(29, 23)));
    }

    [Fact]
    public void What_concerns_a_meeting_within_three_hours_goes_at_any_time()
    {
        Assert.Null(Hours().NotBefore(At(24, 22), At(25, 1)));
        Assert.Null(Hours().NotBefore(At(25, 6, 30), At(25, 9)));
        Assert.Null(Hours().NotBefore(At(28, 12), At(28, 14)));
        Assert.Null(Hours().NotBefore(At(24, 22), At(24, 21)));
    }

    [Fact]
    public void A_later_meeting_waits_for_the_morning_like_the_rest() =>
        Assert.Equal(At(25, 8), Hours().NotBefore(At(24, 22), At(25, 11)));

    [Fact]
    public void When_the_morning_is_too_late_it_goes_three_hours_before() =>
        Assert.Equal(At(25, 6), Hours().NotBefore(At(24, 22), At(25, 9)));

    [Fact]
    public void Public_holidays_are_quiet_like_weekends_and_a_moved_working_day_is_not()
    {
        var zone = Moscow;
        var calendar = new WorkingCalendar(new Dictionary<DateOnly, MovedDay>
        {
            [new(2026, 12, 31)] = new(false),
            [new(2027, 2, 20)] = new(true, DayOfWeek.Monday),
        });
        var quiet = Hours() with { Calendar = calendar };
        // 9 and 10 January are a weekend; the 11th is the first day that is worked.
        Assert.Equal(On(2027, 1, 11, 8), quiet.NotBefore(On(2026, 12, 30, 21)));
        Assert.Equal(On(2027, 1, 11, 8), quiet.NotBefore(On(2026, 12, 31, 12)));
        Assert.Equal(On(2027, 1, 11, 8), quiet.NotBefore(On(2027, 1, 1, 9)));
        Assert.Equal(On(2027, 1, 2, 8), quiet.NotBefore(On(2027, 1, 1, 21), On(2027, 1, 2, 12)));
        Assert.Null(quiet.NotBefore(On(2027, 1, 1, 9), On(2027, 1, 1, 11)));
        Assert.Null(quiet.NotBefore(On(2027, 2, 20, 9)));
        Assert.Equal(On(2027, 2, 24, 8), quiet.NotBefore(On(2027, 2, 23, 9)));

        DateTimeOffset On(int year, int month, int day, int hour) => zone.At(new(year, month, day), new(hour, 0));
    }

    [Fact]
    public void A_weekend_that_ends_too_late_is_no_reason_to_wait()
    {
        Assert.Null(Hours().NotBefore(At(28, 12), At(30, 9)));
        Assert.Equal(At(28, 8), Hours().NotBefore(At(28, 3), At(30, 9)));
        Assert.Equal(At(28, 8), Hours().NotBefore(At(27, 21), At(28, 12)));
        Assert.Equal(At(30, 8), Hours().NotBefore(At(28, 12), At(30, 15)));
    }

    [Fact]
    public void A_span_within_a_day_and_no_span_are_both_understood()
    {
        Assert.Equal(At(24, 15), Hours("13:00-15:00").NotBefore(At(24, 13)));
        Assert.Null(Hours("13:00-15:00").NotBefore(At(24, 3)));
        Assert.Null(Hours("00:00-00:00").NotBefore(At(24, 3)));
        Assert.Equal(At(30, 0), Hours("00:00-00:00").NotBefore(At(28, 3)));
        Assert.Equal(At(25, 8), Hours("0:00 – 8:00").NotBefore(At(25, 0)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("20:00")]
    [InlineData("25:00-08:00")]
    [InlineData("20-8")]
    [InlineData("20:00-08:00-09:00")]
    public void Anything_else_is_refused_and_says_what_it_should_be(string? text)
    {
        Assert.False(QuietHours.TryParse(text, Moscow, out _, out var error));
        Assert.Contains("20:00-08:00", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_of_the_clock_does_not_hold_things_back()
    {
        var berlin = new SiteZone(TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));
        QuietHours.TryParse("20:00-02:45", berlin, out var hours, out _);

        // The second 02:30 of that night (a Sunday) is after the first 02:45.
        var second = new DateTimeOffset(2026, 10, 25, 1, 30, 0, TimeSpan.Zero);

        Assert.Equal(berlin.At(new(2026, 10, 26), new(2, 45)), hours!.NotBefore(second));
        Assert.Null(hours.NotBefore(second, second.AddHours(4)));
    }
}
