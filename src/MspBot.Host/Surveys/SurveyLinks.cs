namespace MspBot.Host.Surveys;

/// <summary>The keys of cards and flows that others open: buttons sent long ago carry them, so they never change.</summary>
internal static class SurveyLinks
{
    /// <summary>The command, and the card it shows.</summary>
    internal const string Monitoring = "monitoring";

    /// <summary>«Показатели», and one of them; the number of the second is the indicator.</summary>
    internal const string Indicators = "mi";
    internal const string Indicator = "mii";
    internal const string AddIndicator = "indicator-add";
    internal const string ChangeIndicator = "indicator-change";

    /// <summary>A survey, as the head and the methodologist see it: draft, open or closed; the number is the survey.</summary>
    internal const string Survey = "mo";
    internal const string NewSurvey = "survey-new";
    internal const string ChangeDraft = "survey-change";

    /// <summary>«Опросы»; the argument is the page.</summary>
    internal const string Surveys = "mol";

    /// <summary>A survey as the head of a school sees it; the number is the survey.</summary>
    internal const string Filling = "mf";

    /// <summary>
    /// What one school has answered, as the head and the methodologist see it; the number is the survey, the argument the school.
    /// </summary>
    internal const string Answers = "ma";
    internal const string ReturnAnswers = "survey-return";
    internal const string Reopen = "survey-reopen";
    internal const string MoveDue = "survey-due";

    /// <summary>What is done to a survey that schools answer; the number is the survey.</summary>
    internal const string Deeds = "mod";

    /// <summary>«Свод»; the number is the survey.</summary>
    internal const string Summary = "mv";

    /// <summary>A recommendation; the number is its own.</summary>
    internal const string Recommendation = "mr";
    internal const string Recommend = "recommend";
}
