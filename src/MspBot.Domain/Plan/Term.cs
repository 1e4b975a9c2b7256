using MspBot.Domain.Clock;

namespace MspBot.Domain.Plan;

/// <summary>When an item is due: one day, a month, or from one day to another. Both days belong to it.</summary>
public readonly record struct Term(DateOnly First, DateOnly Last)
{
    private const int DaysOf52Weeks = 364;

    public bool IsDay => First == Last;

    public bool IsMonth => First.Day == 1 && Last == First.AddMonths(1).AddDays(-1);

    /// <summary>From the first day of a month to the last of that month or of a later one.</summary>
    public bool IsMonths => First.Day == 1 && Last.AddDays(1).Day == 1;

    public bool Holds(DateOnly day) => day >= First && day <= Last;

    /// <summary>Whether both days are of this school year.</summary>
    public bool IsWithin(SchoolYear year) => year.Holds(First) && year.Holds(Last);

    /// <summary>The same months of the next year; of anything else the same weekdays, 52 weeks later, or 53 where 52 are too
    /// few; within the year.</summary>
    /// <param name="year">The school year in which the new term must lie.</param>
    public Term YearLater(SchoolYear year)
    {
        if (IsMonths) return new(First.AddYears(1), Last.AddDays(1).AddYears(1).AddDays(-1));
        var days = First.AddDays(DaysOf52Weeks) < year.FirstDay ? DaysOf52Weeks + 7 : DaysOf52Weeks;
        var (first, last) = (First.AddDays(days), Last.AddDays(days));
        return new(first < year.FirstDay ? year.FirstDay : first, last > year.LastDay ? year.LastDay : last);
    }
}
