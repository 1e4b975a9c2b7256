-- What people say of a meeting. The author is a keyed hash: it prevents a second filing and says nothing to whoever reads the table.
create table feedback (
    id              uuid primary key default gen_random_uuid(),   -- no order that would give an author away
    seminar_id      bigint references seminar,
    consultation_id bigint references consultation,
    author          bytea not null check (length(author) = 32),
    person_id       bigint references person,           -- only who chose to show their name
    rating          int not null check (rating between 1 and 5),
    usefulness      int not null check (usefulness between 1 and 5),
    will_use        text check (length(will_use) between 1 and 4096),
    was_missing     text check (length(was_missing) between 1 and 4096),
    filed_on        date not null,                      -- a day, no moment: that would give an author away as well
    -- Two weeks later, «Применили?»: that it was asked, and what was answered.
    applied_asked   boolean not null default false,
    applied         text check (applied in ('Yes', 'Partly', 'No', 'NotYet')),
    -- It is in views and figures, since three or more came in together. Alone, the moment would give the author away.
    opened          boolean not null default false,
    constraint feedback_applied_when_asked check (applied is null or applied_asked),
    constraint feedback_about_one check ((seminar_id is null) <> (consultation_id is null))
);
create unique index feedback_once_seminar on feedback (seminar_id, author) where seminar_id is not null;
create unique index feedback_once_consultation on feedback (consultation_id, author) where consultation_id is not null;
create index feedback_filed on feedback (filed_on);

-- Whoever was asked, and what they want; whether they filed stands nowhere but in the hash.
create table feedback_request (
    person_id bigint not null references person,
    kind      text not null check (kind in ('Seminar', 'Consultation')),
    meeting   bigint not null,
    asked_on  date,                                     -- null: they came by themselves
    nudged    boolean not null default false,           -- the one nudge is settled, sent or not
    declined  boolean not null default false,           -- «Не спрашивать»
    primary key (person_id, kind, meeting)
);
create index feedback_request_to_nudge on feedback_request (asked_on) where not nudged and not declined;

-- Who wants to be asked about no meeting at all.
create table feedback_quiet (
    person_id bigint primary key references person
);

-- «Мы сделали: …»
create table feedback_reply (
    id         bigint generated always as identity primary key,
    seminar_id bigint not null references seminar,
    text       text not null check (length(text) between 1 and 1000),
    by_person  bigint not null references person,
    at         timestamptz not null
);
create index feedback_reply_of_seminar on feedback_reply (seminar_id);

-- Who came to what, seminars and consultations alike: those who can be asked.
create view came_to as
select 'Seminar' as kind, s.id as meeting, m.person_id, s.title, s.starts_at, s.ends_at
from seminar s
join sign_up m on m.seminar_id = s.id and m.state = 'Confirmed' and m.came
where s.state = 'Published' and m.person_id is distinct from s.leader_id
union all
select 'Consultation', c.id, c.teacher_id, c.topic, c.starts_at, c.ends_at
from consultation c
where c.state = 'Held' and c.kind = 'Individual' and c.teacher_id is distinct from c.tutor_id
union all
select 'Consultation', c.id, m.person_id, c.topic, c.starts_at, c.ends_at
from consultation c
join consultation_member m on m.consultation_id = c.id and m.state = 'Agreed'
where c.state = 'Held' and c.kind = 'Group' and m.person_id is distinct from c.tutor_id;
