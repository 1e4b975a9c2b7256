using MspBot.Domain.People;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Heads;
using MspBot.Domain.Seminars.Seats;
using MspBot.Host.Seminars.Heads;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Seminars.Heads;

public sealed class SeminarChangeRulesTests
{
    private static SeminarRefusal? Check(SeminarChange change, Seminar? seminar = null, int seated = 0, DateTimeOffset? now = null) =>
        SeminarChangeRules.Check(seminar ?? Some.Seminar(), new Seating(seated, 0), change, now ?? Some.Noon);

    [Fact]
    public void Seats_cannot_be_fewer_than_those_who_are_signed_up()
    {
        Assert.Equal(SeminarRefusal.FewerSeatsThanSeated, Check(new SeminarChange.Seats(4), seated: 5));
        Assert.Null(Check(new SeminarChange.Seats(5), seated: 5));
        Assert.Null(Check(new SeminarChange.Seats(null), seated: 5));
    }

    [Theory]
    [InlineData(0, SeminarRefusal.SeatsOutOfBounds)]
    [InlineData(1, null)]
    [InlineData(10_000, null)]
    [InlineData(10_001, SeminarRefusal.SeatsOutOfBounds)]
    public void Seats_have_bounds(int seats, SeminarRefusal? refusal) => Assert.Equal(refusal, Check(new SeminarChange.Seats(seats)));

    [Theory]
    [InlineData(9, SeminarRefusal.LengthOutOfBounds)]
    [InlineData(10, null)]
    [InlineData(720, null)]
    [InlineData(721, SeminarRefusal.LengthOutOfBounds)]
    public void A_length_is_between_ten_minutes_and_twelve_hours(int minutes, SeminarRefusal? refusal) =>
        Assert.Equal(refusal, Check(new SeminarChange.Length(TimeSpan.FromMinutes(minutes))));

    [Theory]
    [InlineData(0, SeminarRefusal.TitleTooLong)]
    [InlineData(300, null)]
    [InlineData(301, SeminarRefusal.TitleTooLong)]
    public void A_title_fits_into_a_line(int length, SeminarRefusal? refusal) =>
        Assert.Equal(refusal, Check(new SeminarChange.Title(new string('а', length))));

    [Fact]
    public void A_start_is_ahead() => Assert.Equal(SeminarRefusal.StartIsPast, Check(new SeminarChange.Start(Some.Noon)));

    [Fact]
    public void What_is_over_or_cancelled_stays_as_it_was()
    {
        var seminar = Some.Seminar();
        Assert.Equal(SeminarRefusal.SeminarOver, Check(new SeminarChange.Audience(null), seminar, now: seminar.EndsAt));
        Assert.Equal(SeminarRefusal.SeminarCancelled, Check(new SeminarChange.Audience(null), Some.Seminar(state: SeminarState.Cancelled)));
        Assert.Equal(SeminarRefusal.SeminarOver, SeminarChangeRules.CheckCancelling(seminar, seminar.EndsAt));
        Assert.Null(SeminarChangeRules.CheckCancelling(seminar, seminar.StartsAt));
    }

    [Fact]
    public void A_draft_is_published_before_its_start_and_once()
    {
        var draft = Some.Seminar(state: SeminarState.Draft);
        Assert.Null(SeminarChangeRules.CheckPublishing(draft, Some.Noon));
        Assert.Equal(SeminarRefusal.StartIsPast, SeminarChangeRules.CheckPublishing(draft, draft.StartsAt));
        Assert.Equal(SeminarRefusal.AlreadyPublished, SeminarChangeRules.CheckPublishing(Some.Seminar(), Some.Noon));
    }

    [Fact]
    public void A_draft_may_be_kept_whose_start_is_past_but_not_published()
    {
        var draft = Some.SeminarDraft(new PersonId(1), startsIn: TimeSpan.FromMinutes(-1));
        Assert.Null(draft.Check(publish: false, Some.Noon));
        Assert.Equal(SeminarRefusal.StartIsPast, draft.Check(publish: true, Some.Noon));
    }

    [Fact]
    public void Every_kind_is_on_offer() =>
    Assert.Equal(Enum.GetValues<SeminarKind>(), NewSeminarFlow.Kinds.Select(k => Enum.Parse<SeminarKind>(k.Value)).Order());

    [Theory]
    [InlineData("90", 90)]
    [InlineData("90 мин", 90)]
    [InlineData("45 минут", 45)]
    [InlineData("1:30", 90)]
    [InlineData("0:45", 45)]
    [InlineData("2 часа", 120)]
    [InlineData("1 ч 30 мин", 90)]
    [InlineData("1ч30", 90)]
    [InlineData("1,5 часа", 90)]
    [InlineData("Полтора часа", 90)]
    [InlineData("полчаса", 30)]
    [InlineData("час", 60)]
    public void A_length_is_understood_as_people_write_it(string typed, int minutes) =>
    Assert.Equal(TimeSpan.FromMinutes(minutes), TypedLength.Read(typed));

    [Theory]
    [InlineData("")]
    [InlineData("долго")]
    [InlineData("1:75")]
    [InlineData("-30")]
    [InlineData("99999999999")]
    public void What_is_no_length_is_not_guessed(string typed) => Assert.Null(TypedLength.Read(typed));
}
