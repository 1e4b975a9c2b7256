using MspBot.Domain.Broadcasts;
using MspBot.Domain.People;
using MspBot.Tests.Conversations;
using MspBot.Tests.Support;

namespace MspBot.Tests.Broadcasts;

/// <summary>Rows of broadcasts that only some may open: <see cref="RowsOfOthers"/>.</summary>
internal static class BroadcastRows
{
    /// <param name="world">Where.</param>
    /// <param name="mark">In the words of each.</param>
    /// <param name="head">The chat of the head who writes them.</param>
    internal static async Task<IReadOnlyList<PlantedRow>> Plant(World world, string mark, long head)
    {
        var composed = (await world.Broadcast(BroadcastState.Composed, [], $"{mark} черновик", by: head)).Value;
        var sent = (await world.Broadcast(BroadcastState.Done, [new(head, RecipientOutcome.Sent)], $"{mark} ушло", by: head)).Value;
        var marked = (await world.Broadcast(
            BroadcastState.Done, [new(head, RecipientOutcome.Sent)], $"{mark} отметки", by: head, acknowledge: true)).Value;
        return
        [
            new("bde", sent, head, mark, Role.Head), new("bm", sent, head, "Кто не получил", Role.Head),
            new("ba", marked, head, "Ознакомились", Role.Head),
            new("brt", await world.Sql<long>($"select id from person where chat_id = {head}"), head, mark, Role.Head),
            new("bb", composed, head, mark), new("bb", sent, head, mark, Role.Head), new("br", composed, head, mark),
            new("broadcast", 0, head, mark, Role.Head, Role.Methodologist), new("past-Broadcast", sent, head, mark, Role.Head),
        ];
    }
}
