namespace MspBot.Domain.Log;

/// <summary>The files with names that leave the bot: the value of «file» in the detail of <see cref="LogAction.FileTaken"/>.</summary>
public enum LogFile
{
    Journal,
    Statement,
    DigestTable,
    Log,
    Plan,
    PlanChanges,
    PlanReport,

    /// <summary>A school's teachers with a personal link each.</summary>
    RosterLinks,

    /// <summary>The list that a school head has sent, with what is wrong in it.</summary>
    RosterFaults,

    /// <summary>Whom a school sends, for its order.</summary>
    OrderList,
    RegistrationSheet,
    Minutes,

    /// <summary>What the schools have answered in a survey.</summary>
    SurveySummary,
    SurveyReport,

    /// <summary>The effectiveness of the МСП.</summary>
    EffectivenessReport,

    /// <summary>All materials of the library.</summary>
    MaterialRegister,

    /// <summary>How the materials of one author were spread.</summary>
    MaterialSpread,

    /// <summary>Who got one message to many.</summary>
    BroadcastTable,
    AcknowledgementSheet,
}
