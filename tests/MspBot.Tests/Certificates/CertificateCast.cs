using MspBot.Sandbox;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;

namespace MspBot.Tests.Certificates;

/// <summary>Who and what the stories of certificates begin with: meetings that are over, and people who were there.</summary>
internal static class CertificateCast
{
    private static readonly TimeSpan ThisYear = TimeSpan.FromDays(-30);
    private static readonly TimeSpan LastYear = TimeSpan.FromDays(-300);

    /// <summary>They had a seat and came, and would rather say nothing of it.</summary>
    internal static Task<int> Came(this World world, long seminar, params ReadOnlySpan<long> chats) => world.Sql<int>($"""
        insert into sign_up (seminar_id, person_id, state, created_at, confirmed_at, came)
        select {seminar}, id, 'Confirmed', {world.Now}, {world.Now}, true from person
            where chat_id in ({string.Join(',', chats.ToArray())});
        insert into feedback_request (person_id, kind, meeting, declined)
        select id, 'Seminar', {seminar}, true from person where chat_id in ({string.Join(',', chats.ToArray())})
        """);

    internal static Task<int> Leads(this World world, long seminar, long chat) =>
        world.Sql<int>($"update seminar set leader_id = (select id from person where chat_id = {chat}) where id = {seminar}");

    /// <summary>One that took place.</summary>
    internal static Task<int> Consulted(this World world, long chat, TimeSpan startsIn, int minutes = 45)
    {
        var start = World.Morning + startsIn;
        return world.Sql<int>($"""
            insert into consultation (kind, teacher_id, tutor_id, topic, state, starts_at, ends_at, created_at, asked_at)
            select 'Individual', id, id, 'Как проверять сочинения', 'Held', '{start:O}', '{start.AddMinutes(minutes):O}', {world.Now},
                {world.Now} from person where chat_id = {chat}
            """);
    }

    internal static async Task<Visitor> TutorOfTwoYears(World world, long chat)
    {
        var tutor = await SeminarCast.Teacher(world, chat, role: "Tutor");
        foreach (var year in (TimeSpan[])[ThisYear, LastYear]) await world.Consulted(chat, year);
        return tutor;
    }

    internal static async Task<Visitor> TeacherOfTwoYears(World world, long chat)
    {
        var teacher = await SeminarCast.Teacher(world, chat);
        foreach (var year in (TimeSpan[])[ThisYear, LastYear]) await world.Came(await world.Seminar(startsIn: year), chat);
        return teacher;
    }

    /// <summary>The newest head's certificate of a year long gone; its number among certificates.</summary>
    internal static async Task<long> Issued(World world)
    {
        var seminar = await world.Seminar(startsIn: ThisYear);
        return await world.Sql<long>($"""
            insert into certificate (year, in_year, code, kind, person_id, seminar_id, name, issued_at, printed_at)
            select 2001, (select count(*) + 1 from certificate where year = 2001), left(replace(gen_random_uuid()::text, '-', ''), 22),
                'Attended', p.id, {seminar}, p.full_name, '2026-11-20', '2026-11-20'
            from person p
            where p.id = (select max(person_id) from person_role where role = 'Head')
            returning id
            """);
    }

    internal static async Task<string> Code(this World world, int inYear = 1) =>
        (await world.Sql<string>($"select code from certificate where in_year = {inYear}"))!;
}
