using MspBot.Sandbox;
using MspBot.Tests.Nominations.MySchool;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;

namespace MspBot.Tests.Nominations;

/// <summary>Who sends, who is sent, and who waits, for stories.</summary>
internal static class NominationCast
{
    /// <summary>A head of the school of the person with the chat <paramref name="of"/>; null: of a school of their own.</summary>
    internal static async Task<Visitor> HeadAt(this World world, long chat, long? of = null, string name = "Сидорова Алла Петровна") =>
        await world.HeadOf(chat, of is { } colleague ? await world.SchoolOf(colleague) : await world.School($"Школа № {chat}"), name);

    /// <summary>A teacher at the school of somebody else.</summary>
    internal static async Task<Visitor> Colleague(this World world, long chat, long of, string name) =>
        await world.TeacherOf(chat, await world.SchoolOf(of), name);

    /// <summary>Somebody of a school of their own.</summary>
    internal static async Task<Visitor> Stranger(this World world, long chat) =>
        (await SeminarCast.Teacher(world, chat, "Чужой Пётр Ильич")).StartedEarlier();

    internal static async Task MovesTo(this World world, long chat, long of) => await world.Moves(chat, await world.SchoolOf(of));

    /// <summary>Ticks these, and sends them.</summary>
    internal static async Task Nominates(this Visitor head, params string[] names)
    {
        await head.TicksToSend(names);
        await head.Taps("Пропустить");
        await head.Sees("Направить?");
        await head.Taps("Направить");
    }

    internal static async Task TicksToSend(this Visitor head, params string[] names)
    {
        await head.Sees("Отметьте");
        foreach (var name in names) await head.Taps(name);
        await head.Taps($"Готово ({names.Length})");
    }

    internal static Task<string?> StateOf(this World world, long chat) => world.Sql<string>($"""
        select n.state from nomination n join person p on p.id = n.person_id where p.chat_id = {chat} order by n.id desc limit 1
        """);

    internal static Task<string?> PlaceOf(this World world, long chat) => world.Sql<string>($"""
        select m.state from sign_up m join person p on p.id = m.person_id where p.chat_id = {chat} order by m.id desc limit 1
        """);

    /// <summary>A nomination to this meeting, with its place, as a head of the teacher's school has made it.</summary>
    internal static Task<long> Nominated(this World world, long seminar, long teacher, long by) => world.Sql<long>($"""
        with sent as (
            insert into nomination (seminar_id, person_id, school_id, by_person, state, asked_at, answer_by, remind_at, for_start)
            select s.id, p.id, p.school_id, b.id, 'Asked', {world.Now}, s.starts_at - interval '1 day', s.starts_at - interval '2 days',
                s.starts_at
            from seminar s, person p, person b
            where s.id = {seminar} and p.chat_id = {teacher} and b.chat_id = {by}
            returning id, seminar_id, person_id
        )
        insert into sign_up (seminar_id, person_id, state, created_at, confirmed_at, nomination_id)
        select seminar_id, person_id, 'Confirmed', {world.Now}, {world.Now}, id from sent
        returning nomination_id
        """);

    /// <summary>Somebody whom the newest head has sent, besides a colleague.</summary>
    internal static async Task<long> SentByNewestHead(this World world)
    {
        var head = await world.Sql<long>("""
            select p.chat_id from person_role r join person p on p.id = r.person_id where r.role = 'SchoolHead' order by p.id desc limit 1
            """);
        await world.Colleague(head + 7_000_000, of: head, "Яковлева Вера Ильинична");
        return await world.Nominated(await world.Seminar(), head + 7_000_000, head);
    }

    /// <summary>Each of a school of their own, with another teacher.</summary>
    internal static async Task<Visitor> HeadAmongTeachers(World world, long chat)
    {
        var school = await world.School($"Школа № {chat} <&>");
        await world.TeacherOf(chat + 6_000_000, school, "Петрова Анна Ивановна");
        return await world.HeadOf(chat, school);
    }

    private static Task<long> SchoolOf(this World world, long chat) =>
        world.Sql<long>($"select school_id from person where chat_id = {chat}");
}
