using MspBot.Domain.Clock;
using Xunit;

namespace MspBot.Tests.Clock;

public sealed class SiteZoneTests
{
    private static readonly SiteZone Berlin = new(TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));

    [Fact]
    public void A_wall_clock_becomes_a_moment_and_back()
    {
        var moscow = new SiteZone(TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow"));
        var moment = moscow.At(new(2026, 11, 24), new(1, 30));

        Assert.Equal(new DateTimeOffset(2026, 11, 23, 22, 30, 0, TimeSpan.Zero), moment);
        Assert.Equal(new DateOnly(2026, 11, 24), moscow.DayOf(moment));
    }

    [Fact]
    public void An_hour_that_is_left_out_is_the_one_after_it() =>
        Assert.Equal(new TimeOnly(3, 30), TimeOnly.FromDateTime(Berlin.Local(Berlin.At(new(2026, 3, 29), new(2, 30))).DateTime));

    [Fact]
    public void An_hour_that_comes_twice_is_its_first() =>
        Assert.Equal(new DateTimeOffset(2026, 10, 25, 0, 30, 0, TimeSpan.Zero), Berlin.At(new(2026, 10, 25), new(2, 30)));
}
