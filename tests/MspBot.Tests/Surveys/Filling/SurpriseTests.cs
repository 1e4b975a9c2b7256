using System.Globalization;
using MspBot.Domain.Surveys;
using MspBot.Domain.Surveys.Filling;
using MspBot.Domain.Surveys.Indicators;
using Xunit;

namespace MspBot.Tests.Surveys.Filling;

/// <summary>What is asked about because it moved far, and where a school stands after what it does.</summary>
public sealed class SurpriseTests
{
    [Theory]
    [InlineData(65, 100, 35, 100, false)]
    [InlineData(65, 100, 34, 100, true)]
    [InlineData(41, 63, 3, 63, true)]
    [InlineData(0, 10, 4, 10, true)]
    public void A_share_surprises_by_more_than_30_points(int was, int ofWas, int now, int ofNow, bool surprises) =>
        Assert.Equal(surprises, Surprise.Is(IndicatorKind.Share, SurveyValue.Share(was, ofWas), SurveyValue.Share(now, ofNow)));

    [Theory]
    [InlineData("10", "20", true)]
    [InlineData("10", "19", false)]
    [InlineData("10", "5", true)]
    [InlineData("10", "6", false)]
    [InlineData("1", "2", false)]
    [InlineData("0", "2", false)]
    [InlineData("0", "3", true)]
    [InlineData("3", "0", true)]
    [InlineData("0", "0", false)]
    public void A_number_surprises_when_it_is_doubled_or_halved(string was, string now, bool surprises) =>
        Assert.Equal(surprises, Surprise.Is(IndicatorKind.Number, Number(was), Number(now)));

    [Theory]
    [InlineData("3", "4.5", false)]
    [InlineData("3", "4.6", true)]
    [InlineData("5", "3", true)]
    public void A_score_surprises_by_more_than_one_and_a_half(string was, string now, bool surprises) =>
        Assert.Equal(surprises, Surprise.Is(IndicatorKind.Score, Number(was), Number(now)));

    [Fact]
    public void Nothing_surprises_where_something_is_missing_or_is_no_number()
    {
        Assert.False(Surprise.Is(IndicatorKind.Number, null, SurveyValue.Number(100)));
        Assert.False(Surprise.Is(IndicatorKind.Number, SurveyValue.None(MissingReason.NotHeld), SurveyValue.Number(100)));
        Assert.False(Surprise.Is(IndicatorKind.Number, SurveyValue.Number(100), SurveyValue.None(MissingReason.NotHeld)));
        Assert.False(Surprise.Is(IndicatorKind.YesNo, SurveyValue.YesNo(true), SurveyValue.YesNo(false)));
        Assert.False(Surprise.Is(IndicatorKind.Words, SurveyValue.Said("а"), SurveyValue.Said("б")));
    }

    [Theory]
    [InlineData(SchoolSurveyState.Waiting, SchoolSurveyState.Filling)]
    [InlineData(SchoolSurveyState.Filling, SchoolSurveyState.Filling)]
    [InlineData(SchoolSurveyState.Sent, SchoolSurveyState.Sent)]
    [InlineData(SchoolSurveyState.Returned, SchoolSurveyState.Returned)]
    [InlineData(SchoolSurveyState.Resent, SchoolSurveyState.Resent)]
    [InlineData(SchoolSurveyState.Accepted, SchoolSurveyState.Resent)]
    public void An_answer_takes_the_school_where_it_then_stands(SchoolSurveyState before, SchoolSurveyState after) =>
        Assert.Equal(after, SchoolSurveyRules.AfterAnswer(before));

    [Theory]
    [InlineData(SchoolSurveyState.Waiting, 1, SurveyRefusal.NotComplete)]
    [InlineData(SchoolSurveyState.Filling, 0, null)]
    [InlineData(SchoolSurveyState.Returned, 1, SurveyRefusal.NotComplete)]
    [InlineData(SchoolSurveyState.Returned, 0, null)]
    [InlineData(SchoolSurveyState.Sent, 0, SurveyRefusal.NothingChanged)]
    [InlineData(SchoolSurveyState.Accepted, 0, SurveyRefusal.NothingChanged)]
    public void What_is_whole_and_unsent_can_be_sent(SchoolSurveyState state, int toAnswer, SurveyRefusal? because) =>
        Assert.Equal(because, SchoolSurveyRules.CheckSending(state, toAnswer));

    private static SurveyValue Number(string number) => SurveyValue.Number(decimal.Parse(number, CultureInfo.InvariantCulture));
}
