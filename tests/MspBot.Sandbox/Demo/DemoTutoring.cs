using MspBot.Domain.Clock;
using MspBot.Domain.People;
using Npgsql;

namespace MspBot.Sandbox.Demo;

/// <summary>
/// The demo's tutors at work: hours, a school each, requests that wait and one meeting ahead. So that somebody who looks around finds
/// something to confirm, and a teacher finds free times.
/// </summary>
internal sealed class DemoTutoring(SiteZone zone)
{
    private static readonly (long Teacher, int Tutor, string Topic, string Subject, bool Group)[] Requests =
    [
        (0, 0, "Как готовить слабый класс к сочинению-рассуждению", "Русский язык", false),
        (1, 1, "Задачи на проценты: почему дети не понимают условие", "Математика", false),
        (4, 0, "Смысловое чтение на уроке: с чего начать", "Русский язык", true),
        (8, 0, "С чего начать смысловое чтение", "Русский язык", true),
        (12, 0, "Смысловое чтение: с чего начать на уроках", "Русский язык", true),
    ];

    /// <summary>Once, in the given transaction; the people must be there.</summary>
    internal async Task Add(NpgsqlConnection connection, DateTimeOffset now)
    {
        var tutors = Townspeople.All.Where(p => p.Roles.Contains(Role.Tutor)).ToList();
        for (var i = 0; i < tutors.Count; i++) await Hours(connection, tutors[i], i);
        var low = District.Schools.Where(s => s.Kind == SchoolKind.LowResults).ToList();
        for (var i = 0; i < low.Count; i++)
            await Run(connection, """
                insert into tutoring_assignment (tutor_id, school_id, since, made_by)
                select t.id, s.id, $3, h.id from person t, school s, person h where t.chat_id = $1 and s.name = $2 and h.chat_id = $4
                """, tutors[i % tutors.Count].TelegramId, low[i].Name, zone.DayOf(now).AddDays(-60), Townspeople.Head);

        var teachers = Townspeople.All.Where(p => p.Roles is [Role.Teacher]).ToList();
        foreach (var (request, n) in Requests.Select((r, n) => (r, n)))
            await Run(connection, """
                insert into consultation (kind, teacher_id, tutor_id, topic, subject, prefers_group, state, created_at, asked_at)
                select 'Individual', p.id, t.id, $3, $4, $5, 'Waiting', $6, $6 from person p, person t where p.chat_id = $1
                    and t.chat_id = $2
                """, teachers[(int)request.Teacher].TelegramId, tutors[request.Tutor].TelegramId, request.Topic, request.Subject,
                    request.Group, (now - TimeSpan.FromMinutes(20 + 15 * n)).UtcDateTime);
        await Meeting(connection, teachers[2], tutors[2], now);
    }

    private static async Task Hours(NpgsqlConnection connection, DemoPerson tutor, int n)
    {
        await Run(connection, """
            insert into tutor (person_id, minutes, break_minutes, notice, join_link)
            select id, $2, 10, '4 hours', $3 from person where chat_id = $1
            """, tutor.TelegramId, n % 2 == 0 ? 45 : 30, $"https://vstrecha.example/tutor{n}");
        foreach (var weekday in n % 2 == 0 ? new[] { 1, 3, 5 } : [2, 4])
            await Run(connection, """
                insert into tutor_hours (tutor_id, weekday, from_minute, to_minute)
                select id, $2, $3, $4 from person where chat_id = $1
                """, tutor.TelegramId, weekday, (14 + n % 3) * 60, (17 + n % 3) * 60);
    }

    /// <summary>One that is agreed, on the next working day but one at 15:00 on which the tutor is free.</summary>
    private async Task Meeting(NpgsqlConnection connection, DemoPerson teacher, DemoPerson tutor, DateTimeOffset now)
    {
        var day = zone.DayOf(now).AddDays(2);
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || await IsBusy(connection, tutor, zone.At(day, new(15, 0)))) day =
            day.AddDays(1);
        var start = zone.At(day, new(15, 0));
        await Run(connection, """
            with agreed as (
                insert into consultation (kind, teacher_id, tutor_id, topic, subject, state, starts_at, ends_at, join_link, created_at,
                    asked_at, answered_at, confirmed_at)
                select 'Individual', p.id, t.id, 'Как оценивать работу в группах', p.subjects[1], 'Confirmed', $3, $4,
                    'https://vstrecha.example/tutor2', $5, $5, $6, $6
                from person p, person t where p.chat_id = $1 and t.chat_id = $2
                returning id, tutor_id, starts_at, ends_at
            )
            insert into consultation_time (consultation_id, tutor_id, starts_at, ends_at, busy, kind)
            select id, tutor_id, starts_at, ends_at, tstzrange(starts_at, ends_at + interval '10 minutes'), 'Agreed' from agreed
            """, teacher.TelegramId, tutor.TelegramId, start.UtcDateTime, start.AddMinutes(45).UtcDateTime, now.AddDays(-2).UtcDateTime,
                now.AddDays(-1).UtcDateTime);
    }

    /// <summary>The tutor leads a seminar then.</summary>
    private static async Task<bool> IsBusy(NpgsqlConnection connection, DemoPerson tutor, DateTimeOffset start)
    {
        await using var command = new NpgsqlCommand("""
            select exists (
                select from engagement e join person p on p.id = e.person_id
                where p.chat_id = $1 and e.during && tstzrange($2, $2 + interval '45 minutes'))
            """, connection) { Parameters = { new() { Value = tutor.TelegramId }, new() { Value = start.UtcDateTime } } };
        return await command.ExecuteScalarAsync() is true;
    }

    private static async Task Run(NpgsqlConnection connection, string sql, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync();
    }
}
