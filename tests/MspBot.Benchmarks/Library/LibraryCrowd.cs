using Npgsql;

namespace MspBot.Benchmarks.Library;

/// <summary>
/// 10,000 materials of 2,000 people with two topics each, 40 topics, 100,000 downloads, 400 meetings after which materials were handed out,
/// 20,000 searches in vain. Titles are of 60 words in changing company.
/// </summary>
internal static class LibraryCrowd
{
    internal const int Materials = 10_000;

    internal static async Task Fill(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($$"""
            insert into school (name, kind, confirmed_at, created_at)
            select 'МОУ «СОШ № ' || n || '»', 'LowResults', '2023-09-01', '2023-09-01' from generate_series(1, 60) n;
            insert into person (chat_id, full_name, school_id, position, consented_at, created_at)
            select n, (array['Иванова', 'Петрова', 'Кузнецова', 'Смирнова', 'Орлова'])[1 + n % 5] || ' Мария Петровна', 1 + n % 60,
                   'учитель', '2023-09-01', '2023-09-01'
            from generate_series(1, 2000) n;
            insert into topic (name) select 'Тема ' || n from generate_series(1, 40) n;
            create temp table word as
            select row_number() over () - 1 as nr, w
            from unnest(string_to_array('проценты дроби уравнения графики функции задачи текст чтение сочинение диктант орфография '
                || 'пунктуация глагол причастие география климат карта история революция реформа война право экономика биология '
                || 'клетка растения химия реакции кислоты физика движение электричество оптика проект исследование опрос викторина '
                || 'диагностика контроль оценивание функциональная грамотность читательская '
                || 'математическая естественнонаучная наставничество мотивация дисциплина родители '
                || 'одарённые отстающие инклюзия планирование рефлексия игра эксперимент модель таблица схема', ' ')) w;
            create index on word (nr);
            analyze word;
            begin;
            insert into material (name, kind, about, first_grade, last_grade, subjects, added_by, added_at, school_id, in_library, state,
                edition, shown_at)
            select a.w || ' и ' || b.w || ', ' || 5 + n % 5 || ' класс',
                   (array['Lesson', 'Slides', 'Guidelines', 'Assessment', 'Document'])[1 + n % 5],
                   'Материал к уроку: ' || c.w || ', ' || d.w || '. Подходит для работы в группах и дома.', 5 + n % 5, 5 + n % 5,
                   array[(array['Математика', 'Русский язык', 'Физика', 'История', 'Биология'])[1 + n % 5]], 1 + n % 2000,
                   '2023-09-01'::timestamptz + n * interval '2 hours', 1 + n % 60, true,
                   case when n % 50 = 0 then 'Hidden' else 'Shown' end,
                   1, '2023-09-01'::timestamptz + n * interval '2 hours'
            from generate_series(1, {{Materials}}) n
            cross join (select count(*) as words from word) of
            join word a on a.nr = n % of.words
            join word b on b.nr = (n * 7 + n / 100) % of.words
            join word c on c.nr = (n * 13) % of.words
            join word d on d.nr = (n * 17 + n / 60) % of.words;
            insert into material_edition (material_id, nr, url, by_person, at, accepted_at)
            select id, 1, 'https://disk.yandex.ru/i/' || id, added_by, added_at, added_at from material;
            commit;
            alter table material_topic disable trigger material_topics_noted;
            insert into material_topic select id, 1 + id % 40 from material union select id, 1 + (id / 40) % 40 from material;
            alter table material_topic enable trigger material_topics_noted;
            update material set name = name;
            insert into material_taken (material_id, person_id, first_at, edition)
            select 1 + n % {{Materials}}, 1 + (n * 7 + n / {{Materials}}) % 2000, '2023-10-01'::timestamptz + n * interval '15 minutes', 1
            from generate_series(1, 100000) n
            on conflict do nothing;
            alter table seminar disable trigger user;
            insert into seminar (kind, title, starts_at, ends_at, leader_id, state, calendar_uid, created_by, created_at, published_at)
            select 'RoundTable', 'Встреча ' || n, at, at + interval '1 hour', 1 + n, 'Published', 'c' || n, 1, at, at
            from generate_series(1, 400) n, lateral (select '2023-10-01'::timestamptz + n * interval '2 days' as at) t;
            alter table sign_up disable trigger user;
            insert into sign_up (seminar_id, person_id, state, created_at, confirmed_at, came)
            select 1 + n % 400, 1 + n % 2000, 'Confirmed', '2023-10-01', '2023-10-01', true from generate_series(1, 20000) n
            on conflict do nothing;
            alter table sign_up enable trigger user;
            alter table seminar enable trigger user;
            insert into seminar_material (seminar_id, material_id, added_at) select id, id * 20, ends_at from seminar;
            insert into seminar_material_given (seminar_material_id, sign_up_id, given_at)
            select a.id, u.id, a.added_at from seminar_material a join sign_up u on u.seminar_id = a.seminar_id;
            insert into material_wish (person_id, words, day, at)
            select 1 + n % 2000, 'логопедия ' || n % 300, day, day from generate_series(1, 20000) n,
                lateral (select '2023-09-01'::date + n / 20 as day) t
            on conflict do nothing;
            """, connection) { CommandTimeout = 300 };
        await command.ExecuteNonQueryAsync();
        await using var vacuum = new NpgsqlCommand("vacuum analyze", connection) { CommandTimeout = 300 };
        await vacuum.ExecuteNonQueryAsync();
    }
}
