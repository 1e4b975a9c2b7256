using MspBot.Data.Plan;
using MspBot.Domain.Plan;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Plan;

/// <summary>The rows of meetings under an item's card.</summary>
internal sealed class FactButtons(PlannedMeetings meetings)
{
    internal Screen Add(Screen screen, ItemDetails item, Speaker speaker) => screen.Row(
        PlanAccess.Writes(speaker) && item.State != ItemState.Excluded && item.Measure.Text.Form.IsMeeting()
            ? meetings.New(PlanTexts.NewMeeting, item.Id) : null,
        item.Meetings > 0 ? Button.Card(PlanTexts.Meetings(item.Meetings), PlanLinks.Meetings, item.Id.Value) : null);
}
