-- What is handed out: a file that the messenger keeps for us, or a link.
create table material (
    id       bigint generated always as identity primary key,
    name     text not null check (length(name) between 1 and 200),
    file     text check (length(file) between 1 and 500),   -- the messenger's own reference
    url      text check (length(url) between 1 and 500),
    added_by bigint not null references person,
    added_at timestamptz not null,
    constraint material_file_or_link check ((file is null) <> (url is null))
);

create table seminar_material (
    id          bigint generated always as identity primary key,
    seminar_id  bigint not null references seminar,
    material_id bigint not null references material,
    added_at    timestamptz not null,
    unique (seminar_id, material_id)
);
create index seminar_material_added on seminar_material (added_at);

-- Who has been given it: once.
create table seminar_material_given (
    seminar_material_id bigint not null references seminar_material,
    sign_up_id          bigint not null references sign_up,
    given_at            timestamptz not null,
    primary key (seminar_material_id, sign_up_id)
);
