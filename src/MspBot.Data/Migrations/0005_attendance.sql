-- Who came, and how that is known; who did not, and why.

-- Said aloud at a meeting: a word that everybody can spell, and two digits.
create function new_code_word() returns text language sql volatile as $body$
    select words[1 + floor(random() * array_length(words, 1))::int] || ' ' || (10 + floor(random() * 90))::int
    from (select array['берег', 'весна', 'ветер', 'вишня', 'город', 'дерево', 'дорога', 'закат', 'звезда', 'зима', 'карта', 'книга',
        'корабль', 'лето', 'лимон', 'луна', 'маяк', 'море', 'мост', 'музыка', 'небо', 'облако', 'океан', 'окно', 'осень', 'остров',
        'парус', 'песня', 'поезд', 'поле', 'радуга', 'река', 'роза', 'роща', 'ромашка', 'сад', 'сирень', 'сказка', 'слово', 'снег',
        'солнце', 'сосна', 'степь', 'тропа', 'туман', 'утро', 'хлеб', 'яблоко']) as w(words)
$body$;

alter table seminar add column code_word text not null default new_code_word() check (length(code_word) between 1 and 50);
alter table seminar add column ended_told_at timestamptz;   -- when its leader got the list «Кто был»

-- What all evidence together says; null: nothing is known, which after the end means missed.
alter table sign_up add column came boolean;

create table evidence (
    id         bigint generated always as identity primary key,
    sign_up_id bigint not null references sign_up,
    kind       text not null check (kind in ('Joined', 'Code', 'ByHand')),
    came       boolean not null,
    at         timestamptz not null,
    by_person  bigint references person,
    constraint evidence_by_hand check ((kind = 'ByHand') = (by_person is not null) and (kind = 'ByHand' or came))
);
create unique index evidence_once on evidence (sign_up_id, kind) where kind <> 'ByHand';
create index evidence_of_sign_up on evidence (sign_up_id);

-- One kind question to whoever did not come, at most; asked is false where it was left out.
create table missed_question (
    sign_up_id  bigint primary key references sign_up,
    marked_at   timestamptz not null,
    asked       boolean not null,
    reason      text check (reason in ('Forgot', 'NoConnection', 'Lesson', 'Other')),
    answered_at timestamptz,
    constraint missed_question_answered check ((reason is null) = (answered_at is null))
);
create index seminar_ended on seminar (ends_at) where state = 'Published';
