namespace MspBot.Domain.Digests;

public enum CorrectedFigure
{
    Seminars,
    Unmarked,
    Came,
    SignedUp,
    Held,
    NewSignUps,
    Requested,
    ActiveSchools,
    LowSchools,
    Reached,
    PlanDue,
    PlanInTime,
}

/// <summary>A figure that was told otherwise: attendance was corrected, an outcome came late, a school became another kind.</summary>
public sealed record Correction(DateOnly First, CorrectedFigure Figure, int Was, int Is);

/// <summary>What reads otherwise today than it was told: every count that a message tells.</summary>
public static class Corrections
{
    private static readonly (CorrectedFigure Figure, Func<Figures, int> Of)[] Figures =
    [
        (CorrectedFigure.Came, f => f.Came), (CorrectedFigure.Seminars, f => f.Seminars),
        (CorrectedFigure.Unmarked, f => f.Unmarked), (CorrectedFigure.SignedUp, f => f.SignedUp),
        (CorrectedFigure.Held, f => f.Held), (CorrectedFigure.ActiveSchools, f => f.ActiveSchools),
        (CorrectedFigure.Reached, f => f.Reached),
        (CorrectedFigure.NewSignUps, f => f.NewSignUps), (CorrectedFigure.Requested, f => f.Requested),
        (CorrectedFigure.PlanDue, f => f.PlanDue), (CorrectedFigure.PlanInTime, f => f.PlanInTime),
        (CorrectedFigure.LowSchools, f => f.LowSchools),
    ];

    /// <param name="told">Periods as digests told of them.</param>
    /// <param name="history">Today's; what was not told yet is left out.</param>
    public static IReadOnlyList<Correction> Between(IReadOnlyList<PeriodFigures> told, IReadOnlyList<PeriodFigures> history)
    {
        var known = told.ToDictionary(p => p.First, p => p.Figures);
        var latest = history.LastOrDefault(p => known.ContainsKey(p.First))?.First;
        return [.. from period in history.Reverse()
                   where known.ContainsKey(period.First)
                   from figure in Figures
                   // There is one list of schools, whatever the period: once is enough.
                   where figure.Figure != CorrectedFigure.LowSchools || period.First == latest
                   let was = figure.Of(known[period.First])
                   let now = figure.Of(period.Figures)
                   where was != now
                   select new Correction(period.First, figure.Figure, was, now)];
    }
}
