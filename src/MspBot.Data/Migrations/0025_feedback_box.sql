-- What people say of a meeting waits here until three can come in together. The person's own transaction writes it, so PostgreSQL's
-- row version ties the row to a chat: therefore it is sealed with a key that is not in the database, and says nothing without it.
create table feedback_box (
    place  bytea primary key check (length(place) = 32),   -- a keyed hash of author and meeting, not the one in feedback
    sealed bytea not null,
    fresh  boolean not null default true                   -- not rewritten yet by the job that empties the box
);

-- Who was asked «Применили?», as a keyed hash that is in no other table.
create table feedback_asked (
    token bytea primary key check (length(token) = 32)
);

-- Rows of feedback are written by the job alone, three authors or more at a time. The day of filing and the name that an author
-- chose to show are sealed in one value. Rows of earlier versions have filed_on, applied_asked and person_id; the job seals these too.
alter table feedback add kept bytea;
alter table feedback alter filed_on drop not null;
alter table feedback drop constraint feedback_applied_when_asked;
create unique index feedback_author on feedback (author);

-- By which key feedback is tied to its authors: a start with another one is refused.
create table feedback_key (
    single      boolean primary key default true check (single),
    fingerprint bytea not null check (length(fingerprint) = 32)
);
