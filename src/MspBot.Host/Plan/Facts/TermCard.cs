using MspBot.Data.Plan;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Plan.Facts;

/// <summary>«Оставить» under a meeting outside the term of its item.</summary>
internal sealed class TermCard(PlanReader plans) : Card
{
    internal const string Keep = "keep";
    private const string Name = PlanLinks.Term;

    public override string Key => Name;

    public override Access Access => Access.All(PlanAccess.Writes);

    public override async Task<Screen?> Show(Turn turn, long id, string arg) =>
        await plans.Item(new(id), turn.Now) is { } item ? Kept(item) : null;

    private static Screen Kept(ItemDetails item) =>
        new Screen(TermNoteTexts.Kept(item)).Row(Button.Card(TermNoteTexts.OpenItem, PlanLinks.Item, item.Id.Value));
}
