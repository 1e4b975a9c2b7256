using MspBot.Domain.Clock;
using Npgsql;

namespace MspBot.Sandbox.Demo;

/// <summary>
/// Two surveys of the low-results schools: a closed one that one school has not answered, with a recommendation after it, and an open one
/// that two have sent, one of them as last time, and one is filling in. Its questions are of the typical set.
/// </summary>
internal static class DemoSurveys
{
    private const string Head = "(select id from person where chat_id = $1)";

    /// <summary>In the given transaction, once: does nothing where an indicator exists. People and schools must be there.</summary>
    internal static async Task Add(NpgsqlConnection connection, SiteZone zone, DateTimeOffset now)
    {
        await using (var asked = new NpgsqlCommand("select exists (select from indicator)", connection))
        {
            if (await asked.ExecuteScalarAsync() is true) return;
        }
        var today = zone.DayOf(now);
        await Run(connection, Indicators, now.AddDays(-80));
        await Survey(connection, "Начало 2026/27", today.AddDays(-80), today.AddDays(-50), today.AddDays(-40), now.AddDays(-52), now);
        await Values(connection, 0, now.AddDays(-44));
        await Run(connection, """
            update survey_school c
            set state = 'Accepted', version = 3, sent_at = $2, sent_by = h.person_id, accepted_at = $2, accepted_by = (
                select id from person where chat_id = $1)
            from person_role h
            where h.role = 'SchoolHead' and h.school_id = c.school_id and c.state = 'Filling'
            """, now.AddDays(-43));
        await Run(connection, $"""
            insert into survey_closing (survey_id, nr, closed_by, closed_at) select id, 1, {Head}, $2 from survey
            """, now.AddDays(-38));
        await Run(connection, "update survey set state = 'Closed', closed_at = $2, revision = 3 where $1::bigint > 0", now.AddDays(-38));
        await Run(connection, $"""
            insert into recommendation (school_id, survey_id, words, due_on, by_person, at)
            select c.school_id, c.survey_id, 'Составить маршруты для учителей математики и русского языка', $2::date + 20, {Head}, $2
            from survey_school c where c.state = 'Accepted' order by c.school_id limit 1
            """, now.AddDays(-36));
        await Survey(connection, "1 полугодие 2026/27", today.AddDays(-49), today.AddDays(-3), today.AddDays(9), now.AddDays(-4), now);
        await Values(connection, 1, now.AddDays(-2));
        await Run(connection, """
            update survey_school c
            set state = 'Sent', version = 2, sent_at = $2, sent_by = h.person_id
            from person_role h
            where h.role = 'SchoolHead' and h.school_id = c.school_id and c.state = 'Filling' and $1::bigint > 0
              and c.school_id in (select school_id from survey_school where state = 'Filling' order by school_id limit 2)
            """, now.AddDays(-1));
        await Run(connection, $"""
            insert into effect_goal (year, figure, goal, by_person, at)
            select {SchoolYear.Of(today).First}, figure, goal, m.person_id, $2
            from (values ('Attendance', 80), ('Schools', 100), ('HoursToAnswer', 24)) as g(figure, goal),
                (select min(person_id) as person_id from person_role where role = 'Methodologist' and $1::bigint > 0) m
            """, now.AddDays(-30));
    }

    /// <summary>Opened with all of them, and asking what was recommended before.</summary>
    private static async Task Survey(
        NpgsqlConnection connection, string label, DateOnly first, DateOnly last, DateOnly due, DateTimeOffset opened, DateTimeOffset now)
    {
        await Run(connection, $"""
            insert into survey (label, every, first_day, last_day, due_on, state, created_by, created_at)
            values ('{label}', 'HalfYear', '{first:yyyy-MM-dd}', '{last:yyyy-MM-dd}', '{due:yyyy-MM-dd}', 'Draft', {Head}, $2)
            """, opened);
        await Run(connection, """
            insert into survey_indicator (survey_id, indicator_version_id, position)
            select (select max(id) from survey), id, row_number() over (order by id) from indicator_version
            where $1::bigint > 0 and $2::timestamptz is not null
            """, now);
        await Run(connection, """
            insert into survey_school (survey_id, school_id)
            select (select max(id) from survey), id from school
            where kind = 'LowResults' and confirmed_at is not null and $1::bigint > 0 and $2::timestamptz is not null
            """, now);
        await Run(connection, """
            update survey set state = 'Open', opened_at = $2, revision = 2 where state = 'Draft' and $1::bigint > 0
            """, opened);
        await Run(connection, """
            insert into survey_recommendation (survey_id, school_id, recommendation_id)
            select (select max(id) from survey), school_id, id from recommendation where $1::bigint > 0 and $2::timestamptz is not null
            """, now);
    }

    /// <summary>Of the newest survey: all schools but the last in the first round, three in the second; what they have said then.</summary>
    private static Task Values(NpgsqlConnection connection, int round, DateTimeOffset at) => Run(connection, $$"""
        with school as (
            select c.survey_id, c.school_id, row_number() over (order by c.school_id) as nr, h.person_id
            from survey_school c
            join person_role h on h.role = 'SchoolHead' and h.school_id = c.school_id
            where c.survey_id = (select max(id) from survey)
        ), answered as (
            select s.survey_id, s.school_id, i.indicator_version_id, i.position, s.person_id, v.kind,
                   case v.kind when 'Share' then 40 + 10 * s.nr else null end as whole,
                   -- Fewer at risk and fewer lessons missed, more teachers with a course of their own: but the second school says the same.
                   case when i.position <= 2 then 12 + 2 * s.nr - {{round}} * 3 * (s.nr % 3)
                       when v.kind = 'Share' then 14 + 3 * s.nr + {{round}} * 4 * (s.nr % 3) else (s.nr + i.position) % 4 end as part
            from school s
            join survey_indicator i on i.survey_id = s.survey_id
            join indicator_version w on w.id = i.indicator_version_id
            join indicator v on v.id = w.indicator_id
            where s.nr <= {{(round == 0 ? 4 : 3)}} and ({{round}} = 0 or s.nr < 3 or i.position < 3) and $1::bigint > 0
        ), written as (
            insert into survey_value (survey_id, school_id, indicator_version_id, part, whole, by_person, at)
            select survey_id, school_id, indicator_version_id, part, whole, person_id, $2 from answered
            returning survey_id, school_id
        )
        update survey_school c set state = 'Filling'
        from (select distinct survey_id, school_id from written) w
        where c.survey_id = w.survey_id and c.school_id = w.school_id
        """, at);

    private const string Indicators = $"""
        with listed as (
            select * from (values
                (1, 'risk', 'Share', 'Less', 'Обучающиеся с рисками учебной неуспешности', null,
                    'список учёта школы: сколько из всех обучающихся'),
                (2, 'absence', 'Share', 'Less', 'Уроки, пропущенные без уважительной причины', null,
                    'электронный журнал, отчёт о посещаемости: сколько из всех пропущенных уроков'),
                (3, 'deficits', 'Share', 'More', 'Педагоги, которые прошли диагностику профессиональных дефицитов', null,
                    'сводка методиста школы: сколько из всех педагогов'),
                (4, 'iom', 'Share', 'More', 'Педагоги, у которых есть индивидуальный образовательный маршрут (ИОМ)', null,
                    'реестр ИОМ школы: сколько из всех педагогов'),
                (5, 'vacancies', 'Number', 'Less', 'Педагогические вакансии', 'ставок', 'штатное расписание, на день ответа')
            ) as t(nr, code, kind, better, name, unit, hint)
        ), added as (
            insert into indicator (kind, every, code) select kind, 'HalfYear', code from listed order by nr returning id, code
        )
        insert into indicator_version (indicator_id, nr, name, unit, hint, better, by_person, at)
        select a.id, 1, l.name, l.unit, l.hint, l.better, {Head}, $2 from listed l join added a on a.code = l.code order by l.nr
        """;

    /// <summary>Of these the first parameter is the head of the site.</summary>
    private static async Task Run(NpgsqlConnection connection, string sql, DateTimeOffset at)
    {
        await using var command = new NpgsqlCommand(sql, connection)
        { Parameters = { new() { Value = Townspeople.Head }, new() { Value = at.UtcDateTime } } };
        await command.ExecuteNonQueryAsync();
    }
}
