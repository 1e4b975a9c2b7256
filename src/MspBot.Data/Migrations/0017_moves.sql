-- Of another time that is asked for a confirmed consultation: since when, and whether whoever is to answer was reminded of it.
alter table consultation_time add asked_at timestamptz, add nudged_at timestamptz;
create index consultation_time_moving on consultation_time (asked_at) where asked_at is not null and nudged_at is null;
