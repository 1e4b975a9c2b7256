using MspBot.Sandbox;
using MspBot.Tests.Conversations;
using MspBot.Tests.Nominations;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using MspBot.Tests.Surveys.Filling;

namespace MspBot.Tests.Surveys;

/// <summary>What the walker must know of the flows of monitoring.</summary>
internal static class SurveyFlowRows
{
    internal static readonly IReadOnlyList<FlowRow> All =
    [
        new("indicator-add", Head, _ => Task.FromResult("")),
        new("indicator-change", Head, async world => $"{await world.IndicatorToChange()}.1.Bounds"),
        new("survey-new", Head, async world =>
        {
            // Each walker is asked the same.
            while (await world.Sql<int>("select count(*) from indicator") < 2) await world.DraftToOpen();
            return "";
        }),
        new("survey-change", Head, async world => $"{(await world.DraftToOpen()).Value}.1.Due") { IsOneQuestion = true },
        new("survey-answer", NominationCast.HeadAmongTeachers, FillingCast.QuestionOfNewestHead) { EndsAnywhere = true },
    ];

    /// <summary>What is typed where a question wants words.</summary>
    internal static readonly IReadOnlyDictionary<string, string> Words = new Dictionary<string, string>
    {
        ["indicator-name"] = "Вакансии <&> \"ставки\"",
        ["indicator-unit"] = "чел.",
        ["indicator-hint"] = "Протокол <ВПР> & \"форма\"",
        ["indicator-min"] = "0",
        ["indicator-max"] = "3,5",
        ["survey-period"] = "с 01.09 по 20.11",
        ["survey-due"] = "завтра",
    };

    private static Task<Visitor> Head(World world, long chat) => world.Teacher(chat, "Смирнова Вера Павловна", role: "Head");
}
