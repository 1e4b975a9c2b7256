-- Seats held for schools, and who was nominated by the head of their school.

create table nomination (
    id          bigint generated always as identity primary key,
    seminar_id  bigint not null references seminar,
    person_id   bigint not null references person,
    school_id   bigint not null references school,     -- which one nominated
    by_person   bigint not null references person,
    state       text not null check (state in ('Asked', 'Accepted', 'Declined', 'Lapsed', 'Withdrawn', 'Replaced')),
    words       text check (length(words) between 1 and 300),     -- to the teacher
    asked_at    timestamptz not null,
    answer_by   timestamptz not null,
    for_start   timestamptz not null,      -- the start for which the answer is due: a meeting that moves is asked about anew
    remind_at   timestamptz not null,      -- once, halfway
    reminded_at timestamptz,
    ended_at    timestamptz,               -- answered, or ended otherwise
    reason      text check (reason in ('Lesson', 'KnownTopic', 'Other')),
    replaced_by bigint references nomination,
    constraint nomination_ended check ((state = 'Asked') = (ended_at is null)),
    constraint nomination_reason check (reason is null or state = 'Declined'),
    -- A place that was given back may go to another teacher later: how it was given back stays.
    constraint nomination_replaced check (case when state = 'Replaced' then replaced_by is not null
        else replaced_by is null or state not in ('Asked', 'Accepted') end)
);
create unique index nomination_one_active on nomination (seminar_id, person_id) where state in ('Asked', 'Accepted');
create index nomination_of_school on nomination (school_id, seminar_id, id);
create index nomination_of_meeting on nomination (seminar_id, id);
create index nomination_of_person on nomination (person_id, id);
create index nomination_by_person on nomination (by_person);
create index nomination_unanswered on nomination (answer_by) where state = 'Asked';

-- By whose nomination a place was taken; null: the person's own.
alter table sign_up add column nomination_id bigint references nomination;
create index sign_up_of_nomination on sign_up (nomination_id) where nomination_id is not null;

-- One row for each place held.
create table school_seat (
    id         bigint generated always as identity primary key,
    seminar_id bigint not null references seminar,
    school_id  bigint not null references school,
    until      timestamptz not null,       -- then it is free for all
    made_for   bigint references nomination   -- whose place it was; null: the head of the site holds it
);
create index school_seat_of_meeting on school_seat (seminar_id, school_id, until, id);
create index school_seat_until on school_seat (until);

-- How many of a meeting's seats are held: derived as seated, waiting and kept are.
alter table seminar add column held int not null default 0 check (held >= 0);
create function school_seat_count() returns trigger language plpgsql as $body$
begin
    update seminar s
    set held = s.held + case tg_op when 'INSERT' then 1 else -1 end
    where s.id = coalesce(new.seminar_id, old.seminar_id);
    return null;
end
$body$;
create trigger school_seat_counted after insert or delete on school_seat
    for each row execute function school_seat_count();

alter table seminar drop constraint seminar_never_oversold;
alter table seminar add constraint seminar_never_oversold check (seats is null or seated + held <= seats);
alter table seminar add constraint seminar_held_of_limited check (seats is not null or held = 0);

alter table action_log drop constraint action_log_action;
alter table action_log add constraint action_log_action check (action in (
    'RoleGiven', 'RoleTaken', 'RoleHandedOver', 'InvitationMade', 'InvitationWithdrawn', 'InvitationUsed', 'SchoolAccepted',
    'SchoolMerged', 'SchoolListChanged', 'AssignmentMade', 'AssignmentEnded', 'InquiryAnswered', 'PersonErased', 'SeminarDrafted',
    'SeminarPublished', 'SeminarChanged', 'SeminarCancelled', 'SeminarDraftDeleted', 'SeminarLeaderReplaced', 'SeminarTied',
    'SeminarSchoolsInvited', 'AttendanceMarked', 'AttendanceUnmarked', 'MaterialAttached', 'NominationMade', 'NominationWithdrawn',
    'NominationReplaced', 'SchoolSeatsHeld', 'SchoolSeatsFreed', 'ConsultationTimesOffered', 'ConsultationConfirmed',
    'ConsultationDeclined', 'ConsultationMoved', 'ConsultationCancelled', 'ConsultationHandedOver', 'ConsultationReassigned',
    'ConsultationOutcomeNoted', 'ConsultationLinkChanged', 'GroupOpened', 'GroupConfirmed', 'GroupMoved', 'GroupCancelled',
    'CertificateWithdrawn', 'CertificateGivenBack', 'FeedbackReplied', 'PlanItemAdded', 'PlanItemChanged', 'PlanItemExcluded',
    'PlanItemDropped', 'PlanItemAgreed', 'PlanItemReturned', 'PlanExclusionAsked', 'PlanExclusionAgreed', 'PlanExclusionReturned',
    'PlanItemKept', 'PlanItemTied', 'PlanItemUntied', 'PlanItemDone', 'PlanItemNotDone', 'PlanCopied', 'PlanImported', 'PlanSent',
    'PlanTakenBack', 'PlanReviewFinished', 'PlanReminded', 'PlanCarriedOver', 'PlanResponsible', 'FileTaken', 'SettingsChanged'));
