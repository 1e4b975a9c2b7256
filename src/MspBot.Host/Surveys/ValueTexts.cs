using System.Globalization;
using MspBot.Domain.Surveys.Filling;
using MspBot.Domain.Surveys.Indicators;

namespace MspBot.Host.Surveys;

/// <summary>How an answer of a school is written.</summary>
internal static class ValueTexts
{
    internal const string Yes = "да";
    internal const string No = "нет";

    /// <summary>«41 из 63 (65 %)», «3,5», «12 чел.», «да», the words, «нет данных: не проводилось»</summary>
    /// <param name="kind">Of the indicator.</param>
    /// <param name="value">What was answered.</param>
    /// <param name="unit">Of a number.</param>
    /// <param name="why">Said where there is no value for another reason than the usual ones.</param>
    internal static string Of(IndicatorKind kind, SurveyValue value, string? unit = null, string? why = null) =>
        value.Missing is { } missing ? $"нет данных: {(missing == MissingReason.Other && why is not null ? why : Reason(missing))}"
        : value.Words is { } words ? words
        : (kind, value.Part) switch
        {
            (IndicatorKind.Share, { } part) when value.Whole is { } whole => $"{Number(part)} из {Number(whole)} ({Percent(part, whole)})",
            (IndicatorKind.YesNo, { } yes) => yes == 1 ? Yes : No,
            (IndicatorKind.Number, { } number) => UnitTexts.Of(number, unit),
            (_, { } number) => Number(number),
            _ => "—",
        };

    /// <summary>«не проводилось»</summary>
    internal static string Reason(MissingReason reason) => reason switch
    {
        MissingReason.NotHeld => "не проводилось",
        MissingReason.NoResultsYet => "ещё нет результатов",
        MissingReason.Other => "другое",
    };

    /// <summary>«65 %»; never «0 %» of something, nor «100 %» of less than all.</summary>
    internal static string Percent(decimal part, decimal whole) => Math.Round(100m * part / whole, MidpointRounding.AwayFromZero) switch
    {
        0 when part > 0 => "меньше 1 %",
        100 when part < whole => "больше 99 %",
        var percent => $"{Number(percent)} %",
    };

    /// <summary>«3,5»</summary>
    internal static string Number(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture).Replace('.', ',');
}
