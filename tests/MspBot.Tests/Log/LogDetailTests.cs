using MspBot.Domain.Log;
using MspBot.Domain.People;
using Xunit;

namespace MspBot.Tests.Log;

public sealed class LogDetailTests
{
    private static readonly DateTimeOffset Moment = new(2026, 11, 24, 10, 0, 0, TimeSpan.FromHours(3));

    [Fact]
    public void What_is_written_is_read()
    {
        var detail = LogDetail.Read(LogDetail.Of("of", 7).And("role", Role.Tutor).And("late", true).And("day", new DateOnly(2026, 11, 24))
            .And("at", Moment).And("fields", [Role.Head, Role.Teacher]).And("ids", [1L, 2L]).Json());

        Assert.Equal(7, detail.Number("of"));
        Assert.Equal(Role.Tutor, detail.Value<Role>("role"));
        Assert.True(detail.Is("late"));
        Assert.Equal(new DateOnly(2026, 11, 24), detail.Day("day"));
        Assert.Equal(Moment, detail.Moment("at"));
        Assert.Equal([Role.Head, Role.Teacher], detail.Values<Role>("fields"));
        Assert.Null(detail.Number("ids"));
    }

    [Fact]
    public void It_is_written_as_numbers_and_codes() => Assert.Equal(
        """{"file":"Journal","rows":12,"day":"2026-11-24","at":"2026-11-24T07:00:00Z","who":["Head","Tutor"],"ids":[1,2]}""",
        LogDetail.Of(LogFile.Journal, 12).And("day", new DateOnly(2026, 11, 24)).And("at", Moment).And("who", [Role.Head, Role.Tutor])
            .And("ids", [1L, 2L]).Json());

    [Fact]
    public void What_a_later_version_wrote_is_no_value_here()
    {
        var detail = LogDetail.Read("""{"role":"Director","fields":["Head","Director"],"file":{"a":[1]},"rows":"x"}""");

        Assert.Null(detail.Value<Role>("role"));
        Assert.Equal([Role.Head], detail.Values<Role>("fields"));
        Assert.Null(detail.Value<LogFile>("file"));
        Assert.Null(detail.Number("rows"));
        Assert.Null(detail.Day("role"));
        Assert.Null(detail.Moment("absent"));
    }

    [Theory, InlineData(""), InlineData("Роль"), InlineData("two words"), InlineData("a\"b"), InlineData("Role")]
    public void A_code_is_plain(string code) => Assert.Throws<ArgumentException>(() => LogDetail.Of(code, 1));

    [Fact]
    public void A_code_is_there_once() => Assert.Throws<ArgumentException>(() => LogDetail.Of("of", 1).And("of", 2));

    [Fact]
    public void A_value_without_a_name_is_refused() => Assert.Throws<ArgumentException>(() => LogDetail.Of("role", (Role)99));
}
