using MspBot.Domain.Broadcasts;
using MspBot.Sandbox;
using MspBot.Tests.Conversations;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;

namespace MspBot.Tests.Broadcasts;

/// <summary>What the walker must know of the flows of broadcasts.</summary>
internal static class BroadcastFlowRows
{
    internal static readonly IReadOnlyList<FlowRow> All =
    [
        new("broadcast-new", Head, _ => Task.FromResult("")) { EndsAnywhere = true },
        new("broadcast-change", Head, OfNewest) { IsOneQuestion = true },
        new("broadcast-correct", Head, GoneOfNewest) { IsOneQuestion = true },
    ];

    /// <summary>What is typed where a question wants words.</summary>
    internal static readonly IReadOnlyDictionary<string, string> Words = new Dictionary<string, string>
    {
        ["broadcast-corrected"] = "Коллеги, <b>не в 15</b> & \"чай\" отменяется",
        ["broadcast-words"] = "Коллеги, <b>встреча</b> & \"чай\" в 15:00",
    };

    private static Task<Visitor> Head(World world, long chat) => world.Teacher(chat, "Смирнова Вера Павловна", role: "Head");

    /// <summary>A broadcast that whoever registered last has sent.</summary>
    private static async Task<string> GoneOfNewest(World world)
    {
        var newest = await world.Sql<long>("select chat_id from person order by id desc limit 1");
        var sent = await world.Broadcast(BroadcastState.Done, [new(newest, RecipientOutcome.Blocked)], by: newest);
        return $"{sent.Value}.2";
    }

    /// <summary>A broadcast that whoever registered last has not sent.</summary>
    private static async Task<string> OfNewest(World world)
    {
        var newest = await world.Sql<long>("select chat_id from person order by id desc limit 1");
        return $"{(await world.Broadcast(BroadcastState.Composed, [], by: newest)).Value}.1.Words";
    }
}
