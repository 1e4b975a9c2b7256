using MspBot.Domain.Materials;
using MspBot.Sandbox;
using MspBot.Tests.Conversations;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;

namespace MspBot.Tests.Materials.Adding;

/// <summary>What the walker must know of the flows of adding.</summary>
internal static class MaterialFlowRows
{
    internal static readonly IReadOnlyList<FlowRow> All =
    [
        new("material-add", Head, _ => Task.FromResult("")),
        new("material-change", Head, async world => $"{(await Offered(world)).Value}.1") { EndsAnywhere = true },
        new("material-replace", Head, async world => $"{(await Offered(world)).Value}.1"),
        new("material-return", Head, async world => $"{(await Offered(world)).Value}.1") { IsOneQuestion = true },
    ];

    /// <summary>What is typed where a question wants words.</summary>
    internal static readonly IReadOnlyDictionary<string, string> Words = new Dictionary<string, string>
    {
        ["material-what"] = "https://disk.example.org/?a=1&b=<x>\"",
        ["material-grades"] = "5–7",
        ["material-about"] = "Задания <на> & \"проценты\"",
        ["material-names"] = "Орлов <Б.> & \"Л.\"",
    };

    /// <summary>A file that somebody has sent outside any form.</summary>
    internal static async Task<string> Sent(World world, Visitor by) => $"{await world.Sql<long>($"""
        insert into sent_file (person_id, reference, name, at) values ({(await world.Of(by)).Value}, 'x', 'Проценты.pdf', {world.Now})
        returning id
        """)}";

    private static Task<MaterialId> Offered(World world) => world.Material("Проценты <6> & \"класс\"",
        world.Visitor(MaterialCast.Author).StartedEarlier(), MaterialState.Offered);

    private static Task<Visitor> Head(World world, long chat) => SeminarCast.Teacher(world, chat, "Смирнова Вера Павловна", "Head");
}
