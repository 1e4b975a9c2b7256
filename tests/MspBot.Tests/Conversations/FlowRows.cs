using MspBot.Sandbox;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;

namespace MspBot.Tests.Conversations;

/// <summary>What the walker must know of a flow: who talks it, and what it is begun with.</summary>
/// <param name="Key">As it is registered.</param>
/// <param name="Who">A fresh person with this chat, who may talk it.</param>
/// <param name="Argument">What its button carries.</param>
internal sealed record FlowRow(string Key, Func<World, long, Task<Visitor>> Who, Func<World, Task<string>> Argument)
{
    /// <summary>Its only question ends it: there is nothing to go back from.</summary>
    internal bool IsOneQuestion { get; init; }

    internal static readonly IReadOnlyList<FlowRow> All =
    [
        new("register", Stranger, world => Task.FromResult($"{world.Clock.GetUtcNow().ToUnixTimeSeconds()}.")),
        new("profile-name", Teacher, Nothing),
        new("profile-school", Teacher, Nothing),
        new("profile-position", Teacher, Nothing),
        new("profile-subjects", Teacher, Nothing),
        new("new", Head, Nothing),
        new("cancel-seminar", Head, async world => $"{await world.Seminar()}"),
        new("change", Head, async world => $"{await world.Seminar()}.1.Start"),
        new("code", Teacher, async world => $"{await Begun(world)}"),
        new("invite", Head, Nothing),
        new("find-person", Head, Nothing) { IsOneQuestion = true },
        new("assign", Head, async world => $"{await Accompanying(world)}"),
        new("ask", Teacher, Nothing),
        new("reply", Head, async world => $"{await Asked(world)}"),
        new("attach", Head, async world => $"{await Begun(world)}"),
        new("hours-add", Tutor, Nothing) { IsOneQuestion = true },
        new("hours-link", Tutor, Nothing),
        new("hours-away", Tutor, Nothing),
    ];

    /// <summary>The same flow, as the walker begins it for each field of a seminar.</summary>
    internal static readonly IReadOnlyList<string> Fields = ["Title", "Start", "Length", "Seats", "Audience", "Link", "Leader", "Description"];

    /// <summary>What is typed where a question wants words: markup wherever it may stand.</summary>
    internal static readonly IReadOnlyDictionary<string, string> Words = new Dictionary<string, string>
    {
        ["name"] = "Иванова Мария Петровна",
        ["school.name"] = "Школа <b>&\"№ 7\"</b>",
        ["position"] = "учитель <i>&\"физики\"",
        ["title"] = "<b>Чтение</b> & \"письмо\"",
        ["when.date"] = "завтра",
        ["when.time"] = "15:30",
        ["length"] = "1:15",
        ["seats"] = "25",
        ["audience"] = "учителя <истории> & \"права\"",
        ["link"] = "https://meet.example.org/?a=1&b=<x>\"",
        ["description"] = "Программа: 1 < 2 & \"два\"\n</b>",
        ["word"] = "сосна 47",
        ["what"] = "https://meet.example.org/?a=1&b=<x>\"",
        ["meet"] = "https://meet.example.org/?a=1&b=<x>\"",
        ["question"] = "Куда <b>приходить</b> & \"когда\"?",
        ["answer"] = "В <i>актовый зал</i> & \"вовремя\"",
        ["reason"] = "<заболел> & \"ведущий\"",
    };

    internal static FlowRow Of(string key) => All.Single(r => r.Key == key);

    /// <summary>A meeting that goes on, with everybody in it.</summary>
    private static async Task<long> Begun(World world)
    {
        var id = await world.Seminar(seats: null, startsIn: TimeSpan.FromMinutes(-5));
        await world.Sql<int>($"""
            insert into sign_up (seminar_id, person_id, state, created_at, confirmed_at)
            select {id}, p.id, 'Confirmed', now(), now() from person p
            """);
        return id;
    }

    /// <summary>A new tutor.</summary>
    private static async Task<long> Accompanying(World world)
    {
        var chat = await world.Sql<long>("select coalesce(max(telegram_id), 0) + 500000 from person");
        await SeminarCast.Teacher(world, chat, "Тьюторова Ольга Павловна", "Tutor");
        return await world.Sql<long>($"select id from person where telegram_id = {chat}");
    }

    /// <summary>A question that waits for a head.</summary>
    private static async Task<long> Asked(World world)
    {
        var chat = await world.Sql<long>("select coalesce(max(telegram_id), 0) + 500000 from person");
        await SeminarCast.Teacher(world, chat, "Вопросова Елена Юрьевна");
        return await world.Sql<long>($"""
            with q as (
                insert into inquiry (asker_id, waits_since) select id, now() from person where telegram_id = {chat} returning id, asker_id
            )
            insert into inquiry_word (inquiry_id, author_id, by_head, words, said_at)
            select id, asker_id, false, 'Будет ли запись <семинара>?', now() from q
            returning inquiry_id
            """);
    }

    private static Task<string> Nothing(World world) => Task.FromResult("");

    private static Task<Visitor> Stranger(World world, long chat) => Task.FromResult(world.Visitor(chat, "Мария"));

    private static Task<Visitor> Teacher(World world, long chat) => SeminarCast.Teacher(world, chat);

    private static Task<Visitor> Tutor(World world, long chat) => SeminarCast.Teacher(world, chat, role: "Tutor");

    private static Task<Visitor> Head(World world, long chat) => SeminarCast.Head(world, chat);
}
