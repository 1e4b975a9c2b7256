-- A table of a plan that was handed in: read once, shown as what it would do, then applied whole or dropped. One at a time of each person.
create table plan_import (
    id        bigint generated always as identity primary key,
    year      int not null check (year between 2020 and 2100),
    by_person bigint not null unique references person,
    file_id   bigint unique references stored_file,   -- until it is read
    content   jsonb,                                  -- its rows, once it is
    forgotten boolean not null default false,         -- somebody was erased, and their name may have been in it
    at        timestamptz not null,
    constraint plan_import_read check (case when forgotten then file_id is null and content is null
        else (file_id is null) = (content is not null) end)
);
create index plan_import_at on plan_import (at);
