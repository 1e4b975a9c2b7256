using CsCheck;
using MspBot.Domain.Clock;
using Xunit;

namespace MspBot.Tests.Clock;

public sealed class WorkingHoursTests
{
    private static readonly SiteZone Moscow = new(TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow"));
    private static readonly SiteZone Berlin = new(TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));

    /// <summary>24 November 2026 is a Tuesday.</summary>
    private static DateTimeOffset At(int day, int hour, int minute = 0) => Moscow.At(new(2026, 11, day), new(hour, minute));

    private static WorkingHours Hours(int from = 20, int to = 8, SiteZone? zone = null) =>
        new(new(new(from, 0), new(to, 0), zone ?? Moscow), WorkingCalendar.Plain);

    private static DateTimeOffset Due(DateTimeOffset start, double hours) => Hours().DueAfter(start, TimeSpan.FromHours(hours));

    [Fact]
    public void By_day_four_hours_are_four_hours() => Assert.Equal(At(24, 14), Due(At(24, 10), 4));

    [Fact]
    public void What_is_left_in_the_evening_goes_on_in_the_morning() => Assert.Equal(At(25, 10), Due(At(24, 18), 4));

    [Fact]
    public void Up_to_the_last_minute_of_a_day_it_is_due_on_that_day() => Assert.Equal(At(24, 20), Due(At(24, 16), 4));

    [Fact]
    public void At_night_it_begins_in_the_morning() => Assert.Equal(At(25, 12), Due(At(24, 23), 4));

    [Fact]
    public void Over_a_weekend_nothing_passes() => Assert.Equal(At(30, 11), Due(At(27, 19), 4));

    [Fact]
    public void Over_a_holiday_nothing_passes() => Assert.Equal(At(5, 11), Due(At(3, 19), 4));

    [Fact]
    public void Two_days_are_more_than_two_nights() => Assert.Equal(At(30, 10), Due(At(24, 10), 48));

    [Fact]
    public void No_time_at_all_has_passed_at_once() => Assert.Equal(At(28, 3), Due(At(28, 3), 0));

    [Fact]
    public void Without_quiet_hours_a_working_day_is_all_of_it() =>
        Assert.Equal(At(30, 2), Hours(8, 8).DueAfter(At(27, 22), TimeSpan.FromHours(4)));

    [Fact]
    public void Quiet_hours_at_noon_divide_the_day() =>
        Assert.Equal(At(24, 15), Hours(12, 14).DueAfter(At(24, 10), TimeSpan.FromHours(3)));

    [Fact]
    public void Between_two_moments_lies_what_DueAfter_counted()
    {
        Gen.Select(Gen.Int[0, 60 * 24 * 40], Gen.Int[0, 60 * 100], Gen.Int[0, 23], Gen.Int[0, 23]).Sample((minute, working, from, to) =>
        {
            var hours = Hours(from, to, Berlin);
            // Over the end of summer time, on 25 October.
            var start = new DateTimeOffset(2026, 10, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minute);
            var due = hours.DueAfter(start, TimeSpan.FromMinutes(working));
            Assert.Equal(TimeSpan.FromMinutes(working), hours.Between(start, due));
            Assert.True(working == 0 || hours.Between(start, due.AddMinutes(-1)) < TimeSpan.FromMinutes(working));
        });
    }

    [Fact]
    public void Between_is_what_a_count_of_minutes_gives()
    {
        Gen.Select(Gen.Int[0, 60 * 24 * 6], Gen.Int[0, 60 * 24 * 6], Gen.Int[0, 23], Gen.Int[0, 23]).Sample((first, last, from, to) =>
        {
            var begin = Moscow.At(new(2026, 10, 30), default);
            var (a, b) = (begin.AddMinutes(first), begin.AddMinutes(last));
            var counted = 0;
            for (var m = a; m < b; m = m.AddMinutes(1))
            {
                var local = Moscow.Local(m);
                var quiet = from != to && TimeOnly.FromDateTime(local.DateTime).IsBetween(new(from, 0), new(to, 0));
                if (!quiet && WorkingCalendar.Plain.IsWorking(DateOnly.FromDateTime(local.DateTime))) counted++;
            }
            Assert.Equal(TimeSpan.FromMinutes(counted), Hours(from, to).Between(a, b));
        }, iter: 60);
    }
}
