using System.Security.Cryptography;
using System.Text;
using MspBot.Domain.Broadcasts;
using MspBot.Domain.Materials;
using MspBot.Domain.People;

namespace MspBot.Domain.Notices;

/// <summary>Of the library and of writing to many.</summary>
public readonly partial record struct NoticeKey
{
    /// <summary>One message to many, to one of them.</summary>
    public static NoticeKey Broadcast(BroadcastId broadcast, PersonId person) => new($"{BroadcastPrefix(broadcast)}{person.Value}");

    /// <summary>What the keys of all its recipients begin with.</summary>
    public static string BroadcastPrefix(BroadcastId broadcast) => $"broadcast:{broadcast.Value}:";

    /// <summary>What became of it, to whoever wrote it.</summary>
    public static NoticeKey BroadcastEnded(BroadcastId broadcast) => new($"broadcast-ended:{broadcast.Value}");

    /// <param name="broadcast">Stopped, because its writer may not write to many any more, or its meeting was cancelled.</param>
    /// <param name="chat">A head's, or its writer's.</param>
    public static NoticeKey BroadcastHalted(BroadcastId broadcast, ChatId chat) => new($"broadcast-halted:{broadcast.Value}:{chat}");

    /// <summary>In how many chats it was deleted, to whoever wrote it.</summary>
    public static NoticeKey BroadcastDeleted(BroadcastId broadcast) => new($"broadcast-deleted:{broadcast.Value}");

    /// <param name="broadcast">Which.</param>
    /// <param name="chat">Of the head of a school that it did not reach.</param>
    public static NoticeKey BroadcastPassedOn(BroadcastId broadcast, ChatId chat) => new($"broadcast-passed:{broadcast.Value}:{chat}");

    /// <param name="material">Offered, the first of several.</param>
    /// <param name="version">That waits for a decision.</param>
    /// <param name="chat">A head's.</param>
    public static NoticeKey MaterialOffered(MaterialId material, int version, ChatId chat) =>
        new($"material:{material.Value}:offered:{version}:{chat}");

    /// <summary>It was published or returned.</summary>
    /// <param name="material">Which.</param>
    /// <param name="version">That was decided on.</param>
    /// <param name="chat">Its author's.</param>
    public static NoticeKey MaterialDecided(MaterialId material, int version, ChatId chat) =>
        new($"material:{material.Value}:decided:{version}:{chat}");

    /// <summary>Its file was looked at.</summary>
    public static NoticeKey MaterialChecked(MaterialId material, int edition, ChatId chat) =>
        new($"material:{material.Value}:checked:{edition}:{chat}");

    /// <param name="material">Which.</param>
    /// <param name="edition">The new one.</param>
    /// <param name="chat">Of somebody who took an earlier one.</param>
    public static NoticeKey MaterialReplaced(MaterialId material, int edition, ChatId chat) =>
        new($"material:{material.Value}:edition:{edition}:{chat}");

    /// <summary>What is new in somebody's topics, told at that moment.</summary>
    public static NoticeKey TopicNews(PersonId person, DateTimeOffset at) => new($"{TopicNewsPrefix(person)}{at.ToUnixTimeMilliseconds()}");

    /// <summary>What the keys of all that somebody is told of their topics begin with.</summary>
    public static string TopicNewsPrefix(PersonId person) => $"topics:{person.Value}:";

    /// <param name="material">Which.</param>
    /// <param name="edition">The one in force.</param>
    /// <param name="day">On which somebody says so.</param>
    /// <param name="chat">Of its author, or a head.</param>
    public static NoticeKey MaterialDoesNotOpen(MaterialId material, int edition, DateOnly day, ChatId chat) =>
        new($"material:{material.Value}:bad:{edition}:{day:yyyy-MM-dd}:{chat}");

    /// <param name="day">On which it is asked for.</param>
    /// <param name="folded">The words, folded; the key has none of them.</param>
    /// <param name="chat">Of a head.</param>
    public static NoticeKey MaterialWished(DateOnly day, string folded, ChatId chat)
    {
        var words = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folded)).AsSpan(0, 16));
        return new($"material:wished:{day:yyyy-MM-dd}:{words}:{chat}");
    }
}
