using MspBot.Domain.Plan;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Plan;

/// <summary>The ways from the plan to meetings. Implemented once, by Seminars.</summary>
internal abstract class PlannedMeetings
{
    /// <summary>Begins a meeting with all that this item says of it.</summary>
    public abstract Button New(string label, PlanItemId item);

    /// <summary>Opens one of the meetings that carry out an item.</summary>
    public abstract Button Open(string label, long meeting);
}
