using MspBot.Data.People;
using MspBot.Data.Plan;
using MspBot.Domain.Clock;
using MspBot.Domain.Notices;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.People;

namespace MspBot.Host.Plan.Items;

/// <summary>
/// Somebody who answers for items is about to be erased: heads are asked once who does it now. Then no card of the plan names them.
/// </summary>
internal sealed class ResponsibleOnPersonErased(
    HeirStore heirs, PersonReader people, ShownPlans shown, QuietHours quiet) : OnPersonErased
{
    /// <summary>As many buttons as a screen holds; the text names all of them.</summary>
    private const int Buttons = 6;

    public override async Task Before(PersonId person, Turn turn)
    {
        // Where no head can be written to, nobody counts as asked.
        var chats = (await people.HeadChats()).Where(chat => chat != turn.Speaker.Chat).ToList();
        if (chats.Count == 0 || await heirs.Take(person, turn.Now) is not { Count: > 0 } items) return;
        var screen = items.Take(Buttons).Aggregate(new Screen(ItemDeedTexts.HeirWanted([.. items.Select(item => item.Number)])),
                (above, item) => above.Row(PlanLinks.ToEdit(ItemDeedTexts.NameHeir(item.Number), item.Id, ItemField.Responsible)))
            .Row(Button.Command(PlanTexts.ToPlan, PlanLinks.Plan));
        turn.Tell(chats.Select(chat =>
            new Notice(chat, screen, NoticeKey.PlanHeirWanted(person, chat), quiet.NotBefore(turn.Now))));
    }

    public override Task After(PersonId person, Turn turn) => shown.RedrawNameless(person, turn.Now);
}
