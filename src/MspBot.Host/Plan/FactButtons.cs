using MspBot.Data.Plan;
using MspBot.Domain.Plan;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Plan;

/// <summary>The rows of meetings under an item's card.</summary>
internal sealed class FactButtons(PlannedMeetings meetings)
{
    /// <param name="screen">The item's card.</param>
    /// <param name="item">The item.</param>
    /// <param name="speaker">Who looks.</param>
    /// <param name="open">Its plan can still be changed.</param>
    internal Screen Add(Screen screen, ItemDetails item, Speaker speaker, bool open) => screen.Row(
        open && PlanAccess.Writes(speaker) && !item.Now.IsExcluding && item.Measure.Text.Form.IsMeeting()
            ? meetings.New(PlanTexts.NewMeeting, item.Id) : null,
        item.Meetings > 0 ? Button.Card(PlanTexts.Meetings(item.Meetings), PlanLinks.Meetings, item.Id.Value) : null);
}
