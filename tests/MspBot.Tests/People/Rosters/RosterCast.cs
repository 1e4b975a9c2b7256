using System.Globalization;
using MspBot.Sandbox;
using MspBot.Tests.Files.Tables;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;

namespace MspBot.Tests.People.Rosters;

/// <summary>A school head who brings teachers in, and who they bring.</summary>
internal static class RosterCast
{
    internal const string School = "Школа № 500";
    internal const string Ivanova = "Иванова Мария Петровна";

    internal static readonly object?[] Header = ["№", "Фамилия", "Имя", "Отчество", "Должность", "Предметы"];

    /// <summary>Works at the school that they head, of which each has one.</summary>
    internal static async Task<Visitor> SchoolHead(this World world, long chat = 500, string name = "Сидорова Анна Павловна")
    {
        var head = (await SeminarCast.Teacher(world, chat, name, "SchoolHead")).StartedEarlier();
        await world.Heads(chat, chat);
        return head;
    }

    /// <summary>Whoever has this chat heads the school at which another works.</summary>
    internal static Task Heads(this World world, long chat, long colleague = 500) => world.Sql<int>($"""
        update person_role r set school_id = (select school_id from person where chat_id = {colleague})
        from person p
        where p.id = r.person_id and p.chat_id = {chat} and r.role = 'SchoolHead'
        """);

    /// <summary>Somebody who has registered before, at the school of the first head or at one of their own.</summary>
    internal static async Task<Visitor> Works(this World world, long chat, string name, bool elsewhere = false)
    {
        var teacher = (await SeminarCast.Teacher(world, chat, name)).StartedEarlier();
        if (!elsewhere)
            await world.Sql<int>($"""
                update person set leaves_school_at = {world.Now}, school_id = (select school_id from person where chat_id = 500)
                where chat_id = {chat}
                """);
        return teacher;
    }

    /// <summary>«Пригласить учителей»</summary>
    internal static async Task Brings(this Visitor head)
    {
        await head.Types("/about");
        await head.Sees("Базовая школа");
        await head.TapsData(head.Chat.Last(m => m.FromBot), "c:sr:0:show");
        await head.Sees("Пригласить учителей");
    }

    internal static object?[] Row(object? number, string name, string? position = "учитель", string? subjects = "Математика, Физика")
    {
        var words = name.Split(' ');
        return [number, words[0], words.ElementAtOrDefault(1), words.ElementAtOrDefault(2), position, subjects];
    }

    internal static byte[] Table(params object?[][] rows) => Workbooks.Of([Header, .. rows]);

    /// <summary>The message that answers once the file is read.</summary>
    internal static async Task<ChatMessage> SendsList(this World world, Visitor head, byte[] table)
    {
        await head.Brings();
        await head.Taps("Списком из Excel");
        await head.Sees("Пришлите список учителей");
        await head.SendsDocument("Иванова и другие.xlsx", table);
        await head.Sees("Файл получен. Проверяю список");
        await world.RunJobs();
        return head.Chat.Last(m => m.FromBot);
    }

    /// <summary>What stands behind «/start» in the links of a table, by number.</summary>
    internal static async Task<IReadOnlyDictionary<int, string>> MakesLinks(this World world, Visitor head, params object?[][] rows)
    {
        await world.SendsList(head, Table(rows));
        await head.Taps("Сделать ссылки");
        return await head.SeesLinks();
    }

    internal static async Task<IReadOnlyDictionary<int, string>> SeesLinks(this Visitor head) =>
        Workbooks.Words((await head.SeesFile("Учителя с личными ссылками.xlsx")).Bytes.ToArray()).Skip(1)
            .Where(row => row[6].Contains("?start=", StringComparison.Ordinal))
            .ToDictionary(row => int.Parse(row[0], CultureInfo.InvariantCulture), row => row[6].Split("?start=")[1]);

    /// <summary>Comes by a link and agrees to their data being stored.</summary>
    internal static async Task<Visitor> Comes(this World world, long chat, string link)
    {
        var teacher = world.Visitor(chat, "Мария");
        await teacher.Types($"/start {link}");
        await teacher.Sees("закон 152-ФЗ");
        await teacher.Taps("Согласен");
        return teacher;
    }

    /// <summary>Whether anything that is stored says these words.</summary>
    internal static async Task<bool> Knows(this World world, string words)
    {
        await world.Idle();
        var tables = (await world.Sql<string>("""
            select string_agg(table_name, ',') from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'
            """))!.Split(',');
        var hex = Convert.ToHexStringLower(System.Text.Encoding.UTF8.GetBytes(words));
        return await world.Sql<bool>($"""
            select exists (select from ({string.Join(" union all ", tables.Select(table => $"select x::text as row from {table} x"))}) found
                where position('{words}' in row) > 0 or position('{hex}' in row) > 0)
            """);
    }
}
