namespace MspBot.Domain.Surveys;

/// <summary>Draft → Open → Closed, and Open again with a reason. Stored by name.</summary>
public enum SurveyState
{
    /// <summary>Its size is shown; no school knows of it.</summary>
    Draft,
    Open,
    Closed,
}

/// <summary>
/// Where one school stands in a survey: Waiting → Filling → Sent → Accepted, or Returned → Resent → Accepted. Late is a mark and no state.
/// Stored by name.
/// </summary>
public enum SchoolSurveyState
{
    /// <summary>Nothing was answered yet.</summary>
    Waiting,
    Filling,
    Sent,

    /// <summary>With a remark to one indicator or to all.</summary>
    Returned,

    /// <summary>Sent after it was returned: only what was put right is looked at.</summary>
    Resent,
    Accepted,
}

/// <summary>What a school says of a recommendation. Stored by name.</summary>
public enum RecommendationOutcome
{
    Done,
    Partly,
    NotDone,
}

/// <summary>What follows from a state.</summary>
public static class SchoolSurveyStates
{
    /// <summary>The school is to do something: it has not sent, or it was asked to put something right.</summary>
    public static bool Owes(this SchoolSurveyState state) =>
        state is SchoolSurveyState.Waiting or SchoolSurveyState.Filling or SchoolSurveyState.Returned;

    /// <summary>What it has sent waits to be looked at.</summary>
    public static bool IsToCheck(this SchoolSurveyState state) => state is SchoolSurveyState.Sent or SchoolSurveyState.Resent;
}
