using MspBot.Sandbox;
using MspBot.Tests.Conversations;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;

namespace MspBot.Tests.Digests.Effectiveness;

/// <summary>The flows of effectiveness, as the walker begins them: each time with other days and another year.</summary>
internal static class EffectFlowRows
{
    internal static readonly IReadOnlyList<FlowRow> All =
    [
        new("effect-days", (world, chat) => SeminarCast.Head(world, chat), _ => Task.FromResult("")) { EndsAnywhere = true },
        new("effect-goal", Methodologist, async world => $"{2026 + await world.Sql<int>("select count(*) from effect_goal")}.Rating.none")
        { IsOneQuestion = true },
        new("conclude", Methodologist, async world =>
            $"OwnDays.20261001.{new DateOnly(2026, 10, 1).AddDays(await world.Sql<int>("select count(*) from conclusion")):yyyyMMdd}")
        { IsOneQuestion = true },
        new("conclude-change", Methodologist, async world => $"{await world.Concluded(sent: false)}.1") { IsOneQuestion = true },
        new("conclude-answer", (world, chat) => SeminarCast.Head(world, chat), async world => $"{await world.Concluded(sent: true)}")
        { IsOneQuestion = true },
    ];

    /// <summary>What is typed where a question wants words.</summary>
    internal static readonly IReadOnlyDictionary<string, string> Words = new Dictionary<string, string>
    {
        ["goal"] = "4,5",
        ["conclusion"] = "Явка <растёт> & \"план\"\n</b>",
    };

    private static Task<Visitor> Methodologist(World world, long chat) =>
        SeminarCast.Teacher(world, chat, "Котова Ольга Львовна", "Methodologist");
}
