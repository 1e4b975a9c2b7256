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
    internal async Task<Screen> Of(PlanRefusal because, PlanItemId id, Turn turn, string? typed = null) =>
        await reader.Item(id, turn.Now) is { } item ? await Of(because, item, turn.Speaker, turn.Now, typed) : Of(because);

    internal async Task<Screen> Of(
        PlanRefusal because, ItemDetails item, Conversations.Messages.Speaker speaker, DateTimeOffset now, string? typed = null) =>
        await items.Card(item, speaker, now, Html.Paragraphs(Html.Text(RefusalTexts.Of(because)), RefusalTexts.NotKept(typed)))
            ?? Of(because);

    /// <inheritdoc cref="Of(PlanRefusal)"/>
    /// <param name="because">Why.</param>
    /// <param name="id">Which item.</param>
    /// <param name="turn">Whose.</param>
    /// <param name="typed">What was typed for it, which is said back; null: nothing.</param>
    internal async Task<Done> Done(PlanRefusal because, PlanItemId id, Turn turn, string? typed = null) =>
        new Done.With(await Of(because, id, turn, typed));
}
