using System.Security.Cryptography;
using MspBot.Domain.Clock;
using MspBot.Host.Printing;
using Npgsql;

namespace MspBot.Sandbox.Demo;

/// <summary>A library with a dozen materials in several states, a broadcast that is over, and topics that some people ask for.</summary>
internal static class DemoLibrary
{
    private sealed record Material(
        string Name, string Kind, int Author, string State, int DaysAgo, string Topics, string Subject, string About, bool IsFile = false);

    private static readonly string[] Topics =
    [
        "Диагностика и оценивание", "Игры на уроке", "Индивидуальный маршрут", "Наставничество", "Опыты и лаборатории", "Подготовка к ОГЭ",
        "Работа с родителями", "Смысловое чтение", "Читательская грамотность",
    ];

    private static readonly Material[] Materials =
    [
        new("Задачи с лишними данными, 5–6 классы", "Lesson", 1, "Shown", 60, "Смысловое чтение", "Математика",
            "Двенадцать задач, в которых есть лишние числа: сначала читаем условие, потом считаем.", true),
        new("Как за 10 минут проверить технику чтения", "Assessment", 2, "Shown", 52, "Читательская грамотность|Диагностика и оценивание",
            "Начальные классы", "Бланк учителя и текст для ученика; на обороте — что делать с результатом.", true),
        new("Опыты по механике из простых материалов", "Guidelines", 3, "Shown", 45, "Опыты и лаборатории", "Физика",
            "Три опыта, на которые хватит линейки, нитки и монет. К каждому — карточка ученику.", true),
        new("Настольные игры для повторения орфографии", "Slides", 0, "Shown", 40, "Игры на уроке", "Русский язык",
            "Правила и поля для печати."),
        new("Проценты в магазине, 6 класс", "Lesson", 1, "Shown", 33, "Смысловое чтение|Игры на уроке", "Математика",
            "Урок-игра: чеки, скидки и кэшбэк.", true),
        new("План повторения к ОГЭ по математике", "Document", 5, "Shown", 28, "Подготовка к ОГЭ", "Математика",
            "По неделям, с четвёртой четверти. Можно менять под свой класс.", true),
        new("Запись круглого стола о формирующем оценивании", "Recording", 4, "Shown", 21, "Диагностика и оценивание", "История",
            "Полтора часа; важное — с двадцатой минуты."),
        new("Подборка источников по истории края", "Document", 4, "Shown", 14, "Читательская грамотность", "История",
            "Десять коротких документов с вопросами."),
        new("Разговор с родителями: три случая", "Guidelines", 0, "Shown", 9, "Работа с родителями", "Русский язык",
            "Что сказать вначале и чего не говорить вовсе."),
        new("Говорим по-английски с первого урока", "Slides", 5, "Hidden", 50, "Игры на уроке", "Иностранный язык",
            "Старый вариант, готовится новый."),
        new("Сочинение за урок, 9 класс", "Lesson", 12, "Offered", 1, "Подготовка к ОГЭ", "Русский язык",
            "Как уложиться в 40 минут: план по минутам.", true),
        new("Презентация по биологии", "Slides", 14, "Returned", 6, "Опыты и лаборатории", "Биология", "Слайды к уроку."),
        new("Карточки по смысловому чтению, 7 класс", "Lesson", 2, "Shown", 0, "Смысловое чтение|Читательская грамотность", "Математика",
            "Шесть карточек: текст, вопросы и место для ответа.", true),
    ];

    /// <summary>In the given transaction, once: does nothing where a topic exists. People and meetings must be there.</summary>
    internal static async Task Add(NpgsqlConnection connection, SiteZone zone, DateTimeOffset now)
    {
        await using (var asked = new NpgsqlCommand("select exists (select from topic)", connection))
        {
            if (await asked.ExecuteScalarAsync() is true) return;
        }
        await Run(connection, "insert into topic (name) select unnest($1::text[])", (object)Topics);
        // What is newest comes up before the next morning's message.
        foreach (var one in Materials)
            await Add(connection, one, one.DaysAgo == 0 ? now.AddHours(-1) : now.AddDays(-one.DaysAgo));
        await Run(connection, """
            insert into material_taken (material_id, person_id, first_at, edition)
            select m.id, p.id, least(m.shown_at + make_interval(hours => 5 + (7 * p.id % 60)::int), $1), 1
            from material m
            join person p on p.id <> m.added_by and (p.id * 7 + m.id * 3) % 5 = 0
            where m.state = 'Shown' and m.shown_at < $1::timestamptz - interval '1 day'
            """, now.UtcDateTime);
        await Run(connection, """
            insert into material_wish (person_id, words, day, at, asked_at)
            select p.id, w.words, ($1 - make_interval(days => w.nr))::date, $1 - make_interval(days => w.nr),
                   case when w.nr < 5 then $1 - make_interval(days => w.nr) end
            from (values (3, 'химия опыты дома'), (4, 'диктант 8 класс'), (8, 'диктант 8 класс')) as w(nr, words)
            join person p on p.chat_id = $2 + w.nr
            """, now.UtcDateTime, Townspeople.FirstTeacher);
        await Run(connection, """
            insert into seminar_topic (seminar_id, topic_id)
            select s.id, t.id
            from seminar s
            join topic t on (t.name, true) in (
                ('Читательская грамотность', s.title ilike '%чит%'), ('Смысловое чтение', s.title ilike '%чтени%'),
                ('Подготовка к ОГЭ', s.title ilike '%ОГЭ%'), ('Опыты и лаборатории', s.title ilike '%практикум%'),
                ('Игры на уроке', s.title ilike '%игр%'), ('Наставничество', s.title ilike '%наставн%'))
            where s.state = 'Published' and s.starts_at > $1
            """, now.UtcDateTime);
        await Run(connection, """
            insert into topic_wish (person_id, topic_id, since)
            select p.id, t.id, $1::timestamptz - interval '30 days'
            from person p
            join topic t on t.name in ('Смысловое чтение', 'Подготовка к ОГЭ')
            where p.chat_id between $2 + 24 and $2 + 33
            """, now.UtcDateTime, Townspeople.FirstTeacher);
        // Today's message has gone: the next one comes when the clock is moved to the morning.
        await Run(connection, "insert into topic_morning (day, began_at, done_at) values ($1, $2, $2)", zone.DayOf(now), now.UtcDateTime);
        await Broadcast(connection, now.AddDays(-2));
    }

    private static async Task Add(NpgsqlConnection connection, Material one, DateTimeOffset at)
    {
        var author = one.Author < 10 ? Townspeople.FirstTutor + one.Author : Townspeople.FirstTeacher + one.Author;
        var bytes = one.IsFile ? Docx(one) : null;
        await Run(connection, """
            with author as (
                select id, school_id from person where chat_id = $1
            ), file as (
                insert into stored_file (reference, name, media_type, most_bytes, state, next_try_at, content, sha256, created_at,
                    stored_at)
                select $2, $2 || '.docx', $3, 20971520, 'Stored', $4, $5, $6, $4, $4 where $5::bytea is not null
                returning id
            ), one as (
                insert into material (name, kind, added_by, added_at, about, first_grade, last_grade, subjects, school_id, in_library,
                    state, offered, edition, shown_at, remark)
                select $2, $7, a.id, $4, $8, 5, 9, array[$9], a.school_id, true, $10, $10 in ('Offered', 'Returned'),
                    case when $10 in ('Shown', 'Hidden') then 1 end, case when $10 in ('Shown', 'Hidden') then $4::timestamptz end,
                    case when $10 = 'Returned' then 'Добавьте в название тему и класс.' end
                from author a
                returning id, added_by
            ), edition as (
                insert into material_edition (material_id, nr, file_id, url, by_person, at, accepted_at, told_at)
                select o.id, 1, (select id from file), case when $5::bytea is null then 'https://disk.example.org/d/' || o.id end,
                    o.added_by, $4, case when $10 in ('Shown', 'Hidden') then $4::timestamptz end, $4
                from one o
            )
            insert into material_topic (material_id, topic_id) select o.id, t.id from one o, topic t where t.name = any($11::text[])
            """, author, one.Name, DocxFile.MediaType, at.UtcDateTime, bytes, bytes is null ? null : SHA256.HashData(bytes), one.Kind,
                one.About, one.Subject, one.State, one.Topics.Split('|'));
    }

    private static byte[] Docx(Material one)
    {
        using var file = new DocxFile();
        return file.Write([DocxWriter.Centred(one.Name, bold: true), DocxWriter.Text(one.About), DocxWriter.Heading("Ход занятия"),
            DocxWriter.Text("Материал придуман: он показывает, как файл хранится и скачивается.")]);
    }

    /// <summary>To everybody: one has blocked the bot, of one the messenger was away, the others have it.</summary>
    private static Task Broadcast(NpgsqlConnection connection, DateTimeOffset at) => Run(connection, """
        with written as (
            insert into broadcast (by_person, audience, words, state, version, shown, created_at, pressed_at, starts_at, done_at)
            select id, '{"to": "everyone"}', 'Коллеги, в библиотеке площадки появились новые материалы: загляните в /materials. '
                || 'Темы, о которых вы хотите знать, отметьте в /profile.', 'Done', 4, (select count(*) - 1 from person), $2, $2,
                $2 + interval '2 minutes', $2 + interval '3 minutes'
            from person where chat_id = $1
            returning id, by_person
        ), recipient as (
            select p.id, row_number() over (order by p.id) as nr from person p join written w on w.by_person <> p.id
        )
        insert into broadcast_recipient (broadcast_id, person_id, outcome, reason, at)
        select w.id, r.id, case r.nr when 30 then 'Blocked' when 31 then 'Failed' else 'Sent' end, case r.nr when 31 then 'NotInTime' end,
            $2 + interval '3 minutes'
        from written w, recipient r
        """, Townspeople.Head, at.UtcDateTime);

    private static async Task Run(NpgsqlConnection connection, string sql, params object?[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.Add(value is null ? new() { Value = DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Bytea }
                : new() { Value = value });
        await command.ExecuteNonQueryAsync();
    }
}
