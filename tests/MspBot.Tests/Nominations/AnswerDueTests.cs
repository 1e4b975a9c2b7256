using MspBot.Domain.Clock;
using MspBot.Domain.Nominations;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Seats;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Nominations;

/// <summary>Until when an answer, and a place, is waited for. 24 November 2026 is a Tuesday.</summary>
public sealed class AnswerDueTests
{
    private static readonly SiteZone Zone = new(TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow"));

    private static readonly QuietHours Quiet = new(new(20, 0), new(8, 0), Zone);

    [Theory]
    [InlineData("2026-11-24T12:00Z", 168, "2026-11-26T12:00Z")]   // two working days
    [InlineData("2026-11-27T12:00Z", 168, "2026-12-01T12:00Z")]   // over a weekend
    [InlineData("2026-11-24T12:00Z", 60, "2026-11-26T00:00Z")]    // a day before the start
    [InlineData("2026-11-24T12:00Z", 25, "2026-11-24T14:00Z")]    // never less than two hours
    [InlineData("2026-11-24T12:00Z", 1, "2026-11-24T13:00Z")]     // not after the start
    public void An_answer_is_due(string asked, int startsInHours, string due)
    {
        var now = At(asked);

        var answer = AnswerDue.Of(now.AddHours(startsInHours), now, Quiet);

        Assert.Equal((At(due), now + (At(due) - now) / 2), (answer.By, answer.RemindAt));
    }

    [Theory]
    [InlineData("2026-11-24T19:00Z", 168, "2026-11-25T05:00Z", "2026-11-27T05:00Z")]   // 22:00: sent at 8:00, two working days from then
    [InlineData("2026-11-27T19:00Z", 168, "2026-11-30T05:00Z", "2026-12-02T05:00Z")]   // Friday night: sent on Monday
    [InlineData("2026-11-28T09:00Z", 240, "2026-11-30T05:00Z", "2026-12-02T05:00Z")]   // Saturday
    [InlineData("2026-11-27T19:00Z", 60, "2026-11-28T05:00Z", "2026-11-29T07:00Z")]    // for Monday at 10: sent on Saturday morning
    [InlineData("2026-11-24T19:00Z", 18, "2026-11-25T05:00Z", "2026-11-25T07:00Z")]    // never less than two hours after it is read
    [InlineData("2026-11-24T19:00Z", 12, "2026-11-25T04:00Z", "2026-11-25T06:00Z")]    // for 10:00: sent three hours before
    public void What_is_asked_in_quiet_hours_is_due_from_when_it_is_sent(string asked, int startsInHours, string sent, string due)
    {
        var now = At(asked);

        var answer = AnswerDue.Of(now.AddHours(startsInHours), now, Quiet);

        Assert.Equal((At(due), At(sent) + (At(due) - At(sent)) / 2), (answer.By, answer.RemindAt));
    }

    [Theory]
    [InlineData(168, 24)]   // one working day
    [InlineData(40, 16)]    // a day before the start
    [InlineData(24, null)]
    [InlineData(-1, null)]
    public void A_place_given_back_stays_with_the_school(int startsInHours, int? hours)
    {
        var seminar = Some.Seminar(startsIn: TimeSpan.FromHours(startsInHours));

        var until = SchoolSeats.Returned(seminar, SignUpState.Confirmed, Quiet, Some.Noon);

        Assert.Equal(hours is { } some ? Some.Noon.AddHours(some) : null, until);
    }

    [Theory]
    [InlineData("2026-11-24T19:00Z", 168, "2026-11-26T05:00Z")]   // 22:00: heard of at 8:00, a working day from then
    [InlineData("2026-11-27T19:00Z", 168, "2026-12-01T05:00Z")]   // Friday night: heard of on Monday
    [InlineData("2026-11-28T09:00Z", 68, "2026-11-30T05:00Z", false)]   // Saturday, for Tuesday at 8: a day before it is just then
    [InlineData("2026-11-28T09:00Z", 70, "2026-11-30T07:00Z")]
    public void What_is_given_back_in_quiet_hours_stays_with_the_school_from_when_it_hears_of_it(
        string at, int startsInHours, string until, bool stays = true)
    {
        var now = At(at);
        var seminar = Some.Seminar(startsIn: now.AddHours(startsInHours) - Some.Noon);

        Assert.Equal(stays ? At(until) : null, SchoolSeats.Returned(seminar, SignUpState.Confirmed, Quiet, now));
    }

    [Fact]
    public void A_place_in_line_or_one_of_unlimited_seats_is_not_kept_for_the_school()
    {
        Assert.Null(SchoolSeats.Returned(Some.Seminar(), SignUpState.Waitlisted, Quiet, Some.Noon));
        Assert.Null(SchoolSeats.Returned(Some.Seminar(seats: null), SignUpState.Confirmed, Quiet, Some.Noon));
        Assert.Null(SchoolSeats.Returned(Some.Seminar(state: SeminarState.Cancelled), SignUpState.Confirmed, Quiet, Some.Noon));
    }

    [Theory]
    [InlineData(30, 10, 0, 2, 3, 3, 0)]      // seats, seated, waiting, held for mine, sent → seated, waiting
    [InlineData(12, 10, 0, 2, 3, 2, 1)]
    [InlineData(12, 10, 5, 2, 3, 2, 1)]
    [InlineData(30, 10, 5, 0, 3, 0, 3)]      // what is free belongs to the line
    [InlineData(null, 10, 0, 0, 3, 3, 0)]
    public void What_will_happen_is_counted(int? seats, int seated, int waiting, int mine, int sent, int get, int wait)
    {
        var forecast = NominationForecast.Of(new Seating(seated, waiting) { Held = mine, HeldForMine = mine }, seats, sent);

        Assert.Equal((get, wait), (forecast.Seated, forecast.Waiting));
    }

    private static DateTimeOffset At(string moment) => DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture);
}
