-- Papers that were issued: to whom, for what, under which number, and whether they still hold.
create table certificate (
    id            bigint generated always as identity primary key,
    year          int not null check (year between 2000 and 9999),   -- with in_year the number: 2026-0042
    in_year       int not null check (in_year > 0),
    code          text not null unique check (code ~ '^[A-Za-z0-9_-]{22}$'),   -- 128 random bits: what the QR code carries
    kind          text not null check (kind in ('Attended', 'Led', 'Tutored')),
    person_id     bigint not null references person,
    seminar_id    bigint references seminar,
    first_day     date,                               -- of a tutor's statement, and what was counted for it
    last_day      date,
    consultations int not null default 0 check (consultations >= 0),
    meetings      int not null default 0 check (meetings >= 0),
    minutes       int not null default 0 check (minutes >= 0),
    name          text check (length(name) between 1 and 200),   -- as printed; null: its owner is erased
    edition       int not null default 1 check (edition > 0),    -- grows when something printed has changed
    head_id       bigint references person,           -- who led the site when it was printed
    issued_at     timestamptz not null,
    printed_at    timestamptz not null,               -- this edition
    withdrawn_at  timestamptz,
    withdrawn_by  bigint references person,
    withdrawn_reason text check (length(withdrawn_reason) between 1 and 500),
    constraint certificate_number unique (year, in_year),
    constraint certificate_for_what check (case kind
        when 'Tutored' then seminar_id is null and first_day is not null and last_day >= first_day
        else seminar_id is not null and first_day is null and last_day is null end),
    constraint certificate_withdrawn check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is not null or withdrawn_reason is null))
);
create unique index certificate_once_seminar on certificate (person_id, kind, seminar_id) where seminar_id is not null;
create unique index certificate_once_period on certificate (person_id, first_day, last_day) where seminar_id is null;
create index certificate_of_seminar on certificate (seminar_id, id) where seminar_id is not null;

-- The last number of each year.
create table certificate_year (
    year int primary key,
    last int not null
);

-- Wrong codes of a chat within an hour of the first; gone soon after.
create table certificate_guess (
    chat_id bigint primary key,
    since   timestamptz not null,
    wrong   int not null
);
create index certificate_guess_since on certificate_guess (since);

create index seminar_leader on seminar (leader_id, starts_at) where leader_id is not null;
