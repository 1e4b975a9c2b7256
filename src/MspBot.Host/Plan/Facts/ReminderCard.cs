using MspBot.Data.Plan.Facts;
using MspBot.Domain.Clock;
using MspBot.Domain.Log;
using MspBot.Domain.Plan.Facts;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Plan.Facts;

/// <summary>A plan without an answer: a head has the methodologists reminded, once a day. The number of the row is the plan.</summary>
internal sealed class ReminderCard(
    UnansweredPlanReader reader, PlanReminderStore store, PlanReminders reminders, QuietHours quiet, SiteZone zone) : Card
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
        var result = await store.Remind(new(id), turn.Now);
        if (result.Refusal is { } because) return Pressed.Warn(ReminderTexts.Refused(because));
        var news = await reminders.ByHead(result.Plan!, turn.Now);
        if (news.Notices.Count == 0) return Pressed.Warn(ReminderTexts.Nobody(news.Heard));
        await store.Reminded(new(id), turn.Now);
        turn.Log(LogAction.PlanReminded, LogSubject.Plan, id);
        turn.Tell(news.Notices);
        var later = quiet.NotBefore(turn.Now) is { } at ? HeardTexts.When(at, turn.Now, zone) : null;
        var said = ReminderTexts.Reminded(news.Notices.Count, later);
        return Pressed.Instead(new Screen(Html.Text(said))
            .Row(Button.Card(PlanTexts.ToPlan, PlanLinks.Plan, result.Plan!.Year.First)), said);
    }
}
