namespace MspBot.Host.Consultations;

/// <summary>The keys of cards and flows that others open: buttons sent long ago carry them, so they never change.</summary>
internal static class ConsultationLinks
{
    internal const string AddHours = "hours-add";
    internal const string Assign = "ka";
    internal const string Away = "hours-away";
    internal const string CancelConsultation = "consult-cancel";
    internal const string CancelGroup = "group-cancel";
    internal const string Consultation = "k";
    internal const string Decline = "consult-decline";
    internal const string Entry = "je";
    internal const string Group = "g";
    internal const string HandOver = "consult-pass";
    internal const string Hours = "hours";
    internal const string Journal = "j";
    internal const string JournalEdit = "journal-edit";
    internal const string JournalEntry = "journal-new";
    internal const string Link = "hours-link";
    internal const string Load = "load";
    internal const string MeetingLink = "consult-link";
    internal const string Move = "consult-move";
    internal const string MoveGroup = "group-move";
    internal const string NewGroup = "group";
    internal const string Offer = "consult-offer";
    internal const string Outcome = "o";
    internal const string RecordOutcome = "outcome";
    internal const string Request = "consult";
    internal const string RequestsWord = "requests";
    internal const string Suggestion = "gs";
    internal const string TellTutor = "consult-tell";
    internal const string TutorJournal = "lt";

    /// <summary>The argument of the load that shows unanswered requests.</summary>
    internal const string UnansweredOfLoad = "wait";

    /// <summary>The argument of the journal that shows consultations without an outcome.</summary>
    internal const string OpenOutcomes = "open";
}
