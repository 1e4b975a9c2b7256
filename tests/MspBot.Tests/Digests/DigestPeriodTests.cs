using MspBot.Domain.Clock;
using MspBot.Domain.Digests;
using MspBot.Host.Digests;
using Xunit;

namespace MspBot.Tests.Digests;

public sealed class DigestPeriodTests
{
    private static readonly SiteZone Moscow = new(TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow"));
    private static readonly SiteZone Berlin = new(TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));

    [Theory]
    [InlineData("2026-W53", "2026-12-28", "2027-01-03")]
    [InlineData("2027-W01", "2027-01-04", "2027-01-10")]
    [InlineData("2026-W01", "2025-12-29", "2026-01-04")]
    public void A_week_has_the_year_of_its_Thursday(string text, string first, string last)
    {
        var week = DigestPeriod.Read(PeriodKind.Week, text)!.Value;
        Assert.Equal(DateOnly.Parse(first, null), week.First);
        Assert.Equal(DateOnly.Parse(last, null), week.Last);
        Assert.Equal(text, week.ToString());
        Assert.Equal(week, DigestPeriod.Of(PeriodKind.Week, week.Last));
    }

    [Theory]
    [InlineData("2025-W53")]
    [InlineData("2026-W00")]
    [InlineData("2026-W1")]
    [InlineData("2026W47")]
    [InlineData("-W47")]
    [InlineData("")]
    public void A_week_that_is_none_is_not_read(string text) => Assert.Null(DigestPeriod.Read(PeriodKind.Week, text));

    [Fact]
    public void A_week_in_which_the_clocks_change_is_an_hour_longer_or_shorter_and_weeks_leave_no_gap()
    {
        var autumn = DigestPeriod.Read(PeriodKind.Week, "2026-W43")!.Value.Moments(Berlin);
        var spring = DigestPeriod.Read(PeriodKind.Week, "2026-W13")!.Value.Moments(Berlin);
        Assert.Equal(TimeSpan.FromHours(169), autumn.To - autumn.From);
        Assert.Equal(TimeSpan.FromHours(167), spring.To - spring.From);
        var all = DigestPeriod.Read(PeriodKind.Week, "2026-W53")!.Value.WithBefore(60).Select(p => p.Moments(Berlin)).ToList();
        Assert.All(all.Zip(all.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From));
    }

    [Theory]
    [InlineData("0 0 8 ? * MON", "2026-11-23T05:00:00Z", "2026-11-23T05:00:00Z", "2026-W47")]
    [InlineData("0 0 8 ? * MON", "2026-11-23T04:59:59Z", "2026-11-16T05:00:00Z", "2026-W46")]
    [InlineData("0 0 8 ? * MON", "2027-01-05T10:00:00Z", "2027-01-04T05:00:00Z", "2026-W53")]
    [InlineData("0 0 17 ? * FRI", "2026-11-24T07:00:00Z", "2026-11-20T14:00:00Z", "2026-W46")]
    [InlineData("0 * * * * ?", "2026-11-24T07:00:30Z", "2026-11-24T07:00:00Z", "2026-W47")]
    [InlineData("30 15 8 ? * MON-FRI", "2026-11-24T07:00:00Z", "2026-11-24T05:15:30Z", "2026-W47")]
    [InlineData("0 0 8 ? * 2", "2026-11-24T07:00:00Z", "2026-11-23T05:00:00Z", "2026-W47")]
    public void The_latest_fire_time_says_which_week_is_owed(string cron, string now, string fired, string week)
    {
        var expression = DigestSchedule.Parse(cron, Moscow)!;
        var latest = DigestSchedule.Latest(expression, DateTimeOffset.Parse(now, null));
        Assert.Equal(DateTimeOffset.Parse(fired, null), latest);
        Assert.Equal(week, DigestSchedule.Told(PeriodKind.Week, latest!.Value, Moscow).ToString());
    }

    [Theory]
    [InlineData("0 0 8 ? * MON", "2026-10-26T12:00:00Z", "2026-10-26T07:00:00Z", "2026-W43")]
    [InlineData("0 0 8 ? * MON", "2026-10-19T12:00:00Z", "2026-10-19T06:00:00Z", "2026-W42")]
    [InlineData("0 0 8 ? * MON", "2027-03-29T12:00:00Z", "2027-03-29T06:00:00Z", "2027-W12")]
    public void Eight_is_eight_by_the_clock_on_the_wall_also_after_it_has_changed(string cron, string now, string fired, string week)
    {
        var latest = DigestSchedule.Latest(DigestSchedule.Parse(cron, Berlin)!, DateTimeOffset.Parse(now, null));
        Assert.Equal(DateTimeOffset.Parse(fired, null), latest);
        Assert.Equal(week, DigestSchedule.Told(PeriodKind.Week, latest!.Value, Berlin).ToString());
    }

    [Theory]
    [InlineData("2026-10-25")]
    [InlineData("2027-03-28")]
    public void An_hour_that_comes_twice_or_not_at_all_still_tells_of_one_week(string sunday)
    {
        var expression = DigestSchedule.Parse("0 30 2 ? * SUN", Berlin)!;
        var day = DateOnly.Parse(sunday, null);
        var told = Enumerable.Range(4, 12)
            .Select(hour => DigestSchedule.Latest(expression, new(day.ToDateTime(new(hour, 0)), TimeSpan.Zero))!.Value)
            .Select(fired => DigestSchedule.Told(PeriodKind.Week, fired, Berlin)).Distinct();
        Assert.Single(told);
    }

    [Fact]
    public void The_first_of_the_month_tells_of_the_month_before()
    {
        var fired = DigestSchedule.Latest(DigestSchedule.Parse(DigestSchedule.EachFirst, Moscow)!,
            new(2027, 1, 15, 9, 0, 0, TimeSpan.Zero))!.Value;
        Assert.Equal(new(2027, 1, 1, 5, 0, 0, TimeSpan.Zero), fired);
        Assert.Equal("2026-12", DigestSchedule.Told(PeriodKind.Month, fired, Moscow).ToString());
    }

    [Fact]
    public void What_never_fires_was_never_due() =>
        Assert.Null(DigestSchedule.Latest(DigestSchedule.Parse("0 0 8 1 1 ? 2099", Moscow)!, new(2026, 11, 24, 7, 0, 0, TimeSpan.Zero)));
}
