using MspBot.Domain.Plan;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Plan;

namespace MspBot.Host.Seminars.Heads;

/// <summary>The plan's ways to seminars.</summary>
internal sealed class SeminarsOfPlan : PlannedMeetings
{
    public override Button New(string label, PlanItemId item) =>
        Button.Flow(label, SeminarLinks.NewSeminar, NewSeminarFlow.StartOf(item));

    public override Button Open(string label, long meeting) => Button.Card(label, SeminarLinks.Seminar, meeting);
}
