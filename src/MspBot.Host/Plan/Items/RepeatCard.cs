using MspBot.Data.People.Roles;
using MspBot.Data.Plan;
using MspBot.Domain.Clock;
using MspBot.Domain.Log;
using MspBot.Domain.People;
using MspBot.Domain.Plan;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Plan.Items;

/// <summary>«Повторить прошлогодний» and «Перенести невыполненные». The number of the row is the year of the new plan.</summary>
internal sealed class RepeatCard(PlanReader reader, RepeatStore store, RoleStore roles, PlanScreens screens, ShownPlans shown) : Card
{
    private const string Name = PlanLinks.Repeat;
    private const string RepeatLast = PlanLinks.RepeatLast;
    private const string CarryOver = PlanLinks.CarryOver;

    public override string Key => Name;

    public override Access Access => Access.All(PlanAccess.Writes);

    public override async Task<Screen?> Show(Turn turn, long id, string arg) =>
        id is >= 2020 and <= 2100 ? await screens.Card(new((int)id), turn.Speaker, turn.Now) : null;

    public override async Task<Pressed> Press(Turn turn, long id, string action, string arg)
    {
        if (id is < 2020 or > 2100 || action is not (RepeatLast or CarryOver)) return Pressed.Fresh();
        if (!await roles.Holds(turn.Person, Role.Head)) return Pressed.Warn(RefusalTexts.Of(PlanRefusal.RoleLost));
        var year = new SchoolYear((int)id);
        var repeats = action == RepeatLast;
        var result = repeats ? await store.Repeat(year, turn.Person, turn.Now) : await store.CarryOver(year, turn.Person, turn.Now);
        if (result.Refusal is { } refusal)
            return Pressed.Instead(await screens.Card(year, turn.Speaker, turn.Now, Html.Text(RefusalTexts.Of(refusal))));

        var plan = (await reader.Of(year))!;
        var count = result.Items.Count;
        turn.Log(repeats ? LogAction.PlanCopied : LogAction.PlanCarriedOver, LogSubject.Plan, plan.Id.Value, LogDetail.Of("items", count));
        await shown.Redraw(turn, plan.Id);
        var copied = result.Items.ToHashSet();
        int[] left = [.. (await reader.Items(plan.Id, turn.Now)).Where(item => copied.Contains(item.Id) && ItemTexts.IsLeft(item.Now))
            .Select(item => item.Number)];
        return Pressed.Instead(await screens.Card(year, turn.Speaker, turn.Now,
            repeats ? ItemDeedTexts.Repeated(count, left) : ItemDeedTexts.CarriedOver(count, left)));
    }
}
