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
        var sent = await world.Broadcast(BroadcastState.Done, [new(head, RecipientOutcome.Sent)], $"{mark} ушло", by: head);
        return
        [
            new("bb", sent.Value, head, mark, Role.Head),
        ];
    }
}
