create table school (
    id           bigint generated always as identity primary key,
    name         text not null check (length(name) between 1 and 200),
    kind         text not null check (kind in ('Host', 'Leader', 'LowResults', 'Other')),
    confirmed_at timestamptz,         -- null: typed by a person, the head has not agreed yet
    created_at   timestamptz not null
);
create unique index school_name on school (lower(name));

create table person (
    id           bigint generated always as identity primary key,
    telegram_id  bigint unique,
    full_name    text check (length(full_name) between 1 and 200),
    school_id    bigint references school,
    position     text check (length(position) between 1 and 200),
    subjects     text[] not null default '{}',
    reminders    boolean not null default true,
    reachable    boolean not null default true,
    consented_at timestamptz,
    created_at   timestamptz not null,
    erased_at    timestamptz,
    -- A person is whole, or erased to a number that only counts.
    constraint person_whole_or_erased check (
        (erased_at is null and telegram_id is not null and full_name is not null and school_id is not null
            and position is not null and consented_at is not null)
        or
        (erased_at is not null and telegram_id is null and full_name is null and school_id is null
            and position is null and consented_at is null and subjects = '{}'))
);
create index person_school on person (school_id);

create table person_role (
    person_id  bigint not null references person,
    role       text not null check (role in ('Teacher', 'Tutor', 'Head', 'Methodologist', 'SchoolHead', 'Observer')),
    granted_at timestamptz not null,
    primary key (person_id, role)
);
create index person_role_role on person_role (role);
