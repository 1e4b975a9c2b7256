using MspBot.Data.Digests.Effectiveness;
using MspBot.Domain.Clock;
using MspBot.Domain.Digests.Effectiveness;
using MspBot.Domain.Log;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Log;
using MspBot.Host.Surveys;

namespace MspBot.Host.Digests.Effectiveness;

/// <summary>«Эффективность площадки» in /monitoring, and the conclusion that waits for a head.</summary>
internal sealed class EffectPart(ConclusionReader reader) : MonitoringPart
{
    public override int Order => 90;

    public override async Task<MonitoringRows?> For(Turn turn)
    {
        if (!EffectAccess.Reads(turn.Speaker)) return null;
        var waiting = EffectAccess.Answers(turn.Speaker) ? await reader.Unanswered() : null;
        Button[] page = [Button.Card(EffectTexts.Effectiveness, EffectLinks.Page, 0)];
        return waiting is null ? new(default, [page])
            : new(ConclusionTexts.Waits(waiting), [[Button.Flow(ConclusionTexts.Answer, EffectLinks.AnswerConclusion, waiting.Id)], page]);
    }
}

/// <summary>Conclusions in the log: «заключение за период: 1 полугодие 2026/27».</summary>
internal sealed class ConclusionsInLog(ConclusionReader reader) : LoggedThings
{
    public override LogSubject Kind => LogSubject.Conclusion;

    public override async Task<IReadOnlyDictionary<long, string>> Names(IReadOnlyCollection<long> ids) =>
        (await reader.Labels(ids)).ToDictionary(one => one.Id, one => ConclusionTexts.InLog(one.Label));

    public override Task<ThingCard?> Card(long id) => Task.FromResult<ThingCard?>(new(EffectLinks.Conclusion, id));

    public override Task<bool> MayRead(Turn turn, long id) => Task.FromResult(EffectAccess.Writes(turn.Speaker));

    /// <summary>«Явка на мероприятия, 2026/27: 80 %»</summary>
    public override string Detail(LogAction action, LogDetail detail) =>
        action == LogAction.EffectGoalSet && detail.Value<EffectFigure>("figure") is { } figure && detail.Number("year") is { } year
            ? $"{EffectTexts.Name(figure)}, {new SchoolYear((int)year)}: "
                + (detail.Number("tenths") is { } tenths ? EffectTexts.Goal(figure, tenths / 10m) : "цель убрана")
            : "";
}
