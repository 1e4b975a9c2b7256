-- The log of deeds: who did what to what, in which role and when. Numbers and codes only: names are looked up when it is shown, so an
-- erasure does not have to touch it.
create table action_log (
    id         bigint generated always as identity primary key,
    at         timestamptz not null,
    actor_id   bigint references person,       -- null: the clock
    role       text check (role in ('Teacher', 'Tutor', 'Head', 'Methodologist', 'SchoolHead', 'Observer')),   -- as it was then
    action     text not null constraint action_log_action check (action in (
                   'RoleGiven', 'RoleTaken', 'RoleHandedOver', 'InvitationMade', 'InvitationWithdrawn', 'InvitationUsed',
                   'SchoolAccepted', 'SchoolMerged', 'SchoolListChanged', 'AssignmentMade', 'AssignmentEnded', 'InquiryAnswered',
                   'PersonErased', 'SeminarDrafted', 'SeminarPublished', 'SeminarChanged', 'SeminarCancelled',
                   'SeminarDraftDeleted', 'SeminarLeaderReplaced', 'SeminarTied', 'SeminarSchoolsInvited', 'AttendanceMarked',
                   'AttendanceUnmarked', 'MaterialAttached', 'ConsultationTimesOffered', 'ConsultationConfirmed',
                   'ConsultationDeclined', 'ConsultationMoved', 'ConsultationCancelled', 'ConsultationHandedOver',
                   'ConsultationReassigned', 'ConsultationOutcomeNoted', 'ConsultationLinkChanged', 'GroupOpened',
                   'GroupConfirmed', 'GroupMoved', 'GroupCancelled', 'CertificateWithdrawn', 'CertificateGivenBack',
                   'FeedbackReplied', 'PlanItemAdded', 'PlanItemChanged', 'PlanItemExcluded', 'PlanItemDropped',
                   'PlanItemAgreed', 'PlanItemReturned', 'PlanExclusionAsked', 'PlanExclusionAgreed', 'PlanExclusionReturned',
                   'PlanItemKept', 'PlanItemTied', 'PlanItemUntied', 'PlanItemDone', 'PlanItemNotDone', 'PlanCopied', 'PlanImported',
                   'PlanSent', 'PlanTakenBack', 'PlanReviewFinished', 'PlanReminded', 'PlanCarriedOver', 'PlanResponsible',
                   'FileTaken', 'SettingsChanged')),
    subject    text not null constraint action_log_subject check (subject in (
                   'Person', 'School', 'Invitation', 'Assignment', 'Inquiry', 'Seminar', 'Consultation', 'Certificate',
                   'Material', 'Digest', 'Plan', 'PlanItem', 'Settings', 'Log')),
    subject_id bigint,
    school_id  bigint,                         -- no reference: a school that is merged goes
    detail     jsonb not null default '{}',
    dialog_id  bigint,                         -- no reference: finished forms go
    constraint action_log_detail check (
        jsonb_typeof(detail) = 'object' and octet_length(detail::text) < 2048
        and octet_length(detail::text) = length(detail::text)),     -- no letter that is not ASCII
    constraint action_log_role_of_somebody check (actor_id is not null or role is null)
);
-- One form's effect logs once.
create unique index action_log_dialog on action_log (dialog_id) where dialog_id is not null;
-- Each way of reading is one range of one index, latest first.
create index action_log_at on action_log (at, id);
create index action_log_actor on action_log (actor_id, at, id);
create index action_log_kind on action_log (subject, at, id);
create index action_log_actor_kind on action_log (actor_id, subject, at, id);
create index action_log_thing on action_log (subject, subject_id, at, id) where subject_id is not null;

-- Whom a line touches.
create table action_log_person (
    person_id bigint not null references person,
    line_id   bigint not null references action_log on delete cascade,
    primary key (person_id, line_id)
);
create index action_log_person_line on action_log_person (line_id);

-- Nothing changes or deletes a line but retention, which says so in its own transaction: set local mspbot.retention = 'on'.
create function keep_action_log() returns trigger language plpgsql as $body$
begin
    if current_setting('mspbot.retention', true) is distinct from 'on' then
        raise exception 'a line of the log is neither changed nor deleted' using errcode = 'restrict_violation';
    end if;
    return coalesce(new, old);
end
$body$;
create trigger action_log_kept before update or delete on action_log for each row execute function keep_action_log();
create trigger action_log_kept_whole before truncate on action_log for each statement execute function keep_action_log();
create trigger action_log_person_kept before update or delete on action_log_person for each row execute function keep_action_log();
create trigger action_log_person_kept_whole before truncate on action_log_person for each statement execute function keep_action_log();

-- What the files of settings were at the last start: a change is a line.
create table settings_seen (
    file     text primary key,
    checksum bigint not null,
    seen_at  timestamptz not null
);

-- When the log was begun: what was done before has no line.
create table log_since (
    single boolean primary key default true check (single),
    at     timestamptz not null
);

-- When what has no moment of its own was done: the night's look asks for a line of that moment.
alter table tutoring_assignment add column made_at timestamptz, add column ended_at timestamptz;
alter table seminar add column unmarked_at timestamptz;     -- marks in its list were taken back last

-- Deeds of which the night's look found no line.
alter table self_audit add column unlogged int not null default 0;
