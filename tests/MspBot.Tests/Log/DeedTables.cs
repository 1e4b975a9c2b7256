using MspBot.Domain.Log;
using static MspBot.Domain.Log.LogAction;

namespace MspBot.Tests.Log;

/// <summary>What a command or a press writes into the log; none: why nothing.</summary>
internal sealed record Deed(string Why, params LogAction[] Lines)
{
    internal static Deed Logs(params LogAction[] lines) => new("", lines);

    internal static Deed None(string why) => new(why);
}

/// <summary>Every command and every action of a card: what it writes, or why it writes nothing.</summary>
internal static class DeedTables
{
    private static readonly Deed Own = Deed.None("one's own: its row says it");
    private static readonly Deed Looking = Deed.None("looking");
    private static readonly Deed Words = Deed.None("words to somebody: they stand where they were said");
    private static readonly Deed Argument = Deed.None("no action: what an action is about");

    internal static IReadOnlyDictionary<string, Deed> Commands { get; } = new Dictionary<string, Deed>
    {
        ["AddEntry"] = Own,
        ["EditEntry"] = Own,
        ["AddHours"] = Own,
        ["GoAway"] = Own,
        ["SetLink"] = Own,
        ["ChangeProfile"] = Own,
        ["EnterByCode"] = Own,
        ["WriteComment"] = Own,
        ["RequestConsultation"] = Own,
        ["MoveConsultation"] = Own,
        ["GatherDocuments"] = Own,
        ["AskHeads"] = Words,
        ["TellTutor"] = Words,
        ["OpenPerson"] = Looking,
        ["AssignTutor"] = Deed.Logs(AssignmentMade),
        ["AttachMaterial"] = Deed.Logs(MaterialAttached),
        ["CancelConsultation"] = Deed.Logs(ConsultationCancelled),
        ["CancelGroup"] = Deed.Logs(GroupCancelled),
        ["CancelSeminar"] = Deed.Logs(SeminarCancelled, SeminarDraftDeleted),
        ["ChangeSeminar"] = Deed.Logs(SeminarChanged, SeminarLeaderReplaced, SeminarTied, PlanItemTied, PlanItemUntied),
        ["DeclineRequest"] = Deed.Logs(ConsultationDeclined),
        ["HandRequestOver"] = Deed.Logs(ConsultationHandedOver),
        ["MakeInvitation"] = Deed.Logs(InvitationMade),
        ["MakeSeminar"] = Deed.Logs(SeminarDrafted, SeminarPublished, PlanItemTied),
        ["MakeStatement"] = Deed.Logs(FileTaken),
        ["MoveGroup"] = Deed.Logs(GroupMoved),
        ["OfferTimes"] = Deed.Logs(ConsultationTimesOffered),
        ["OpenGroup"] = Deed.Logs(GroupOpened),
        ["RecordOutcome"] = Deed.Logs(ConsultationOutcomeNoted),
        ["RegisterPerson"] = Deed.Logs(RoleGiven),
        ["ReplyToInquiry"] = Deed.Logs(InquiryAnswered),
        ["SendReply"] = Deed.Logs(FeedbackReplied),
        ["AddItem"] = Deed.Logs(PlanItemAdded),
        ["ChangeItem"] = Deed.Logs(PlanItemChanged, PlanResponsible),
        ["ExcludeItem"] = Deed.Logs(PlanExclusionAsked, PlanItemExcluded, PlanItemDropped),
        ["MarkDone"] = Deed.Logs(PlanItemDone),
        ["MakeRecommendation"] = Deed.Logs(RecommendationMade),
        ["ReturnItem"] = Deed.Logs(PlanItemReturned, PlanExclusionReturned),
        ["OpenItem"] = Looking,
        ["NarrowLog"] = Looking,
        ["OpenTeacher"] = Looking,
        ["AddSchoolHours"] = Deed.Logs(SchoolHoursChanged),
        ["ImportPlan"] = Own,
        ["BringList"] = Own,
        ["SetMeetingLink"] = Deed.Logs(ConsultationLinkChanged),
        ["NominateTeachers"] = Deed.Logs(NominationMade),
        ["CallNewcomers"] = Looking,
        ["HoldSeats"] = Deed.Logs(SchoolSeatsHeld),
        ["ReplaceNominee"] = Deed.Logs(NominationReplaced),
        ["SaveAnswer"] = Deed.Logs(SurveySent, SurveyFilledBySite),
        ["SaveOutcome"] = Deed.Logs(SurveySent, SurveyFilledBySite),
        ["AskQuestion"] = Looking,
        ["AddIndicator"] = Deed.Logs(IndicatorAdded),
        ["DraftSurvey"] = Deed.Logs(SurveyDrafted),
        ["ChangeDraft"] = Deed.Logs(SurveyDrafted),
        ["ChangeIndicator"] = Deed.Logs(IndicatorChanged),
        ["SetGoal"] = Deed.Logs(EffectGoalSet),
        ["WriteConclusion"] = Deed.None("a draft: nobody else is told of it"),
        ["ChangeConclusion"] = Deed.None("a draft: nobody else is told of it"),
        ["AnswerConclusion"] = Deed.Logs(ConclusionAnswered),
        ["OpenEffectDays"] = Looking,
        ["ComposeBroadcast"] = Deed.None("a draft: nobody else sees it"),
        ["ChangeBroadcast"] = Deed.None("a draft: nobody else sees it"),
        ["MoveSurveyDue"] = Deed.Logs(SurveyDueMoved),
        ["ReopenSurvey"] = Deed.Logs(SurveyReopened),
        ["ReturnAnswers"] = Deed.Logs(SurveyReturned),
        ["AddToLibrary"] = Deed.Logs(MaterialAttached),
        ["ChangeMaterial"] = Deed.Logs(MaterialChanged),
        ["ReplaceFile"] = Deed.Logs(MaterialReplaced),
        ["ReturnMaterial"] = Deed.Logs(MaterialReturned),
        ["WithdrawCertificate"] = Deed.Logs(CertificateWithdrawn),
    };

    /// <summary>By the card's class; of each, by the word that its buttons carry.</summary>
    internal static IReadOnlyDictionary<string, IReadOnlyDictionary<string, Deed>> Cards { get; } =
        new Dictionary<string, IReadOnlyDictionary<string, Deed>>
        {
            ["SeminarCard"] = Of(("join", Own), ("leave", Own), ("ics", Looking), ("invite", Looking),
                ("publish", Deed.Logs(SeminarPublished)),
                ("enter", Own), ("take", Own), ("return", Own), ("anyway", Argument), ("sure", Argument), ("PlanItem", Argument),
                ("s", Argument), ("full", Argument)),
            ["AttendanceCard"] = Of(("all", Deed.Logs(AttendanceMarked)), ("nobody", Deed.Logs(AttendanceMarked)),
                ("came", Deed.Logs(AttendanceMarked)), ("missed", Deed.Logs(AttendanceMarked)), ("undo", Deed.Logs(AttendanceUnmarked))),
            ["MissedCard"] = Of(("there", Own)),
            ["EventsCard"] = Of(("kinds", Looking), ("subjects", Looking)),
            ["ConsultationCard"] = Of(("ok", Deed.Logs(ConsultationConfirmed, ConsultationMoved)),
                ("ok-anyway", Deed.Logs(ConsultationConfirmed)), ("pick", Deed.Logs(ConsultationConfirmed, ConsultationMoved)),
                ("pick-anyway", Deed.Logs(ConsultationConfirmed)), ("none", Own), ("stay", Own),
                ("take", Deed.Logs(ConsultationReassigned)), ("back", Own), ("ics", Looking), ("enter", Own), ("fine", Words)),
            ["GroupCard"] = Of(("yes", Deed.Logs(GroupConfirmed)), ("no", Own), ("ok", Deed.Logs(GroupConfirmed)), ("call", Looking),
                ("ics", Looking), ("anyway", Argument)),
            ["AssignCard"] = Of(("to", Deed.Logs(ConsultationReassigned))),
            ["TutorJournalCard"] = Of(("xlsx", Deed.Logs(FileTaken))),
            ["JournalCard"] = Of(("xlsx", Deed.Logs(FileTaken))),
            ["SuggestionCard"] = Of(("no", Looking)),
            ["HoursCard"] = Of(("del", Own), ("undo", Own), ("ret", Own), ("len", Own), ("brk", Own), ("ntc", Own), ("free", Argument)),
            ["SchoolHoursCard"] = Of(("del", Deed.Logs(SchoolHoursChanged)), ("undo", Deed.Logs(SchoolHoursChanged))),
            ["EntryCard"] = Of(("del", Looking), ("gone", Own)),
            ["OutcomeCard"] = Of(("no", Deed.Logs(ConsultationOutcomeNoted)), ("fixno", Deed.Logs(ConsultationOutcomeNoted))),
            ["CertificateCard"] = Of(("back", Deed.Logs(CertificateGivenBack))),
            ["CertificatesCard"] = Of(("a", Own), ("l", Own), ("st", Deed.Logs(FileTaken))),
            ["CallCard"] = Of(("send", Deed.Logs(SeminarSchoolsInvited))),
            ["DigestCard"] = Of(("files", Deed.Logs(FileTaken)), ("list", Looking), ("want", Own), ("stop", Own)),
            ["AppliedCard"] = Of(),
            ["FeedbackListCard"] = Of(("later", Own), ("never", Own)),
            ["TutorFeedbackCard"] = Of(("below", Argument)),
            ["FeedbackCard"] = Of(("r", Own), ("e", Own), ("ask", Own), ("edit", Own), ("file", Own), ("change", Own), ("later", Own),
                ("never", Own)),
            ["FeedbackPreferenceCard"] = Of(("ask", Own), ("stop", Own)),
            ["SeminarFeedbackCard"] = Of(("event", Looking), ("below", Argument)),
            ["LogCard"] = Of(("who", Looking), ("what", Looking), ("when", Looking), ("open", Looking), ("take", Deed.Logs(FileTaken))),
            ["AssignmentCard"] = Of(("end", Deed.Logs(AssignmentEnded))),
            ["ProfileCard"] = Of(("data", Looking), ("erase", Looking), ("rem", Own), ("gone", Deed.Logs(PersonErased)), ("on", Argument),
                ("off", Argument)),
            ["WelcomeCard"] = Of(("yes", Own), ("no", Own)),
            ["HandoverCard"] = Of(("give", Deed.Logs(RoleHandedOver)), ("stay", Looking), ("all", Argument), ("keep", Argument)),
            ["InvitationCard"] = Of(("link", Looking), ("stop", Deed.Logs(InvitationWithdrawn))),
            ["PersonCard"] = Of(("ask", Looking), ("take", Deed.Logs(RoleTaken, AssignmentEnded)), ("me", Argument), ("keep", Argument),
                ("other", Argument)),
            ["ImportCard"] = Of(("apply", Deed.Logs(PlanImported, PlanItemAdded, PlanItemChanged, PlanResponsible, PlanItemExcluded,
                PlanExclusionAsked)), ("drop", Own), ("x", Argument)),
            ["DownloadCard"] = Of(("take", Deed.Logs(FileTaken))),
            ["EditCard"] = Of(("field", Looking)),
            ["DeedsCard"] = Of(("back", Deed.Logs(PlanTakenBack)), ("keep", Deed.Logs(PlanItemKept)),
                ("unmark", Deed.Logs(PlanItemNotDone)), ("file", Looking)),
            ["RepeatCard"] = Of(("last", Deed.Logs(PlanCopied)), ("carry", Deed.Logs(PlanCarriedOver))),
            ["SendCard"] = Of(("go", Deed.Logs(PlanSent))),
            ["ReviewCard"] = Of(("agree", Deed.Logs(PlanItemAgreed, PlanExclusionAgreed)), ("next", Looking)),
            ["RestCard"] = Of(("begin", Looking), ("ask", Looking), ("ask-all", Looking),
                ("rest", Deed.Logs(PlanItemAgreed, PlanExclusionAgreed)),
                ("all", Deed.Logs(PlanItemAgreed, PlanExclusionAgreed, PlanReviewFinished)), ("finish", Deed.Logs(PlanReviewFinished))),
            ["ReminderCard"] = Of(("remind", Deed.Logs(PlanReminded))),
            ["SurveyCard"] = Of(),
            ["DraftFace"] = Of(("edit", Looking), ("drop", Looking), ("open", Deed.Logs(SurveyOpened)), ("trim", Deed.Logs(SurveyDrafted)),
                ("drop-yes", Deed.Logs(SurveyDropped))),
            ["IndicatorsCard"] = Of(("set", Deed.Logs(IndicatorAdded))),
            ["IndicatorCard"] = Of(("edit", Looking), ("field", Looking), ("retire", Deed.Logs(IndicatorRetired)),
                ("back", Deed.Logs(IndicatorGivenBack))),
            ["SurveyDeedsCard"] = Of(("remind", Deed.Logs(SurveyReminded)), ("ask", Looking), ("close", Deed.Logs(SurveyClosed))),
            ["AnswersCard"] = Of(("accept", Deed.Logs(SurveyAccepted)), ("all", Argument)),
            ["RegisterCard"] = Of(("take", Deed.Logs(FileTaken))),
            ["SpreadCard"] = Of(("take", Deed.Logs(FileTaken))),
            ["SchoolMeetingCard"] = Of(("bring", Looking), ("pass", Looking)),
            ["NomineeCard"] = Of(("withdraw", Deed.Logs(NominationWithdrawn)), ("sure", Argument)),
            ["HeldSeatsCard"] = Of(("free", Looking), ("free-yes", Deed.Logs(SchoolSeatsFreed))),
            ["MeetingPapersCard"] = Of(("sheet", Deed.Logs(FileTaken)), ("minutes", Deed.Logs(FileTaken))),
            ["OrderListCard"] = Of(("take", Deed.Logs(FileTaken))),
            ["EffectCard"] = Of(("periods", Looking), ("paper", Deed.Logs(FileTaken))),
            ["ConclusionCard"] = Of(("send", Deed.Logs(ConclusionSent)), ("paper", Deed.Logs(FileTaken))),
            ["AnswerCard"] = Of(("yes", Own), ("no", Own), ("none", Argument)),
            ["RosterCard"] = Of(("link", Looking), ("sample", Looking)),
            ["RosterListCard"] = Of(("make", Deed.Logs(RosterLinksMade, FileTaken)), ("drop", Own)),
            ["CorrectionCard"] = Of(("fix", Own)),
            ["FillingCard"] = Of(("go", Looking), ("one", Looking), ("send", Deed.Logs(SurveySent, SurveyFilledBySite))),
            ["SummaryCard"] = Of(("schools", Looking), ("school", Looking), ("pic", Deed.Logs(FileTaken)), ("xlsx", Deed.Logs(FileTaken)),
                ("docx", Deed.Logs(FileTaken))),
            ["RecommendationCard"] = Of(("seen", Deed.Logs(RecommendationSeen))),
            ["MaterialDeedsCard"] = Of(("hide", Looking), ("hidden", Deed.Logs(MaterialHidden)), ("back", Deed.Logs(MaterialGivenBack)),
                ("publish", Deed.Logs(MaterialPublished)), ("anyway", Deed.Logs(MaterialAttached, MaterialReplaced))),
            ["HandOutCard"] = Of(("ask", Looking), ("give", Deed.Logs(MaterialAttached))),
            ["BroadcastCard"] = Of(),
            ["MyTopicsCard"] = Of(("no", Own), ("on", Own), ("off", Own), ("all-on", Own), ("all-off", Own), ("back", Own)),
            ["MeetingTopicsCard"] = Of(("on", Deed.Logs(SeminarTopicsChanged)), ("off", Deed.Logs(SeminarTopicsChanged))),
            ["ComposedFace"] = Of(("send", Deed.Logs(BroadcastSent)), ("me", Looking), ("mark", Own), ("edit", Looking), ("drop", Own),
                ("sure", Argument)),
            ["SentFace"] = Of(("stop", Deed.Logs(BroadcastStopped))),
            ["ReceivedCard"] = Of(("no-more", Own), ("seen", Own), ("on", Own)),
            ["SchoolCard"] = Of(("kinds", Looking), ("as", Deed.Logs(SchoolAccepted)), ("is", Deed.Logs(SchoolMerged))),
        };

    /// <summary>Forms that end with no command.</summary>
    internal static IReadOnlyList<string> OnlySay { get; } = ["FindCertificateFlow"];

    /// <summary>What is written by the clock, at a start, or by a link, and by no command and no press.</summary>
    internal static IReadOnlyList<LogAction> Elsewhere { get; } = [InvitationUsed, SchoolListChanged, SettingsChanged];

    private static Dictionary<string, Deed> Of(params (string Word, Deed Deed)[] actions) =>
        actions.ToDictionary(a => a.Word, a => a.Deed);
}
