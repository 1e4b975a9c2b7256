using MspBot.Domain.People;
using MspBot.Domain.Surveys.Filling;

namespace MspBot.Domain.Surveys.Summary;

/// <summary>One indicator over all schools that were asked, now and the last time it was asked.</summary>
public sealed record IndicatorSummary
{
    /// <summary>Of all schools that answered; null: none has a value.</summary>
    public required Total? Now { get; init; }

    /// <summary>Of all schools that answered the last time; null: none, or it meant something else then.</summary>
    public required Total? Before { get; init; }

    /// <summary>Of the schools that answered both times, in points; null: there is none.</summary>
    public required decimal? Change { get; init; }

    /// <summary>How many schools answered both times.</summary>
    public required int Compared { get; init; }

    /// <summary>How many of those moved by a point or more, each way.</summary>
    public required int Improved { get; init; }
    public required int Worsened { get; init; }

    /// <param name="measure">What is measured.</param>
    /// <param name="now">Of each school that answered.</param>
    /// <param name="before">
    /// Of each that answered the last time; empty where it was not asked, or asked as something else.
    /// </param>
    public static IndicatorSummary Of(
        Measure measure, IReadOnlyDictionary<SchoolId, SurveyValue> now, IReadOnlyDictionary<SchoolId, SurveyValue> before)
    {
        List<(SurveyValue Now, SurveyValue Before)> both =
        [
            .. from one in now
               where measure.Counts(one.Value) && before.TryGetValue(one.Key, out var last) && measure.Counts(last)
               select (one.Value, before[one.Key]),
        ];
        List<Move?> moves = [.. both.Select(pair => Move.Of(measure, pair.Before, pair.Now))];
        return new()
        {
            Now = Total.Of(measure, now.Values),
            Before = Total.Of(measure, before.Values),
            Change = Total.Of(measure, both.Select(pair => pair.Now))?.Level - Total.Of(measure, both.Select(pair => pair.Before))?.Level,
            Compared = both.Count,
            Improved = moves.Count(move => move?.Verdict == Verdict.Better),
            Worsened = moves.Count(move => move?.Verdict == Verdict.Worse),
        };
    }
}
