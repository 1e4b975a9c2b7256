-- Files that people hand in, kept by us: the turn stores the messenger's reference, a job fetches the bytes.
create table stored_file (
    id          bigint generated always as identity primary key,
    reference   text not null check (length(reference) between 1 and 600),
    name        text not null check (length(name) between 1 and 200),
    media_type  text check (length(media_type) <= 200),
    most_bytes  int not null check (most_bytes between 1 and 20971520),
    chat_id     bigint,                 -- is told when the file cannot be fetched; forgotten once that is decided
    state       text not null default 'Waiting' check (state in ('Waiting', 'Stored', 'Lost')),
    failures    int not null default 0,
    next_try_at timestamptz not null,
    content     bytea,
    sha256      bytea check (octet_length(sha256) = 32),
    created_at  timestamptz not null,
    stored_at   timestamptz,
    constraint stored_file_whole check (
        (state = 'Stored') = (content is not null) and (content is null) = (sha256 is null) and (content is null) = (stored_at is null)),
    constraint stored_file_size check (octet_length(content) between 1 and most_bytes),
    constraint stored_file_chat check (chat_id is null or state = 'Waiting')
);

-- Documents are compressed already.
alter table stored_file alter column content set storage external;

create index stored_file_waiting on stored_file (next_try_at, id) where state = 'Waiting';
