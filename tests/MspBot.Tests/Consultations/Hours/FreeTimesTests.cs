using MspBot.Domain.Clock;
using MspBot.Domain.Consultations.Hours;
using MspBot.Domain.Meetings;
using Xunit;

namespace MspBot.Tests.Consultations.Hours;

public sealed class FreeTimesTests
{
    private static readonly SiteZone Moscow = Zone("Europe/Moscow");

    /// <summary>Tuesday, 10:00.</summary>
    private static readonly DateTimeOffset Now = Moscow.At(new(2026, 11, 24), new(10, 0));

    private static SiteZone Zone(string name) => new(TimeZoneInfo.FindSystemTimeZoneById(name));

    private static WeeklySpan Span(DayOfWeek day, double from, double to) => new(day, (int)(from * 60), (int)(to * 60));

    private static TutorHours Hours(params WeeklySpan[] week) =>
        new() { Week = week, Length = TimeSpan.FromMinutes(45), Break = TimeSpan.FromMinutes(15) };

    /// <summary>«24 15:00»: day of the month and time, on the wall of the site.</summary>
    private static IReadOnlyList<string> Free(
        TutorHours hours, Busy[]? busy = null, WorkingCalendar? calendar = null, SiteZone? zone = null, DateTimeOffset? now = null) =>
        [.. FreeTimes.Of(hours, busy ?? [], calendar ?? WorkingCalendar.Plain, zone ?? Moscow, now ?? Now)
            .Select(f => $"{(zone ?? Moscow).Local(f.StartsAt):d HH:mm}".Replace(".", "", StringComparison.Ordinal))];

    private static Busy Taken(int day, int hour, int minute, int minutes)
    {
        var from = Moscow.At(new(2026, 11, day), new(hour, minute));
        return new(from, from.AddMinutes(minutes));
    }

    private static IEnumerable<string> On(int day, IEnumerable<string> all) =>
        all.Where(t => t.StartsWith($"{day} ", StringComparison.Ordinal));

    [Fact]
    public void Hours_are_stepped_through_by_length_and_break() => Assert.Equal(
        ["25 15:00", "25 16:00", "2 15:00", "2 16:00"], Free(Hours(Span(DayOfWeek.Wednesday, 15, 17))));

    [Fact]
    public void The_last_one_needs_no_break_within_the_hours() => Assert.Equal(
        ["25 15:00", "25 16:00"], On(25, Free(Hours(Span(DayOfWeek.Wednesday, 15, 16.75)))));

    [Fact]
    public void Nearer_than_the_notice_nothing_is_offered() => Assert.Equal(
        ["24 15:00"], On(24, Free(Hours(Span(DayOfWeek.Tuesday, 10, 16)))));

    [Fact]
    public void Without_notice_only_what_has_not_begun() => Assert.Equal(
        ["24 11:00"], On(24, Free(Hours(Span(DayOfWeek.Tuesday, 9, 12)) with { Notice = TimeSpan.Zero })));

    [Fact]
    public void What_is_taken_takes_the_break_with_it() => Assert.Equal(
        ["25 16:00", "25 17:00"], On(25, Free(Hours(Span(DayOfWeek.Wednesday, 15, 18)), [Taken(25, 15, 0, 60)])));

    [Fact]
    public void The_break_after_a_time_must_be_free_as_well()
    {
        // 15:00–15:45 alone would be free, but its break runs to 16:00.
        Assert.Equal(["25 17:00"], On(25, Free(Hours(Span(DayOfWeek.Wednesday, 15, 18)), [Taken(25, 15, 50, 60)])));
    }

    [Fact]
    public void An_absence_takes_whole_days() => Assert.Equal(
        ["2 15:00"], Free(Hours(Span(DayOfWeek.Wednesday, 15, 16)) with { Absences = [new(new(2026, 11, 25), new(2026, 11, 25))] }));

    [Fact]
    public void On_a_holiday_nothing_is_free() => Assert.Empty(
        On(4, Free(Hours(Span(DayOfWeek.Wednesday, 15, 16)), now: Now.AddDays(-25))));

    [Fact]
    public void A_Saturday_that_is_worked_like_a_Monday_has_the_hours_of_a_Monday()
    {
        var moved = new WorkingCalendar(new Dictionary<DateOnly, MovedDay>
        {
            [new(2026, 11, 28)] = new(true, DayOfWeek.Monday),
            [new(2026, 11, 30)] = new(false),
        });
        Assert.Equal(["28 15:00", "7 15:00"],
            Free(Hours(Span(DayOfWeek.Monday, 15, 16), Span(DayOfWeek.Saturday, 10, 11)), calendar: moved)
            .Where(t => !t.StartsWith("5 ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Hours_that_meet_at_midnight_are_one_run() => Assert.Equal(
        ["25 22:30", "25 23:30", "26 00:30"],
        Free(Hours(Span(DayOfWeek.Wednesday, 22.5, 24), Span(DayOfWeek.Thursday, 0, 1.25))).Take(3));

    [Fact]
    public void A_run_that_has_begun_yesterday_goes_on_from_its_own_beginning() => Assert.Equal(
        ["26 00:30"],
        On(26, Free(Hours(Span(DayOfWeek.Wednesday, 22.5, 24), Span(DayOfWeek.Thursday, 0, 1.25)) with { Notice = TimeSpan.Zero },
            now: Moscow.At(new(2026, 11, 26), new(0, 10)))));

    [Fact]
    public void What_is_taken_over_midnight_is_taken_on_both_days() => Assert.Equal(
        ["25 22:00", "26 01:00"],
        Free(Hours(Span(DayOfWeek.Wednesday, 22, 24), Span(DayOfWeek.Thursday, 0, 2)), [Taken(25, 23, 30, 60)]).Take(2));

    [Fact]
    public void Hours_round_the_clock_step_through_each_day_from_its_midnight()
    {
        var always = Hours([.. Enum.GetValues<DayOfWeek>().Select(d => Span(d, 0, 24))]) with { Break = TimeSpan.FromMinutes(10) };
        var today = On(27, Free(always)).ToList();
        Assert.Equal(("27 00:00", "27 22:55"), (today[0], today[^1]));
        Assert.Equal(today, On(27, Free(always, now: Now.AddDays(2))));
    }

    [Fact]
    public void When_the_clock_goes_forward_a_hole_in_the_night_is_no_time()
    {
        // Berlin, 28 March 2027: 02:00 is 03:00.
        var berlin = Zone("Europe/Berlin");
        var now = berlin.At(new(2027, 3, 25), new(12, 0));
        Assert.Equal(["28 01:00", "28 03:00"], On(28, Free(Hours(Span(DayOfWeek.Sunday, 1, 4)), zone: berlin, now: now)));
        Assert.Empty(On(28, Free(Hours(Span(DayOfWeek.Sunday, 2, 3)), zone: berlin, now: now)));
    }

    [Fact]
    public void When_the_clock_goes_back_an_hour_is_there_twice()
    {
        var newYork = Zone("America/New_York");
        var now = newYork.At(new(2026, 10, 30), new(12, 0));
        Assert.Equal(["1 01:00", "1 01:00", "1 02:00"], On(1, Free(Hours(Span(DayOfWeek.Sunday, 1, 3)), zone: newYork, now: now)));
    }

    [Fact]
    public void Where_the_clock_goes_forward_at_midnight_a_run_goes_on()
    {
        // Santiago, 6 September 2026: 00:00 is 01:00.
        var santiago = Zone("America/Santiago");
        var now = santiago.At(new(2026, 9, 3), new(12, 0));
        Assert.Equal(["5 23:30", "6 01:30"],
            Free(Hours(Span(DayOfWeek.Saturday, 23.5, 24), Span(DayOfWeek.Sunday, 0, 2.5)), zone: santiago, now: now).Take(2));
    }

    [Fact]
    public void Where_an_hour_is_left_out_spans_may_change_places()
    {
        // The same night: 00:15 is 01:15, after 01:00, where Saturday ends.
        var santiago = Zone("America/Santiago");
        var now = santiago.At(new(2026, 9, 3), new(12, 0));
        Assert.Equal(["5 23:30", "6 01:30"], Free(
            Hours(Span(DayOfWeek.Saturday, 23.5, 24), Span(DayOfWeek.Sunday, 0.25, 0.75), Span(DayOfWeek.Sunday, 1, 2.5)), zone: santiago,
            now: now).Take(2));
    }

    [Fact]
    public void No_hours_no_times() => Assert.Empty(Free(Hours()));
}
