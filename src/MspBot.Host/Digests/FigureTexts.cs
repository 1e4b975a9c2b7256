using System.Globalization;
using MspBot.Domain.Clock;
using MspBot.Domain.Digests;

namespace MspBot.Host.Digests;

/// <summary>Figures as Russian writes them; «нет данных» where there are none.</summary>
internal static class FigureTexts
{
    internal const string None = "нет данных";

    internal const string FewRatings = "меньше трёх отзывов";

    /// <summary>Less is no change.</summary>
    private const double SmallestShown = 0.05;

    private static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("ru-RU");

    /// <summary>«3,5», «62»: from ten on a tenth says nothing.</summary>
    internal static string Number(double? value) => value is { } known ? known.ToString(Math.Abs(known) < 10 ? "0.#" : "0", Culture) : None;

    /// <summary>«62,4»: in a table there is room for the tenth.</summary>
    internal static string Exact(double? value) =>
        value is { } known ? Math.Round(known, 1, MidpointRounding.AwayFromZero).ToString("0.#", Culture) : None;

    /// <summary>«08.10.2026, 18:30»</summary>
    internal static string Moment(DateTimeOffset moment, SiteZone zone) => zone.Local(moment).ToString("dd.MM.yyyy, HH:mm", Culture);

    /// <summary>«78 %»</summary>
    internal static string Percent(double? share) => share is { } known ? $"{known.ToString("0", Culture, 100)}\u00A0%" : None;

    /// <summary>«5 ч», «40 мин», «3 дн.»</summary>
    internal static string Hours(double? hours) => hours switch
    {
        null => None,
        < 1 => $"{Number(Math.Max(1, Math.Round(hours.Value * 60)))} мин",
        < 72 => $"{Number(hours < 10 ? hours : Math.Round(hours.Value))} ч",
        _ => $"{Number(Math.Round(hours.Value / 24))} дн.",
    };

    internal static string Rating(int count, double? mean) => count == 0 ? None : mean is null ? Hidden(count) : Number(mean);

    /// <summary>A group that could be said stays unsaid where it would give a small one away.</summary>
    internal static string Hidden(int count) =>
        count < Figures.FewestRatings ? FewRatings : "не показана, чтобы отзывы остались анонимными";

    /// <summary>« (+4)»: the change; empty without a change or without an earlier figure.</summary>
    internal static string Beside(Compared figure, Func<double?, string>? write = null) =>
        figure.Change is { } change && Math.Abs(change) >= SmallestShown ? $" ({Change(change, write ?? Number)})" : "";

    /// <summary>In percentage points.</summary>
    internal static string BesideShare(Compared share) =>
        share.Change is { } change && Math.Round(change * 100) != 0 ? $" ({Change(Math.Round(change * 100), Number)}\u00A0п.\u00A0п.)" : "";

    /// <summary>«+4», «−2»</summary>
    private static string Change(double change, Func<double?, string> write) => $"{(change > 0 ? "+" : "−")}{write(Math.Abs(change))}";

    private static string ToString(this double share, string format, CultureInfo culture, int times) =>
        Math.Round(share * times).ToString(format, culture);
}
