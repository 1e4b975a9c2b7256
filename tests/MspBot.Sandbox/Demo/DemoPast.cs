using MspBot.Domain.Clock;
using MspBot.Domain.Feedback;
using Npgsql;

namespace MspBot.Sandbox.Demo;

/// <summary>
/// What has become of the demo's past: who came, what was said of it, consultations that took place. So that a digest has something to
/// tell. All of it is over and settled: nobody is asked about it any more.
/// </summary>
internal static class DemoPast
{
    /// <summary>In the given transaction, once: does nothing where it has been before. People and seminars must be there.</summary>
    internal static async Task Add(NpgsqlConnection connection, SiteZone zone, AuthorKey authors, DateTimeOffset now)
    {
        await using (var asked = new NpgsqlCommand("select exists (select from consultation where state = 'Held')", connection))
        {
            if (await asked.ExecuteScalarAsync() is true) return;
        }

        await using (var command = new NpgsqlCommand(Sql,
            connection)
        { Parameters = { new() { Value = now.UtcDateTime }, new() { Value = zone.Zone.Id } } })
        {
            await command.ExecuteNonQueryAsync();
        }

        await DemoOpinions.Add(connection, authors, zone.DayOf(now));
    }

    private const string Sql = """
        with over as (
            select id, ends_at from seminar where state = 'Published' and ends_at < $1
        ), attended as (
            update sign_up m
            set came = true
            from over
            where m.seminar_id = over.id and m.state = 'Confirmed' and m.came is null and (m.id * 7) % 5 <> 0
            returning m.id, m.person_id, m.seminar_id, over.ends_at
        ), settled as (
            insert into missed_question (sign_up_id, marked_at, asked)
            select m.id, $1, false
            from sign_up m
            join over on over.id = m.seminar_id
            on conflict do nothing
        ), asked as (
            insert into feedback_request (person_id, kind, meeting, asked_on, nudged)
            select person_id, 'Seminar', seminar_id, (ends_at at time zone $2)::date, true from attended
            on conflict do nothing
        ), teachers as (
            select p.id, p.school_id, row_number() over (order by p.id) as nr, count(*) over () as many
            from person p
            where (select array_agg(r.role) from person_role r where r.person_id = p.id) = array['Teacher']
        ), tutors as (
            select p.id, row_number() over (order by p.id) as nr, count(*) over () as many
            from person p
            join person_role r on r.person_id = p.id and r.role = 'Tutor'
        ), days as (
            select ($1::timestamptz at time zone $2)::date - n as day, n from generate_series(1, 105) n
        ), themes (nr, topic, subject, advice) as (
            values (0, 'Смысловое чтение', 'Русский язык', 'Давать на каждом уроке один короткий текст и два вопроса: «о чём» и «почему».'),
                   (1, 'Задачи на проценты', 'Математика', 'Сначала рисовать условие отрезками, считать потом.'),
                   (2, 'Трудный класс', null, 'Договориться о трёх правилах и держать их две недели вместе с классным руководителем.'),
                   (3, 'Подготовка к ОГЭ', 'Математика', 'Разбирать по одному заданию в начале урока, ошибки собирать на общем листе.')
        ), met as (
            insert into consultation (kind, teacher_id, tutor_id, topic, subject, state, starts_at, ends_at, created_at, asked_at,
                answered_at, confirmed_at, closed_at)
            select 'Individual', t.id, u.id, h.topic, h.subject, case when n % 9 = 0 then 'NotHeld'
                else 'Held' end, a.at, a.at + interval '45 minutes',
                   a.at - interval '5 days', a.at - interval '5 days', a.at - a.before, a.at - a.before, a.at + interval '1 hour'
            from days
            cross join lateral (
                select (day + make_interval(hours => 14 + n % 3)) at time zone $2 as at,
                       interval '5 days' - (array['40 minutes', '3 hours', '20 hours']::interval[])[1 + n / 6 % 3] as before
            ) a
            join themes h on h.nr = n % 4
            join teachers t on t.nr = 1 + (n * 7) % t.many
            join tutors u on u.nr = 1 + n % u.many
            where extract(isodow from day) < 6
            returning id, teacher_id, tutor_id, topic, state, starts_at
        ), asked_too as (
            insert into feedback_request (person_id, kind, meeting, asked_on, nudged)
            select teacher_id, 'Consultation', id, (starts_at at time zone $2)::date, true from met where state = 'Held'
            on conflict do nothing
        )
        insert into journal_entry (tutor_id, consultation_id, day, school_id, teacher_id, topic, form, minutes, held, reason,
            recommendation, created_at)
        select m.tutor_id, m.id, (m.starts_at at time zone $2)::date, p.school_id, m.teacher_id, m.topic, 'Individual', case
            when m.state = 'Held' then 30 + (m.id % 4)::int * 5 end,
               m.state = 'Held', case when m.state = 'NotHeld' then 'Connection' end, case when m.state = 'Held'
                   and m.id % 3 > 0 then h.advice end, m.starts_at
        from met m
        join person p on p.id = m.teacher_id
        join themes h on h.topic = m.topic
        """;
}
