-- Several reminders of one leader are one message under one key: it is taken back as a whole, and what it also spoke of is due again.
create index leader_reminder_message on leader_reminder (message) where message is not null;

create or replace function withdraw_of_leader() returns trigger language plpgsql as $body$
begin
    with unsent as (
        delete from outbox o
        using leader_reminder r
        where r.seminar_id = new.id and r.message is not null and o.dedup = r.message and o.waiting
        returning o.dedup
    )
    delete from leader_reminder r using unsent where r.message = unsent.dedup;
    return null;
end
$body$;

-- When a request that waits for a time was last told of this tutor's hours: once a day, and again when there was none meanwhile.
create table hours_offer (
    consultation_id bigint not null references consultation,
    tutor_id        bigint not null references person,
    day             date not null,
    none_since      timestamptz,    -- of the request, as it stood then
    primary key (consultation_id, tutor_id)
);
