-- Reminders of consultations, as those of seminars: derived; only the mark that one was dealt with is stored.
create table consultation_reminder (
    consultation_id bigint not null references consultation,
    person_id       bigint not null references person,
    before          interval not null,
    starts_at       timestamptz not null,   -- as it stood then: one that moves is reminded of anew
    message         text,                   -- the key of its outbox row; null: skipped
    marked_at       timestamptz not null,
    primary key (consultation_id, person_id, before, starts_at)
);
create index consultation_reminder_message on consultation_reminder (message) where message is not null;

-- One that still waits and is right no more is taken back in the transaction of the change.
create function withdraw_consultation_reminders() returns trigger language plpgsql as $body$
begin
    with unsent as (
        delete from outbox o
        using consultation_reminder r
        where r.consultation_id = new.id and r.message is not null and o.dedup = r.message and o.waiting
        returning o.dedup
    )
    delete from consultation_reminder r using unsent where r.message = unsent.dedup;
    return null;
end
$body$;
create trigger consultation_reminders_withdrawn after update of starts_at, ends_at, state, tutor_id on consultation
    for each row when (old.state = 'Confirmed' and (old.starts_at, old.ends_at, old.state, old.tutor_id) is distinct from (new.starts_at, new.ends_at, new.state, new.tutor_id))
    execute function withdraw_consultation_reminders();

create function withdraw_consultation_reminders_of_person() returns trigger language plpgsql as $body$
begin
    with unsent as (
        delete from outbox o
        using consultation_reminder r
        where r.person_id = new.id and r.message is not null and o.dedup = r.message and o.waiting
        returning o.dedup
    )
    delete from consultation_reminder r using unsent where r.message = unsent.dedup;
    return null;
end
$body$;
create index consultation_reminder_person on consultation_reminder (person_id, starts_at);
create trigger person_consultation_reminders_withdrawn after update of reminders on person
    for each row when (old.reminders and not new.reminders) execute function withdraw_consultation_reminders_of_person();
