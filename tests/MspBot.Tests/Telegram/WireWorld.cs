using MspBot.Sandbox;
using MspBot.Tests.Support;

namespace MspBot.Tests.Telegram;

/// <summary>Rows for the outbox, and waits for what the wire does with them.</summary>
internal static class WireWorld
{
    internal static Visitor Known(this World world, long id = 1) => world.Visitor(id, "Anna").StartedEarlier();

    internal static Task<long> Queue(this World world, string text, long chat = 1, int priority = 1, string more = "") =>
        world.Sql<long>($$"""
        insert into outbox (chat_id, payload, priority{{(more.Length == 0 ? "" : ", " + more.Split('=')[0])}})
        values ({{chat}}, '{"text":"{{text}}","rows":[]}', {{priority}}{{(more.Length == 0 ? "" : ", " + more.Split('=')[1])}}) returning id
        """);

    internal static Task Until(Func<bool> condition, string what, int seconds = 20) =>
        Until(() => Task.FromResult(condition()), what, seconds);

    internal static async Task Until(Func<Task<bool>> condition, string what, int seconds = 20)
    {
        var began = System.Diagnostics.Stopwatch.GetTimestamp();
        while (!await condition())
        {
            if (System.Diagnostics.Stopwatch.GetElapsedTime(began).TotalSeconds > seconds)
                throw new TimeoutException($"it did not happen: {what}");
            await Task.Delay(10);
        }
    }

    internal static IReadOnlyList<JournalEntry> Calls(this World world, string method, string part = "") =>
        [.. world.Telegram.Journal.Of(method).Where(c => c.Parameters.Contains(part, StringComparison.Ordinal))];
}
