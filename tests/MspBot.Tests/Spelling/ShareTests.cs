using MspBot.Domain.Spelling;
using Xunit;

namespace MspBot.Tests.Spelling;

public sealed class ShareTests
{
    private const int Most = 100_000;

    [Theory]
    [InlineData("41 из 63", 41, 63)]
    [InlineData("  41  ИЗ  63. ", 41, 63)]
    [InlineData("41из63", 41, 63)]
    [InlineData("41/63", 41, 63)]
    [InlineData("41 / 63", 41, 63)]
    [InlineData("41 63", 41, 63)]
    [InlineData("41\u00A0из\u00A063", 41, 63)]
    [InlineData("41 ученик из 63 учеников", 41, 63)]
    [InlineData("сдали 41 из 63", 41, 63)]
    [InlineData("1 200 из 1 500", 1200, 1500)]
    [InlineData("1\u00A0200/1\u00A0500", 1200, 1500)]
    [InlineData("0 из 12", 0, 12)]
    [InlineData("12 из 12", 12, 12)]
    [InlineData("007 из 010", 7, 10)]
    [InlineData("41 из 63 (65 %)", 41, 63)]
    [InlineData("100000 из 100000", 100_000, 100_000)]
    public void Two_numbers_are_a_part_of_a_whole(string typed, int part, int whole)
    {
        Assert.Null(Share.Read(typed, Most, out var share));
        Assert.Equal(new Share(part, whole), share);
    }

    [Theory]
    [InlineData("", ShareRefusal.Unclear)]
    [InlineData("   ", ShareRefusal.Unclear)]
    [InlineData("из", ShareRefusal.Unclear)]
    [InlineData("сорок один из шестидесяти трёх", ShareRefusal.Unclear)]
    [InlineData("Иванов Петя", ShareRefusal.Unclear)]
    [InlineData("41 из 63 из 70", ShareRefusal.Unclear)]
    [InlineData("1 2 3", ShareRefusal.Unclear)]
    [InlineData("41", ShareRefusal.OneNumber)]
    [InlineData("41 из", ShareRefusal.OneNumber)]
    [InlineData("/63", ShareRefusal.OneNumber)]
    [InlineData("65 %", ShareRefusal.Percent)]
    [InlineData("65%", ShareRefusal.Percent)]
    [InlineData("65 процентов", ShareRefusal.Percent)]
    [InlineData("3.5", ShareRefusal.Fraction)]
    [InlineData("3,5 из 7", ShareRefusal.Fraction)]
    [InlineData("-3 из 5", ShareRefusal.Negative)]
    [InlineData("−3 из 5", ShareRefusal.Negative)]
    [InlineData("минус", ShareRefusal.Negative)]
    [InlineData("минус 3 из 5", ShareRefusal.Negative)]
    [InlineData("41/0", ShareRefusal.NoWhole)]
    [InlineData("0 из 0", ShareRefusal.NoWhole)]
    [InlineData("63 из 41", ShareRefusal.PartTooLarge)]
    [InlineData("41 из 100001", ShareRefusal.TooLarge)]
    [InlineData("41 из 99999999999999999999", ShareRefusal.TooLarge)]
    public void Anything_else_is_refused_with_its_reason(string typed, ShareRefusal refusal) =>
        Assert.Equal(refusal, Share.Read(typed, Most, out _));

    [Fact]
    public void A_whole_page_of_numbers_is_unclear_at_once() =>
        Assert.Equal(ShareRefusal.Unclear, Share.Read(string.Concat(Enumerable.Repeat("111 ", 500)) + "из 63", Most, out _));
}
