-- A seat that was given back while nobody waited stays with the person who gave it back for two minutes, and as long as the job has not
-- cleared it: it is neither a newcomer's nor for those in line.
alter table sign_up add column kept_until timestamptz;
alter table sign_up add constraint sign_up_kept check (kept_until is null or state = 'Cancelled');
create index sign_up_kept on sign_up (seminar_id) where kept_until is not null;

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
