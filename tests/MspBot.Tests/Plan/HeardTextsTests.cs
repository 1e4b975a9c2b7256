using MspBot.Domain.Clock;
using MspBot.Host.Plan;
using Xunit;

namespace MspBot.Tests.Plan;

public sealed class HeardTextsTests
{
    private static readonly SiteZone Zone = new(TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow"));

    [Theory]
    [InlineData(null, "сейчас")]
    [InlineData("2026-11-24T08:00:00+03:00", "сегодня в 8:00")]
    [InlineData("2026-11-25T08:00:00+03:00", "завтра в 8:00")]
    [InlineData("2026-11-26T08:30:00+03:00", "в четверг, 26 ноября, в 8:30")]
    [InlineData("2026-12-01T10:00:00+03:00", "во вторник, 1 декабря, в 10:00")]
    [InlineData("2026-11-29T08:00:00+03:00", "в воскресенье, 29 ноября, в 8:00")]
    public void It_is_said_as_one_speaks(string? at, string said) => Assert.Equal(said, HeardTexts.When(
        at is null ? null : DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture),
        new(2026, 11, 24, 0, 30, 0, TimeSpan.FromHours(3)), Zone));
}
