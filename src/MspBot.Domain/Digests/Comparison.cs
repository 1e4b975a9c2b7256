namespace MspBot.Domain.Digests;

/// <summary>A figure beside what it was a period ago, and what it usually is; null where there is no data.</summary>
public sealed record Compared(double? Now, double? Before, double? Usual)
{
    public double? Change => Now - Before;
}

/// <summary>Figures compared with the period before and with the mean of the last eight.</summary>
public static class Comparison
{
    public const int Usual = 8;

    /// <param name="history">Oldest first; the period itself last. What lies before the site's opening is not in it.</param>
    /// <param name="figure">Which.</param>
    public static Compared Of(IReadOnlyList<PeriodFigures> history, Func<Figures, double?> figure)
    {
        var before = history.SkipLast(1).Select(p => p.Figures).ToList();
        var known = before.TakeLast(Usual).Select(figure).OfType<double>().ToList();
        return new(figure(history[^1].Figures), before.Count == 0 ? null : figure(before[^1]), known.Count == 0 ? null : known.Average());
    }
}
