namespace MspBot.Domain.Log;

/// <summary>
/// Everything that makes a line in the log: the closed list, which the check of <c>action_log.action</c> repeats. The names are stored:
/// one that was released keeps its name.
/// </summary>
public enum LogAction
{
    // People
    RoleGiven,
    RoleTaken,
    RoleHandedOver,
    InvitationMade,
    InvitationWithdrawn,
    InvitationUsed,
    SchoolAccepted,
    SchoolMerged,
    SchoolListChanged,
    SchoolHoursChanged,
    AssignmentMade,
    AssignmentEnded,
    InquiryAnswered,
    PersonErased,
    RosterLinksMade,

    // Meetings
    SeminarDrafted,
    SeminarPublished,
    SeminarChanged,
    SeminarCancelled,
    SeminarDraftDeleted,
    SeminarLeaderReplaced,
    SeminarTied,
    SeminarSchoolsInvited,
    AttendanceMarked,
    AttendanceUnmarked,
    MaterialAttached,

    // Schools send their teachers
    NominationMade,
    NominationWithdrawn,
    NominationReplaced,
    SchoolSeatsHeld,
    SchoolSeatsFreed,

    // Consultations
    ConsultationTimesOffered,
    ConsultationConfirmed,
    ConsultationDeclined,
    ConsultationMoved,
    ConsultationCancelled,
    ConsultationHandedOver,
    ConsultationReassigned,
    ConsultationOutcomeNoted,
    ConsultationLinkChanged,
    GroupOpened,
    GroupConfirmed,
    GroupMoved,
    GroupCancelled,

    // Certificates, feedback
    CertificateWithdrawn,
    CertificateGivenBack,
    FeedbackReplied,

    // Plan
    PlanItemAdded,
    PlanItemChanged,
    PlanItemExcluded,
    PlanItemDropped,
    PlanItemAgreed,
    PlanItemReturned,
    PlanExclusionAsked,
    PlanExclusionAgreed,
    PlanExclusionReturned,
    PlanItemKept,
    PlanItemTied,
    PlanItemUntied,
    PlanItemDone,
    PlanItemNotDone,
    PlanCopied,
    PlanImported,
    PlanSent,
    PlanTakenBack,
    PlanReviewFinished,
    PlanReminded,
    PlanCarriedOver,
    PlanResponsible,

    // Monitoring
    IndicatorAdded,
    IndicatorChanged,
    IndicatorRetired,
    IndicatorGivenBack,
    SurveyDrafted,
    SurveyDropped,
    SurveyOpened,
    SurveyClosed,
    SurveyReopened,
    SurveySent,
    SurveyFilledBySite,
    SurveyAccepted,
    SurveyReturned,
    SurveyReminded,
    SurveyDueMoved,
    RecommendationMade,
    RecommendationSeen,
    EffectGoalSet,
    ConclusionSent,
    ConclusionAnswered,

    // Library
    MaterialPublished,
    MaterialReturned,
    MaterialChanged,
    MaterialReplaced,
    MaterialHidden,
    MaterialGivenBack,
    TopicAdded,
    TopicRenamed,
    TopicRetired,
    TopicGivenBack,
    TopicMerged,

    // Writing to many
    SeminarTopicsChanged,
    BroadcastSent,
    BroadcastStopped,
    BroadcastCorrected,
    BroadcastDeleted,
    BroadcastPassedOn,
    BroadcastRightGiven,
    BroadcastRightTaken,

    // Whatever the feature
    FileTaken,
    SettingsChanged,
}
