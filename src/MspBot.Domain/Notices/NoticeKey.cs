using MspBot.Domain.Certificates;
using MspBot.Domain.Consultations;
using MspBot.Domain.Consultations.Journal;
using MspBot.Domain.Feedback;
using MspBot.Domain.Files;
using MspBot.Domain.People;
using MspBot.Domain.People.Assignments;
using MspBot.Domain.People.Roles;
using MspBot.Domain.People.Rosters;
using MspBot.Domain.Plan;
using MspBot.Domain.Plan.Papers;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Seats;

namespace MspBot.Domain.Notices;

/// <summary>
/// The key of a notice, unique for all time: a second notice with the same key is not queued. All keys are made here. They are stored
/// with what was sent, and a deploy meets keys of the version before: a format that was ever used does not change.
/// </summary>
public readonly partial record struct NoticeKey
{
    /// <summary>Begins <see cref="SeatFreed"/>, for queries; the sign-up's number follows.</summary>
    public const string SeatFreedStart = "seated:";

    /// <summary>Begins <see cref="SeatOffered"/>, for queries; the sign-up's number follows.</summary>
    public const string SeatOfferedStart = "offer:";

    /// <summary>Begins <see cref="Nominated"/>, for queries; the nomination's number follows.</summary>
    public const string NominatedStart = "nomination:";

    /// <summary>Begins <see cref="Digest"/>, for queries; the digest, the person and the message follow.</summary>
    public const string DigestStart = "digest:";

    /// <summary>
    /// Begins keys that the database makes while it marks reminders, for <see cref="Reminder"/>; the kind and number of the meeting, the
    /// person, the time before it and its start follow. Keys of earlier versions begin with «leads» and «meeting», or a sign-up's number
    /// follows.
    /// </summary>
    public const string ReminderStart = "reminder";

    private NoticeKey(string value) => Value = value;

    /// <summary>As it is stored.</summary>
    public string Value { get; }

    public override string ToString() => Value;

    /// <summary>The key of a message that joins this notice, its first, with others.</summary>
    /// <param name="others">How many others.</param>
    public NoticeKey JoinedWith(int others) => new($"{Value}+{others}");

    // Conversations
    public static NoticeKey GroupGreeted(ChatId chat) => new($"group:{chat}");

    public static NoticeKey AlbumSeen(ChatId chat, string album) => new($"album:{chat}:{album}");

    // People
    public static NoticeKey InquiryMessage(long message, ChatId chat) => new($"inquiry:{message}:{chat}");

    public static NoticeKey RoleRemoved(PersonId person, Role role, DateTimeOffset at) =>
        new($"lost:{person.Value}:{role}:{at.ToUnixTimeMilliseconds()}");

    public static NoticeKey SchoolAdded(SchoolId school, ChatId chat) => new($"school:{school.Value}:{chat}");

    public static NoticeKey AssignedTutor(AssignmentId assignment, ChatId chat) => new($"care:{assignment.Value}:tutor:{chat}");

    public static NoticeKey Assigned(AssignmentId assignment, ChatId chat) => new($"care:{assignment.Value}:{chat}");

    public static NoticeKey AssignmentEnded(AssignmentId assignment, ChatId chat) => new($"care-end:{assignment.Value}:{chat}");

    public static NoticeKey InvitationAccepted(InvitationId invitation, ChatId chat) => new($"invitation:{invitation.Value}:{chat}");

    public static NoticeKey HandedOver(InvitationId invitation) => new($"handover:{invitation.Value}");

    // Seminars
    public static NoticeKey SeatFreed(long signUp) => new($"{SeatFreedStart}{signUp}");

    public static NoticeKey SeatOffered(long signUp, int version, DateTimeOffset at) =>
        new($"{SeatOfferedStart}{signUp}:{version}:{at.ToUnixTimeMilliseconds()}");

    public static NoticeKey NoSeatCameFree(long signUp, DateTimeOffset startsAt) =>
        new($"line-over:{signUp}:{startsAt.ToUnixTimeSeconds()}");

    public static NoticeKey SeminarChanged(SeminarId seminar, int version, PersonId person) =>
        new($"seminar:{seminar.Value}:v{version}:{person.Value}");

    public static NoticeKey Nominated(NominationId nomination) => new($"{NominatedStart}{nomination.Value}");

    /// <summary>Who is asked anew is reminded anew, also until the same moment. Without its own moment: of earlier versions.</summary>
    public static NoticeKey NominationReminded(NominationId nomination, DateTimeOffset answerBy, DateTimeOffset? remindAt) =>
        new($"nomination:{nomination.Value}:waits:{answerBy.ToUnixTimeSeconds()}{(remindAt is { } a ? $":{a.ToUnixTimeSeconds()}" : "")}");

    /// <summary>To the teacher: lapsed, withdrawn or replaced, which it is once.</summary>
    public static NoticeKey NominationEnded(NominationId nomination) => new($"nomination:{nomination.Value}:ended");

    /// <summary>To a head of the school.</summary>
    public static NoticeKey NominationEndedTold(NominationId nomination, ChatId chat) => new($"nomination:{nomination.Value}:told:{chat}");

    /// <param name="seminar">Where.</param>
    /// <param name="at">When they were held: seats that are held later are news again.</param>
    /// <param name="chat">Of a head of the school.</param>
    public static NoticeKey SchoolSeatsHeld(SeminarId seminar, DateTimeOffset at, ChatId chat) =>
        new($"held:{seminar.Value}:{at.ToUnixTimeMilliseconds()}:{chat}");

    public static NoticeKey SchoolHeadInvited(SeminarId seminar, PersonId person) => new($"call:{seminar.Value}:{person.Value}");

    public static NoticeKey Material(long attached, long signUp) => new($"material:{attached}:{signUp}");

    public static NoticeKey SeminarEnded(SeminarId seminar, ChatId chat) => new($"ended:{seminar.Value}:{chat}");

    public static NoticeKey SeminarUnmarked(SeminarId seminar, ChatId chat) => new($"unmarked:{seminar.Value}:{chat}");

    public static NoticeKey Missed(long signUp) => new($"missed:{signUp}");

    // Consultations
    /// <param name="consultation">Which.</param>
    /// <param name="version">Each state of it is told once.</param>
    /// <param name="side">Who is told: a person may be two sides, and both messages are theirs.</param>
    /// <param name="chat">Where.</param>
    public static NoticeKey Consultation(ConsultationId consultation, int version, string side, ChatId chat) =>
        new($"k:{consultation.Value}:v{version}:{side}:{chat}");

    public static NoticeKey ConsultationFile(ConsultationId consultation, int version, string side, ChatId chat) =>
        new($"{Consultation(consultation, version, side, chat)}:ics");

    public static NoticeKey MoveWaits(ConsultationId consultation, int version, string side, ChatId chat) =>
        new($"{Consultation(consultation, version, side, chat)}:waits");

    public static NoticeKey ConsultationFine(ConsultationId consultation, string message) => new($"k:{consultation.Value}:fine:{message}");

    public static NoticeKey FreeTimesOpened(ConsultationId consultation, PersonId tutor, DateOnly day, DateTimeOffset? noneSince) =>
        new($"k:{consultation.Value}:hours:{tutor.Value}:{day:O}:{noneSince?.ToUnixTimeSeconds()}");

    /// <param name="consultation">Which.</param>
    /// <param name="askedAt">A request handed to another tutor gets a new notice.</param>
    /// <param name="chat">Where.</param>
    public static NoticeKey TimePassed(ConsultationId consultation, DateTimeOffset askedAt, ChatId chat) =>
        new($"passed:{consultation.Value}:{askedAt.ToUnixTimeSeconds()}:{chat}");

    /// <inheritdoc cref="TimePassed"/>
    public static NoticeKey TutorNudged(ConsultationId consultation, DateTimeOffset askedAt, ChatId chat) =>
        new($"nudge:{consultation.Value}:{askedAt.ToUnixTimeSeconds()}:{chat}");

    /// <inheritdoc cref="TimePassed"/>
    public static NoticeKey NoAnswerYet(ConsultationId consultation, DateTimeOffset askedAt, ChatId chat) =>
        new($"noanswer:{consultation.Value}:{askedAt.ToUnixTimeSeconds()}:{chat}");

    /// <inheritdoc cref="TimePassed"/>
    public static NoticeKey HeadAsked(ConsultationId consultation, DateTimeOffset askedAt, ChatId chat) =>
        new($"assign:{consultation.Value}:{askedAt.ToUnixTimeSeconds()}:{chat}");

    public static NoticeKey OutcomeAsked(ConsultationId consultation) => new($"outcome:{consultation.Value}");

    public static NoticeKey OutcomeAskedAgain(ConsultationId consultation) => new($"outcome-again:{consultation.Value}");

    public static NoticeKey Recommendation(JournalId entry, int version, ChatId chat) =>
        new($"recommendation:{entry.Value}:{version}:{chat}");

    public static NoticeKey AskedToStandIn(long absence) => new($"stand-in:{absence}");

    public static NoticeKey StandInOver(long absence) => new($"stand-in-over:{absence}");

    // Groups
    public static NoticeKey GroupInvited(ConsultationId group, PersonId person) => new($"group:{group.Value}:invite:{person.Value}");

    public static NoticeKey GroupTutor(ConsultationId group) => new($"group:{group.Value}:lead");

    public static NoticeKey GroupConfirmed(ConsultationId group, PersonId person) => new($"group:{group.Value}:confirmed:{person.Value}");

    public static NoticeKey GroupConfirmedTutor(ConsultationId group) => new($"group:{group.Value}:confirmed:tutor");

    public static NoticeKey GroupMoved(ConsultationId group, int version, PersonId person) =>
        new($"group:{group.Value}:v{version}:{person.Value}");

    public static NoticeKey GroupFile(ConsultationId group, int version, PersonId person) =>
        new($"group:{group.Value}:v{version}:ics:{person.Value}");

    public static NoticeKey GroupClosed(ConsultationId group, PersonId person) => new($"group:{group.Value}:closed:{person.Value}");

    public static NoticeKey GroupClosedTutor(ConsultationId group) => new($"group:{group.Value}:closed:tutor");

    public static NoticeKey GroupLeft(ConsultationId group, PersonId person, DateTimeOffset at) =>
        new($"group:{group.Value}:left:{person.Value}:{at.ToUnixTimeMilliseconds()}");

    public static NoticeKey GroupTookRequest(ConsultationId group, ConsultationId request, DateTimeOffset at) =>
        new($"group:{group.Value}:took:{request.Value}:{at.ToUnixTimeMilliseconds()}");

    public static NoticeKey GroupReturnedRequests(ConsultationId group, ChatId chat, DateTimeOffset at) =>
        new($"group:{group.Value}:back:{chat}:{at.ToUnixTimeMilliseconds()}");

    public static NoticeKey GroupSuggested(ConsultationId firstRequest, ChatId chat) => new($"group:suggest:{firstRequest.Value}:{chat}");

    // Feedback: a hash, because a readable key would tell who has filed.
    public static NoticeKey FeedbackAsked(AuthorKey key, PersonId person, DateTimeOffset at) =>
        new($"fb:{key.Notice("ask", person, at.ToUnixTimeMilliseconds())}");

    public static NoticeKey AppliedAsked(AuthorKey key, PersonId person, Meeting meeting) =>
        new($"fb:{key.Notice("applied", person, meeting.Code)}");

    public static NoticeKey FeedbackReply(AuthorKey key, PersonId person, long reply) => new($"fb:{key.Notice("reply", person, reply)}");

    // Certificates
    public static NoticeKey CertificateWithdrawn(CertificateId certificate, DateTimeOffset at) =>
        new($"certificate:{certificate.Value}:withdrawn:{at.ToUnixTimeMilliseconds()}");

    // Plan
    /// <param name="plan">Which.</param>
    /// <param name="sentAt">A plan that is sent anew waits anew.</param>
    /// <param name="chat">Where.</param>
    public static NoticeKey PlanNudged(PlanId plan, DateTimeOffset sentAt, ChatId chat) =>
        new($"plan:{plan.Value}:waits:{sentAt.ToUnixTimeSeconds()}:{chat}");

    /// <inheritdoc cref="PlanNudged"/>
    public static NoticeKey PlanLate(PlanId plan, DateTimeOffset sentAt, ChatId chat) =>
        new($"plan:{plan.Value}:late:{sentAt.ToUnixTimeSeconds()}:{chat}");

    public static NoticeKey PlanReminded(PlanId plan, DateOnly day, ChatId chat) => new($"plan:{plan.Value}:reminded:{day:O}:{chat}");

    /// <param name="plan">Which.</param>
    /// <param name="person">A methodologist.</param>
    /// <param name="at">When they hear of it: what is sent twice in one night is one notice.</param>
    public static NoticeKey PlanSent(PlanId plan, PersonId person, DateTimeOffset at) =>
        new($"plan:{plan.Value}:sent:{person.Value}:{at.ToUnixTimeMilliseconds()}");

    public static NoticeKey PlanReviewed(PlanId plan, DateTimeOffset at, ChatId chat) =>
        new($"plan:{plan.Value}:reviewed:{at.ToUnixTimeMilliseconds()}:{chat}");

    public static NoticeKey PlanHeirWanted(PersonId left, ChatId chat) => new($"plan:heir:{left.Value}:{chat}");

    public static NoticeKey PlanLeftAlone(PersonId left, DateTimeOffset at, ChatId chat) =>
        new($"plan:alone:{left.Value}:{at.ToUnixTimeMilliseconds()}:{chat}");

    // Digests
    public static NoticeKey Digest(long digest, PersonId person, int message) => new($"{DigestStart}{digest}:{person.Value}:{message}");

    // Lists of teachers
    public static NoticeKey RosterRead(RosterImportId import) => new($"roster:{import.Value}");

    // Files
    public static NoticeKey FileLost(StoredFileId file) => new($"file:{file.Value}:lost");

    // Plan
    public static NoticeKey ImportRead(ImportId import) => new($"plan-import:{import.Value}");

    // Reminders
    /// <summary>As the database has made it.</summary>
    public static NoticeKey Reminder(string message) => new(message);
}
