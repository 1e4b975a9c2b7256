-- What people say of a meeting. The author is a keyed hash: it prevents a second filing and says nothing to whoever reads the table.
create table feedback (
    id              uuid primary key default gen_random_uuid(),   -- no order that would give an author away
    seminar_id      bigint references seminar,
    consultation_id bigint references consultation,
    author          bytea not null check (length(author) = 32),
    person_id       bigint references person,           -- only who chose to show their name
    rating          int not null check (rating between 1 and 5),
    usefulness      int not null check (usefulness between 1 and 5),
    will_use        text check (length(will_use) between 1 and 4096),
    was_missing     text check (length(was_missing) between 1 and 4096),
    filed_on        date not null,                      -- a day, no moment: that would give an author away as well
    constraint feedback_about_one check ((seminar_id is null) <> (consultation_id is null))
);
create unique index feedback_once_seminar on feedback (seminar_id, author) where seminar_id is not null;
create unique index feedback_once_consultation on feedback (consultation_id, author) where consultation_id is not null;
create index feedback_filed on feedback (filed_on);
