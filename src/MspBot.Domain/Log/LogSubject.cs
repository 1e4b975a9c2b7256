namespace MspBot.Domain.Log;

/// <summary>
/// What a line of the log is about; the check of <c>action_log.subject</c> repeats the list. Groups are consultations. The log itself, the
/// list of schools and a settings file have no number.
/// </summary>
public enum LogSubject
{
    Person,
    School,
    Invitation,
    Assignment,
    Inquiry,
    Seminar,
    Consultation,
    Certificate,
    Material,
    Digest,
    Plan,
    PlanItem,
    Indicator,
    Survey,
    Recommendation,
    Conclusion,
    Topic,
    Broadcast,
    Settings,
    Log,
}
