using MspBot.Sandbox;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;

namespace MspBot.Tests.Consultations.Hours;

/// <summary>Tutors of stories, their hours and what they have agreed to.</summary>
internal static class HoursCast
{
    internal static async Task<Visitor> TutorAtOnce(this World world, long chat, string name = "Петрова Анна Ивановна") =>
        (await SeminarCast.Teacher(world, chat, name, role: "Tutor")).StartedEarlier();

    /// <summary>Hours as they are in the table; Monday is 1.</summary>
    internal static Task<long> Hours(this World world, long chat, int weekday, int from, int to) => world.Sql<long>($"""
        insert into tutor_hours (tutor_id, weekday, from_minute, to_minute)
        select id, {weekday}, {from * 60}, {to * 60} from person where chat_id = {chat}
        returning id
        """);

    /// <summary>A consultation that was agreed: 45 minutes, and 10 of break.</summary>
    internal static Task<long> Confirmed(this World world, long tutor, long teacher, DateTimeOffset start) => world.Sql<long>($"""
        with agreed as (
            insert into consultation (kind, teacher_id, tutor_id, topic, state, starts_at, ends_at, created_at, asked_at, confirmed_at)
            select 'Individual', t.id, u.id, 'Смысловое чтение', 'Confirmed', '{start:O}', '{start.AddMinutes(45):O}', {world.Now},
                {world.Now}, {world.Now}
            from person t, person u where t.chat_id = {teacher} and u.chat_id = {tutor}
            returning id, tutor_id, starts_at, ends_at
        )
        insert into consultation_time (consultation_id, tutor_id, starts_at, ends_at, busy, kind)
        select id, tutor_id, starts_at, ends_at, tstzrange(starts_at, ends_at + interval '10 minutes'), 'Agreed' from agreed
        returning consultation_id
        """);

    /// <summary>«1 900–1020, 3 …»: all hours of all tutors.</summary>
    internal static async Task<string> AllHours(this World world) => await world.Sql<string>(
        "select string_agg(weekday || ' ' || from_minute || '–' || to_minute, ', ' order by tutor_id, weekday, from_minute) from " +
        "tutor_hours") ?? "";
}
