using System.Globalization;
using MspBot.Tests.Surveys;
using MspBot.Tests.Surveys.Checking;

namespace MspBot.Tests.Conversations;

/// <content>Surveys that schools answer.</content>
internal sealed partial record FlowRow
{
    private static IReadOnlyList<FlowRow> OfChecking =>
    [
        new("survey-return", Methodologist, async world => $"{await world.SentSurvey()}.2"),
        new("survey-reopen", Methodologist, async world =>
        {
            var survey = (await world.SentSurvey()).Split('.')[0];
            await world.Closes(new(long.Parse(survey, CultureInfo.InvariantCulture)));
            return $"{survey}.2";
        })
        { IsOneQuestion = true },
        new("survey-due", Head, async world => $"{(await world.SentSurvey()).Split('.')[0]}.1") { IsOneQuestion = true },
    ];
}
