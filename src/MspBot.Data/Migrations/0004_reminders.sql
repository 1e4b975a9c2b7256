-- Reminders: what is due is derived by query; only the mark that it was dealt with is stored.

alter table outbox add column not_after timestamptz;   -- the site's time: from then on it is too late to send it
create index outbox_perishable on outbox (not_after) where waiting and not_after is not null;

-- When the present start was set: whoever was told of a new time then needs no reminder whose moment had passed.
alter table seminar add column timed_at timestamptz;

create table reminder (
    sign_up_id bigint not null references sign_up,
    before     interval not null,
    starts_at  timestamptz not null,   -- as it stood then: a seminar that moves is reminded of anew
    state      text not null check (state in ('Queued', 'Skipped')),
    message    text,                   -- the key of its outbox row; several marks share one «завтра у вас»
    marked_at  timestamptz not null,
    primary key (sign_up_id, before, starts_at),
    constraint reminder_queued check ((state = 'Queued') = (message is not null))
);
create index reminder_message on reminder (message) where message is not null;

-- A reminder that still waits and is right no more is taken back in the transaction of the change, whoever makes it:
-- the message goes, and so do all marks it stood for, so that what is still due is derived anew.
create function withdraw_reminders(sign_ups bigint[]) returns void language plpgsql as $body$
begin
    -- Nearly always there is none. In plpgsql, which keeps the plan: as sql all this would be planned anew with every seat given back.
    if not exists (select from reminder where sign_up_id = any(sign_ups) and message is not null) then return; end if;
    with unsent as (
        delete from outbox o
        using (select distinct r.message from reminder r where r.sign_up_id = any(sign_ups) and r.message is not null) m
        where o.dedup = m.message and o.waiting
        returning o.dedup
    )
    delete from reminder r using unsent where r.message = unsent.dedup;
end
$body$;

create function withdraw_of_seminar() returns trigger language plpgsql as $body$
begin
    perform withdraw_reminders(array(select id from sign_up where seminar_id = new.id and state = 'Confirmed'));
    return null;
end
$body$;
create trigger seminar_reminders_withdrawn after update of title, starts_at, ends_at, state on seminar
    for each row when ((old.title, old.starts_at, old.ends_at, old.state) is distinct from (new.title, new.starts_at, new.ends_at, new.state))
    execute function withdraw_of_seminar();

create function withdraw_of_sign_up() returns trigger language plpgsql as $body$
begin
    perform withdraw_reminders(array[new.id]);
    return null;
end
$body$;
create trigger sign_up_reminders_withdrawn after update of state on sign_up
    for each row when (old.state = 'Confirmed' and new.state <> 'Confirmed') execute function withdraw_of_sign_up();

create function withdraw_of_person() returns trigger language plpgsql as $body$
begin
    perform withdraw_reminders(array(select id from sign_up where person_id = new.id and state = 'Confirmed'));
    return null;
end
$body$;
create trigger person_reminders_withdrawn after update of reminders on person
    for each row when (old.reminders and not new.reminders) execute function withdraw_of_person();
