using MspBot.Data.Plan;
using MspBot.Data.Plan.Facts;
using MspBot.Domain.Clock;
using MspBot.Domain.Log;
using MspBot.Domain.Plan.Facts;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Plan.Facts;

/// <summary>A plan without an answer: a head has the methodologists reminded, once a day. The number of the row is the plan.</summary>
internal sealed class ReminderCard(
    UnansweredPlanReader reader, ReviewReader reviews, PlanReminderStore store, PlanReminders reminders, SiteZone zone) : Card
{
    private const string Name = PlanLinks.Reminder;

    public override string Key => Name;

    public override Access Access => Access.All(PlanAccess.Writes);

    public override async Task<Screen?> Show(Turn turn, long id, string arg) => await reader.One(new(id)) is { } plan
        ? new Screen(ReminderTexts.NoAnswer(plan, zone))
            .Row(Button.Card(ReminderTexts.Remind, Name, id, PlanLinks.Remind))
            .Row(Button.Card(PlanTexts.ToPlan, PlanLinks.Plan, plan.Year.First))
        : new Screen(Html.Text(ReminderTexts.Refused(ReminderRefusal.NothingWaits))).Row(EngineTexts.ToMenu);

    public override async Task<Pressed> Press(Turn turn, long id, string action, string arg)
    {
        if (action != PlanLinks.Remind) return await base.Press(turn, id, action, arg);
        if ((await reviews.Methodologists()).Count == 0) return Pressed.Warn(ReminderTexts.Refused(ReminderRefusal.NobodyToRemind));
        var result = await store.Remind(new(id), turn.Now);
        if (result.Refusal is { } because) return Pressed.Warn(ReminderTexts.Refused(because));
        var notices = await reminders.ByHead(result.Plan!, turn.Now);
        turn.Log(LogAction.PlanReminded, LogSubject.Plan, id);
        turn.Tell(notices);
        return Pressed.Instead(new Screen(Html.Text(ReminderTexts.Reminded(notices.Count)))
            .Row(Button.Card(PlanTexts.ToPlan, PlanLinks.Plan, result.Plan!.Year.First)), ReminderTexts.Reminded(notices.Count));
    }
}
