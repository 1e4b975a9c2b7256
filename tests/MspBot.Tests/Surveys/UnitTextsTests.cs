using MspBot.Host.Surveys;
using Xunit;

namespace MspBot.Tests.Surveys;

/// <summary>Numbers with their units are Russian.</summary>
public sealed class UnitTextsTests
{
    [Theory]
    [InlineData("1", "ставок", "1 ставка", "1 ставку")]
    [InlineData("2", "ставок", "2 ставки", "2 ставки")]
    [InlineData("0", "ставок", "0 ставок", "0 ставок")]
    [InlineData("11", "ставок", "11 ставок", "11 ставок")]
    [InlineData("121", "Ставок", "121 ставка", "121 ставку")]
    [InlineData("0.5", "ставок", "0,5 ставки", "0,5 ставки")]
    [InlineData("1000000000001", "дней", "1000000000001 день", "1000000000001 день")]
    [InlineData("3", "человек", "3 человека", "3 человека")]
    [InlineData("1", "чел.", "1 чел.", "1 чел.")]
    [InlineData("4", "парт у окна", "4 парт у окна", "4 парт у окна")]
    [InlineData("4", null, "4", "4")]
    public void A_usual_unit_takes_the_form_the_number_asks_for(string number, string? unit, string said, string by)
    {
        var many = decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal((said, by), (UnitTexts.Of(many, unit), UnitTexts.Of(many, unit, isBy: true)));
    }
}
