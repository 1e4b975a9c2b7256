-- A seminar that moves so far that nobody is let in any more is another meeting: what was noted for the old time is void,
-- in the transaction of the move, whoever makes it. The word may have been said aloud: a new one is made.
create function forget_old_time() returns trigger language plpgsql as $body$
begin
    if new.starts_at - interval '15 minutes' > new.timed_at then
        delete from evidence e using sign_up m where m.seminar_id = new.id and e.sign_up_id = m.id;
        update sign_up set came = null where seminar_id = new.id and came is not null;
        new.code_word := new_code_word();
    end if;
    return new;
end
$body$;
create trigger seminar_old_time_forgotten before update of starts_at on seminar
    for each row when (old.starts_at is distinct from new.starts_at) execute function forget_old_time();

-- What moves before this migration have left behind, of meetings that are not over: nobody is let in earlier than 15 minutes before.
with stale as (
    delete from evidence e
    using sign_up m, seminar s
    where m.id = e.sign_up_id and s.id = m.seminar_id and s.ends_at > current_timestamp and e.at < s.starts_at - interval '15 minutes'
    returning m.id
)
update sign_up set came = null where id in (select id from stale);

-- When a seat went past somebody who waits and could not be told: they hear of it when they are back.
alter table sign_up add column passed_at timestamptz;

-- Whoever leads a meeting is reminded of it, signed up or not.
alter table seminar add column led_at timestamptz;   -- since when its leader is its leader; null: since it was made
create table leader_reminder (
    seminar_id bigint not null references seminar,
    person_id  bigint not null references person,
    before     interval not null,
    starts_at  timestamptz not null,
    message    text,                   -- the key of its outbox row; null: skipped
    marked_at  timestamptz not null,
    primary key (seminar_id, person_id, before, starts_at)
);

create function withdraw_of_leader() returns trigger language plpgsql as $body$
begin
    with unsent as (
        delete from outbox o
        using leader_reminder r
        where r.seminar_id = new.id and o.dedup = r.message and o.waiting
        returning o.dedup
    )
    delete from leader_reminder r using unsent where r.seminar_id = new.id and r.message = unsent.dedup;
    return null;
end
$body$;
create trigger seminar_leader_reminders_withdrawn after update of title, starts_at, ends_at, state, leader_id on seminar
    for each row when ((old.title, old.starts_at, old.ends_at, old.state, old.leader_id)
        is distinct from (new.title, new.starts_at, new.ends_at, new.state, new.leader_id))
    execute function withdraw_of_leader();
