using MspBot.Domain.Surveys;
using Npgsql;

namespace MspBot.Benchmarks;

/// <summary>
/// 60 schools, 20 indicators, three of which the bot counts, ten half-years in which all have answered, 400 meetings with 50 people each,
/// 4,000 consultations, ten recommendations a school.
/// </summary>
internal static class SurveyCrowd
{
    internal const int Schools = 60;

    internal static readonly SurveyId Newest = new(10);

    /// <summary>Asks the same of the same schools; its statements are explained for <see cref="Newest"/>.</summary>
    internal static readonly SurveyId Draft = new(11);
    internal static readonly DateTimeOffset Now = new(2027, 5, 20, 9, 0, 0, TimeSpan.Zero);

    internal static IReadOnlyDictionary<string, object> Parameters { get; } = new Dictionary<string, object>
    {
        ["survey"] = Newest.Value,
        ["surveys"] = new[] { 10L, 9L },
        ["since"] = new[] { Day(10), Day(9) },
        ["before"] = new[] { Day(11), Day(10) },
        ["now"] = Now.UtcDateTime,
        ["school"] = 7L,
        ["closed"] = true,
        ["id"] = Newest.Value,
        ["drafts"] = true,
        ["retired"] = false,
        ["most"] = 6,
        ["first"] = DateOnly.FromDateTime(Day(10)),
        ["last"] = DateOnly.FromDateTime(Day(11)),
        ["asked"] = 17,
        ["schools"] = Enumerable.Range(1, Schools).Select(n => (long)n).ToArray(),
        ["take"] = 7,
        ["skip"] = 0,
    };

    private static DateTime Day(int survey) => new DateTime(2021, 12, 1, 0, 0, 0, DateTimeKind.Utc).AddMonths(6 * survey);

    internal static async Task Fill(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("""
            insert into school (name, kind, confirmed_at, created_at)
            select 'МОУ «СОШ № ' || n || '»', 'LowResults', '2021-09-01', '2021-09-01' from generate_series(1, 60) n;
            insert into person (chat_id, full_name, school_id, position, consented_at, created_at)
            select n, 'Иванова ' || n || ' Петровна', 1 + n % 60, 'учитель', '2021-09-01', '2021-09-01' from generate_series(1, 2000) n;
            begin;
            insert into indicator (kind, every, computed)
            select case when n > 17 then 'Computed' when n % 5 = 0 then 'Number' when n % 7 = 0 then 'YesNo' else 'Share' end, 'HalfYear',
                   (array['TeachersReached', 'TutoringHours', 'RecommendationsDone'])[n - 17]
            from generate_series(1, 20) n;
            insert into indicator_version (indicator_id, nr, name, unit, better, by_person, at)
            select id, 1, 'Показатель ' || id || ': обучающиеся с рисками учебной неуспешности, 5–9 классы', 'уч.', 'Less', 1, '2021-09-01'
            from indicator;
            commit;
            insert into survey (label, every, first_day, last_day, due_on, state, created_by, created_at)
            select n || ' полугодие', 'HalfYear', (date '2021-12-01' + n * interval '6 months')::date,
                   (date '2021-12-01' + (n + 1) * interval '6 months' - interval '1 day')::date,
                   (date '2021-12-01' + (n + 1) * interval '6 months')::date, 'Draft', 1, '2021-09-01'
            from generate_series(1, 10) n;
            insert into survey_indicator select s.id, v.id, v.id from survey s, indicator_version v;
            insert into survey_school (survey_id, school_id) select s.id, n.id from survey s, school n;
            update survey set state = 'Open', opened_at = '2021-09-01';
            insert into survey_value (survey_id, school_id, indicator_version_id, part, whole, by_person, at)
            select s.id, n.id, v.id, case when i.kind = 'YesNo' then (n.id + s.id) % 2 else (n.id * 7 + s.id * 13 + v.id) % 50 end,
                   case when i.kind = 'Share' then 50 + n.id % 40 end, 1, '2022-01-01'
            from survey s, school n, indicator_version v
            join indicator i on i.id = v.indicator_id
            where i.kind <> 'Computed';
            update survey_school set state = 'Accepted', sent_at = '2022-01-01', sent_by = 1, accepted_at = '2022-01-02', accepted_by = 1;
            insert into survey_closing (survey_id, nr, closed_by, closed_at) select id, 1, 1, '2022-02-01' from survey;
            update survey set state = 'Closed', closed_at = '2022-02-01';
            insert into survey (label, every, first_day, last_day, due_on, state, created_by, created_at)
            values ('11 полугодие', 'HalfYear', '2027-06-01', '2027-11-30', '2027-12-14', 'Draft', 1, '2021-09-01');
            insert into survey_indicator select 11, id, id from indicator_version;
            insert into survey_school (survey_id, school_id) select 11, id from school;
            insert into recommendation (school_id, survey_id, words, by_person, at, seen_at, seen_by)
            select n.id, s.id, 'Включить задания на чтение графиков в уроки математики', 1, '2022-03-01',
                   case when s.id < 10 then timestamptz '2022-03-02' end, case when s.id < 10 then 2 end
            from school n, survey s where s.id <= 10;
            insert into survey_recommendation (survey_id, school_id, recommendation_id, outcome, by_person, at)
            select r.survey_id + 1, r.school_id, r.id, 'Done', 1, '2022-04-01' from recommendation r where r.survey_id < 10;
            alter table seminar disable trigger user;
            insert into seminar (kind, title, starts_at, ends_at, join_link, state, calendar_uid, created_by, created_at, published_at)
            select 'RoundTable', 'Стол', timestamptz '2022-06-01' + n * interval '108 hours',
                   timestamptz '2022-06-01' + n * interval '108 hours' + interval '1 hour', 'https://meet.example.org', 'Published',
                   'u' || n, 1, '2021-09-01', '2021-09-01'
            from generate_series(1, 400) n;
            alter table sign_up disable trigger user;
            insert into sign_up (seminar_id, person_id, state, came, created_at, confirmed_at)
            select s.id, 1 + (s.id * 37 + n) % 2000, 'Confirmed', true, '2021-09-01', '2021-09-01' from seminar s, generate_series(1, 50) n;
            insert into consultation (kind, teacher_id, tutor_id, topic, state, starts_at, ends_at, created_at, asked_at)
            select 'Individual', 1 + n % 1900, 1901 + n % 90, 'Чтение', 'Held', timestamptz '2022-06-01' + n * interval '10 hours',
                   timestamptz '2022-06-01' + n * interval '10 hours' + interval '45 minutes', '2021-09-01', '2021-09-01'
            from generate_series(1, 4000) n;
            """, connection) { CommandTimeout = 300 };
        await command.ExecuteNonQueryAsync();
        await using var analyze = new NpgsqlCommand("analyze", connection);
        await analyze.ExecuteNonQueryAsync();
    }
}
