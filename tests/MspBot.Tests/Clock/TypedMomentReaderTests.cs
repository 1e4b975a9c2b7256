using MspBot.Domain.Clock;
using Xunit;

namespace MspBot.Tests.Clock;

public sealed class TypedMomentReaderTests
{
    /// <summary>A Tuesday.</summary>
    private static readonly DateOnly Today = new(2026, 11, 24);

    [Theory]
    [InlineData("24.11 15:00", "2026-11-24", "15:00")]
    [InlineData("24.11 15.30", "2026-11-24", "15:30")]
    [InlineData("24.11 в 15", "2026-11-24", "15:00")]
    [InlineData("24/11, 15:00", "2026-11-24", "15:00")]
    [InlineData("24-11-2026 15:00", "2026-11-24", "15:00")]
    [InlineData("24.11.26", "2026-11-24", null)]
    [InlineData("15:00 24.11", "2026-11-24", "15:00")]
    [InlineData("2026-12-01 10:00", "2026-12-01", "10:00")]
    [InlineData("23.11", "2027-11-23", null)]
    [InlineData("1.1", "2027-01-01", null)]
    [InlineData("29.02", "2028-02-29", null)]
    [InlineData("24 ноября", "2026-11-24", null)]
    [InlineData("1 Декабря 2027 года в 9:30", "2027-12-01", "09:30")]
    [InlineData("24 ноября 15.30", "2026-11-24", "15:30")]
    [InlineData("чт, 26 ноября, 14:00", "2026-11-26", "14:00")]
    [InlineData("5 мая", "2027-05-05", null)]
    [InlineData("5 марта в 15 ч", "2027-03-05", "15:00")]
    [InlineData("сегодня", "2026-11-24", null)]
    [InlineData("вчера", "2026-11-23", null)]
    [InlineData("позавчера в 10", "2026-11-22", "10:00")]
    [InlineData("завтра в 15", "2026-11-25", "15:00")]
    [InlineData("Завтра 15-30", "2026-11-25", "15:30")]
    [InlineData("на послезавтра, 9 часов", "2026-11-26", "09:00")]
    [InlineData("пятница 14.30", "2026-11-27", "14:30")]
    [InlineData("в пятницу в 15", "2026-11-27", "15:00")]
    [InlineData("во вторник", "2026-12-01", null)]
    [InlineData("ср.", "2026-11-25", null)]
    [InlineData("вс 10:00", "2026-11-29", "10:00")]
    [InlineData("15 30", null, "15:30")]
    public void A_day_and_a_time_are_read_as_people_write_them(string typed, string? day, string? time) => Assert.Equal(
        new TypedMoment.Understood(day is null ? null : DateOnly.Parse(day, null), time is null ? null : TimeOnly.Parse(time, null)),
        TypedMomentReader.Read(typed, Today));

    [Theory]
    [InlineData("30.02")]
    [InlineData("30.02 15:00")]
    [InlineData("31.04")]
    [InlineData("24.13")]
    [InlineData("0.11")]
    [InlineData("29.02.2027")]
    [InlineData("32 ноября")]
    public void There_are_days_that_do_not_exist(string typed) =>
    Assert.IsType<TypedMoment.NoSuchDay>(TypedMomentReader.Read(typed, Today));

    [Theory]
    [InlineData("завтра в 25:00")]
    [InlineData("24.11 24:00")]
    [InlineData("24.11 15:60")]
    public void There_are_times_that_do_not_exist(string typed) =>
    Assert.IsType<TypedMoment.NoSuchTime>(TypedMomentReader.Read(typed, Today));

    [Theory]
    [InlineData("")]
    [InlineData("когда-нибудь")]
    [InlineData("всегда")]
    [InlineData("завтра вечером")]
    [InlineData("٢٤.١١")]
    [InlineData("<b>&\"")]
    public void The_rest_is_unclear(string typed) => Assert.IsType<TypedMoment.Unclear>(TypedMomentReader.Read(typed, Today));

    [Fact]
    public void Where_a_time_is_asked_for_a_dot_makes_no_date()
    {
        Assert.Equal(new TypedMoment.Understood(null, new(15, 30)), TypedMomentReader.ReadTime("15.30"));
        Assert.IsType<TypedMoment.NoSuchTime>(TypedMomentReader.ReadTime("25"));
        Assert.IsType<TypedMoment.Unclear>(TypedMomentReader.ReadTime("вечером"));
    }

    [Fact]
    public void Long_nonsense_is_read_quickly() =>
        Assert.IsType<TypedMoment.Unclear>(TypedMomentReader.Read(string.Concat(Enumerable.Repeat("1 а ", 1250)), Today));
}
