-- Roles: how they are given and taken. And the way to a human.

-- Which school a school's head leads: their own school is theirs to change, this is not.
alter table person_role add column school_id bigint references school;

-- Accounts that the configuration has made head once, as a digest. Never twice: who has handed the role over does not get it back.
create table appointed_head (
    account text primary key,
    at      timestamptz not null
);

create table invitation (
    id           bigint generated always as identity primary key,
    code         text not null unique check (length(code) between 16 and 40),
    role         text not null check (role in ('Tutor', 'Head', 'Methodologist', 'SchoolHead', 'Observer')),
    school_id    bigint references school,
    made_by      bigint not null references person,
    made_at      timestamptz not null,
    expires_at   timestamptz not null,
    used_by      bigint references person,
    used_at      timestamptz,
    withdrawn_at timestamptz,
    constraint invitation_names_school check ((role = 'SchoolHead') = (school_id is not null)),
    constraint invitation_used_whole check ((used_by is null) = (used_at is null)),
    constraint invitation_used_or_withdrawn check (used_at is null or withdrawn_at is null)
);
create index invitation_open on invitation (expires_at, id) where used_at is null and withdrawn_at is null;

-- Codes that fitted nothing, of the last hour: so that nobody finds one by trying.
create table invitation_miss (
    person_id bigint not null references person,
    at        timestamptz not null
);
create index invitation_miss_person on invitation_miss (person_id, at);

-- «Спросить человека»: a talk between one person and the heads.
create table inquiry (
    id          bigint generated always as identity primary key,
    asker_id    bigint not null references person,
    waits_since timestamptz            -- null: answered
);
create index inquiry_waiting on inquiry (waits_since) where waits_since is not null;
create index inquiry_asker on inquiry (asker_id);

create table inquiry_word (
    id         bigint generated always as identity primary key,
    inquiry_id bigint not null references inquiry on delete cascade,
    author_id  bigint not null references person,
    by_head    boolean not null,
    words      text not null check (length(words) between 1 and 1000),
    said_at    timestamptz not null
);
create index inquiry_word_of on inquiry_word (inquiry_id, id);
create index inquiry_word_author on inquiry_word (author_id, said_at);
