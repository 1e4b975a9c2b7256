using MspBot.Domain.Clock;
using Npgsql;

namespace MspBot.Sandbox.Demo;

/// <summary>
/// What has become of the demo's past: who came, what was said of it, consultations that took place. So that a digest has something to
/// tell. All of it is over and settled: nobody is asked about it any more.
/// </summary>
internal static class DemoPast
{
    /// <summary>Once, in the given transaction; people and seminars must be there.</summary>
    internal static async Task Add(NpgsqlConnection connection, SiteZone zone, DateTimeOffset now)
    {
        await using var command = new NpgsqlCommand(Sql, connection)
        {
            Parameters = { new() { Value = now.UtcDateTime }, new() { Value = zone.Zone.Id } },
        };
        await command.ExecuteNonQueryAsync();
    }

    private const string Sql = """
        with fresh as (
            select not exists (select from consultation where state = 'Held') as yes
        ), over as (
            select id, ends_at from seminar, fresh where yes and state = 'Published' and ends_at < $1
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
        ), said as (
            insert into feedback (seminar_id, author, rating, usefulness, filed_on, opened)
            select seminar_id, sha256(('s' || id)::bytea), 3 + (id % 3)::int, 4 + (id % 2)::int, (ends_at at time zone $2)::date, true
            from attended
            where id % 3 > 0
        ), teachers as (
            select p.id, p.school_id, row_number() over (order by p.id) as nr, count(*) over () as many
            from person p
            where (select array_agg(r.role) from person_role r where r.person_id = p.id) = array['Teacher']
        ), tutors as (
            select p.id, row_number() over (order by p.id) as nr, count(*) over () as many
            from person p
            join person_role r on r.person_id = p.id and r.role = 'Tutor'
        ), met as (
            insert into consultation (kind, teacher_id, tutor_id, topic, state, starts_at, ends_at, created_at, asked_at, answered_at, confirmed_at, closed_at)
            select 'Individual', t.id, u.id, (array['Смысловое чтение', 'Задачи на проценты', 'Трудный класс', 'Подготовка к ОГЭ'])[1 + n % 4],
                   case when n % 9 = 0 then 'NotHeld' else 'Held' end, a.at, a.at + interval '45 minutes', a.at - interval '4 days', a.at - interval '4 days',
                   a.at - interval '4 days' + make_interval(hours => 1 + n % 20), a.at - interval '4 days' + make_interval(hours => 1 + n % 20), a.at + interval '1 hour'
            from fresh, generate_series(1, 75) n
            cross join lateral (select $1 - make_interval(days => n, hours => n % 5) as at) a
            join teachers t on t.nr = 1 + (n * 7) % t.many
            join tutors u on u.nr = 1 + n % u.many
            where fresh.yes
            returning id, teacher_id, tutor_id, topic, state, starts_at
        ), asked_too as (
            insert into feedback_request (person_id, kind, meeting, asked_on, nudged)
            select teacher_id, 'Consultation', id, (starts_at at time zone $2)::date, true from met
            on conflict do nothing
        )
        insert into journal_entry (tutor_id, consultation_id, day, school_id, teacher_id, topic, form, minutes, held, reason, created_at)
        select m.tutor_id, m.id, (m.starts_at at time zone $2)::date, p.school_id, m.teacher_id, m.topic, 'Individual', case when m.state = 'Held' then 30 + (m.id % 4)::int * 5 end,
               m.state = 'Held', case when m.state = 'NotHeld' then 'Connection' end, m.starts_at
        from met m
        join person p on p.id = m.teacher_id
        """;
}
