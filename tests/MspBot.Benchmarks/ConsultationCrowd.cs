using System.Globalization;
using Npgsql;

namespace MspBot.Benchmarks;

/// <summary>
/// A district with three years behind it: tutors with their weeks and journals, teachers, consultations that were held, some that are open.
/// </summary>
internal static class ConsultationCrowd
{
    internal const int Tutors = 50;
    internal const int Teachers = 2_000;
    internal const int Past = 50_000;

    /// <summary>Held times of the next two weeks, a tutor.</summary>
    private const int Coming = 20;

    /// <summary>Requests without a time that wait, of all tutors.</summary>
    private const int Open = 300;

    /// <summary>A Tuesday, 10:00 in Moscow.</summary>
    internal static readonly DateTimeOffset Now = new(2026, 11, 24, 7, 0, 0, TimeSpan.Zero);

    /// <summary>Tutors are the persons 1 to 50, teachers those after them.</summary>
    internal static async Task Fill(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        foreach (var sql in (string[])[People, Hours, Held, NotYet, Times, Journals, "vacuum analyze"])
        {
            await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 300 };
            await command.ExecuteNonQueryAsync();
        }
    }

    private static readonly string Moment = Now.ToString("O", CultureInfo.InvariantCulture);

    private static readonly string People = $"""
        insert into school (name, kind, confirmed_at, created_at) select 'Школа № ' || n, 'LowResults', now(), now()
            from generate_series(1, 40) n;
        insert into person (chat_id, full_name, school_id, position, subjects, consented_at, created_at)
        select 1000000 + n, 'Иванова Мария Петровна', 1 + n % 40, 'Учитель', array['Математика'], now(), now()
            from generate_series(1, {Tutors + Teachers}) n;
        insert into person_role (person_id, role, granted_at) select n, 'Teacher', now() from generate_series(1, {Tutors + Teachers}) n;
        insert into person_role (person_id, role, granted_at) select n, 'Tutor', now() from generate_series(1, {Tutors}) n;
        """;

    private static readonly string Hours = $"""
        insert into tutor (person_id, minutes, break_minutes, notice) select n, 45, 10, '4 hours' from generate_series(1, {Tutors}) n;
        insert into tutor_hours (tutor_id, weekday, from_minute, to_minute)
        select n, d, 840 + 240 * part, 1020 + 240 * part from generate_series(1, {Tutors}) n, generate_series(1, 5) d,
            generate_series(0, 1) part;
        insert into tutor_absence (tutor_id, first_day, last_day)
        select n, date '2026-11-27' + k * 60, date '2026-11-28' + k * 60 from generate_series(1, {Tutors}) n, generate_series(-10, 2) k;
        """;

    /// <summary>Each tutor's past is one every 26 hours, back from yesterday; one in ten did not take place.</summary>
    private static readonly string Held = $"""
        insert into consultation (kind, teacher_id, tutor_id, topic, subject, state, starts_at, ends_at, created_at, asked_at, answered_at,
            confirmed_at, closed_at)
        select 'Individual', {Tutors} + 1 + n % {Teachers}, 1 + n % {Tutors}, 'Смысловое чтение на уроке', 'Математика', case
            when n / {Tutors} % 10 = 9 then 'NotHeld' else 'Held' end,
            start, start + interval '45 minutes', start - interval '5 days', start - interval '5 days',
                start - interval '5 days' + n % 40 * interval '1 hour', start - interval '3 days', start
        from generate_series(0, {Past - 1}) n, lateral
            (select '{Moment}'::timestamptz - interval '1 day' - (n / {Tutors}) * interval '26 hours' as start) s;
        """;

    /// <summary>Agreed, asked for at a time, waiting without one; some over without an outcome.</summary>
    private static readonly string NotYet = $"""
        insert into consultation (kind, teacher_id, tutor_id, topic, subject, state, starts_at, ends_at, created_at, asked_at, answered_at,
            confirmed_at)
        select 'Individual', {Tutors} + 1 + n % {Teachers}, 1 + n % {Tutors}, 'Смысловое чтение на уроке', 'Математика', case
            when n % 4 = 0 then 'Requested' else 'Confirmed' end,
            start, start + interval '45 minutes', '{Moment}', '{Moment}', null, case when n % 4 = 0 then null
                else '{Moment}'::timestamptz end
        from generate_series(0, {Tutors * Coming - 1}) n,
            lateral (select '{Moment}'::timestamptz + interval '1 day 4 hours' + (n / {Tutors} % 10) * interval '1 day' +
                (n / {Tutors} / 10) * interval '55 minutes' as start) s;

        insert into consultation (kind, teacher_id, tutor_id, topic, state, starts_at, ends_at, created_at, asked_at, answered_at,
            confirmed_at)
        select 'Individual', {Tutors} + n, 1 + n % {Tutors}, 'Функциональная грамотность', 'Confirmed', t, t + interval '45 minutes',
            t - interval '9 days', t - interval '9 days', t - interval '8 days', t - interval '8 days'
        from generate_series(1, {Tutors}) n, lateral (select '{Moment}'::timestamptz - interval '3 hours' as t) at;

        insert into consultation (kind, teacher_id, tutor_id, topic, state, created_at, asked_at)
        select 'Individual', {Tutors} + n, 1 + n % {Tutors}, 'Функциональная грамотность', case when n % 3 = 0 then 'Requested'
            else 'Waiting' end, t, t
        from generate_series(1, {Open}) n, lateral (select '{Moment}'::timestamptz - n * interval '1 hour' as t) at;
        """;

    private const string Times = """
        insert into consultation_time (consultation_id, tutor_id, starts_at, ends_at, busy, kind)
        select id, tutor_id, starts_at, ends_at, tstzrange(starts_at, ends_at + interval '10 minutes'), case
            when state = 'Requested' then 'Asked' else 'Agreed' end
        from consultation
        where starts_at is not null;
        update consultation set starts_at = null, ends_at = null where state = 'Requested';
        """;

    private const string Journals = """
        insert into journal_entry (tutor_id, consultation_id, day, school_id, teacher_id, topic, form, minutes, recommendation, held,
            reason, created_at)
        select tutor_id, id, starts_at::date, 1 + id % 40, teacher_id, topic, 'Individual', case when state = 'Held' then 45 end, case
            when state = 'Held' then 'Разберите на уроке два задания из банка' end,
            state = 'Held', case when state = 'NotHeld' then 'Other' end, closed_at
        from consultation
        where state in ('Held', 'NotHeld');
        """;
}
