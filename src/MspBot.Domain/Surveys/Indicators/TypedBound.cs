using System.Globalization;

namespace MspBot.Domain.Surveys.Indicators;

/// <summary>The least or the greatest value of an indicator as somebody typed it: «0», «3,5», «3.5», «1 000».</summary>
public static class TypedBound
{
    private const decimal Most = 1_000_000_000;

    /// <summary>Null: it is no number from 0 on with at most two decimal places.</summary>
    public static decimal? Read(string typed)
    {
        var text = string.Concat(typed.Where(sign => !char.IsWhiteSpace(sign))).Replace(',', '.');
        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number <= Most && decimal.Round(number, 2) == number ? number : null;
    }
}
