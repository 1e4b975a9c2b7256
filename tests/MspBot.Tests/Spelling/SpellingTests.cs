using CsCheck;
using MspBot.Domain.Spelling;
using MspBot.Host.Conversations.Screens;
using Xunit;

namespace MspBot.Tests.Spelling;

public sealed class SpellingTests
{
    [Theory]
    [InlineData("Берёзовская СОШ", "БЕРЕЗОВСКАЯ  сош")]
    [InlineData("Школа №2", "школа № 2")]
    [InlineData("Школа\u00A0№\u00A02", "Школа №2")]
    [InlineData("МОУ «СОШ № 2»", "МОУ \"СОШ №2\"")]
    [InlineData("МОУ «СОШ № 2»", "МОУ “СОШ № 2”")]
    [InlineData("МОУ «СОШ № 2»", "МОУ СОШ № 2")]
    [InlineData("Ростов-на-Дону", "Ростов – на — дону")]
    [InlineData("Школа‑интернат", "школа‐интернат")]
    [InlineData("О’Коннор", "О'Коннор")]
    [InlineData("Ёлкина", "Е\u0308лкина")]
    [InlineData("Майский", "Маи\u0306скии\u0306")]
    [InlineData("Еще", "Ещё")]
    public void What_is_spelled_otherwise_is_the_same(string one, string other)
    {
        Assert.True(Folded.Same(one, other));
        Assert.True(Folded.Contains($"до {one} после", other));
    }

    [Theory]
    [InlineData("Школа № 1", "Школа № 11")]
    [InlineData("Школа № 2", "Школа-2")]
    [InlineData("Елкин", "Елкина")]
    [InlineData("Ильин", "Ильйн")]
    public void What_is_another_name_is_not(string one, string other) => Assert.False(Folded.Same(one, other));

    [Fact]
    public void The_order_is_that_of_the_Russian_alphabet_and_of_numbers()
    {
        string[] ordered =
        [
            "«Азбука»", "Абрамов", "ежов", "Елкина", "Ёжиков", "Ёлкина", "Жуков", "Иванов", "Иванов Пётр", "Иванов-Петров", "Иванова",
            "Йогин", "Катина",
            "Школа № 2", "школа №10", "Школа № 100", "Щукин", "Эрдман", "Яшин",
        ];
        Assert.Equal(["Абрамов", "«Азбука»", .. ordered[2..]], Gen.Shuffle(ordered).Single().Order(Alphabet.Order));
    }

    [Fact]
    public void Every_text_can_be_folded_and_no_two_texts_are_equal_in_order() =>
        Gen.Select(Gen.String[Gen.Char, 0, 20], Gen.String[Gen.Char, 0, 20]).Sample((one, other) =>
        {
            Assert.Equal(Folded.Of(one), Folded.Of(Folded.Of(one)));
            Assert.Equal(one == other, Alphabet.Order.Compare(one, other) == 0);
            Assert.Equal(Math.Sign(Alphabet.Order.Compare(one, other)), -Math.Sign(Alphabet.Order.Compare(other, one)));
        });

    [Theory]
    [InlineData("👨‍👩‍👧‍👦", 11)]
    [InlineData("🇷🇺", 4)]
    [InlineData("👍🏽", 4)]
    [InlineData("м\u0301", 2)]
    public void A_text_is_not_cut_inside_what_a_reader_sees_as_one_sign(string sign, int units)
    {
        Assert.Equal(units, sign.Length);
        for (var max = 3; max < 30; max++)
        {
            var cut = Ellipsis.Cut($"аб{string.Concat(Enumerable.Repeat(sign, 20))}", max);
            Assert.InRange(cut.Length, 3, max);
            Assert.Equal("", cut[2..^1].Replace(sign, "", StringComparison.Ordinal));
        }
    }
}
