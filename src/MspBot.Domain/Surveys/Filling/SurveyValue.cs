namespace MspBot.Domain.Surveys.Filling;

/// <summary>Why a school has no value. Stored by name.</summary>
public enum MissingReason
{
    /// <summary>«не проводилось»</summary>
    NotHeld,

    /// <summary>«ещё нет результатов»</summary>
    NoResultsYet,
    Other,
}

/// <summary>
/// What a school says of one indicator: a value or a reason why there is none, never both. <paramref name="Part"/> is the first number of a
/// share, else the number or the score, and 1 or 0 for yes or no; <paramref name="Whole"/> is of a share alone.
/// </summary>
public sealed record SurveyValue(decimal? Part, decimal? Whole, string? Words, MissingReason? Missing)
{
    public static SurveyValue Share(int part, int whole) => new(part, whole, null, null);

    public static SurveyValue Number(decimal number) => new(number, null, null, null);

    public static SurveyValue YesNo(bool yes) => new(yes ? 1 : 0, null, null, null);

    public static SurveyValue Said(string words) => new(null, null, words, null);

    public static SurveyValue None(MissingReason reason) => new(null, null, null, reason);
}
