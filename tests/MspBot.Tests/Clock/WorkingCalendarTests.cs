using MspBot.Domain.Clock;
using Xunit;

namespace MspBot.Tests.Clock;

public sealed class WorkingCalendarTests
{
    private static readonly WorkingCalendar Moved = new(new Dictionary<DateOnly, MovedDay>
    {
        [new(2027, 2, 20)] = new(IsWorked: true, DayOfWeek.Monday),
        [new(2027, 2, 22)] = new(IsWorked: false),
        [new(2027, 10, 30)] = new(IsWorked: true),
        [new(2027, 1, 8)] = new(IsWorked: true),
    });

    [Theory]
    [InlineData(2027, 1, 1)]
    [InlineData(2027, 1, 7)]
    [InlineData(2027, 1, 8)]
    [InlineData(2027, 2, 23)]
    [InlineData(2027, 3, 8)]
    [InlineData(2026, 5, 1)]
    [InlineData(2028, 5, 9)]
    [InlineData(2026, 6, 12)]
    [InlineData(2026, 11, 4)]
    public void On_a_public_holiday_nobody_works(int year, int month, int day)
    {
        Assert.False(WorkingCalendar.Plain.IsWorking(new(year, month, day)));
        Assert.Null(WorkingCalendar.Plain.HoursOf(new(year, month, day)));
    }

    [Theory]
    [InlineData(2026, 3, 9)]      // 8 March is a Sunday
    [InlineData(2026, 5, 11)]     // 9 May is a Saturday
    [InlineData(2027, 5, 3)]
    [InlineData(2027, 5, 10)]
    public void A_holiday_on_a_weekend_takes_the_Monday_after_it(int year, int month, int day)
    {
        Assert.Null(WorkingCalendar.Plain.HoursOf(new(year, month, day)));
        Assert.True(WorkingCalendar.Plain.IsWorking(new DateOnly(year, month, day).AddDays(1)));
    }

    [Fact]
    public void The_holidays_of_January_take_no_day_behind_them() => Assert.True(WorkingCalendar.Plain.IsWorking(new(2023, 1, 9)));

    [Fact]
    public void The_ninth_of_January_is_a_day_like_others() => Assert.True(WorkingCalendar.Plain.IsWorking(new(2029, 1, 9)));

    [Fact]
    public void An_ordinary_Saturday_is_not_worked_but_hours_on_it_are_meant()
    {
        Assert.False(WorkingCalendar.Plain.IsWorking(new(2026, 11, 28)));
        Assert.Equal(DayOfWeek.Saturday, WorkingCalendar.Plain.HoursOf(new(2026, 11, 28)));
    }

    [Fact]
    public void A_Saturday_to_which_a_Monday_was_moved_goes_after_the_hours_of_that_Monday()
    {
        Assert.True(Moved.IsWorking(new(2027, 2, 20)));
        Assert.Equal(DayOfWeek.Monday, Moved.HoursOf(new(2027, 2, 20)));
        Assert.False(Moved.IsWorking(new(2027, 2, 22)));
        Assert.Null(Moved.HoursOf(new(2027, 2, 22)));
    }

    [Fact]
    public void A_Saturday_that_is_worked_without_a_word_of_which_day_goes_after_its_own_hours() =>
        Assert.Equal((true, DayOfWeek.Saturday), (Moved.IsWorking(new(2027, 10, 30)), Moved.HoursOf(new(2027, 10, 30))));

    [Fact]
    public void An_order_is_stronger_than_the_list_of_holidays() => Assert.True(Moved.IsWorking(new(2027, 1, 8)));
}
