using MspBot.Data.Surveys.Indicators;
using MspBot.Domain.Log;
using MspBot.Host.Conversations;
using MspBot.Host.Log;

namespace MspBot.Host.Surveys.Indicators;

/// <summary>Indicators in the log: «показатель «Вакансии»».</summary>
internal sealed class IndicatorsInLog(IndicatorReader reader) : LoggedThings
{
    public override LogSubject Kind => LogSubject.Indicator;

    public override async Task<IReadOnlyDictionary<long, string>> Names(IReadOnlyCollection<long> ids) =>
        (await reader.Names(ids)).ToDictionary(one => one.Id, one => $"показатель «{one.Name}»");

    public override Task<ThingCard?> Card(long id) => Task.FromResult<ThingCard?>(new(SurveyLinks.Indicator, id));

    public override Task<bool> MayRead(Turn turn, long id) => Task.FromResult(SurveyAccess.Checks(turn.Speaker));

    public override string Detail(LogAction action, LogDetail detail) => detail.Value<IndicatorField>("field") is { } field
        ? $"{IndicatorFieldTexts.Noun(field)}{(detail.Is("breaks") ? ", смысл другой" : "")}" : "";
}
