using System.Globalization;
using System.Text.RegularExpressions;
using MspBot.Domain.Spelling;
using MspBot.Domain.Surveys.Indicators;

namespace MspBot.Domain.Surveys.Filling;

/// <summary>Why typed words are no answer to an indicator.</summary>
public enum ValueFault
{
    NoNumber,

    /// <summary>«3 1/2», «3;5»</summary>
    Fraction,
    Negative,

    /// <summary>More than two signs behind the comma.</summary>
    TooFine,
    TooLarge,
    BelowMinimum,
    AboveMaximum,

    /// <summary>«нет», «-»: there is a button for that.</summary>
    NoData,
    NeitherYesNorNo,
    NoWords,
}

/// <summary>What typed words are as an answer to an indicator.</summary>
public abstract partial record TypedValue
{
    /// <summary>The largest whole of a share.</summary>
    public const int MostOfWhole = 1_000_000;

    private const int MostDigits = 9;
    private const int FinestFraction = 2;
    private const int LongestNumber = 60;

    private static readonly string[] Nothing = ["нет", "нет данных", "-", "не знаю", "н/д", "нд", "прочерк", "не было"];

    public sealed record Understood(SurveyValue Value) : TypedValue;

    public sealed record NoShare(ShareRefusal Because, Share Typed) : TypedValue;

    public sealed record Wrong(ValueFault Fault) : TypedValue;

    /// <summary>Words that seem to name a pupil.</summary>
    public sealed record NamesPupil(string Words) : TypedValue;

    /// <param name="kind">Of the indicator; one that schools are asked about.</param>
    /// <param name="typed">As it came.</param>
    /// <param name="minimum">Of a number or a score; null: there is none.</param>
    /// <param name="maximum">Of a number or a score; null: there is none.</param>
    public static TypedValue Read(IndicatorKind kind, string typed, decimal? minimum = null, decimal? maximum = null) => kind switch
    {
        IndicatorKind.Words => OfWords(typed),
        IndicatorKind.YesNo => YesOrNo(typed),
        _ when Nothing.Contains(Bare(typed)) => new Wrong(ValueFault.NoData),
        IndicatorKind.Share => Domain.Spelling.Share.Read(typed, MostOfWhole, out var share) is { } refusal
            ? new NoShare(refusal, share) : new Understood(SurveyValue.Share(share.Part, share.Whole)),
        IndicatorKind.Score => Number(typed, Math.Max(minimum ?? 1, 1), Math.Min(maximum ?? 5, 5)),
        _ => Number(typed, minimum, maximum),
    };

    private static TypedValue OfWords(string typed) =>
        !typed.Any(char.IsLetterOrDigit) ? new Wrong(ValueFault.NoWords)
        : PupilName.IsLikely(typed) ? new NamesPupil(typed)
        : new Understood(SurveyValue.Said(typed));

    private static TypedValue YesOrNo(string typed) => Bare(typed) switch
    {
        "да" or "есть" or "+" => new Understood(SurveyValue.YesNo(true)),
        "нет" or "-" => new Understood(SurveyValue.YesNo(false)),
        _ => new Wrong(ValueFault.NeitherYesNorNo),
    };

    private static TypedValue Number(string typed, decimal? minimum, decimal? maximum)
    {
        var text = LetterNoughts.Read(Bare(typed));
        if (text.Length > LongestNumber || !text.Any(char.IsAsciiDigit))
            return new Wrong(Minus().IsMatch(text) ? ValueFault.Negative : ValueFault.NoNumber);
        if (Minus().IsMatch(text)) return new Wrong(ValueFault.Negative);
        if (OneNumber().Match(text) is not { Success: true } match || Multiplied().IsMatch(text))
            return new Wrong(Broken().IsMatch(text) ? ValueFault.Fraction : ValueFault.NoNumber);
        var (whole, fraction) = (match.Groups["whole"].Value.Replace(" ", "", StringComparison.Ordinal), match.Groups["fraction"].Value);
        if (whole.Length > MostDigits) return new Wrong(ValueFault.TooLarge);
        if (fraction.TrimEnd('0').Length > FinestFraction) return new Wrong(ValueFault.TooFine);
        var number = decimal.Parse($"{whole}.{fraction}0", CultureInfo.InvariantCulture);
        // 3,50 is 3,5, and is stored so.
        number = decimal.Parse(number.ToString("0.##", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        if (number < minimum) return new Wrong(ValueFault.BelowMinimum);
        return number > maximum ? new Wrong(ValueFault.AboveMaximum) : new Understood(SurveyValue.Number(number));
    }

    private static string Bare(string typed) => Folded.Of(typed).Trim().TrimEnd('.', '!');

    /// <summary>«3,5», «1 200», «12 чел.», «40 %»</summary>
    [GeneratedRegex(@"^(?<whole>[0-9]{1,3}( [0-9]{3})+|[0-9]+)([.,](?<fraction>[0-9]+))?\s*(%|\p{L}[\p{L}.\s]*)?$")]
    private static partial Regex OneNumber();

    /// <summary>«3 тыс.», «3 с половиной»: the number alone would be another one.</summary>
    [GeneratedRegex(@"(?<!\p{L})(?:тыс|млн|млрд|миллион|миллиард|полов|с лишн)")]
    private static partial Regex Multiplied();

    [GeneratedRegex(@"[0-9]\s*[.,;:/'` ]\s*[0-9]")]
    private static partial Regex Broken();

    [GeneratedRegex(@"^-\s*[0-9]|\bминус\b|−")]
    private static partial Regex Minus();
}
