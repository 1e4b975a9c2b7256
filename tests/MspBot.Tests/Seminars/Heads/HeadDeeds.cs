using MspBot.Sandbox;

namespace MspBot.Tests.Seminars.Heads;

internal static class HeadDeeds
{
    /// <summary>«Изменить» and a field, from the list of events.</summary>
    internal static async Task Changes(this Visitor head, string field)
    {
        await head.Types("/events");
        await head.Taps(SeminarCast.Label);
        await head.Taps("Изменить");
        await head.Sees("Что изменить?");
        await head.Taps(field);
    }
}
