-- The plan of a school year: items, their versions, and what the methodology department said to each.
create table plan (
    id          bigint generated always as identity primary key,
    year        int not null unique check (year between 2020 and 2100),   -- in which the school year begins: 2026 is 2026/27
    last_number int not null default 0 check (last_number >= 0),          -- a number is never given again
    created_by  bigint not null references person,
    created_at  timestamptz not null,
    sent_at     timestamptz,                                              -- the last time that something was sent
    nudged_at   timestamptz,                                              -- the methodologists were reminded of that
    late_told_at timestamptz,                                             -- the heads have heard that there is no answer
    constraint plan_told_when_sent check (sent_at is not null or (nudged_at is null and late_told_at is null))
);

create table plan_item (
    id             bigint generated always as identity primary key,
    plan_id        bigint not null references plan,
    number         int not null check (number >= 1),
    state          text not null check (state in ('Draft', 'Submitted', 'Agreed', 'Returned', 'Excluded')),
    version        int not null default 1 check (version >= 1),           -- what is written or read now
    agreed_version int,                                                   -- what is in force; null: nothing yet
    revision       int not null default 1,                                -- grows with each deed: a button names the one it was shown with
    done_on        date,                                                  -- marked by hand, where there was no meeting
    done_by        bigint references person,
    done_words     text check (length(done_words) between 1 and 500),
    done_material  bigint references material,
    marked_at      timestamptz,                                           -- when it was marked, or the mark taken back
    heir_asked_for bigint references person,                              -- the head was asked who follows this responsible person
    unique (plan_id, number),
    constraint plan_item_done_whole check ((done_on is null) = (done_by is null)
        and (done_on is not null or (done_words is null and done_material is null))),
    constraint plan_item_agreed check (agreed_version <= version
        and (state <> 'Agreed' or agreed_version = version) and (state <> 'Draft' or agreed_version is distinct from version))
);

create table plan_item_version (
    item_id        bigint not null references plan_item on delete cascade,
    version        int not null check (version >= 1),
    form           text not null check (form in ('Briefing', 'DesignSeminar', 'Negotiation', 'Workshop', 'GroupConsultation',
                       'CreativeLab', 'RoundTable', 'SubjectUnion', 'Tutoring', 'SchoolMonitoring', 'SiteMonitoring',
                       'TutorCoordination', 'Materials', 'Other')),
    title          text not null check (length(title) between 1 and 300),
    first_day      date not null,
    last_day       date not null,
    responsible_id bigint references person,                              -- somebody of the site
    responsible    text check (length(responsible) between 1 and 200),    -- or words
    result         text not null check (length(result) between 1 and 300),
    audience       text check (length(audience) between 1 and 300),
    excluded       boolean not null default false,                        -- agreed, it takes the item out of the plan
    reason         text check (length(reason) between 1 and 500),         -- why it is otherwise than the version in force
    by_person      bigint not null references person,
    authors        bigint[],                                              -- who wrote what nobody has agreed yet; null: by_person alone
    at             timestamptz not null,
    sent_at        timestamptz,
    primary key (item_id, version),
    constraint plan_item_version_term check (last_day >= first_day),
    constraint plan_item_version_responsible check ((responsible_id is null) <> (responsible is null))
);
alter table plan_item
    add constraint plan_item_current foreign key (id, version) references plan_item_version (item_id, version)
        deferrable initially deferred,
    add constraint plan_item_in_force foreign key (id, agreed_version) references plan_item_version (item_id, version)
        deferrable initially deferred;
create index plan_item_waiting on plan_item (plan_id, number) where state in ('Submitted', 'Returned');
create index plan_item_version_responsible on plan_item_version (responsible_id) where responsible_id is not null;

-- What somebody else has read stays as it was read.
create function plan_version_frozen() returns trigger language plpgsql as $body$
begin
    if old.sent_at is not null then
        raise exception 'version % of plan item % was sent and does not change', old.version, old.item_id;
    end if;
    return coalesce(new, old);
end
$body$;
create trigger plan_version_stays before update or delete on plan_item_version
    for each row execute function plan_version_frozen();

create table plan_decision (
    item_id   bigint not null,
    version   int not null,
    agreed    boolean not null,
    remark    text check (length(remark) between 3 and 500),
    by_person bigint not null references person,
    at        timestamptz not null,
    told_at   timestamptz,                                                -- the head has heard of it
    primary key (item_id, version),                                       -- two methodologists: the first decides
    foreign key (item_id, version) references plan_item_version (item_id, version),
    constraint plan_decision_remark check (agreed or remark is not null)
);
create index plan_decision_untold on plan_decision (item_id, version) where told_at is null;

create function plan_decision_of_another() returns trigger language plpgsql as $body$
begin
    if exists (select from plan_item_version v
               where v.item_id = new.item_id and v.version = new.version
                 and (new.by_person = any(coalesce(v.authors, array[v.by_person])) or v.sent_at is null)) then
        raise exception 'version % of plan item % is one''s own or was not sent', new.version, new.item_id;
    end if;
    return new;
end
$body$;
create trigger plan_decision_is_of_another before insert or update of item_id, version, by_person on plan_decision
    for each row execute function plan_decision_of_another();

-- Null: outside the plan, as all that was held before there was one.
alter table seminar add column plan_item_id bigint references plan_item,
                    add column tied_at timestamptz;   -- when that was changed last; null: it is as it was made
create index seminar_of_plan_item on seminar (plan_item_id) where plan_item_id is not null;

-- Meetings that carry out items. Somebody came: then it counts as held, once it is over.
create view plan_meeting as
select s.plan_item_id as item_id, s.id as seminar_id, s.title, s.starts_at, s.ends_at, s.state,
       exists (select from sign_up m where m.seminar_id = s.id and m.came) as came
from seminar s
where s.plan_item_id is not null;

-- Papers that were handed out, by the code of their QR; the bot tells anybody whether one is still in force.
create table plan_paper (
    code       text primary key check (length(code) between 10 and 40),
    plan_id    bigint not null references plan,
    kind       text not null check (kind in ('Plan', 'Changes', 'Report')),
    edition    int not null check (edition >= 0),                         -- 0: nothing was agreed yet
    made_by    bigint references person,
    made_at    timestamptz not null
);
-- Which versions were in force, each time that they were printed as an edition.
create table plan_edition (
    plan_id     bigint not null references plan,
    edition     int not null check (edition >= 1),
    fingerprint text not null check (length(fingerprint) between 16 and 64),
    agreed_on   date not null,                                            -- the last decision in it
    primary key (plan_id, edition),
    unique (plan_id, fingerprint)
);
