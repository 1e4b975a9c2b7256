-- Monitoring: what schools are asked about, the surveys that ask it, what they answered, and what was recommended to them.

create table indicator (
    id         bigint generated always as identity primary key,
    kind       text not null check (kind in ('Share', 'Number', 'Score', 'YesNo', 'Words', 'Computed')),
    every      text not null check (every in ('Quarter', 'HalfYear', 'Year')),
    month      int check (month between 1 and 12),       -- of the year, in which a yearly one is known
    computed   text check (computed in ('TeachersReached', 'TutoringHours', 'RecommendationsDone')),
    code       text unique check (length(code) between 1 and 40),   -- of the typical set; null: written here
    nr         int not null default 1 check (nr >= 1),   -- the version that is asked from now on
    revision   int not null default 1 check (revision >= 1),        -- grows with each deed: a button names the one it was shown with
    retired_at timestamptz,
    constraint indicator_month check ((every = 'Year') = (month is not null)),
    constraint indicator_computed check ((kind = 'Computed') = (computed is not null))
);

create table indicator_version (
    id           bigint generated always as identity primary key,
    indicator_id bigint not null references indicator on delete cascade,
    nr           int not null check (nr >= 1),
    name         text not null check (length(name) between 1 and 200),
    unit         text check (length(unit) between 1 and 40),
    hint         text check (length(hint) between 1 and 300),       -- where the number is found
    better       text not null check (better in ('More', 'Less', 'Neither')),
    minimum      numeric,
    maximum      numeric,
    breaks       boolean not null default false,         -- it means something else than the version before it: dynamics begin anew
    by_person    bigint not null references person,
    at           timestamptz not null,
    unique (indicator_id, nr),
    constraint indicator_version_bounds check (maximum >= minimum),
    constraint indicator_version_first check (nr > 1 or not breaks)
);
alter table indicator add constraint indicator_current foreign key (id, nr) references indicator_version (indicator_id, nr)
    deferrable initially deferred;

create table survey (
    id         bigint generated always as identity primary key,
    label      text not null check (length(label) between 1 and 60),   -- «1 полугодие 2026/27»
    every      text check (every in ('Quarter', 'HalfYear', 'Year')),  -- null: days of its own
    first_day  date not null,
    last_day   date not null,
    due_on     date not null,
    state      text not null check (state in ('Draft', 'Open', 'Closed')),
    revision   int not null default 1 check (revision >= 1),
    created_by bigint not null references person,
    created_at timestamptz not null,
    opened_at  timestamptz,
    closed_at  timestamptz,                              -- the last time; null: open, or never opened
    constraint survey_period check (last_day >= first_day),
    constraint survey_opened check ((state = 'Draft') = (opened_at is null)),
    constraint survey_closed check ((state = 'Closed') = (closed_at is not null))
);
create index survey_due on survey (due_on) where state <> 'Draft';

-- Each time that it was closed, and why it was opened again.
create table survey_closing (
    survey_id   bigint not null references survey on delete cascade,
    nr          int not null check (nr >= 1),
    closed_by   bigint not null references person,
    closed_at   timestamptz not null,
    reopened_by bigint references person,
    reopened_at timestamptz,
    reason      text check (length(reason) between 3 and 300),
    primary key (survey_id, nr),
    constraint survey_closing_reopened check ((reopened_at is null) = (reopened_by is null) and (reopened_at is null) = (reason is null))
);

create table survey_indicator (
    survey_id            bigint not null references survey on delete cascade,
    indicator_version_id bigint not null references indicator_version,
    position             int not null check (position >= 1),
    primary key (survey_id, indicator_version_id),
    unique (survey_id, position)
);
create index survey_indicator_of_version on survey_indicator (indicator_version_id, survey_id);

create table survey_school (
    survey_id   bigint not null references survey on delete cascade,
    school_id   bigint not null references school,
    state       text not null default 'Waiting' check (state in ('Waiting', 'Filling', 'Sent', 'Returned', 'Resent', 'Accepted')),
    version     int not null default 1 check (version >= 1),   -- grows with each deed of either side, not with each answer
    sent_at     timestamptz,                             -- the first time: late is after the due day
    sent_by     bigint references person,                -- the last time
    resent_at   timestamptz,
    returned_at timestamptz,                             -- the last time
    accepted_at timestamptz,
    accepted_by bigint references person,
    asked_at    timestamptz,                             -- «Напомнить об опросе», the last time
    primary key (survey_id, school_id),
    constraint survey_school_sent check ((state in ('Waiting', 'Filling')) = (sent_at is null) and (sent_at is null) = (sent_by is null)),
    constraint survey_school_accepted check ((state = 'Accepted') = (accepted_at is not null)
        and (accepted_at is null) = (accepted_by is null))
);
create index survey_school_of_school on survey_school (school_id, survey_id);

-- What the clock has told the heads of a school: five and one working days before the due day, and on the morning after it.
create table survey_reminder (
    survey_id bigint not null,
    school_id bigint not null,
    kind      text not null check (kind in ('Early', 'Last', 'After')),
    due_on    date not null,
    at        timestamptz not null,
    primary key (survey_id, school_id, kind, due_on),
    foreign key (survey_id, school_id) references survey_school on delete cascade
);

create table survey_value (
    survey_id            bigint not null,
    school_id            bigint not null,
    indicator_version_id bigint not null,
    part                 numeric,             -- of a share; else the number, the score; yes is 1, no is 0
    whole                numeric,             -- of a share alone
    words                text check (length(words) between 1 and 1000),
    missing              text check (missing in ('NotHeld', 'NoResultsYet', 'Other')),
    surprising           boolean not null default false,   -- asked about, and meant
    why                  text check (length(why) between 1 and 300),   -- of a surprising value, or of one that is missing
    by_site              boolean not null default false,   -- «внесено площадкой»
    version              int not null default 1 check (version >= 1),
    by_person            bigint not null references person,
    at                   timestamptz not null,
    primary key (survey_id, school_id, indicator_version_id),
    foreign key (survey_id, school_id) references survey_school on delete cascade,
    foreign key (survey_id, indicator_version_id) references survey_indicator,
    constraint survey_value_one check (num_nonnulls(part, words, missing) = 1),
    constraint survey_value_share check (whole is null or (part is not null and whole > 0 and part <= whole)),
    constraint survey_value_positive check (part >= 0)
);
create index survey_value_of_indicator on survey_value (indicator_version_id, survey_id);

-- What a value was before it was put right.
create table survey_value_past (
    id                   bigint generated always as identity primary key,
    survey_id            bigint not null references survey on delete cascade,
    school_id            bigint not null references school,
    indicator_version_id bigint not null references indicator_version,
    part                 numeric,
    whole                numeric,
    words                text,
    missing              text,
    surprising           boolean not null,
    why                  text,
    by_site              boolean not null,
    version              int not null,
    by_person            bigint not null references person,
    at                   timestamptz not null,
    replaced_at          timestamptz not null
);
create index survey_value_past_of_value on survey_value_past (survey_id, school_id, indicator_version_id, version);

create function survey_value_kept() returns trigger language plpgsql as $body$
begin
    if tg_op <> 'INSERT' and (old.part, old.whole, old.words, old.missing, old.why, old.surprising)
        is not distinct from (new.part, new.whole, new.words, new.missing, new.why, new.surprising) then
        return new;
    end if;
    -- It stays open until this commit.
    perform from survey where id = new.survey_id and state = 'Open' for share;
    if not found then
        raise exception 'survey % is not open', new.survey_id;
    end if;
    if tg_op = 'UPDATE' then
        insert into survey_value_past (survey_id, school_id, indicator_version_id, part, whole, words, missing, surprising, why, by_site,
            version, by_person, at, replaced_at)
        values (old.survey_id, old.school_id, old.indicator_version_id, old.part, old.whole, old.words, old.missing, old.surprising,
            old.why, old.by_site, old.version, old.by_person, old.at, new.at);
        new.version := old.version + 1;
    end if;
    return new;
end
$body$;
create trigger survey_value_is_kept before insert or update on survey_value
    for each row execute function survey_value_kept();

-- What an opened survey asks stays as it was opened.
create function survey_indicator_fixed() returns trigger language plpgsql as $body$
begin
    if exists (select from survey where id = coalesce(new.survey_id, old.survey_id) and state <> 'Draft') then
        raise exception 'survey % was opened: what it asks does not change', coalesce(new.survey_id, old.survey_id);
    end if;
    return coalesce(new, old);
end
$body$;
create trigger survey_indicator_is_fixed before insert or update or delete on survey_indicator
    for each row execute function survey_indicator_fixed();

-- Of what a survey asks: the survey that asked it last before, and as which version. Broken: it meant something else then, so the two are
-- not compared.
create view survey_before as
select i.survey_id, i.indicator_version_id, b.survey_id as before_id, b.indicator_version_id as before_version_id,
       exists (select from indicator_version x
               where x.indicator_id = v.indicator_id and x.breaks
                 and x.nr > least(b.nr, v.nr) and x.nr <= greatest(b.nr, v.nr)) as broken
from survey_indicator i
join survey s on s.id = i.survey_id
join indicator_version v on v.id = i.indicator_version_id
cross join lateral (
    select e.survey_id, e.indicator_version_id, w.nr
    from indicator_version w
    join survey_indicator e on e.indicator_version_id = w.id
    join survey t on t.id = e.survey_id
    where w.indicator_id = v.indicator_id and t.state <> 'Draft' and (t.last_day, t.id) < (s.last_day, s.id)
    order by t.last_day desc, t.id desc
    limit 1
) b;

-- «Вернуть на уточнение»: to one indicator, or to all that the school has sent.
create table survey_remark (
    id                   bigint generated always as identity primary key,
    survey_id            bigint not null,
    school_id            bigint not null,
    indicator_version_id bigint references indicator_version,
    words                text not null check (length(words) between 3 and 500),
    by_person            bigint not null references person,
    at                   timestamptz not null,
    settled_at           timestamptz,         -- put right, or answered as it was
    foreign key (survey_id, school_id) references survey_school on delete cascade
);
create index survey_remark_of_school on survey_remark (survey_id, school_id, id);

create table recommendation (
    id         bigint generated always as identity primary key,
    school_id  bigint not null references school,
    survey_id  bigint references survey,      -- in whose summary it was written
    words      text not null check (length(words) between 3 and 1000),
    due_on     date,
    by_person  bigint not null references person,
    at         timestamptz not null,
    seen_at    timestamptz,
    seen_by    bigint references person,
    outcome    text check (outcome in ('Done', 'Partly', 'NotDone')),   -- as the school said last
    outcome_at timestamptz,
    constraint recommendation_seen check ((seen_at is null) = (seen_by is null)),
    constraint recommendation_outcome check ((outcome is null) = (outcome_at is null))
);
create index recommendation_of_school on recommendation (school_id, id);
create index recommendation_of_survey on recommendation (survey_id, school_id) where survey_id is not null;

-- «Рекомендация от 20 декабря: выполнена?»: the next survey asks; rows are made when it is opened.
create table survey_recommendation (
    survey_id         bigint not null,
    school_id         bigint not null,
    recommendation_id bigint not null references recommendation,
    outcome           text check (outcome in ('Done', 'Partly', 'NotDone')),
    by_site           boolean not null default false,
    by_person         bigint references person,
    at                timestamptz,
    primary key (survey_id, school_id, recommendation_id),
    foreign key (survey_id, school_id) references survey_school on delete cascade,
    constraint survey_recommendation_answered check ((outcome is null) = (at is null) and (at is null) = (by_person is null))
);
create index survey_recommendation_of on survey_recommendation (recommendation_id);

-- The effectiveness of the МСП: what the methodology department wants to be reached in a school year, and what it concludes.
create table effect_goal (
    year      int not null check (year between 2020 and 2100),   -- in which the school year begins
    figure    text not null check (length(figure) between 1 and 40),
    goal      numeric not null check (goal >= 0),
    by_person bigint not null references person,
    at        timestamptz not null,
    primary key (year, figure)
);
create table conclusion (
    id          bigint generated always as identity primary key,
    label       text not null check (length(label) between 1 and 60),
    first_day   date not null,
    last_day    date not null,
    words       text not null check (length(words) between 3 and 3000),
    version     int not null default 1 check (version >= 1),   -- grows with each change: a button that sends names the one it was shown with
    by_person   bigint not null references person,
    at          timestamptz not null,
    sent_at     timestamptz,                  -- to the head; from then on its words stay
    answer      text check (length(answer) between 3 and 3000),
    answered_by bigint references person,
    answered_at timestamptz,
    constraint conclusion_period check (last_day >= first_day),
    constraint conclusion_answer check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null)
        and (answer is null or sent_at is not null))
);
-- Two methodologists do not write of the same days at once.
create unique index conclusion_draft on conclusion (first_day, last_day) where sent_at is null;

-- More deeds and things, whichever the lists have by now.
do $body$
declare
    known text := (select pg_get_constraintdef(oid) from pg_constraint where conname = 'action_log_action');
    things text := (select pg_get_constraintdef(oid) from pg_constraint where conname = 'action_log_subject');
begin
    execute 'alter table action_log drop constraint action_log_action, add constraint action_log_action '
        || replace(known, 'ARRAY[', 'ARRAY[''IndicatorAdded''::text, ''IndicatorChanged''::text, ''IndicatorRetired''::text, '
            || '''IndicatorGivenBack''::text, ''SurveyDrafted''::text, ''SurveyDropped''::text, ''SurveyOpened''::text, '
            || '''SurveyClosed''::text, ''SurveyReopened''::text, ''SurveySent''::text, ''SurveyFilledBySite''::text, '
            || '''SurveyAccepted''::text, ''SurveyReturned''::text, ''SurveyReminded''::text, ''SurveyDueMoved''::text, '
            || '''RecommendationMade''::text, '
            || '''RecommendationSeen''::text, ''EffectGoalSet''::text, ''ConclusionSent''::text, ''ConclusionAnswered''::text, ');
    execute 'alter table action_log drop constraint action_log_subject, add constraint action_log_subject '
        || replace(things, 'ARRAY[', 'ARRAY[''Indicator''::text, ''Survey''::text, ''Recommendation''::text, ''Conclusion''::text, ');
end
$body$;
