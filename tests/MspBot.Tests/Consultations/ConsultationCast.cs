using MspBot.Sandbox;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;

namespace MspBot.Tests.Consultations;

/// <summary>Who and what the stories of consultations begin with.</summary>
internal static class ConsultationCast
{
    internal const string TutorName = "Соколова Ирина Олеговна";

    /// <summary>Meets from 14:00 to 18:00 on working days, 45 minutes, not sooner than in four hours.</summary>
    internal static async Task<Visitor> TutorWithHours(
        this World world, long chat, string name = TutorName, string? link = "https://meet.example.org/sokolova")
    {
        var tutor = await SeminarCast.Teacher(world, chat, name, "Tutor");
        await world.Sql<int>($"""
            insert into tutor (person_id, join_link) select id, {(link is null ? "null" : $"'{link}'")} from person where chat_id = {chat};
            insert into tutor_hours (tutor_id, weekday, from_minute, to_minute)
            select p.id, d, 840, 1080 from person p, generate_series(1, 5) d where p.chat_id = {chat};
            update person set subjects = array['Математика'] where chat_id = {chat}
            """);
        return tutor.StartedEarlier();
    }

    /// <summary>Asks for tomorrow at 14:00, by every question of the form.</summary>
    internal static async Task AsksForTomorrow(
        this Visitor teacher, string tutor = TutorName, string topic = "Чтение графиков в 5 классе", string time = "14:00")
    {
        await teacher.AsksUpToDay(tutor, topic);
        await teacher.Taps("ср, 25 ноября");
        await teacher.Sees("Во сколько?");
        await teacher.Taps(time);
        await teacher.Sees("Отправить заявку?");
        await teacher.Taps("Всё верно");
    }

    internal static async Task AsksUpToDay(this Visitor teacher, string tutor = TutorName, string topic = "Чтение графиков в 5 классе")
    {
        await teacher.Types("/consult");
        await teacher.Sees("О чём хотите посоветоваться?");
        await teacher.Types(topic);
        await teacher.Sees("Как вам удобнее?");
        await teacher.Taps("Индивидуально");
        await teacher.Sees("Кого попросить");
        await teacher.Taps(tutor);
        await teacher.Sees("Когда вам удобно?");
    }

    /// <summary>A request of the teacher for tomorrow, confirmed by the tutor.</summary>
    internal static async Task Agree(Visitor teacher, Visitor tutor, string time = "14:00")
    {
        await teacher.AsksForTomorrow(time: time);
        await teacher.Sees("Заявка отправлена");
        await tutor.Sees("Новая заявка");
        await tutor.Taps("Подтвердить");
        await teacher.Sees("Тьютор подтвердил консультацию");
    }

    /// <summary>Another time for what was agreed: Thursday at 15:50, without a reason.</summary>
    internal static async Task AsksToMove(this Visitor teacher)
    {
        await teacher.Taps("Перенести");
        await teacher.Sees("Когда вам удобно?");
        await teacher.Taps("чт, 26 ноября");
        await teacher.Sees("Во сколько?");
        await teacher.Taps("15:50");
        await teacher.Sees("Почему переносим?");
        await teacher.Taps("Пропустить");
        await teacher.Sees("Попросить о переносе?");
        await teacher.Taps("Всё верно");
    }

    /// <summary>One other time for what was agreed, without a reason.</summary>
    internal static async Task OffersToMove(this Visitor tutor, string time = "ср, 25 ноября, 15:50")
    {
        await tutor.Taps("Перенести");
        await tutor.Sees("Какое время предложить");
        await tutor.Taps(time);
        await tutor.Sees("Ещё?");
        await tutor.Taps("Достаточно");
        await tutor.Sees("Почему переносим?");
        await tutor.Taps("Пропустить");
        await tutor.Sees("Попросить о переносе?");
        await tutor.Taps("Всё верно");
    }

    internal static async Task AddsHours(this Visitor tutor, string day, string hours)
    {
        await tutor.Types("/hours");
        await tutor.Taps("Добавить часы");
        await tutor.Taps(day);
        await tutor.Taps("Готово (1)");
        await tutor.Sees("С какого времени?");
        await tutor.Types(hours);
        await tutor.Sees("Добавлено");
    }

    /// <summary>A consultation of the newest tutor or teacher, as the walker begins its flows with.</summary>
    internal static async Task<long> Of(this World world, string newest, string state)
    {
        var n = await world.Sql<int>("select count(*) from consultation");
        if (newest == "teacher" && await world.Sql<int>("select count(*) from person_role where role = 'Tutor'") == 0)
            await world.TutorWithHours(700_000);
        if (newest == "tutor") (await SeminarCast.Teacher(world, 700_001 + n, "Белова Вера Олеговна")).StartedEarlier();
        var start = $"{World.Morning.AddDays(20).AddHours(2 * n):O}";
        var confirmed = state == "Confirmed";
        return await world.Sql<long>($"""
            with it as (
                insert into consultation (kind, teacher_id, tutor_id, topic, state, created_at, asked_at, starts_at, ends_at)
                select 'Individual', {Person(newest == "teacher", "Teacher")}, {Person(newest == "tutor", "Tutor")}, 'Чтение графиков',
                    '{state}', {world.Now}, {world.Now},
                    {(confirmed ? $"'{start}', '{start}'::timestamptz + interval '45 min'" : "null, null")}
                returning id, tutor_id
            )
            insert into consultation_time (consultation_id, tutor_id, starts_at, ends_at, busy, kind)
            select id, tutor_id, '{start}', '{start}'::timestamptz + interval '45 min',
                tstzrange('{start}', '{start}'::timestamptz + interval '55 min'), '{(confirmed ? "Agreed" : "Asked")}'
            from it
            returning consultation_id
            """);

        static string Person(bool newest, string role) => newest
            ? $"(select max(r.person_id) from person_role r where role = '{role}' and ('{role}' = 'Tutor' or not exists (select from " +
            $"person_role t where t.person_id = r.person_id and t.role = 'Tutor')))"
            : role == "Tutor" ? "(select min(person_id) from person_role where role = 'Tutor')"
            : "(select max(id) from person where chat_id > 700000 and chat_id < 710000)";
    }
}
