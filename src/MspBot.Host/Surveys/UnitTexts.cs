using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Surveys;

/// <summary>
/// A number with its unit. Units are written as they stand after «сколько»: «ставок», «чел.»; usual ones take the form that the number asks
/// for, any other stays as it was written.
/// </summary>
internal static class UnitTexts
{
    private static readonly Dictionary<string, Forms> Usual = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ставок"] = new("ставка", "ставки", "ставок", "ставку"),
        ["человек"] = new("человек", "человека", "человек", "человека"),
        ["часов"] = new("час", "часа", "часов", "час"),
        ["дней"] = new("день", "дня", "дней", "день"),
        ["уроков"] = new("урок", "урока", "уроков", "урок"),
        ["классов"] = new("класс", "класса", "классов", "класс"),
        ["случаев"] = new("случай", "случая", "случаев", "случай"),
        ["мест"] = new("место", "места", "мест", "место"),
        ["баллов"] = new("балл", "балла", "баллов", "балл"),
        ["раз"] = new("раз", "раза", "раз", "раз"),
        ["школ"] = new("школа", "школы", "школ", "школу"),
        ["рублей"] = new("рубль", "рубля", "рублей", "рубль"),
    };

    /// <summary>«1 ставка», «2,5 ставки», «12 чел.»; the number alone where there is no unit.</summary>
    /// <param name="number">How many.</param>
    /// <param name="unit">As it was written for the indicator.</param>
    /// <param name="isBy">After «на»: «на 1 ставку больше».</param>
    internal static string Of(decimal number, string? unit, bool isBy = false)
    {
        var said = ValueTexts.Number(number);
        if (unit is null) return said;
        return Usual.TryGetValue(unit, out var forms) ? $"{said} {Form(number, forms, isBy)}" : $"{said} {unit}";
    }

    /// <summary>A fraction takes the genitive: «0,5 ставки».</summary>
    private static string Form(decimal number, Forms forms, bool isBy) => number != decimal.Truncate(number) ? forms.Few
        : Russian.Plural((int)(number % 100), isBy ? forms.By : forms.One, forms.Few, forms.Many);

    /// <summary>After 1, 2 and 5, and after «на 1».</summary>
    private sealed record Forms(string One, string Few, string Many, string By);
}
