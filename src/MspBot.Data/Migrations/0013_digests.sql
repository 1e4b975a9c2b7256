-- Digests: what was sent stays as it was sent, with its figures. Names are not stored here: people are numbers.

-- When this site's bot was first started: no digest is owed for an hour before it.
create table digest_since (
    single boolean primary key default true check (single),
    at     timestamptz not null
);

create table digest (
    id        bigint generated always as identity primary key,
    kind      text not null check (kind in ('Week', 'Month')),
    fired_at  timestamptz not null,              -- the fire time of its expression that it answers
    first_day date not null,
    last_day  date not null,
    made_at   timestamptz not null,
    sent_at   timestamptz,                       -- queued to everybody who had a right to it at that moment
    body      jsonb not null,
    constraint digest_once unique (kind, first_day),   -- however often its expression is changed
    constraint digest_in_order check (last_day >= first_day)
);
create index digest_latest on digest (made_at);

-- Who was to get it, each by themselves; what became of it is said by their rows of the outbox.
create table digest_recipient (
    digest_id bigint not null references digest,
    person_id bigint not null references person,
    reachable boolean not null,                  -- false: had stopped the bot, nothing was queued
    primary key (digest_id, person_id)
);
create index digest_recipient_person on digest_recipient (person_id);

-- Observers who asked for it in /profile; heads and methodologists get it anyway.
create table digest_wish (
    person_id bigint primary key references person,
    since     timestamptz not null
);

-- What the night's look at the tables has found; a day without a row is owed one.
create table self_audit (
    day            date primary key,
    made_at        timestamptz not null,
    oversold       int not null,
    double_booked  int not null,
    erased_seated  int not null,
    outbox_late    int not null,
    requests_late  int not null
);

-- Sign-ups come in the order of their making: a small index that costs nothing to keep.
create index sign_up_created on sign_up using brin (created_at) with (pages_per_range = 16, autosummarize = on);
create index person_unreachable on person (id) where not reachable and erased_at is null;
