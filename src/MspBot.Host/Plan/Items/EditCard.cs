using MspBot.Data.Plan;
using MspBot.Domain.Plan;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Plan.Items;

/// <summary>«Изменить пункт»: a head chooses what of it.</summary>
internal sealed class EditCard(PlanReader reader, ItemScreens screens) : Card
{
    private const string Name = PlanLinks.Edit;
    private const string Field = PlanLinks.EditField;

    public override string Key => Name;

    public override Access Access => Access.All(PlanAccess.Writes);

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        if (await reader.Item(new(id), turn.Now) is not { } item) return null;
        if (item.State == ItemState.Excluded) return await screens.Card(item, turn.Speaker, turn.Now);
        return Enum.GetValues<ItemField>().Chunk(2).Aggregate(new Screen(ItemDeedTexts.Now(item)), (screen, pair) => screen.Row(
                [.. pair.Select(field => PlanLinks.ToEdit(ItemDeedTexts.FieldLabel(field), item.Id, field))]))
            .Row(PlanLinks.ToItem(ItemTexts.Back, item.Id));
    }

    public override async Task<Pressed> Press(Turn turn, long id, string action, string arg) =>
        action == Field && new Argument(arg).Case<ItemField>() is { } field
            && await reader.Item(new(id), turn.Now) is { State: not ItemState.Excluded } item
            ? Pressed.Begin(PlanLinks.Change, PlanLinks.ChangeOf(item, field)) : Pressed.Fresh();
}
