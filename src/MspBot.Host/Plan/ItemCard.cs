using MspBot.Data.Plan;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Plan;

/// <summary>One item of the plan.</summary>
internal sealed class ItemCard(PlanReader reader, ItemScreens screens) : Card
{
    private const string Name = PlanLinks.Item;

    public override string Key => Name;

    public override Access Access => Access.All(PlanAccess.Reads);

    public override async Task<Screen?> Show(Turn turn, long id, string arg) =>
        await reader.Item(new(id), turn.Now) is { } item ? await screens.Card(item, turn.Speaker, turn.Now) : null;
}
