using MspBot.Data.People.Schools;
using MspBot.Data.Surveys.Summary;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Surveys.Summary;

/// <summary>The newest summary that the speaker may read, in /monitoring, and the way to those before it.</summary>
internal sealed class SummaryPart(SummaryReader reader, HeadedSchools heads) : MonitoringPart
{
    public override int Order => 50;

    public override async Task<MonitoringRows?> For(Turn turn)
    {
        var reads = SurveyAccess.Reads(turn.Speaker);
        if (!reads && await heads.Of(turn.Person) is null) return null;
        var page = await reader.Page(reads ? null : (await heads.Of(turn.Person))!.Id, closed: true, 0);
        if (page.Items is not [var newest, ..])
            return SurveyAccess.Checks(turn.Speaker) ? null : new(Html.Text(SummaryTexts.NoSummaries), []);
        var button = Button.Card(ButtonRows.Titled($"{SummaryTexts.Summary}: ", newest.Label), SurveyLinks.Summary, newest.Id.Value);
        return new(default, page.Items.Count == 1 ? [[button]]
            : [[button], [Button.Card(SummaryTexts.Earlier, SurveyLinks.Summary, 0)]]);
    }
}
