-- When the present start of a consultation was agreed, or set by a move: reminders whose moment had passed by then are not owed.
alter table consultation add column timed_at timestamptz;

-- What a person is bound to at a time: meetings that they lead, consultations and groups that they give, times that they hold for
-- somebody. Written by the triggers below and by nothing else. Breaks between consultations are kept by consultation_time_apart.
create table engagement (
    person_id  bigint not null references person,
    during     tstzrange not null,
    seminar_id bigint unique references seminar on delete cascade,
    time_id    bigint unique references consultation_time on delete cascade,
    constraint engagement_of_one check ((seminar_id is null) <> (time_id is null)),
    -- Nobody is in two places at once, whatever kinds of meeting these are.
    constraint engagement_apart exclude using gist (int8range(person_id, person_id, '[]') with &&, during with &&)
);

-- Those who bind one person come one after the other: two that are refused by each other would wait for each other. The same lock
-- as the stores' (TimeWriter.Lock).
create function engage(person bigint, at tstzrange, seminar bigint, consultation_time bigint) returns void language plpgsql as $body$
begin
    perform pg_advisory_xact_lock(10, hashint8(person));
    insert into engagement (person_id, during, seminar_id, time_id) values (person, at, seminar, consultation_time);
end
$body$;

create function engage_leader() returns trigger language plpgsql as $body$
begin
    delete from engagement where seminar_id = new.id;
    if new.state = 'Published' and new.leader_id is not null then
        perform engage(new.leader_id, tstzrange(new.starts_at, new.ends_at), new.id, null);
    end if;
    return null;
end
$body$;
create trigger seminar_engages after insert on seminar for each row execute function engage_leader();
create trigger seminar_engages_anew after update of leader_id, starts_at, ends_at, state on seminar
    for each row when ((old.leader_id, old.starts_at, old.ends_at, old.state) is distinct from (new.leader_id, new.starts_at, new.ends_at, new.state))
    execute function engage_leader();

-- What a consultation holds already is not in the busy range of the other times that are asked for it, so a move may overlap the time
-- that it moves.
create function engage_tutor() returns trigger language plpgsql as $body$
begin
    delete from engagement where time_id = new.id;
    if new.kind <> 'Proposed' and new.tutor_id is not null then
        perform engage(new.tutor_id, new.busy * tstzrange(new.starts_at, new.ends_at), null, new.id);
    end if;
    return null;
end
$body$;
create trigger consultation_time_engages after insert on consultation_time for each row execute function engage_tutor();
create trigger consultation_time_engages_anew after update of tutor_id, starts_at, ends_at, busy, kind on consultation_time
    for each row execute function engage_tutor();

-- What clashes already stays as it was agreed, and binds nobody until its time, its leader or its state is changed.
insert into engagement (person_id, during, time_id)
select tutor_id, busy * tstzrange(starts_at, ends_at), id from consultation_time where kind <> 'Proposed' and tutor_id is not null;
insert into engagement (person_id, during, seminar_id)
select leader_id, tstzrange(starts_at, ends_at), id from seminar where state = 'Published' and leader_id is not null order by starts_at, id
on conflict do nothing;

-- What is agreed and to come of one tutor, without their past and without others' future.
create index consultation_agreed_of_tutor on consultation (tutor_id, starts_at) where state = 'Confirmed';
