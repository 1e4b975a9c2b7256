using MspBot.Domain.Clock;
using MspBot.Domain.Surveys;
using MspBot.Domain.Surveys.Indicators;
using MspBot.Domain.Surveys.Opening;
using Xunit;

namespace MspBot.Tests.Surveys.Opening;

/// <summary>Which days a survey asks about, what is asked in them, and what it must be before it is opened.</summary>
public sealed class SurveyPeriodTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    [Fact]
    public void The_periods_of_now_and_before_are_offered() => Assert.Equal(
        [
            "1 полугодие 2026/27 01.09.2026–31.12.2026", "2 полугодие 2025/26 01.01.2026–31.08.2026",
            "2 четверть 2026/27 01.11.2026–31.12.2026", "1 четверть 2026/27 01.09.2026–31.10.2026",
            "2026/27 учебный год 01.09.2026–31.08.2027", "2025/26 учебный год 01.09.2025–31.08.2026",
        ],
        SurveyPeriod.Usual(Today).Select(one => $"{one.Label} {one.First:dd.MM.yyyy}–{one.Last:dd.MM.yyyy}"));

    [Fact]
    public void Each_day_lies_in_one_quarter_of_one_half_year_of_its_school_year()
    {
        for (var day = new DateOnly(2023, 9, 1); day < new DateOnly(2027, 9, 1); day = day.AddDays(1))
        {
            var all = new[] { Frequency.Year, Frequency.HalfYear, Frequency.Quarter }.Select(every => SurveyPeriod.Of(every, day)).ToList();
            Assert.All(all, one => Assert.True(one.First <= day && day <= one.Last));
            Assert.All(all.Zip(all.Skip(1)), pair => Assert.True(pair.First.First <= pair.Second.First
                && pair.Second.Last <= pair.First.Last));
            Assert.All(all, one => Assert.Equal(one, SurveyPeriod.Of(one.Every!.Value, one.Last)));
        }
    }

    [Theory]
    [InlineData("с 01.09 по 30.11", "01.09.2026–30.11.2026")]
    [InlineData("1.10-20.11", "01.10.2026–20.11.2026")]
    [InlineData("с 15 января по 31 мая", "15.01.2026–31.05.2026")]
    [InlineData("с 01.12 по 31.01", "01.12.2025–31.01.2026")]
    [InlineData("01.09.2025 - 31.05.2026", "01.09.2025–31.05.2026")]
    public void Days_of_ones_own_are_read_as_the_last_such_days_that_have_begun(string typed, string label) =>
        Assert.Equal(label, SurveyPeriod.Read(typed, Today)?.Label);

    [Theory]
    [InlineData("01.12.2026 - 31.12.2026")]     // has not begun
    [InlineData("01.09.2024 - 31.05.2026")]     // longer than a year
    [InlineData("завтра")]
    [InlineData("полугодие")]
    [InlineData("31.05.2026 - 01.09.2025")]
    public void What_is_no_such_period_is_not_read(string typed) => Assert.Null(SurveyPeriod.Read(typed, Today));

    [Theory]
    [InlineData(Frequency.Quarter, null, true, true, true)]
    [InlineData(Frequency.HalfYear, null, true, true, true)]
    [InlineData(Frequency.Year, 10, true, false, true)]
    [InlineData(Frequency.Year, 12, true, true, true)]
    [InlineData(Frequency.Year, 5, false, false, true)]
    public void What_is_asked_once_a_year_is_due_where_its_month_lies(
        Frequency every, int? month, bool inHalfYear, bool inQuarter, bool inYear)
    {
        Assert.Equal(inHalfYear, SurveyPeriod.Of(Frequency.HalfYear, Today).Asks(every, month));
        Assert.Equal(inQuarter, SurveyPeriod.Of(Frequency.Quarter, Today).Asks(every, month));
        Assert.Equal(inYear, SurveyPeriod.Of(Frequency.Year, Today).Asks(every, month));
    }

    [Fact]
    public void What_is_asked_in_half_years_is_due_where_one_ends()
    {
        Assert.False(SurveyPeriod.Of(Frequency.Quarter, new(2026, 9, 5)).Asks(Frequency.HalfYear, null));
        Assert.False(SurveyPeriod.Own(new(2026, 9, 1), new(2026, 12, 30)).Asks(Frequency.HalfYear, null));
        Assert.True(SurveyPeriod.Own(new(2026, 9, 1), new(2026, 12, 31)).Asks(Frequency.HalfYear, null));
        Assert.True(SurveyPeriod.Own(new(2026, 8, 31), new(2026, 9, 30)).Asks(Frequency.HalfYear, null));
    }

    [Fact]
    public void What_a_survey_lacks_is_said_in_the_order_in_which_it_is_put_together()
    {
        var right = new OpeningRules(9, 7, 0, Today.AddDays(1), false);
        Assert.Null(right.Check(Today));
        Assert.Equal(SurveyRefusal.SamePeriod, (right with { HasSamePeriod = true, Questions = 0 }).Check(Today));
        Assert.Equal(SurveyRefusal.NoIndicators, (right with { Questions = 0 }).Check(Today));
        Assert.Equal(SurveyRefusal.NoSchools, (right with { Schools = 0 }).Check(Today));
        Assert.Equal(SurveyRefusal.NotLowResults, (right with { NotListed = 1 }).Check(Today));
        Assert.Equal(SurveyRefusal.DueTooEarly, (right with { DueOn = Today }).Check(Today));
        Assert.Equal(new DateOnly(2026, 12, 8), OpeningRules.UsualDue(Today, WorkingCalendar.Plain));
    }
}
