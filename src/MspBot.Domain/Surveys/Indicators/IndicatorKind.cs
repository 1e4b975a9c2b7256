namespace MspBot.Domain.Surveys.Indicators;

/// <summary>What an answer to an indicator is. Stored by name.</summary>
public enum IndicatorKind
{
    /// <summary>Two whole numbers, «41 из 63»; the bot divides.</summary>
    Share,
    Number,

    /// <summary>From 1 to 5.</summary>
    Score,
    YesNo,
    Words,

    /// <summary>The bot counts it; no school is asked.</summary>
    Computed,
}

/// <summary>How often an indicator is asked. Stored by name.</summary>
public enum Frequency
{
    Quarter,
    HalfYear,

    /// <summary>Once a school year, in a month of its own.</summary>
    Year,
}

/// <summary>Which way a value gets better. Stored by name.</summary>
public enum Better
{
    More,
    Less,

    /// <summary>Neither way: it is only known.</summary>
    Neither,
}

/// <summary>What the bot counts itself, for one school and the days of a survey. Stored by name; defined in docs/figures.md.</summary>
public enum ComputedFigure
{
    /// <summary>Teachers of the school who came to a meeting or had a consultation.</summary>
    TeachersReached,

    /// <summary>Hours of consultations held with teachers of the school.</summary>
    TutoringHours,

    /// <summary>Recommendations carried out, of all that the school was asked about.</summary>
    RecommendationsDone,
}
