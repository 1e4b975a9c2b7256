using MspBot.Data.Plan;
using MspBot.Domain.Plan;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Plan;

/// <summary>Nothing was done; the way on is the item or the plan as it is today.</summary>
internal sealed class PlanRefusalScreens(PlanReader reader, ItemScreens items)
{
    internal static Screen Of(PlanRefusal because) =>
        new Screen(Html.Text(RefusalTexts.Of(because))).Row(Button.Command(PlanTexts.Plan, PlanLinks.Plan), EngineTexts.ToMenu);

    /// <summary>The item afresh, with the reason above it.</summary>
    internal async Task<Screen> Of(PlanRefusal because, PlanItemId id, Turn turn) =>
        await reader.Item(id, turn.Now) is { } item ? await Of(because, item, turn.Speaker, turn.Now) : Of(because);

    internal async Task<Screen> Of(PlanRefusal because, ItemDetails item, Conversations.Messages.Speaker speaker, DateTimeOffset now) =>
        await items.Card(item, speaker, now, Html.Text(RefusalTexts.Of(because))) ?? Of(because);

    internal async Task<Done> Done(PlanRefusal because, PlanItemId id, Turn turn) => new Done.With(await Of(because, id, turn));
}
