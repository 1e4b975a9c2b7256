using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Seats;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Seminars.Seats;

public sealed class SignUpTests
{
    private static SignUpOutcome Ask(Seminar seminar, Seating attendance, DateTimeOffset? now = null) =>
        SignUp.Decide(seminar, attendance, now ?? Some.Noon);

    [Fact]
    public void A_free_seat_is_taken() => Assert.IsType<SignUpOutcome.Seated>(Ask(Some.Seminar(seats: 2), new(Seated: 1, Waiting: 0)));

    [Fact]
    public void Unlimited_seats_never_run_out() =>
    Assert.IsType<SignUpOutcome.Seated>(Ask(Some.Seminar(seats: null), new(Seated: 9999, Waiting: 0)));

    [Fact]
    public void Without_a_seat_one_waits_behind_those_who_wait() =>
        Assert.Equal(new SignUpOutcome.Waitlisted(Place: 4), Ask(Some.Seminar(seats: 2), new(Seated: 2, Waiting: 3)));

    [Fact]
    public void A_seat_just_freed_is_not_for_the_newcomer() =>
        Assert.Equal(new SignUpOutcome.Waitlisted(Place: 2), Ask(Some.Seminar(seats: 2), new(Seated: 1, Waiting: 1)));

    [Theory]
    [InlineData(SeminarState.Draft, SignUpRefusal.NotPublished)]
    [InlineData(SeminarState.Cancelled, SignUpRefusal.SeminarCancelled)]
    public void Only_a_published_seminar_takes_people(SeminarState state, SignUpRefusal because) =>
        Assert.Equal(new SignUpOutcome.Refused(because), Ask(Some.Seminar(state: state), new(0, 0)));

    [Theory]
    [InlineData(SignUpState.Confirmed, SignUpRefusal.AlreadySeated)]
    [InlineData(SignUpState.Waitlisted, SignUpRefusal.AlreadyWaiting)]
    public void Nobody_has_two_places(SignUpState mine, SignUpRefusal because) =>
        Assert.Equal(new SignUpOutcome.Refused(because), Ask(Some.Seminar(), new(1, 1, mine)));

    [Fact]
    public void Sign_up_closes_at_the_start()
    {
        var seminar = Some.Seminar();
        Assert.IsType<SignUpOutcome.Seated>(Ask(seminar, new(0, 0), seminar.StartsAt - TimeSpan.FromSeconds(1)));
        Assert.Equal(new SignUpOutcome.Refused(SignUpRefusal.SignUpClosed), Ask(seminar, new(0, 0), seminar.StartsAt));
    }

    [Fact]
    public void A_freed_seat_goes_to_the_first_in_line() =>
        Assert.Equal(new SeatReturnOutcome.Left(SignUpState.Confirmed, Promoted: 1),
            SeatReturn.Decide(Some.Seminar(2), new(2, 3, SignUpState.Confirmed), Some.Noon));

    [Fact]
    public void Leaving_the_line_seats_nobody() =>
        Assert.Equal(new SeatReturnOutcome.Left(SignUpState.Waitlisted, Promoted: 0),
            SeatReturn.Decide(Some.Seminar(2), new(2, 3, SignUpState.Waitlisted), Some.Noon));

    [Fact]
    public void The_only_one_in_line_leaves_it_empty() =>
        Assert.Equal(new SeatReturnOutcome.Left(SignUpState.Waitlisted, Promoted: 0),
            SeatReturn.Decide(Some.Seminar(null), new(2, 1, SignUpState.Waitlisted), Some.Noon));

    [Fact]
    public void Whoever_wants_a_seat_back_does_not_get_in_line()
    {
        Assert.Equal(
            new SignUpOutcome.Refused(SignUpRefusal.SeatGone), SignUp.Decide(Some.Seminar(2), new(2, 3), Some.Noon, orWait: false));
        Assert.IsType<SignUpOutcome.Seated>(SignUp.Decide(Some.Seminar(2), new(1, 0), Some.Noon, orWait: false));
    }

    [Fact]
    public void Before_a_seat_goes_to_others_it_is_asked_about_and_otherwise_not()
    {
        Assert.Equal(
            new SeatReturnOutcome.AsksFirst(Waiting: 3),
            SeatReturn.Decide(Some.Seminar(2), new(2, 3, SignUpState.Confirmed), Some.Noon, sure: false));
        Assert.IsType<SeatReturnOutcome.Left>(SeatReturn.Decide(Some.Seminar(2), new(2, 0, SignUpState.Confirmed), Some.Noon, sure: false));
        Assert.IsType<SeatReturnOutcome.Left>(SeatReturn.Decide(Some.Seminar(2), new(2, 3, SignUpState.Waitlisted), Some.Noon,
            sure: false));
    }

    [Fact]
    public void What_has_begun_cannot_be_left()
    {
        var seminar = Some.Seminar();
        Assert.Equal(new SeatReturnOutcome.Refused(SeatReturnRefusal.HasBegun),
            SeatReturn.Decide(seminar, new(1, 0, SignUpState.Confirmed), seminar.StartsAt));
    }

    [Fact]
    public void Who_has_no_place_has_nothing_to_give_back() =>
        Assert.Equal(new SeatReturnOutcome.Refused(SeatReturnRefusal.NotSignedUp), SeatReturn.Decide(Some.Seminar(), new(1, 0), Some.Noon));

    [Theory]
    [InlineData(5, 2, 10, 3)]
    [InlineData(5, 2, 1, 1)]
    [InlineData(5, 5, 10, 0)]
    [InlineData(null, 5, 10, 10)]
    public void More_seats_go_to_as_many_as_fit(int? seats, int seated, int waiting, int promoted) =>
        Assert.Equal(promoted, Promotion.Count(Some.Seminar(seats), new(seated, waiting), Some.Noon));

    [Fact]
    public void Nobody_is_seated_once_it_has_begun()
    {
        var seminar = Some.Seminar(seats: 10);
        Assert.Equal(0, Promotion.Count(seminar, new(1, 5), seminar.StartsAt));
    }
}
