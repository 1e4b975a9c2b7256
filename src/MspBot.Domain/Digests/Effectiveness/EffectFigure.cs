namespace MspBot.Domain.Digests.Effectiveness;

/// <summary>
/// What the effectiveness of the site is judged by, in the order in which it is told. Goals and lines in the log carry the names.
/// </summary>
public enum EffectFigure
{
    PlanCarriedOut,
    Schools,
    Teachers,
    Attendance,
    Rating,
    Applied,
    HoursToAnswer,
    Consultations,
    Nominated,
    Surveys,
    Materials,
}

/// <summary>What a figure and its goal are measured in.</summary>
public enum EffectUnit
{
    /// <summary>Of a whole; the goal is in percent.</summary>
    Share,

    /// <summary>From 1 to 5.</summary>
    Rating,

    Hours,
}

/// <summary>What became of a goal.</summary>
public enum GoalOutcome
{
    NoGoal,
    NoData,
    Reached,
    Missed,
}

/// <summary>One figure of one period: of a share both numbers, of anything else the value and of how many it is made.</summary>
/// <param name="Figure">Which.</param>
/// <param name="Part">Of a share.</param>
/// <param name="Whole">Of a share; else how many ratings or answers there are. 0: no data.</param>
/// <param name="Value">The mean or the median; of a share null.</param>
public sealed record EffectValue(EffectFigure Figure, int Part, int Whole, double? Value = null)
{
    /// <summary>A share of fewer is not shown to observers.</summary>
    public const int FewestForObservers = 5;

    /// <summary>There is data, but of so few that it stays unsaid.</summary>
    public bool IsHidden { get; init; }

    public bool HasData => Whole > 0 && !IsHidden;

    public EffectUnit Unit => EffectFigures.Unit(Figure);

    /// <summary>As observers read it.</summary>
    public EffectValue ForObservers =>
        Unit == EffectUnit.Share && Whole is > 0 and < FewestForObservers ? this with { IsHidden = true } : this;

    /// <summary>Without rounding: 899 of 1,000 do not reach 90 %.</summary>
    public GoalOutcome Against(decimal? goal)
    {
        if (goal is not { } wanted) return GoalOutcome.NoGoal;
        if (!HasData) return GoalOutcome.NoData;
        var reached = Unit switch
        {
            EffectUnit.Share => 100m * Part >= wanted * Whole,
            EffectUnit.Rating => (decimal)Value!.Value >= wanted,
            EffectUnit.Hours => (decimal)Value!.Value <= wanted,
        };
        return reached ? GoalOutcome.Reached : GoalOutcome.Missed;
    }
}

/// <summary>What is counted for this page alone; the rest are figures of the digest.</summary>
public sealed record EffectCounts
{
    /// <summary>Different people who work in low-results schools, or took part from there; and those who took part.</summary>
    public int Teachers { get; init; }

    public int TeachersReached { get; init; }

    /// <summary>Answers to «Применили?», and «да» or «частично» among them; of fewer than three the second is not read.</summary>
    public int Answers { get; init; }

    public int? Applied { get; init; }

    /// <summary>Different people who are in the bot, or took a material in the period.</summary>
    public int People { get; init; }

    /// <summary>Requests of the period of which a consultation was held.</summary>
    public int RequestsHeld { get; init; }
}

/// <summary>All figures of a period.</summary>
public static class EffectFigures
{
    public static EffectUnit Unit(EffectFigure figure) => figure switch
    {
        EffectFigure.Rating => EffectUnit.Rating,
        EffectFigure.HoursToAnswer => EffectUnit.Hours,
        EffectFigure.PlanCarriedOut or EffectFigure.Schools or EffectFigure.Teachers or EffectFigure.Attendance or EffectFigure.Applied
            or EffectFigure.Consultations or EffectFigure.Nominated or EffectFigure.Surveys
            or EffectFigure.Materials => EffectUnit.Share,
    };

    public static IReadOnlyList<EffectValue> Of(Figures digest, EffectCounts counts) =>
        [.. Enum.GetValues<EffectFigure>().Select(figure => Of(figure, digest, counts))];

    /// <summary>Whether nothing at all happened that could be judged.</summary>
    public static bool IsEmpty(Figures digest) => digest is { IsEmpty: true, PlanDueInYear: 0, SurveysAsked: 0, Nominated: 0 };

    private static EffectValue Of(EffectFigure figure, Figures f, EffectCounts c) => figure switch
    {
        EffectFigure.PlanCarriedOut => new(figure, f.PlanDoneInYear, f.PlanDueInYear),
        EffectFigure.Schools => new(figure, f.ActiveSchools, f.LowSchools),
        EffectFigure.Teachers => new(figure, c.TeachersReached, c.Teachers),
        EffectFigure.Attendance => new(figure, f.Came, f.SignedUp),
        EffectFigure.Rating => new(figure, 0, f.Ratings, f.Rating) { IsHidden = f.Ratings > 0 && f.Rating is null },
        EffectFigure.Applied => new(figure, c.Applied ?? 0, c.Answers) { IsHidden = c.Answers > 0 && c.Applied is null },
        EffectFigure.HoursToAnswer => new(figure, 0, f.Answered, f.HoursToAnswer),
        EffectFigure.Consultations => new(figure, c.RequestsHeld, f.Requested),
        EffectFigure.Nominated => new(figure, f.NominatedCame, f.Nominated),
        EffectFigure.Surveys => new(figure, f.SurveysInTime, f.SurveysAsked),
        EffectFigure.Materials => new(figure, f.Took, c.People),
    };
}
