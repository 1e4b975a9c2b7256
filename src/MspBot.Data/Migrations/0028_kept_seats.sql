-- A seat that was given back while nobody waited stays with the person who gave it back for two minutes, and as long as the job has not
-- cleared it: it is neither a newcomer's nor for those in line.
alter table sign_up add column kept_until timestamptz;
alter table sign_up add constraint sign_up_kept check (kept_until is null or state = 'Cancelled');
create index sign_up_kept on sign_up (seminar_id, person_id) where kept_until is not null;

-- How many of its seats are kept: derived with seated and waiting, so that whoever looks at a seminar need not count.
alter table seminar add column kept int not null default 0 check (kept >= 0);
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

-- When somebody who still waited at the start heard that no seat came free.
alter table sign_up add column line_over_told_at timestamptz;

-- What somebody leads, coming and past.
create index seminar_led on seminar (leader_id, starts_at) where leader_id is not null;

-- What is searched: stems of Russian words, those of title and audience apart from the description's (A and B). Written when one of these
-- is, so that a sign-up, which only counts, does not pay for it.
alter table seminar add column words tsvector not null default '';
create function seminar_words() returns trigger language plpgsql as $body$
begin
    new.words := setweight(to_tsvector('russian', folded(new.title || ' ' || coalesce(new.audience, ''))), 'A')
        || setweight(to_tsvector('russian', folded(coalesce(new.description, ''))), 'B');
    return new;
end
$body$;
create trigger seminar_words_noted before insert or update of title, audience, description on seminar
    for each row execute function seminar_words();
update seminar set title = title;
create index seminar_words on seminar using gin (words);
