-- The library: materials with editions and topics; who took what; what was looked for in vain.
create table topic (
    id          bigint generated always as identity primary key,
    name        text not null check (length(name) between 2 and 60),
    retired_at  timestamptz,                       -- offered to nobody any more; what carries it keeps it
    merged_into bigint references topic,
    version     int not null default 1 check (version >= 1),
    constraint topic_merged check (merged_into is null or (retired_at is not null and merged_into <> id))
);
create unique index topic_name on topic (folded(name)) where retired_at is null;

alter table material
    add column kind text check (kind in ('Lesson', 'Slides', 'Guidelines', 'Assessment', 'Recording', 'Document')),
    add column about text check (length(about) between 1 and 600),
    add column first_grade int check (first_grade between 1 and 11),
    add column last_grade int check (last_grade between 1 and 11),
    add column subjects text[] not null default '{}',
    add column by_author boolean not null default true,      -- whoever added it is one of its authors
    add column coauthors text[] not null default '{}',
    add column school_id bigint references school on delete set null,   -- where whoever added it worked then
    add column in_library boolean not null default false,    -- false: for those who came to a meeting, or to show what came of an item
    add column state text not null default 'Shown' check (state in ('Checking', 'Offered', 'Shown', 'Returned', 'Hidden')),
    add column offered boolean not null default false,       -- a head decides whether it is shown
    add column edition int,                                  -- the one in force
    add column version int not null default 1 check (version >= 1),
    add column hidden_by_head boolean not null default false,    -- only a head gives it back
    add column shown_at timestamptz,                         -- for the first time
    add column offer_told_at timestamptz,                    -- heads have heard of it
    add column remark text check (length(remark) between 3 and 500),    -- why it was returned
    add column title tsvector not null default '',           -- what is searched: of the name, and of everything
    add column words tsvector not null default '',
    add constraint material_grades check ((first_grade is null) = (last_grade is null) and first_grade <= last_grade),
    add constraint material_hidden_by_head check (state = 'Hidden' or not hidden_by_head),
    add constraint material_returned check (state <> 'Returned' or remark is not null),
    add constraint material_shown_once check (state <> 'Shown' or not in_library or shown_at is not null);

-- A file or a link, and when it came into force. Editions only grow.
create table material_edition (
    material_id bigint not null references material on delete cascade,
    nr          int not null check (nr >= 1),
    file_id     bigint references stored_file,
    url         text check (length(url) between 1 and 500),
    by_person   bigint not null references person,
    at          timestamptz not null,
    accepted_at timestamptz,
    fault       text check (fault in ('Lost', 'Executable', 'Locked', 'Same')),   -- why it did not come into force
    dropped_at  timestamptz,                                 -- old bytes go after a year
    told_at     timestamptz,                                 -- those who took an earlier one have heard of it
    primary key (material_id, nr),
    constraint material_edition_whole check (num_nonnulls(file_id, url) = 1 or (dropped_at is not null and num_nonnulls(file_id, url) = 0)),
    constraint material_edition_decided check (accepted_at is null or fault is null)
);
create unique index material_edition_file on material_edition (file_id) where file_id is not null;
create index material_edition_untold on material_edition (material_id) where told_at is null;
create index stored_file_same on stored_file (sha256) where sha256 is not null;

-- What was handed out at meetings becomes part of the library; what shows how an item was carried out does not.
alter table stored_file add column material_id bigint;
insert into stored_file (reference, name, most_bytes, next_try_at, created_at, material_id)
select file, name, 20971520, added_at, added_at, id from material where file is not null;
insert into material_edition (material_id, nr, file_id, url, by_person, at, accepted_at, told_at)
select m.id, 1, f.id, m.url, m.added_by, m.added_at, m.added_at, m.added_at
from material m left join stored_file f on f.material_id = m.id;
alter table stored_file drop column material_id;
update material m
set edition = 1, kind = case when url is null then 'Document' else 'Recording' end,
    in_library = exists (select from seminar_material a where a.material_id = m.id),
    shown_at = case when exists (select from seminar_material a where a.material_id = m.id) then added_at end,
    school_id = (select p.school_id from person p where p.id = m.added_by);
alter table material drop column file, drop column url, alter column kind set not null;
alter table material
    add constraint material_in_force foreign key (id, edition) references material_edition (material_id, nr) deferrable initially deferred,
    add constraint material_shown_whole check (state in ('Checking', 'Offered', 'Returned') or edition is not null);
create index material_newest on material (shown_at desc, id desc) where state = 'Shown' and in_library;
create index material_of on material (added_by);
create index material_offered on material (id) where state = 'Offered';
create index material_shown_at on material (shown_at) where in_library;
create index seminar_material_given_at on seminar_material_given (given_at);
create index material_subjects on material using gin (subjects) where state = 'Shown' and in_library;

-- A file that a messenger keeps has a reference there; refused, it is sent anew and has another one.
create table stored_file_reference (
    file_id   bigint not null references stored_file on delete cascade,
    messenger text not null check (length(messenger) between 1 and 20),
    reference text not null check (length(reference) between 1 and 600),
    at        timestamptz not null,
    primary key (file_id, messenger)
);

-- A file sent outside any form, until its sender says whether it is for the library.
create table sent_file (
    id         bigint generated always as identity primary key,
    person_id  bigint not null references person,
    reference  text not null check (length(reference) between 1 and 600),
    name       text check (length(name) between 1 and 200),
    size       bigint,
    media_type text check (length(media_type) <= 200),
    at         timestamptz not null
);
create index sent_file_of on sent_file (person_id);
create index sent_file_at on sent_file (at);

-- «Раздать»: those who came get it, nobody else does.
alter table seminar_material add column came_only boolean not null default false;

create table material_topic (
    material_id bigint not null references material on delete cascade,
    topic_id    bigint not null references topic,
    primary key (material_id, topic_id)
);
create index material_topic_of on material_topic (topic_id);
create table seminar_topic (
    seminar_id bigint not null references seminar,
    topic_id   bigint not null references topic,
    primary key (seminar_id, topic_id)
);
create index seminar_topic_of on seminar_topic (topic_id);

-- Who pressed «Скачать» or «Открыть ссылку», and which edition they have.
create table material_taken (
    material_id bigint not null references material on delete cascade,
    person_id   bigint not null references person,
    first_at    timestamptz not null,
    times       int not null default 1 check (times >= 1),
    edition     int not null,
    school_id   bigint references school on delete set null,     -- where they worked then; null: they still do
    primary key (material_id, person_id)
);
create index material_taken_by on material_taken (person_id);
create index material_taken_at on material_taken (first_at);
create index material_taken_school on material_taken (school_id) where school_id is not null;

create table material_complaint (
    material_id bigint not null references material on delete cascade,
    person_id   bigint not null references person,
    edition     int not null,
    at          timestamptz not null,
    primary key (material_id, person_id, edition)
);

-- A search without a result, once a person, words and day; asked_at: «Попросить о разработке».
create table material_wish (
    id        bigint generated always as identity primary key,
    person_id bigint references person,
    words     text not null check (length(words) between 1 and 200),
    folded    text generated always as (folded(words)) stored,
    day       date not null,
    at        timestamptz not null,
    asked_at  timestamptz,
    unique (person_id, folded, day)
);
create index material_wish_at on material_wish (at);

-- The words of somebody's last searches: pages of what was found carry the number.
create table material_search (
    id        bigint generated always as identity primary key,
    person_id bigint not null references person,
    words     text not null check (length(words) between 1 and 200),
    at        timestamptz not null,
    unique (person_id, words)
);

-- Folded, and only words: letters or figures, divided by spaces. Without it «и/или» is a file and «5-6» a negative number.
create function only_words(text) returns text language sql immutable parallel safe
return regexp_replace(translate(folded($1), '!"#$%&()*+,-./:;<=>?@[\]^_{|}~…•·→×°§', repeat(' ', 37)), '([0-9]+)', ' \1 ', 'g');

-- What is searched: stems, and the words as they are, of which the last typed one may be a beginning.
create function as_searched(text) returns tsvector language sql immutable parallel safe
return to_tsvector('russian'::regconfig, only_words($1)) || to_tsvector('simple'::regconfig, only_words($1));
create function material_words() returns trigger language plpgsql as $body$
begin
    new.title := as_searched(new.name);
    new.words := setweight(new.title, 'A') || setweight(as_searched(
        concat_ws(' ', new.about, left(array_to_string(new.coauthors, ' '), 1000), left(array_to_string(new.subjects, ' '), 600),
            case when new.by_author then (select p.full_name from person p where p.id = new.added_by) end,
            (select string_agg(o.name, ' ' order by o.id) from material_topic k join topic o on o.id = k.topic_id
             where k.material_id = new.id))), 'B');
    return new;
end
$body$;

-- All words, each as a stem or as it is, the last also as a beginning (a number is that number). Words that tell nothing («и», «на») count
-- only where there are no others. Null: no words. Given folded words of letters or figures.
create function material_query(words text[]) returns tsquery language sql immutable parallel safe as $body$
    with typed as (
        select w, n = cardinality(words) and w !~ '[0-9]' as begins, array_to_string(tsvector_to_array(to_tsvector('russian', w)), '') as stem
        from unnest(words) with ordinality as t (w, n)
    )
    select string_agg('(' || concat_ws(' | ', '''' || nullif(stem, '') || '''', '''' || w || '''',
        case when begins then '''' || w || ''':*' end) || ')', ' & ')::tsquery
    from typed
    where stem <> '' or not exists (select from typed where stem <> '')
$body$;

-- By the indexes alone: the planner does not know what it costs to fetch and unpack the words of thousands of rows.
create function materials_found(query tsquery) returns table (id bigint, in_title boolean, shown_at timestamptz)
language sql stable set enable_seqscan to off as $body$
    select w.id, t.id is not null, w.shown_at
    from (select m.id, m.state, m.in_library, m.shown_at from material m where m.words @@ query offset 0) w
    left join (select m.id from material m where m.title @@ query offset 0) t on t.id = w.id
    where w.state = 'Shown' and w.in_library
$body$;
create trigger material_words_noted before insert or update of name, about, coauthors, subjects, by_author on material
    for each row execute function material_words();
create function material_topics_noted() returns trigger language plpgsql as $body$
begin
    update material set name = name where id = coalesce(new.material_id, old.material_id);
    return null;
end
$body$;
create trigger material_topics_noted after insert or update or delete on material_topic
    for each row execute function material_topics_noted();
create function topic_renamed() returns trigger language plpgsql as $body$
begin
    update material set name = name where id in (select material_id from material_topic where topic_id = new.id);
    return null;
end
$body$;
create trigger topic_renamed after update of name on topic for each row when (old.name <> new.name) execute function topic_renamed();
create function author_renamed() returns trigger language plpgsql as $body$
begin
    update material set name = name where added_by = new.id;
    return null;
end
$body$;
create trigger author_renamed after update of full_name on person
    for each row when (old.full_name is distinct from new.full_name) execute function author_renamed();
update material set name = name;
create index material_words on material using gin (words);
create index material_title on material using gin (title);

-- Writing to many.
alter table person add column broadcasts boolean not null default true;

-- Methodologists to whom a head has given it.
create table broadcast_right (
    person_id bigint primary key references person,
    given_by  bigint not null references person,
    at        timestamptz not null
);

create table broadcast (
    id            bigint generated always as identity primary key,
    by_person     bigint not null references person,
    audience      jsonb not null,
    words         text not null check (length(words) between 1 and 1000),
    words_version int not null default 1 check (words_version >= 1),   -- grows with «Исправить текст»
    file_id       bigint references stored_file,
    seminar_id    bigint references seminar,
    acknowledge   boolean not null default false,
    state         text not null default 'Composed' check (state in ('Composed', 'Waiting', 'Sending', 'Done', 'Stopped')),
    version       int not null default 1 check (version >= 1),
    again_of      bigint references broadcast,     -- «Отправить ещё раз»: to those of another one
    shown         int check (shown >= 0),          -- how many were shown at the press
    created_at    timestamptz not null,
    pressed_at    timestamptz,
    starts_at     timestamptz,
    stopped_at    timestamptz,
    stopped_by    bigint references person,        -- null: the clock, or the role was lost
    done_at       timestamptz,                     -- every recipient has an outcome
    deleted_at    timestamptz,
    constraint broadcast_pressed check ((state = 'Composed') = (pressed_at is null) and (pressed_at is null) = (starts_at is null)
        and (pressed_at is null) = (shown is null)),
    constraint broadcast_stopped check ((state = 'Stopped') = (stopped_at is not null)),
    constraint broadcast_done check (done_at is null or state in ('Done', 'Stopped'))
);
create index broadcast_done_at on broadcast (done_at) where state = 'Done';
create index broadcast_going on broadcast (starts_at, id) where state in ('Waiting', 'Sending') or (state = 'Stopped' and done_at is null);

-- Fixed at the press. The outcome is copied from the outbox before that is purged.
create table broadcast_recipient (
    broadcast_id    bigint not null references broadcast,
    person_id       bigint not null references person,
    outcome         text check (outcome in ('Sent', 'Blocked', 'Failed', 'Stopped', 'OptedOut')),
    reason          text check (length(reason) between 1 and 60),   -- of Failed: a kind, never words
    at              timestamptz,
    message         text check (length(message) <= 100),            -- the messenger's reference, to correct or delete it
    words_version   int not null default 1,                         -- what they surely see
    deleted         boolean not null default false,
    acknowledged_at timestamptz,
    school_id       bigint references school on delete set null,    -- where they worked then; null: they still do
    primary key (broadcast_id, person_id),
    constraint broadcast_recipient_known check ((outcome is null) = (at is null) and (reason is null or outcome = 'Failed')
        and (message is null or outcome = 'Sent') and (not deleted or outcome = 'Sent'))
);
create index broadcast_recipient_of on broadcast_recipient (person_id, at);
create index broadcast_recipient_school on broadcast_recipient (school_id) where school_id is not null;
create index broadcast_recipient_open on broadcast_recipient (broadcast_id) where outcome is null;

-- Recipients that should have had an outcome by the night's look at the tables.
alter table self_audit add column unfinished int not null default 0;

-- Topics one asks for.
create table topic_wish (
    person_id bigint not null references person,
    topic_id  bigint not null references topic,
    since     timestamptz not null default 'epoch',    -- what is older is no news
    primary key (person_id, topic_id)
);
create index topic_wish_of on topic_wish (topic_id);
create table subject_wish (
    person_id bigint not null references person,
    subject   text not null check (length(subject) between 1 and 60),
    since     timestamptz not null default 'epoch',
    primary key (person_id, subject)
);
create index subject_wish_of on subject_wish (subject);
create table topic_told (
    person_id bigint not null references person,
    kind      text not null check (kind in ('Seminar', 'Material')),
    thing_id  bigint not null,
    at        timestamptz not null,
    primary key (person_id, kind, thing_id)
);

-- Working days whose message of topics went: what came up after it began waits for the next one.
create table topic_morning (
    day      date primary key,
    began_at timestamptz not null,
    done_at  timestamptz
);

-- What somebody took and what they were sent stays with the school where they worked then, as participation does.
create or replace function person_leaves_school() returns trigger language plpgsql as $body$
declare
    left_at timestamptz := new.leaves_school_at;
begin
    new.leaves_school_at := null;
    if old.school_id is null or new.school_id is not distinct from old.school_id
        or exists (select from school s where s.id = old.school_id and s.merged_into = new.school_id) then
        return new;
    end if;
    if left_at is null then
        raise exception 'person % leaves school %, and leaves_school_at does not say when', old.id, old.school_id;
    end if;
    update sign_up m set school_id = old.school_id
    from seminar s
    where m.person_id = old.id and m.school_id is null and s.id = m.seminar_id and s.ends_at <= left_at;
    update consultation c set school_id = old.school_id
    where c.teacher_id = old.id and c.school_id is null and c.ends_at <= left_at;
    update consultation_member g set school_id = old.school_id
    from consultation c
    where g.person_id = old.id and g.school_id is null and c.id = g.consultation_id and c.ends_at <= left_at;
    update material_taken set school_id = old.school_id where person_id = old.id and school_id is null;
    update broadcast_recipient set school_id = old.school_id where person_id = old.id and school_id is null;
    return new;
end
$body$;
create or replace function school_goes() returns trigger language plpgsql as $body$
begin
    if old.merged_into is not null then
        update sign_up set school_id = old.merged_into where school_id = old.id;
        update consultation set school_id = old.merged_into where school_id = old.id;
        update consultation_member set school_id = old.merged_into where school_id = old.id;
        update material set school_id = old.merged_into where school_id = old.id;
        update material_taken set school_id = old.merged_into where school_id = old.id;
        update broadcast_recipient set school_id = old.merged_into where school_id = old.id;
    elsif exists (select from sign_up m join person p on p.id = m.person_id where m.school_id = old.id and p.erased_at is null)
        or exists (select from consultation c join person p on p.id = c.teacher_id where c.school_id = old.id and p.erased_at is null)
        or exists (select from consultation_member g join person p on p.id = g.person_id
                   where g.school_id = old.id and p.erased_at is null)
        or exists (select from material m join person p on p.id = m.added_by where m.school_id = old.id and p.erased_at is null)
        or exists (select from material_taken k join person p on p.id = k.person_id where k.school_id = old.id and p.erased_at is null)
        or exists (select from broadcast_recipient r join person p on p.id = r.person_id
                   where r.school_id = old.id and p.erased_at is null) then
        return null;
    end if;
    return old;
end
$body$;
create index material_school on material (school_id) where school_id is not null;

-- More deeds and things, whichever the lists have by now.
do $body$
declare
    known text := (select pg_get_constraintdef(oid) from pg_constraint where conname = 'action_log_action');
    things text := (select pg_get_constraintdef(oid) from pg_constraint where conname = 'action_log_subject');
begin
    execute 'alter table action_log drop constraint action_log_action, add constraint action_log_action '
        || replace(known, 'ARRAY[', 'ARRAY[''MaterialPublished''::text, ''MaterialReturned''::text, ''MaterialChanged''::text, '
            || '''MaterialReplaced''::text, ''MaterialHidden''::text, ''MaterialGivenBack''::text, ''TopicAdded''::text, '
            || '''TopicRenamed''::text, ''TopicRetired''::text, ''TopicGivenBack''::text, ''TopicMerged''::text, '
            || '''SeminarTopicsChanged''::text, ''BroadcastSent''::text, ''BroadcastStopped''::text, ''BroadcastCorrected''::text, '
            || '''BroadcastDeleted''::text, ''BroadcastPassedOn''::text, ''BroadcastRightGiven''::text, '
            || '''BroadcastRightTaken''::text, ');
    execute 'alter table action_log drop constraint action_log_subject, add constraint action_log_subject '
        || replace(things, 'ARRAY[', 'ARRAY[''Topic''::text, ''Broadcast''::text, ');
end
$body$;
