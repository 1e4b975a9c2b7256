namespace MspBot.Domain.Digests;

/// <summary>Something that went well.</summary>
public abstract record Praise
{
    private const double FullEnough = 0.8;
    private const double RatedWell = 4.5;
    private const double MoreThanUsual = 1.1;
    private const double QuickHours = 24;
    private const int Enough = 3;

    private Praise() { }

    /// <summary>A seminar to which nearly everybody came.</summary>
    public sealed record WellAttended(string Title, int Came, int SignedUp) : Praise;

    public sealed record WellRated(double Rating, int Ratings) : Praise;

    /// <summary>More people than usual took part.</summary>
    public sealed record ReachedMore(int Reached, double Usual) : Praise;

    public sealed record AnsweredQuickly(double Hours) : Praise;

    /// <summary>At most so many things, the first ones first.</summary>
    public static IReadOnlyList<Praise> Of(Digest digest, int most) => [.. All(digest).Take(most)];

    private static IEnumerable<Praise> All(Digest digest)
    {
        var figures = digest.Figures;
        var best = digest.Seminars.Where(s => s.Held && s.SignedUp >= Enough && Figures.Share(s.Came, s.SignedUp) >= FullEnough)
            .OrderByDescending(s => s.Came).ThenBy(s => s.Id).FirstOrDefault();
        if (best is not null) yield return new WellAttended(best.Title, best.Came, best.SignedUp);
        if (figures.Rating >= RatedWell) yield return new WellRated(figures.Rating.Value, figures.Ratings);
        if (Comparison.Of(digest.Comparable, f => f.Reached) is { Usual: > 0 and var usual } && figures.Reached >= usual * MoreThanUsual)
            yield return new ReachedMore(figures.Reached, usual);
        if (figures.Answered >= Enough && figures.HoursToAnswer <= QuickHours)
            yield return new AnsweredQuickly(figures.HoursToAnswer.Value);
    }
}
