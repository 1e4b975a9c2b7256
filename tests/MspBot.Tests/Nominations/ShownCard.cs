using MspBot.Sandbox;
using MspBot.Tests.Consultations.Groups;
using MspBot.Tests.Support;

namespace MspBot.Tests.Nominations;

/// <summary>A message that shows a card, as it is by now.</summary>
internal sealed record ShownCard(Visitor Who, int Id)
{
    internal ChatMessage Message => Who.Chat.Single(m => m.Id == Id);

    internal string Text => Message.Text;
}

internal static class ShownCards
{
    /// <summary>A new message that shows the card which this press opens.</summary>
    internal static async Task<ShownCard> Opened(this World world, Visitor who, string press)
    {
        await world.Idle();
        await who.LooksAround();
        await world.Idle();
        var message = who.Chat.Last(m => m.FromBot);
        await who.TapsData(message, press);
        await world.Idle();
        return new(who, message.Id);
    }
}
