using MspBot.Data.People.Roles;
using MspBot.Data.Plan;
using MspBot.Domain.Clock;
using MspBot.Domain.Log;
using MspBot.Domain.People;
using MspBot.Domain.Plan;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.People;

namespace MspBot.Host.Plan.Agreement;

/// <summary>«Отправить на согласование»: all drafts of a plan. The number of the row is the plan.</summary>
internal sealed class SendCard(
    PlanReader reader, PlanStore store, RoleStore roles, PlanScreens screens, ShownPlans shown, PlanNotices notices, SiteZone zone) : Card
{
    private const string Name = PlanLinks.Send;
    private const string Go = PlanLinks.Go;

    public override string Key => Name;

    public override Access Access => Access.All(PlanAccess.Writes);

    public override async Task<Screen?> Show(Turn turn, long id, string arg) =>
        await reader.One(new(id)) is { } plan ? await screens.Card(plan.Year, turn.Speaker, turn.Now) : null;

    public override async Task<Pressed> Press(Turn turn, long id, string action, string arg)
    {
        if (action != Go || await reader.One(new(id)) is not { } plan) return Pressed.Fresh();
        if (!await roles.Holds(turn.Person, Role.Head)) return Pressed.Warn(RefusalTexts.Of(PlanRefusal.RoleLost));
        var sent = await store.Send(plan.Id, turn.Person, turn.Now);
        if (sent.Refusal is { } refusal) return Pressed.Instead(await Refused(refusal, plan, turn));

        turn.Log(LogAction.PlanSent, LogSubject.Plan, id, LogDetail.Of("items", sent.Items.Count));
        await shown.Redraw(turn, plan.Id);
        var heard = await notices.TellSent(turn, plan);
        return Pressed.Instead(await screens.Card(plan.Year, turn.Speaker, turn.Now,
            AgreementTexts.Sent(sent.Items.Count, heard, HeardTexts.When(notices.HeardAt(turn.Now), turn.Now, zone))));
    }

    private async Task<Screen> Refused(PlanRefusal because, PlanDetails plan, Turn turn)
    {
        var text = Html.Text(RefusalTexts.Of(because));
        return because == PlanRefusal.NoMethodologist
            ? new Screen(text).Row(Button.Flow(AgreementTexts.InviteMethodologist, PeopleLinks.Invite).Main())
                .Row(PlanLinks.ToPlan(PlanTexts.ToPlan, plan.Year))
            : await screens.Card(plan.Year, turn.Speaker, turn.Now, text);
    }
}
