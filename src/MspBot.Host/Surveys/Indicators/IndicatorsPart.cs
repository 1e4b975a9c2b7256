using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Surveys.Indicators;

/// <summary>«Показатели» in /monitoring.</summary>
internal sealed class IndicatorsPart : MonitoringPart
{
    public override int Order => 90;

    public override Task<MonitoringRows?> For(Turn turn) => Task.FromResult(SurveyAccess.Reads(turn.Speaker)
        ? new MonitoringRows(default, [[Button.Card(IndicatorTexts.Title, SurveyLinks.Indicators, 0)]]) : null);
}
