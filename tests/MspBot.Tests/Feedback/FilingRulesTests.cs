using MspBot.Domain.Feedback;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Feedback;

/// <summary>Who may speak of a meeting, and until when, with pen and paper.</summary>
public sealed class FilingRulesTests
{
    private static readonly Occasion Over = new(TookPlace: true, EndsAt: Some.Noon, Came: true, Led: false);
    private static readonly DateOnly Day = new(2026, 11, 24);

    [Fact]
    public void Whoever_came_may_speak_from_the_very_end_on()
    {
        Assert.Null(FilingRules.Check(Over, Some.Noon));
        Assert.Equal(FilingRefusal.NotOver, FilingRules.Check(Over, Some.Noon.AddTicks(-1)));
        Assert.Equal(FilingRefusal.NoSuchMeeting, FilingRules.Check(null, Some.Noon));
        Assert.Equal(FilingRefusal.DidNotTakePlace, FilingRules.Check(Over with { TookPlace = false }, Some.Noon));
        Assert.Equal(FilingRefusal.LedIt, FilingRules.Check(Over with { Led = true }, Some.Noon));
        Assert.Equal(FilingRefusal.DidNotCome, FilingRules.Check(Over with { Came = false }, Some.Noon));
    }

    [Fact]
    public void The_seventh_day_after_filing_is_the_last_to_change_it()
    {
        Assert.Equal(FilingRefusal.NotFiled, FilingRules.CheckChange(null, Day));
        Assert.Null(FilingRules.CheckChange(Day, Day));
        Assert.Null(FilingRules.CheckChange(Day, Day.AddDays(7)));
        Assert.Equal(FilingRefusal.TooLateToChange, FilingRules.CheckChange(Day, Day.AddDays(8)));
    }
}
