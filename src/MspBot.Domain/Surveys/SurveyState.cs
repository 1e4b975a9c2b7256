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
