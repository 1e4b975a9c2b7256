namespace MspBot.Domain.Surveys;

/// <summary>Why a deed of monitoring was not done.</summary>
public enum SurveyRefusal
{
    NoSuchSurvey,
    NoSuchIndicator,
    NoSuchRecommendation,

    /// <summary>Somebody else has changed it since the button was shown.</summary>
    ChangedMeanwhile,

    /// <summary>Whoever decides has lost the role meanwhile.</summary>
    RoleLost,

    /// <summary>What was asked was asked of a school that whoever answers does not head, or not any more.</summary>
    OtherSchool,

    /// <summary>The survey is not open yet, or is closed.</summary>
    NotOpen,

    /// <summary>It is open or was opened: what it asks is fixed.</summary>
    NoDraft,

    /// <summary>The school is not asked in this survey.</summary>
    NotAsked,

    /// <summary>The same, said to whoever decides about many schools.</summary>
    SchoolNotAsked,

    /// <summary>A school that is not of the list of those with low results.</summary>
    NotLowResults,
    NoIndicators,
    NoSchools,

    /// <summary>The due day is not after today.</summary>
    DueTooEarly,

    /// <summary>Another survey asks about the very same days.</summary>
    SamePeriod,

    /// <summary>An open survey asks it.</summary>
    AskedNow,

    /// <summary>It is not asked any more.</summary>
    Retired,

    /// <summary>The least value is above the greatest.</summary>
    BoundsCrossed,
    NothingChanged,

    /// <summary>Another head of the school has answered this meanwhile.</summary>
    AnsweredMeanwhile,

    /// <summary>Something was not answered yet.</summary>
    NotComplete,

    /// <summary>The site answers for a school that has nobody in the bot; this one has.</summary>
    SchoolHasHead,

    /// <summary>There is nothing sent to be accepted or returned.</summary>
    NotSent,

    /// <summary>All heads who have not sent were reminded less than three working days ago.</summary>
    RemindedLately,

    /// <summary>Everybody who was asked has sent.</summary>
    NobodyMissing,
}
