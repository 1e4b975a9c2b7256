using System.Globalization;
using MspBot.Domain.Spelling;
using MspBot.Domain.Surveys.Filling;
using MspBot.Domain.Surveys.Indicators;
using Xunit;

namespace MspBot.Tests.Surveys.Filling;

/// <summary>What people type as an answer to an indicator.</summary>
public sealed class TypedValueTests
{
    [Theory]
    [InlineData("41 из 63", 41, 63)]
    [InlineData("41/63", 41, 63)]
    [InlineData("0 из 12", 0, 12)]
    [InlineData("41 ученик из 63", 41, 63)]
    [InlineData("41из63", 41, 63)]
    [InlineData("41 из  63 чел", 41, 63)]
    [InlineData("41 / 63", 41, 63)]
    [InlineData("О из 12", 0, 12)]
    [InlineData("1О из 12", 10, 12)]
    [InlineData("1ОО из 2O0", 100, 200)]
    [InlineData("1О/12", 10, 12)]
    [InlineData("10 о математике из 12", 10, 12)]
    public void A_share_is_two_numbers(string typed, int part, int whole) =>
        Assert.Equal(new TypedValue.Understood(SurveyValue.Share(part, whole)), TypedValue.Read(IndicatorKind.Share, typed));

    [Theory]
    [InlineData("63 из 41", ShareRefusal.PartTooLarge)]
    [InlineData("41/0", ShareRefusal.NoWhole)]
    [InlineData("65 %", ShareRefusal.Percent)]
    [InlineData("минус 3 из 5", ShareRefusal.Negative)]
    [InlineData("41", ShareRefusal.OneNumber)]
    [InlineData("минус", ShareRefusal.Negative)]
    [InlineData("много", ShareRefusal.Unclear)]
    [InlineData(" ", ShareRefusal.Unclear)]
    [InlineData("3,5 из 10", ShareRefusal.Fraction)]
    [InlineData("3..5", ShareRefusal.Fraction)]
    [InlineData("сорок из шестидесяти", ShareRefusal.Unclear)]
    [InlineData("٤١ из ٦٣", ShareRefusal.Unclear)]
    public void What_is_no_share_is_refused_for_its_own_reason(string typed, ShareRefusal because) =>
        Assert.Equal(because, Assert.IsType<TypedValue.NoShare>(TypedValue.Read(IndicatorKind.Share, typed)).Because);

    [Theory]
    [InlineData("3.5", "3.5")]
    [InlineData("3,5", "3.5")]
    [InlineData("3,50", "3.5")]
    [InlineData("0", "0")]
    [InlineData("12 чел.", "12")]
    [InlineData("1 200", "1200")]
    [InlineData(" 7. ", "7")]
    [InlineData("40 %", "40")]
    public void A_number_is_written_with_a_comma_or_a_point(string typed, string number) =>
        Assert.Equal(new TypedValue.Understood(SurveyValue.Number(decimal.Parse(number, CultureInfo.InvariantCulture))),
            TypedValue.Read(IndicatorKind.Number, typed));

    [Theory]
    [InlineData("3 1/2", ValueFault.Fraction)]
    [InlineData("3;5", ValueFault.Fraction)]
    [InlineData("3/5", ValueFault.Fraction)]
    [InlineData("минус", ValueFault.Negative)]
    [InlineData("-3", ValueFault.Negative)]
    [InlineData("минус 3", ValueFault.Negative)]
    [InlineData("три", ValueFault.NoNumber)]
    [InlineData("", ValueFault.NoNumber)]
    [InlineData("нет", ValueFault.NoData)]
    [InlineData("-", ValueFault.NoData)]
    [InlineData("3,141", ValueFault.TooFine)]
    [InlineData("1234567890", ValueFault.TooLarge)]
    [InlineData("101", ValueFault.AboveMaximum)]
    [InlineData("1", ValueFault.BelowMinimum)]
    public void What_is_no_number_is_refused_for_its_own_reason(string typed, ValueFault because) =>
        Assert.Equal(new TypedValue.Wrong(because), TypedValue.Read(IndicatorKind.Number, typed, 2, 100));

    [Theory]
    [InlineData("1", true)]
    [InlineData("3,5", true)]
    [InlineData("5", true)]
    [InlineData("0", false)]
    [InlineData("6", false)]
    public void A_score_is_from_1_to_5(string typed, bool good) =>
        Assert.Equal(good, TypedValue.Read(IndicatorKind.Score, typed) is TypedValue.Understood);

    [Theory]
    [InlineData("3 тыс.")]
    [InlineData("2 млн")]
    [InlineData("3 тысячи рублей")]
    [InlineData("3 с половиной")]
    [InlineData("٣")]
    [InlineData("3٣")]
    public void What_would_be_another_number_than_was_meant_is_not_taken(string typed) =>
        Assert.Equal(new TypedValue.Wrong(ValueFault.NoNumber), TypedValue.Read(IndicatorKind.Number, typed));

    [Theory]
    [InlineData("1О", 10)]
    [InlineData("2О чел.", 20)]
    [InlineData("О", 0)]
    public void A_letter_that_looks_like_a_nought_is_one(string typed, int number) =>
        Assert.Equal(new TypedValue.Understood(SurveyValue.Number(number)), TypedValue.Read(IndicatorKind.Number, typed));

    [Theory]
    [InlineData("да", true)]
    [InlineData("Да.", true)]
    [InlineData("нет", false)]
    public void Yes_and_no_can_be_typed(string typed, bool yes) =>
        Assert.Equal(new TypedValue.Understood(SurveyValue.YesNo(yes)), TypedValue.Read(IndicatorKind.YesNo, typed));

    [Fact]
    public void Neither_yes_nor_no_is_asked_again() =>
        Assert.Equal(new TypedValue.Wrong(ValueFault.NeitherYesNorNo), TypedValue.Read(IndicatorKind.YesNo, "возможно"));

    [Theory]
    [InlineData("Иванов Петя, 5 «Б»")]
    [InlineData("Петров, 8а")]
    [InlineData("Не сдал Сидоренко из 9-Б")]
    [InlineData("Петя Иванов из 5 класса часто болел")]
    [InlineData("Ким А. П., 7 кл.")]
    [InlineData("Маша Ким, 10 Б")]
    public void Words_that_seem_to_name_a_pupil_are_asked_about(string typed) =>
        Assert.IsType<TypedValue.NamesPupil>(TypedValue.Read(IndicatorKind.Words, typed));

    [Theory]
    [InlineData("Математика в 5 классе не проводилась")]
    [InlineData("Русский язык, 8а: писали дважды")]
    [InlineData("Учитель Иванова Мария Петровна на курсах")]
    [InlineData("В 9 классах два ученика на длительном лечении")]
    [InlineData("Всё хорошо")]
    public void Other_words_are_taken(string typed) =>
        Assert.Equal(new TypedValue.Understood(SurveyValue.Said(typed)), TypedValue.Read(IndicatorKind.Words, typed));
}
