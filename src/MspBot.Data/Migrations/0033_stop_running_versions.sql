-- A running version knows its database by the number of this table. Once the table is another one, it begins no more turns, sends and
-- marks what it holds, and stops within seconds; the migrator waits for that before the next script.
lock table inbox in access exclusive mode;
alter table inbox rename to inbox_before;
alter sequence inbox_seq_seq rename to inbox_before_seq_seq;
alter index inbox_pkey rename to inbox_before_pkey;
drop index inbox_pending, inbox_received, inbox_parked;

create table inbox (
    update_id   bigint primary key,
    seq         bigint generated always as identity,
    chat_id     bigint not null,
    press       text,
    input       text,
    received_at timestamptz not null default clock_timestamp(),
    attempts    smallint not null default 0,
    retry_at    timestamptz,
    done_at     timestamptz,
    error       text
);
insert into inbox (update_id, seq, chat_id, press, input, received_at, attempts, retry_at, done_at, error)
overriding system value
select update_id, seq, chat_id, press, input, received_at, attempts, retry_at, done_at, error from inbox_before order by seq;
select setval('inbox_seq_seq', nextval('inbox_before_seq_seq'));
drop table inbox_before;

create index inbox_pending on inbox (chat_id, seq) where done_at is null;
create index inbox_received on inbox using brin (received_at);
create index inbox_parked on inbox (received_at) where attempts >= 5;
