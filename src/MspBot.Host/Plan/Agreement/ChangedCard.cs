using MspBot.Data.Plan;
using MspBot.Domain.Clock;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Plan.Agreement;

/// <summary>
/// «Что изменилось»: what was sent since this methodologist agreed last. The number of the row is the plan, the argument a page.
/// </summary>
internal sealed class ChangedCard(PlanReader reader, HistoryReader history, SiteZone zone) : Card
{
    private const string Name = PlanLinks.Changed;

    public override string Key => Name;

    public override Access Access => Access.All(PlanAccess.Agrees);

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        if (await reader.One(new(id)) is not { } plan) return null;
        var since = await history.LastAgreement(plan.Id, turn.Person) ?? DateTimeOffset.UnixEpoch;
        var page = await Pager.Read(Pager.Number(arg), number => history.Since(plan.Id, since, number, turn.Now));
        return new Screen(AgreementTexts.Changed(plan, since, page.Items, zone))
            .Page(page, one => PlanLinks.ToItem(ItemTexts.Button(one.Item, one.Item.Now), one.Item.Id),
                (label, number) => Button.Card(label, Name, id, arg: Russian.Number(number)))
            .Row(PlanLinks.ToPlan(PlanTexts.ToPlan, plan.Year), EngineTexts.ToMenu);
    }
}
