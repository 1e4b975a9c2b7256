-- Whether a seat is kept for somebody is looked up by seminar and person.
drop index sign_up_kept;
create index sign_up_kept on sign_up (seminar_id, person_id) where kept_until is not null;

-- How many of its seats are kept: derived with seated and waiting, so that whoever looks at a seminar need not count.
alter table seminar add column kept int not null default 0 check (kept >= 0);
update seminar s
set kept = (select count(*) from sign_up m where m.seminar_id = s.id and m.kept_until is not null)
where exists (select from sign_up m where m.seminar_id = s.id and m.kept_until is not null);
create or replace function sign_up_count() returns trigger language plpgsql as $body$
declare
    more_seated int := 0;
    more_waiting int := 0;
    more_kept int := 0;
begin
    if tg_op <> 'INSERT' then
        if old.state = 'Confirmed'  then more_seated := more_seated - 1; end if;
        if old.state = 'Waitlisted' then more_waiting := more_waiting - 1; end if;
        if old.kept_until is not null then more_kept := more_kept - 1; end if;
    end if;
    if tg_op <> 'DELETE' then
        if new.state = 'Confirmed'  then more_seated := more_seated + 1; end if;
        if new.state = 'Waitlisted' then more_waiting := more_waiting + 1; end if;
        if new.kept_until is not null then more_kept := more_kept + 1; end if;
    end if;
    if more_seated <> 0 or more_waiting <> 0 or more_kept <> 0 then
        update seminar s
        set seated = s.seated + more_seated, waiting = s.waiting + more_waiting, kept = s.kept + more_kept
        where s.id = coalesce(new.seminar_id, old.seminar_id);
    end if;
    return null;
end
$body$;
drop trigger sign_up_counted on sign_up;
create trigger sign_up_counted after insert or update of state, kept_until or delete on sign_up
    for each row execute function sign_up_count();

-- No longer written: requests without an answer are decisions of the digest.
alter table self_audit alter column requests_late set default 0;
