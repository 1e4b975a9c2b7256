using MspBot.Data.Plan;
using MspBot.Domain;
using MspBot.Domain.Clock;
using MspBot.Domain.Log;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Plan.Agreement;

/// <summary>«История» of an item: its versions, decisions, remarks, marks and meetings. The argument is the page.</summary>
internal sealed class ItemHistoryCard(PlanReader reader, HistoryReader history, SiteZone zone) : Card
{
    private const string Name = PlanLinks.ItemHistory;

    public override string Key => Name;

    public override Access Access => Access.All(HistoryAccess.Reads);

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        if (await reader.Item(new(id), turn.Now) is not { } item) return null;
        var writes = PlanAccess.Writes(turn.Speaker);
        var versions = (await history.Of(item.Id)).Where(past => writes || past.Version.SentAt is not null).ToList();
        // What a methodologist has not read yet came from nowhere either.
        var deeds = (await history.Deeds(item.Id)).Where(deed => deed.Action is not (LogAction.PlanImported or LogAction.PlanCopied
            or LogAction.PlanCarriedOver) || versions.Any(past => past.Version.At == deed.At)).ToList();
        var page = Paging.Cut(HistoryTexts.Steps(item, versions, deeds, zone), Pager.Number(arg));
        return new Screen(HistoryTexts.Item(item, page.Items))
            .Turning(page, (label, number) => Button.Card(label, Name, id, arg: Russian.Number(number)))
            .Row(PlanLinks.ToItem(ItemTexts.Back, item.Id));
    }
}

/// <summary>«История» of a plan: what was sent and decided when. The argument is the page.</summary>
internal sealed class PlanHistoryCard(PlanReader reader, HistoryReader history, SiteZone zone) : Card
{
    private const string Name = PlanLinks.PlanHistory;

    public override string Key => Name;

    public override Access Access => Access.All(HistoryAccess.Reads);

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        if (await reader.One(new(id)) is not { } plan) return null;
        var page = await Pager.Read(Pager.Number(arg), number => history.Steps(plan.Id, zone.Zone.Id, number));
        return new Screen(HistoryTexts.Plan(plan, page.Items, zone))
            .Turning(page, (label, number) => Button.Card(label, Name, id, arg: Russian.Number(number)))
            .Row(PlanLinks.ToPlan(PlanTexts.ToPlan, plan.Year));
    }
}

/// <summary>Observers read what is in force, not how it came to be.</summary>
internal static class HistoryAccess
{
    internal static bool Reads(Speaker speaker) => speaker.IsAny(Role.Head, Role.Methodologist);
}
