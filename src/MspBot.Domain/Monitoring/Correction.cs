namespace MspBot.Domain.Monitoring;

public enum CorrectedFigure
{
    Seminars,
    Came,
    SignedUp,
    Held,
}

/// <summary>A figure of an earlier period that was told otherwise: attendance was corrected, an outcome came late.</summary>
public sealed record Correction(DateOnly First, CorrectedFigure Figure, int Was, int Is);

/// <summary>What has changed since the last digest in periods that it told of as over.</summary>
public static class Corrections
{
    private static readonly (CorrectedFigure Figure, Func<Figures, int> Of)[] Figures =
        [(CorrectedFigure.Came, f => f.Came), (CorrectedFigure.Seminars, f => f.Seminars), (CorrectedFigure.SignedUp, f => f.SignedUp), (CorrectedFigure.Held, f => f.Held)];

    /// <param name="told">The history of the digest before.</param>
    /// <param name="history">Today's; the period itself, which was not told yet, is last.</param>
    public static IReadOnlyList<Correction> Between(IReadOnlyList<PeriodFigures> told, IReadOnlyList<PeriodFigures> history)
    {
        var known = told.ToDictionary(p => p.First, p => p.Figures);
        return [.. from period in history.SkipLast(1).Reverse()
                   where known.ContainsKey(period.First)
                   from figure in Figures
                   let was = figure.Of(known[period.First])
                   let now = figure.Of(period.Figures)
                   where was != now
                   select new Correction(period.First, figure.Figure, was, now)];
    }
}
