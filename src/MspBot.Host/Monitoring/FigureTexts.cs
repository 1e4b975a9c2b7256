using System.Globalization;
using MspBot.Domain.Monitoring;

namespace MspBot.Host.Monitoring;

/// <summary>Figures as Russian writes them; «нет данных» where there are none.</summary>
internal static class FigureTexts
{
    internal const string None = "нет данных";

    internal const string FewRatings = "меньше трёх отзывов";

    private static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("ru-RU");

    /// <summary>«3,5», «62»: from ten on a tenth says nothing.</summary>
    internal static string Number(double? value) => value is { } known ? known.ToString(Math.Abs(known) < 10 ? "0.#" : "0", Culture) : None;

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
    internal static string Hidden(int count) => count < Figures.FewestRatings ? FewRatings : "не показана, чтобы отзывы остались анонимными";

    /// <summary>« (+4; обычно 58)»; nothing where nothing came before.</summary>
    internal static string Beside(Compared figure, Func<double?, string>? write = null)
    {
        if (figure.Before is null && figure.Usual is null) return "";
        return $" ({Change(figure, write ?? Number)}; обычно {(write ?? Number)(figure.Usual)})";
    }

    /// <summary>In percentage points.</summary>
    internal static string BesideShare(Compared share)
    {
        if (share.Before is null && share.Usual is null) return "";
        var points = new Compared(share.Now * 100, share.Before * 100, null);
        return $" ({Change(points, p => Number(p is { } known ? Math.Round(known) : null))}; обычно {Percent(share.Usual)})";
    }

    /// <summary>«+4», «−2», «без изменений»</summary>
    internal static string Change(Compared figure, Func<double?, string> write) => figure.Change switch
    {
        null => None,
        var change => write(Math.Abs(change.Value)) is "0" or "0 ч" or "1 мин" && Math.Abs(change.Value) < 0.05 ? "±0" : $"{(change > 0 ? "+" : "−")}{write(Math.Abs(change.Value))}",
    };

    private static string ToString(this double share, string format, CultureInfo culture, int times) => Math.Round(share * times).ToString(format, culture);
}
