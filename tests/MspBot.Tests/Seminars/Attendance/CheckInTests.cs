using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Attendance;
using MspBot.Domain.Seminars.Seats;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Seminars.Attendance;

public sealed class CheckInTests
{
    [Theory]
    [InlineData("сосна 47", true)]
    [InlineData(" СОСНА47!", true)]
    [InlineData("сосна 48", false)]
    [InlineData("", false)]
    [InlineData("  ", false)]
    public void A_code_word_is_known_as_it_was_heard(string typed, bool same) => Assert.Equal(same, CodeWord.Same(typed, "сосна 47"));

    [Fact]
    public void The_way_in_opens_a_quarter_of_an_hour_before_and_closes_at_the_end()
    {
        var seminar = Some.Seminar();
        Assert.Equal(CheckInRefusal.TooEarly, At(-TimeSpan.FromMinutes(15) - TimeSpan.FromSeconds(1)));
        Assert.Null(At(-TimeSpan.FromMinutes(15)));
        Assert.Null(At(TimeSpan.FromMinutes(90) - TimeSpan.FromSeconds(1)));
        Assert.Equal(CheckInRefusal.SeminarOver, At(TimeSpan.FromMinutes(90)));
        Assert.Null(CheckIn.CheckCode(seminar, SignUpState.Confirmed, seminar.EndsAt + TimeSpan.FromMinutes(29)));

        CheckInRefusal? At(TimeSpan fromStart) => CheckIn.Check(seminar, SignUpState.Confirmed, seminar.StartsAt + fromStart);
    }
}
