create table seminar (
    id             bigint generated always as identity primary key,
    kind           text not null check (kind in ('Briefing', 'DesignSeminar', 'Negotiation', 'Workshop',
                       'GroupConsultation', 'CreativeLab', 'RoundTable', 'SubjectUnion', 'Other')),
    title          text not null check (length(title) between 1 and 300),
    audience       text check (length(audience) between 1 and 300),
    description    text check (length(description) between 1 and 3000),
    starts_at      timestamptz not null,
    ends_at        timestamptz not null,
    seats          int check (seats between 1 and 10000),   -- null: unlimited
    seated         int not null default 0 check (seated >= 0),
    waiting        int not null default 0 check (waiting >= 0),
    join_link      text check (length(join_link) between 1 and 500),
    leader_id      bigint references person,
    state          text not null check (state in ('Draft', 'Published', 'Cancelled')),
    cancel_reason  text check (length(cancel_reason) between 1 and 500),
    calendar_uid   text not null unique,
    calendar_sequence int not null default 0 check (calendar_sequence >= 0),
    created_by     bigint not null references person,
    created_at     timestamptz not null,
    published_at   timestamptz,
    cancelled_at   timestamptz,
    version        int not null default 1,
    constraint seminar_ends_after_start check (ends_at > starts_at),
    -- The database itself refuses an oversold seat.
    constraint seminar_never_oversold check (seats is null or seated <= seats)
) with (fillfactor = 50);   -- room beside the row: it is counted anew with each sign-up
create index seminar_coming on seminar (starts_at) where state = 'Published';

create table sign_up (
    id           bigint generated always as identity primary key,  -- taken under the seminar's row lock: the waiting order
    seminar_id   bigint not null references seminar,
    person_id    bigint not null references person,
    state        text not null check (state in ('Confirmed', 'Waitlisted', 'Cancelled')),
    created_at   timestamptz not null,
    confirmed_at timestamptz,
    cancelled_at timestamptz,
    constraint sign_up_confirmed check (state <> 'Confirmed' or confirmed_at is not null),
    constraint sign_up_cancelled check ((state = 'Cancelled') = (cancelled_at is not null))
);
create unique index sign_up_one_active on sign_up (seminar_id, person_id) where state <> 'Cancelled';
create index sign_up_waiting on sign_up (seminar_id, id) where state = 'Waitlisted';
create index sign_up_of_person on sign_up (person_id, seminar_id) where state <> 'Cancelled';

-- seminar.seated and seminar.waiting are derived here and nowhere else.
create function sign_up_count() returns trigger language plpgsql as $body$
declare
    more_seated int := 0;
    more_waiting int := 0;
begin
    if tg_op <> 'INSERT' then
        if old.state = 'Confirmed'  then more_seated := more_seated - 1; end if;
        if old.state = 'Waitlisted' then more_waiting := more_waiting - 1; end if;
    end if;
    if tg_op <> 'DELETE' then
        if new.state = 'Confirmed'  then more_seated := more_seated + 1; end if;
        if new.state = 'Waitlisted' then more_waiting := more_waiting + 1; end if;
    end if;
    if more_seated <> 0 or more_waiting <> 0 then
        update seminar s
        set seated = s.seated + more_seated, waiting = s.waiting + more_waiting
        where s.id = coalesce(new.seminar_id, old.seminar_id);
    end if;
    return null;
end
$body$;

create trigger sign_up_counted after insert or update of state or delete on sign_up
    for each row execute function sign_up_count();
