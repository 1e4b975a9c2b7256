-- When a school frees its teachers: weekly hours in the site's zone, offered first where they ask for a consultation.
create table school_hours (
    id          bigint generated always as identity primary key,
    school_id   bigint not null references school on delete cascade,
    weekday     int not null check (weekday between 1 and 7),                  -- Monday is 1
    from_minute int not null check (from_minute between 0 and 1439),
    to_minute   int not null check (to_minute between 1 and 1440),             -- 1440: midnight
    constraint school_hours_end_after_start check (to_minute > from_minute),
    -- The database itself refuses hours that overlap.
    constraint school_hours_apart exclude using gist (
        int8range(school_id, school_id, '[]') with &&, int4range(weekday, weekday, '[]') with &&, int4range(from_minute, to_minute) with &&)
);
create index school_hours_of_school on school_hours (school_id);

-- One more deed, whichever the list has by now.
do $body$
declare
    known text := (select pg_get_constraintdef(oid) from pg_constraint where conname = 'action_log_action');
begin
    execute 'alter table action_log drop constraint action_log_action, add constraint action_log_action '
        || replace(known, 'ARRAY[', 'ARRAY[''SchoolHoursChanged''::text, ');
end
$body$;
