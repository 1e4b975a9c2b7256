-- When a tutor can be asked: weekly hours in the site's zone, how long a consultation takes, days off.

create table tutor (
    person_id  bigint primary key references person,
    minutes    int not null default 45 check (minutes in (30, 45, 60)),        -- how long a consultation takes
    break_minutes int not null default 10 check (break_minutes between 0 and 120),
    notice     interval not null default '4 hours' check (notice between '0' and '14 days'),   -- not asked for, moved or cancelled nearer than this
    join_link  text check (length(join_link) between 1 and 500)                -- where this tutor meets
);

create table tutor_hours (
    id          bigint generated always as identity primary key,
    tutor_id    bigint not null references person,
    weekday     int not null check (weekday between 1 and 7),                  -- Monday is 1
    from_minute int not null check (from_minute between 0 and 1439),
    to_minute   int not null check (to_minute between 1 and 1440),             -- 1440: midnight
    constraint tutor_hours_end_after_start check (to_minute > from_minute),
    -- The database itself refuses hours that overlap.
    constraint tutor_hours_apart exclude using gist (
        int8range(tutor_id, tutor_id, '[]') with &&, int4range(weekday, weekday, '[]') with &&, int4range(from_minute, to_minute) with &&)
);

-- A day off, or a holiday from–to; the colleague who stands in gets what comes meanwhile.
create table tutor_absence (
    id          bigint generated always as identity primary key,
    tutor_id    bigint not null references person,
    first_day   date not null,
    last_day    date not null,
    stand_in_id bigint references person,
    handed_at   timestamptz,   -- the stand-in was offered what waited when it began
    constraint tutor_absence_in_order check (last_day >= first_day),
    constraint tutor_absence_another check (stand_in_id <> tutor_id),
    constraint tutor_absence_apart exclude using gist (
        int8range(tutor_id, tutor_id, '[]') with &&, daterange(first_day, last_day, '[]') with &&)
);
