using MspBot.Host.Conversations;

namespace MspBot.Host.Monitoring;

/// <summary>Where a request that waits too long is assigned: a card of consultations.</summary>
internal static class RequestButton
{
    private const string Card = "load";

    internal static Button For(long request) => Button.Card(DigestTexts.Assign, Card, request);
}
