-- Meetings that people have, whatever their part in them: seminars, consultations and groups as one. Not settled: a place in line, a
-- group that still gathers. Not met: seminars that are drafts or cancelled, consultations that are over or only asked for.
create view meeting as
select 'Seminar' as kind, s.id, m.person_id, 'Participant' as part, null::bigint as with_id, s.title, s.starts_at, s.ends_at,
       m.state = 'Confirmed' as settled, greatest(m.confirmed_at, s.timed_at) as known_at
from seminar s
join sign_up m on m.seminar_id = s.id and m.state <> 'Cancelled'
where s.state = 'Published'
union all
-- A leader with a seat is a participant.
select 'Seminar', s.id, s.leader_id, 'Leader', null, s.title, s.starts_at, s.ends_at, true, greatest(s.published_at, s.timed_at, s.led_at)
from seminar s
where s.state = 'Published' and s.leader_id is not null
  and not exists (select from sign_up m where m.seminar_id = s.id and m.person_id = s.leader_id and m.state = 'Confirmed')
union all
select 'Consultation', c.id, c.tutor_id, 'Tutor', c.teacher_id, c.topic, c.starts_at, c.ends_at,
       c.state = 'Confirmed', greatest(c.confirmed_at, c.timed_at)
from consultation c
where c.state in ('Confirmed', 'Inviting') and c.tutor_id is not null
union all
select 'Consultation', c.id, c.teacher_id, 'Teacher', c.tutor_id, c.topic, c.starts_at, c.ends_at,
       c.state = 'Confirmed', greatest(c.confirmed_at, c.timed_at)
from consultation c
where c.state in ('Confirmed', 'Inviting') and c.teacher_id is not null and c.teacher_id is distinct from c.tutor_id
union all
select 'Consultation', c.id, m.person_id, 'Member', c.tutor_id, c.topic, c.starts_at, c.ends_at,
       c.state = 'Confirmed', greatest(c.confirmed_at, c.timed_at)
from consultation c
join consultation_member m on m.consultation_id = c.id and m.state = 'Agreed'
where c.state in ('Confirmed', 'Inviting') and m.person_id is distinct from c.tutor_id;

-- What is due is derived by query; only the mark that a reminder was dealt with is stored, once for a meeting, a person and a moment.
create table meeting_reminder (
    kind       text not null check (kind in ('Seminar', 'Consultation')),
    meeting_id bigint not null,
    person_id  bigint not null,
    before     interval not null,
    starts_at  timestamptz not null,   -- as it stood then: a meeting that moves is reminded of anew
    message    text,                   -- the key of its outbox row, several marks share one; null: skipped
    marked_at  timestamptz not null
);

-- Every mark of the version before. A person who had a seat twice, or led the meeting as well, keeps the latest one that was said.
insert into meeting_reminder (kind, meeting_id, person_id, before, starts_at, message, marked_at)
select distinct on (seminar_id, person_id, before, starts_at) 'Seminar', seminar_id, person_id, before, starts_at, message, marked_at
from (
    select m.seminar_id, m.person_id, r.before, r.starts_at, r.message, r.marked_at
    from reminder r
    join sign_up m on m.id = r.sign_up_id
    union all
    select seminar_id, person_id, before, starts_at, message, marked_at
    from leader_reminder
) marks
order by seminar_id, person_id, before, starts_at, message is null, marked_at desc;

insert into meeting_reminder (kind, meeting_id, person_id, before, starts_at, message, marked_at)
select 'Consultation', consultation_id, person_id, before, starts_at, message, marked_at
from consultation_reminder;

alter table meeting_reminder
    add primary key (kind, meeting_id, person_id, before, starts_at),
    add foreign key (person_id) references person;
create index meeting_reminder_message on meeting_reminder (message) where message is not null;
create index meeting_reminder_person on meeting_reminder (person_id) where message is not null;

drop trigger seminar_reminders_withdrawn on seminar;
drop trigger seminar_leader_reminders_withdrawn on seminar;
drop trigger sign_up_reminders_withdrawn on sign_up;
drop trigger consultation_reminders_withdrawn on consultation;
drop trigger person_reminders_withdrawn on person;
drop trigger person_consultation_reminders_withdrawn on person;
drop function withdraw_of_seminar, withdraw_of_leader, withdraw_of_sign_up, withdraw_of_person, withdraw_reminders,
    withdraw_consultation_reminders, withdraw_consultation_reminders_of_person;
drop table reminder, leader_reminder, consultation_reminder;

-- A reminder that still waits and is right no more is taken back in the transaction of the change, whoever makes it: the message goes,
-- and so do all marks it stood for, so that what is still due is derived anew.
create function withdraw_reminders(messages text[]) returns void language plpgsql as $body$
begin
    -- Nearly always there is none. In plpgsql, which keeps the plan: as sql all this would be planned anew with every seat given back.
    if cardinality(messages) = 0 then return; end if;
    with unsent as (
        delete from outbox where dedup = any(messages) and waiting
        returning dedup
    )
    delete from meeting_reminder r using unsent where r.message = unsent.dedup;
end
$body$;

create function withdraw_reminders_of_meeting() returns trigger language plpgsql as $body$
begin
    perform withdraw_reminders(array(
        select distinct message from meeting_reminder where kind = tg_argv[0] and meeting_id = new.id and message is not null));
    return null;
end
$body$;
create trigger seminar_reminders_withdrawn after update of title, starts_at, ends_at, state, leader_id on seminar
    for each row when ((old.title, old.starts_at, old.ends_at, old.state, old.leader_id)
        is distinct from (new.title, new.starts_at, new.ends_at, new.state, new.leader_id))
    execute function withdraw_reminders_of_meeting('Seminar');
create trigger consultation_reminders_withdrawn after update of starts_at, ends_at, state, tutor_id on consultation
    for each row when (old.state = 'Confirmed' and (old.starts_at, old.ends_at, old.state, old.tutor_id)
        is distinct from (new.starts_at, new.ends_at, new.state, new.tutor_id))
    execute function withdraw_reminders_of_meeting('Consultation');

create function withdraw_reminders_of_seat() returns trigger language plpgsql as $body$
begin
    perform withdraw_reminders(array(
        select distinct message from meeting_reminder
        where kind = 'Seminar' and meeting_id = old.seminar_id and person_id = old.person_id and message is not null));
    return null;
end
$body$;
create trigger sign_up_reminders_withdrawn after update of state on sign_up
    for each row when (old.state = 'Confirmed' and new.state <> 'Confirmed') execute function withdraw_reminders_of_seat();

create function withdraw_reminders_of_member() returns trigger language plpgsql as $body$
begin
    perform withdraw_reminders(array(
        select distinct message from meeting_reminder
        where kind = 'Consultation' and meeting_id = old.consultation_id and person_id = old.person_id and message is not null));
    return null;
end
$body$;
create trigger consultation_member_reminders_withdrawn after update of state on consultation_member
    for each row when (old.state = 'Agreed' and new.state <> 'Agreed') execute function withdraw_reminders_of_member();

create function withdraw_reminders_of_person() returns trigger language plpgsql as $body$
begin
    perform withdraw_reminders(array(
        select distinct message from meeting_reminder where person_id = new.id and message is not null));
    return null;
end
$body$;
create trigger person_reminders_withdrawn after update of reminders on person
    for each row when (old.reminders and not new.reminders) execute function withdraw_reminders_of_person();
