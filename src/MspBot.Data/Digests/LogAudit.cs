using MspBot.Data.Postgres;

namespace MspBot.Data.Digests;

/// <summary>
/// Deeds without a line: rows of decisions, roles and marks by hand whose own tables say that they changed since <c>@since</c>, and of
/// which the log knows nothing. A statement for each kind of row; a new kind of deed whose table says when adds its own here. Seats held
/// for schools and hours of schools do not say when they were written, and of what is freed or removed no row stays: each night would count
/// the same rows, so they are not looked at.
/// </summary>
public static class LogAudit
{
    /// <summary>Each reads «kind» and «id» of what it has found.</summary>
    public static IReadOnlyList<string> Statements { get; } =
    [
        """
        select 'role' as kind, r.person_id as id
        from person_role r
        where r.role <> 'Teacher' and r.granted_at >= @since and not exists (
            select from action_log_person t
            join action_log l on l.id = t.line_id
            where t.person_id = r.person_id and l.at = r.granted_at and l.action in ('RoleGiven', 'InvitationUsed')
              and l.detail ->> 'role' = r.role)
        """,
        $"""
        select 'invitation', i.id
        from invitation i
        where (i.made_at >= @since and {NoLine("Invitation", "i.id", "InvitationMade")})
           or (i.used_at >= @since and {NoLine("Invitation", "i.id", "InvitationUsed")})
           or (i.withdrawn_at >= @since and {NoLine("Invitation", "i.id", "InvitationWithdrawn")})
        """,
        $"""
        select 'erasure', p.id from person p where p.erased_at >= @since and {NoLine("Person", "p.id", "PersonErased")}
        """,
        $"""
        select 'school', s.id
        from school s
        where s.confirmed_at >= @since and {NoLine("School", "s.id", "SchoolAccepted")}
          and not exists (select from action_log l where l.at = s.confirmed_at and l.action = 'SchoolListChanged')
        """,
        $"""
        select 'answer', w.inquiry_id
        from inquiry_word w
        where w.by_head and w.said_at >= @since and {NoLine("Inquiry", "w.inquiry_id", "InquiryAnswered", "w.said_at")}
        """,
        $"""
        select 'seminar', s.id
        from seminar s
        where (s.created_at >= @since and {NoLine("Seminar", "s.id", "SeminarDrafted", "SeminarPublished")})
           or (s.published_at >= @since and {NoLine("Seminar", "s.id", "SeminarPublished")})
           or (s.cancelled_at >= @since and {NoLine("Seminar", "s.id", "SeminarCancelled", "SeminarDraftDeleted")})
           or (s.timed_at >= @since and {NoLine("Seminar", "s.id", "SeminarChanged", "s.timed_at")})
           or (s.led_at >= @since and {NoLine("Seminar", "s.id", "SeminarLeaderReplaced", "s.led_at")})
           or (s.tied_at >= @since and {NoLine("Seminar", "s.id", "SeminarTied", "s.tied_at")})
        """,
        """
        select 'mark', e.id
        from evidence e
        join sign_up m on m.id = e.sign_up_id
        where e.kind = 'ByHand' and e.at >= @since and not exists (
            select from action_log l
            join action_log_person t on t.line_id = l.id and t.person_id = m.person_id
            where l.subject = 'Seminar' and l.subject_id = m.seminar_id and l.at = e.at and l.action = 'AttendanceMarked')
        """,
        $"""
        select 'consultation', c.id
        from consultation c
        where (c.confirmed_at >= @since
               and {NoLine("Consultation", "c.id", "ConsultationConfirmed", "ConsultationMoved", "GroupConfirmed")})
           or (c.state = 'Declined' and c.closed_at >= @since and {NoLine("Consultation", "c.id", "ConsultationDeclined")})
           or (c.state = 'Cancelled' and c.confirmed_at is not null and c.closed_at >= @since
               and {NoLine("Consultation", "c.id", "ConsultationCancelled", "GroupCancelled")})
           or (c.kind = 'Group' and c.created_at >= @since and {NoLine("Consultation", "c.id", "GroupOpened")})
        """,
        $"""
        select 'nomination', n.id
        from nomination n
        where (n.asked_at >= @since and {NoLine("Seminar", "n.seminar_id", "NominationMade", "NominationReplaced", "n.asked_at")})
           or (n.state = 'Withdrawn' and n.ended_at >= @since
               and {NoLine("Seminar", "n.seminar_id", "NominationWithdrawn", "n.ended_at")})
           or (n.state = 'Replaced' and n.ended_at >= @since
               and {NoLine("Seminar", "n.seminar_id", "NominationReplaced", "n.ended_at")})
        """,
        $"""
        select 'outcome', j.consultation_id
        from journal_entry j
        where j.consultation_id is not null and j.created_at >= @since
          and {NoLine("Consultation", "j.consultation_id", "ConsultationOutcomeNoted")}
        """,
        $"""
        select 'certificate', c.id
        from certificate c
        where c.withdrawn_at >= @since and {NoLine("Certificate", "c.id", "CertificateWithdrawn", "c.withdrawn_at")}
        """,
        $"""
        select 'taken mark', s.id
        from seminar s
        where s.unmarked_at >= @since and {NoLine("Seminar", "s.id", "AttendanceUnmarked", "s.unmarked_at")}
        """,
        $"""
        select 'material', m.id
        from seminar_material m
        where m.added_at >= @since and {NoLine("Seminar", "m.seminar_id", "MaterialAttached", "m.added_at")}
        """,
        $"""
        select 'library', m.id
        from material m
        where m.in_library and m.shown_at >= @since and case
            when m.offered then {NoLine("Material", "m.id", "MaterialPublished")}
            -- Whoever publishes at once has added it; it is shown when its file is here.
            else {NoLine("Material", "m.id", "MaterialPublished", "MaterialAttached")} end
          -- What is handed out at a meeting is shown by that.
          and not exists (select from seminar_material a where a.material_id = m.id)
        """,
        $"""
        select 'broadcast', b.id
        from broadcast b
        where (b.pressed_at >= @since and {NoLine("Broadcast", "b.id", "BroadcastSent")})
           or (b.stopped_at >= @since and b.stopped_by is not null and {NoLine("Broadcast", "b.id", "BroadcastStopped")})
           or (b.deleted_at >= @since and {NoLine("Broadcast", "b.id", "BroadcastDeleted")})
        """,
        $"""
        select 'reply', r.id
        from feedback_reply r
        where r.at >= @since and {NoLine("Seminar", "r.seminar_id", "FeedbackReplied", "r.at")}
        """,
        $"""
        select 'assignment', a.id
        from tutoring_assignment a
        where (a.made_at >= @since and {NoLine("Assignment", "a.id", "AssignmentMade", "a.made_at")})
           or (a.ended_at >= @since and {NoLine("Assignment", "a.id", "AssignmentEnded", "a.ended_at")})
        """,
        $"""
        select 'personal links', r.school_id
        from roster_list r
        where r.made_at >= @since and {NoLine("School", "r.school_id", "RosterLinksMade", "r.made_at")}
        """,
        $"""
        select 'plan item', v.item_id
        from plan_item_version v
        join plan_item i on i.id = v.item_id
        where v.at >= @since and {NoLine("Plan", "i.plan_id", "PlanCopied", "PlanCarriedOver", "PlanImported", "v.at")}
          and case when v.excluded
              then {NoLine("PlanItem", "v.item_id", "PlanExclusionAsked", "PlanItemExcluded", "PlanTakenBack", "v.at")}
              else {NoLine("PlanItem", "v.item_id", "PlanItemAdded", "PlanItemChanged", "PlanResponsible", "PlanTakenBack",
                  "PlanItemKept", "v.at")} end
        """,
        $"""
        select 'plan sending', s.plan_id
        from (
            select distinct i.plan_id, v.sent_at
            from plan_item_version v
            join plan_item i on i.id = v.item_id
            -- What is agreed as it is written was not sent.
            where v.sent_at >= @since and v.sent_at <> v.at
        ) s
        where {NoLine("Plan", "s.plan_id", "PlanSent", "s.sent_at")}
        """,
        $"""
        select 'plan decision', d.item_id
        from plan_decision d
        join plan_item_version v on v.item_id = d.item_id and v.version = d.version
        where d.at >= @since and case
            when v.excluded and d.agreed then {NoLine("PlanItem", "d.item_id", "PlanExclusionAgreed", "d.at")}
            when v.excluded then {NoLine("PlanItem", "d.item_id", "PlanExclusionReturned", "d.at")}
            when d.agreed then {NoLine("PlanItem", "d.item_id", "PlanItemAgreed", "d.at")}
            else {NoLine("PlanItem", "d.item_id", "PlanItemReturned", "d.at")} end
        """,
        $"""
        select 'plan review', t.plan_id
        from (
            select distinct i.plan_id, d.told_at
            from plan_decision d
            join plan_item i on i.id = d.item_id
            where d.told_at >= @since
        ) t
        where {NoLine("Plan", "t.plan_id", "PlanReviewFinished", "t.told_at")}
        """,
        $"""
        select 'plan reminder', p.id
        from plan p
        where p.nudged_at >= @since and {NoLine("Plan", "p.id", "PlanReminded", "p.nudged_at")}
        """,
        """
        select 'goal', g.year
        from effect_goal g
        where g.at >= @since and not exists (select from action_log l where l.action = 'EffectGoalSet' and l.at = g.at)
        """,
        $"""
        select 'conclusion', c.id
        from conclusion c
        where (c.sent_at >= @since and {NoLine("Conclusion", "c.id", "ConclusionSent", "c.sent_at")})
           or (c.answered_at >= @since and {NoLine("Conclusion", "c.id", "ConclusionAnswered", "c.answered_at")})
        """,
        $"""
        select 'plan mark', i.id
        from plan_item i
        where i.marked_at >= @since and case when i.done_on is null
            then {NoLine("PlanItem", "i.id", "PlanItemNotDone", "i.marked_at")}
            else {NoLine("PlanItem", "i.id", "PlanItemDone", "i.marked_at")} end
        """,
        $"""
        select 'survey', s.id
        from survey s
        where s.opened_at >= @since and {NoLine("Survey", "s.id", "SurveyOpened", "s.opened_at")}
        """,
        $"""
        select 'survey closing', c.survey_id
        from survey_closing c
        where (c.closed_at >= @since and {NoLine("Survey", "c.survey_id", "SurveyClosed", "c.closed_at")})
           or (c.reopened_at >= @since and {NoLine("Survey", "c.survey_id", "SurveyReopened", "c.reopened_at")})
        """,
        $"""
        select 'survey answers', c.school_id
        from survey_school c
        where (c.sent_at >= @since and {NoLine("Survey", "c.survey_id", "SurveySent", "SurveyFilledBySite", "c.sent_at")})
           or (c.resent_at >= @since and {NoLine("Survey", "c.survey_id", "SurveySent", "SurveyFilledBySite", "c.resent_at")})
           or (c.accepted_at >= @since and {NoLine("Survey", "c.survey_id", "SurveyAccepted", "c.accepted_at")})
           or (c.asked_at >= @since and {NoLine("Survey", "c.survey_id", "SurveyReminded", "c.asked_at")})
        """,
        $"""
        select 'survey remark', r.id
        from survey_remark r
        where r.at >= @since and {NoLine("Survey", "r.survey_id", "SurveyReturned", "r.at")}
        """,
    ];

    /// <summary>All that is found, of every kind.</summary>
    public static string All { get; } = string.Join("\nunion all\n", Statements);

    /// <returns>How many deeds since then have no line; those up to the moment at which the log was begun are not looked at.</returns>
    internal static async Task<int> Count(DbSession session, DateTimeOffset since) =>
        await session.Find<DateTimeOffset?>(
            "select greatest(at + interval '1 millisecond', @since) from log_since", new { since }) is { } from
            ? await session.Value<int>($"select count(*)::int from ({All}) found", new { since = from }) : 0;

    /// <param name="subject">The kind of thing.</param>
    /// <param name="id">Its column.</param>
    /// <param name="last">Actions of which one would do; a column, last, is the moment at which it was done.</param>
    private static string NoLine(string subject, string id, params string[] last)
    {
        var at = last[^1].Contains('.', StringComparison.Ordinal) ? $"and l.at = {last[^1]} " : "";
        var actions = string.Join(", ", last.Where(word => !word.Contains('.', StringComparison.Ordinal)).Select(action => $"'{action}'"));
        return $"""
            not exists (
                select from action_log l
                where l.subject = '{subject}' and l.subject_id = {id} {at}and l.action in ({actions}))
            """;
    }
}
