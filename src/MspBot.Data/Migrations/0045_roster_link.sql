-- Teachers whom their school brings in by personal links. Of somebody who has not agreed nothing can be read here: a row has the hash of a
-- link's code and the name sealed under a key made of the code, and the code is stored nowhere.
create table roster_list (
    id        bigint generated always as identity primary key,
    school_id bigint not null references school,
    links     int not null check (links between 1 and 500),
    made_at   timestamptz not null
);
create index roster_list_school on roster_list (school_id, id);

create table roster_link (
    hash       bytea primary key check (octet_length(hash) = 32),
    school_id  bigint not null references school,
    list_id    bigint not null references roster_list,
    nr         int not null check (nr >= 1),        -- in the school's own table
    sealed     bytea,                               -- until it is used or void
    made_by    bigint not null references person,
    made_at    timestamptz not null,
    expires_at timestamptz not null,
    used_by    bigint references person,
    used_at    timestamptz,
    void_at    timestamptz,                         -- the school has made a new list
    unique (list_id, nr),
    constraint roster_link_used_whole check ((used_by is null) = (used_at is null)),
    constraint roster_link_used_or_void check (used_at is null or void_at is null),
    constraint roster_link_sealed_while_open check ((sealed is not null) = (used_at is null and void_at is null))
);
create index roster_link_open on roster_link (school_id) where used_at is null and void_at is null;
create index roster_link_unused on roster_link (expires_at) where used_at is null;

-- A table of teachers that was handed in and waits for «Сделать ссылки», hours at the most. Its rows are sealed under a key that only the
-- button has; its file is gone in the transaction in which its bytes came. One at a time of each person.
create table roster_import (
    id        bigint generated always as identity primary key,
    school_id bigint not null references school,
    by_person bigint not null unique references person,
    file_id   bigint unique references stored_file,   -- until it is read
    sealed    bytea,                                  -- once it is
    at        timestamptz not null,
    constraint roster_import_read check ((file_id is null) = (sealed is not null))
);
create index roster_import_at on roster_import (at);

-- One more deed, whichever the list has by now.
do $body$
declare
    known text := (select pg_get_constraintdef(oid) from pg_constraint where conname = 'action_log_action');
begin
    execute 'alter table action_log drop constraint action_log_action, add constraint action_log_action '
        || replace(known, 'ARRAY[', 'ARRAY[''RosterLinksMade''::text, ');
end
$body$;
