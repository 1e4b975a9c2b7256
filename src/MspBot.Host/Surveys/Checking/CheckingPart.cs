using MspBot.Data.Surveys;
using MspBot.Domain.Clock;
using MspBot.Domain.Surveys;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Surveys.Opening;

namespace MspBot.Host.Surveys.Checking;

/// <summary>Surveys that schools answer now, in /monitoring of those who check the answers.</summary>
internal sealed class CheckingPart(SurveyReader reader, SiteZone zone) : MonitoringPart
{
    public override int Order => 20;

    public override async Task<MonitoringRows?> For(Turn turn)
    {
        if (!SurveyAccess.Checks(turn.Speaker)) return null;
        var open = (await reader.Page(drafts: false, 0)).Items.Where(one => one.State == SurveyState.Open).ToList();
        var today = zone.DayOf(turn.Now);
        return open.Count == 0 ? null : new(
            Html.Lines([.. open.Select(one => Html.Text(CheckingTexts.Stands(one, today)))]),
            [.. open.Select(one => (IReadOnlyList<Button>)[Button.Card(OpeningTexts.ListButton(one), SurveyLinks.Survey, one.Id.Value)])]);
    }
}
