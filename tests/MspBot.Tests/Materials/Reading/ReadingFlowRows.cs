using MspBot.Domain.People;
using MspBot.Sandbox;
using MspBot.Tests.Conversations;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;

namespace MspBot.Tests.Materials.Reading;

/// <summary>What the walker must know of the flows of the library's readers and of topics.</summary>
internal static class ReadingFlowRows
{
    internal static readonly IReadOnlyList<FlowRow> All =
    [
        new("material-search", (world, chat) => world.ReaderOfLibrary(chat), _ => Task.FromResult("")) { IsOneQuestion = true },
        new("topic-add", Head, async world =>
        {
            await Forget(world);
            return "";
        })
        { IsOneQuestion = true },
        new("topic-rename", Head, async world =>
        {
            await Forget(world);
            return $"{(await world.Topic("Оценивание")).Value}.1";
        })
        { IsOneQuestion = true },
        new("topic-merge", Head, async world =>
        {
            // One that stays, and of each walker one that goes.
            if (await world.Sql<int>("select count(*) from topic where retired_at is null") == 0) await world.Topic("Чтение");
            var earlier = await world.Sql<int>("select count(*) from topic where name like 'Оценивание%'");
            return $"{(await world.Topic(earlier == 0 ? "Оценивание" : $"Оценивание {earlier + 1}")).Value}.1";
        })
        { EndsAnywhere = true },
    ];

    private static Task<Visitor> Head(World world, long chat) => SeminarCast.Teacher(world, chat, "Смирнова Вера Павловна", "Head");

    /// <summary>Each walker is asked the same, and what another one typed is no topic of the list any more.</summary>
    private static Task<int> Forget(World world) => world.Sql<int>($"update topic set retired_at = {world.Now} where retired_at is null");
}

/// <summary>Rows of the library that only some may open: <see cref="RowsOfOthers"/>.</summary>
internal static class ReadingRows
{
    /// <param name="world">Where.</param>
    /// <param name="mark">In the words of each.</param>
    /// <param name="head">The chat of a head.</param>
    internal static async Task<IReadOnlyList<PlantedRow>> Plant(World world, string mark, long head)
    {
        var topic = await world.Topic($"{mark} тема");
        await world.Sql<int>($"""
            insert into material_wish (person_id, words, day, at) select id, '{mark} дроби', '2026-11-24', {world.Now}
            from person where chat_id = {head}
            """);
        return
        [
            new("ltl", 0, head, "Список тем", Role.Head), new("ltt", topic.Value, head, mark, Role.Head),
            new("lw", 0, head, mark, Role.Head, Role.Methodologist, Role.Observer),
        ];
    }
}
