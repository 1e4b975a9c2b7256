using MspBot.Domain.Seminars;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Nominations;

/// <summary>«Список для приказа»: whom a school sends, as its order lists them.</summary>
internal static class OrderListButton
{
    internal const string Take = "take";
    internal const string Label = "Список для приказа";

    /// <summary>To all meetings that have not begun.</summary>
    internal static Button OfAll => Button.Card(Label, NominationLinks.OrderList, 0, Take);

    internal static Button Of(SeminarId id) => Button.Card(Label, NominationLinks.OrderList, id.Value, Take);
}
