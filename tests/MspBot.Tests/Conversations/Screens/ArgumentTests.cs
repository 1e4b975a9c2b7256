using MspBot.Domain.People;
using MspBot.Domain.Seminars;
using MspBot.Host.Conversations.Screens;
using Xunit;

namespace MspBot.Tests.Conversations.Screens;

/// <summary>What a flow is begun with: ids, numbers and names of cases, divided by dots.</summary>
public sealed class ArgumentTests
{
    [Fact]
    public void Each_part_is_read_as_its_type()
    {
        var argument = new Argument("12.4.Draft");

        Assert.Equal(new SeminarId(12), argument.Id<SeminarId>());
        Assert.Equal(4, argument.Number(1));
        Assert.Equal(SeminarState.Draft, argument.Case<SeminarState>(2));
        Assert.Equal((3, null), (argument.Count, argument.Part(3)));
        Assert.Equal("12.4.Draft", Argument.Of(new SeminarId(12), 4, SeminarState.Draft));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("0x1")]
    [InlineData("99999999999999999999")]
    [InlineData("двенадцать")]
    [InlineData("Draft")]
    public void What_is_no_number_is_no_row(string text)
    {
        Assert.Null(new Argument(text).Id<PersonId>());
        Assert.Null(new Argument(text).Number(1));
    }

    [Theory]
    [InlineData("77")]
    [InlineData("-1")]
    [InlineData("draft")]
    public void What_is_no_case_is_none(string text) => Assert.Null(new Argument(text).Case<SeminarState>());
}
