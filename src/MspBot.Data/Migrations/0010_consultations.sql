-- Which tutor accompanies whom: one teacher, or a whole school.
create table tutoring_assignment (
    id         bigint generated always as identity primary key,
    tutor_id   bigint not null references person,
    teacher_id bigint references person,
    school_id  bigint references school,
    subject    text check (length(subject) between 1 and 100),   -- null: in all
    since      date not null,
    ended_on   date,
    made_by    bigint not null references person,
    constraint tutoring_assignment_of_one check ((teacher_id is null) <> (school_id is null)),
    constraint tutoring_assignment_in_order check (ended_on >= since)
);
create unique index tutoring_assignment_once on tutoring_assignment (tutor_id, coalesce(teacher_id, 0), coalesce(school_id, 0), coalesce(subject, '')) where ended_on is null;
create index tutoring_assignment_teacher on tutoring_assignment (teacher_id) where ended_on is null;
create index tutoring_assignment_school on tutoring_assignment (school_id) where ended_on is null;

-- One teacher's request and the meeting that comes of it; or a group: a meeting that several requests go to.
create table consultation (
    id            bigint generated always as identity primary key,
    kind          text not null check (kind in ('Individual', 'Group')),
    teacher_id    bigint references person,           -- who asked; null: a group
    tutor_id      bigint references person,           -- null: nobody yet, the head assigns
    stand_in_for  bigint references person,           -- who was asked and is away: the tutor stands in
    group_id      bigint references consultation,     -- the group this request goes on in
    topic         text not null check (length(topic) between 1 and 300),
    subject       text check (length(subject) between 1 and 100),
    prefers_group boolean not null default false,
    -- Requested: waits for the tutor. Offered: waits for the teacher to choose among the tutor's times. Waiting: no time fitted, waits for
    -- hours to open. Inviting: a group that gathers. Confirmed → Held or NotHeld. Grouped: goes on in its group. Declined, Cancelled: over.
    state         text not null check (state in ('Requested', 'Offered', 'Waiting', 'Inviting', 'Confirmed', 'Held', 'NotHeld', 'Grouped', 'Declined', 'Cancelled')),
    starts_at     timestamptz,                        -- of a confirmed one and of what came of it; a group's from the beginning
    ends_at       timestamptz,
    join_link     text check (length(join_link) between 1 and 500),
    reason        text check (length(reason) between 1 and 500),   -- of declining, cancelling or moving
    created_at    timestamptz not null,
    asked_at      timestamptz not null,               -- since when the present tutor knows of it: what waiting is counted from
    answered_at   timestamptz,                        -- the first answer of any tutor: confirmed, offered, declined or handed over
    confirmed_at  timestamptz,
    closed_at     timestamptz,
    nudged_at     timestamptz,                        -- the tutor was reminded of it
    teacher_told_at timestamptz,                      -- the teacher was told that it waits, and offered another tutor
    head_asked_at timestamptz,                        -- the head was asked to assign
    seats         int check (seats between 2 and 100),             -- of a group
    least         int check (least between 2 and 100),
    agree_by      timestamptz,                        -- until when a group gathers
    open_since    timestamptz,                        -- since when whoever has the link may come to a group, invited or not
    suggested_at  timestamptz,                        -- of a request: somebody was told that it could go on in a group
    calendar_uid  text not null unique default gen_random_uuid()::text,
    calendar_sequence int not null default 0 check (calendar_sequence >= 0),
    version       int not null default 1,             -- grows with each change: what a pressed card is compared with where that matters
    constraint consultation_timed check (state not in ('Confirmed', 'Held', 'NotHeld', 'Inviting') or (starts_at is not null and ends_at > starts_at)),
    constraint consultation_of_one_or_group check ((kind = 'Group') = (teacher_id is null) and (kind = 'Individual' or group_id is null)),
    constraint consultation_group check ((kind = 'Group') = (seats is not null and least is not null) and least <= seats),
    constraint consultation_grouped check (state <> 'Grouped' or group_id is not null)
) with (fillfactor = 70);
create index consultation_open_of_tutor on consultation (tutor_id, asked_at) where state in ('Requested', 'Offered', 'Waiting', 'Inviting');
create index consultation_open on consultation (asked_at) where state in ('Requested', 'Offered', 'Waiting');
create index consultation_of_tutor on consultation (tutor_id, starts_at) where state in ('Confirmed', 'Held', 'NotHeld');
create index consultation_gathering on consultation (agree_by) where state = 'Inviting';
create index consultation_confirmed on consultation (starts_at) where state = 'Confirmed';
create index consultation_of_teacher on consultation (teacher_id, id);
create index consultation_of_group on consultation (group_id) where group_id is not null;
create index consultation_created on consultation (created_at);
create index consultation_answered on consultation (answered_at) include (tutor_id, created_at, kind);   -- tutors' median is read from it alone
create index consultation_starts on consultation (starts_at) where state in ('Confirmed', 'Held', 'NotHeld');

-- Times that a consultation has, is asked for, or is offered. Those that hold keep the tutor's time, with the break after it.
create table consultation_time (
    id              bigint generated always as identity primary key,
    consultation_id bigint not null references consultation,
    tutor_id        bigint references person,
    starts_at       timestamptz not null,
    ends_at         timestamptz not null,
    busy            tstzrange not null,               -- [starts_at, ends_at + break)
    -- Asked: the teacher chose it among the free ones. Proposed: the teacher's own, the tutor may be busy then. Offered: by the tutor. Agreed: it is so.
    kind            text not null check (kind in ('Asked', 'Proposed', 'Offered', 'Agreed')),
    constraint consultation_time_in_order check (ends_at > starts_at),
    constraint consultation_time_whole check (kind = 'Proposed' or tutor_id is not null),
    -- A tutor is never in two places at once, nor promised twice.
    constraint consultation_time_apart exclude using gist (int8range(tutor_id, tutor_id, '[]') with &&, busy with &&) where (kind <> 'Proposed')
);
create index consultation_time_of on consultation_time (consultation_id);
create unique index consultation_time_agreed on consultation_time (consultation_id) where kind = 'Agreed';

-- Who is in a group, by their own request or invited without one.
create table consultation_member (
    consultation_id bigint not null references consultation,
    person_id       bigint not null references person,
    request_id      bigint references consultation,
    state           text not null check (state in ('Invited', 'Agreed', 'Declined')),
    at              timestamptz not null,
    primary key (consultation_id, person_id)
);
create index consultation_member_person on consultation_member (person_id, consultation_id);

-- Who was asked to take a request over, and what they said.
create table consultation_handover (
    id              bigint generated always as identity primary key,
    consultation_id bigint not null references consultation,
    from_tutor_id   bigint references person,
    to_tutor_id     bigint not null references person,
    -- Reassigned: nobody was asked, the teacher or the head chose another tutor.
    state           text not null check (state in ('Asked', 'Accepted', 'Declined', 'Void', 'Reassigned')),
    asked_at        timestamptz not null,
    answered_at     timestamptz
);
create unique index consultation_handover_one on consultation_handover (consultation_id) where state = 'Asked';

-- When a tutor was asked how a consultation went, and reminded of it.
create table outcome_question (
    consultation_id bigint primary key references consultation,
    asked_at        timestamptz not null,
    nudged_at       timestamptz
);
create index outcome_question_open on outcome_question (asked_at) where nudged_at is null;

-- The tutor's journal: what was done, when, how long, for whom. Pupils are a number, never names.
create table journal_entry (
    id              bigint generated always as identity primary key,
    tutor_id        bigint not null references person,
    consultation_id bigint unique references consultation,   -- null: it happened without the bot
    day             date not null,
    school_id       bigint references school,   -- only one that the head has agreed to: others can go
    teacher_id      bigint references person,
    teachers        int check (teachers between 0 and 1000),  -- of a group
    pupils          int check (pupils between 1 and 1000),
    topic           text check (length(topic) between 1 and 300),   -- null: it went with the teacher who was erased
    form            text not null check (form in ('Individual', 'Group', 'Visit', 'Pupils', 'Other')),
    minutes         int check (minutes between 1 and 600),    -- null where it did not take place
    recommendation  text check (length(recommendation) between 1 and 1000),   -- the teacher sees it
    private_note    text check (length(private_note) between 1 and 1000),     -- nobody but the tutor does
    result          text check (length(result) between 1 and 500),
    held            boolean not null,
    reason          text check (reason in ('TeacherAbsent', 'TutorUnable', 'Connection', 'Other')),   -- why it did not take place
    version         int not null default 1,
    created_at      timestamptz not null,
    constraint journal_entry_held_or_not check (held = (minutes is not null) and held = (reason is null))
);
create index journal_entry_of_tutor on journal_entry (tutor_id, day);
create index journal_entry_day on journal_entry (day);
create index journal_entry_teacher on journal_entry (teacher_id) where teacher_id is not null;
