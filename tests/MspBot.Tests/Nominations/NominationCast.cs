using MspBot.Sandbox;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;

namespace MspBot.Tests.Nominations;

/// <summary>A school with a head and teachers, for stories.</summary>
internal static class NominationCast
{
    /// <summary>A head of the school of the person with the chat <paramref name="of"/>; null: of a school of their own.</summary>
    internal static async Task<Visitor> SchoolHead(
        this World world, long chat, long? of = null, string name = "Сидорова Алла Петровна")
    {
        var head = (await SeminarCast.Teacher(world, chat, name)).StartedEarlier();
        if (of is { } colleague) await world.MovesTo(chat, colleague);
        await world.Sql<long>($"""
            insert into person_role (person_id, role, granted_at, school_id)
            select id, 'SchoolHead', {world.Now}, school_id from person where chat_id = {chat}
            returning person_id
            """);
        return head;
    }

    /// <summary>A teacher at the school of somebody else.</summary>
    internal static async Task<Visitor> Colleague(this World world, long chat, long of, string name)
    {
        var teacher = (await SeminarCast.Teacher(world, chat, name)).StartedEarlier();
        await world.MovesTo(chat, of);
        return teacher;
    }

    internal static Task<int> MovesTo(this World world, long chat, long of) => world.Sql<int>($"""
        update person set leaves_school_at = {world.Now}, school_id = (select school_id from person where chat_id = {of})
        where chat_id = {chat}
        """);

    /// <summary>Somebody of a school of their own.</summary>
    internal static Task<Visitor> Stranger(this World world, long chat) => SeminarCast.Teacher(world, chat, "Чужой Пётр Ильич");

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
}
