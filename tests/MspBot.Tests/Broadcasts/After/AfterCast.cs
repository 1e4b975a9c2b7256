using MspBot.Domain.Broadcasts;
using MspBot.Host.Conversations.Screens;
using MspBot.Sandbox;
using MspBot.Tests.Plan;
using MspBot.Tests.Support;

namespace MspBot.Tests.Broadcasts.After;

/// <summary>Broadcasts that have really gone, so that they lie in the chats.</summary>
internal static class AfterCast
{
    internal const string NewWords = "Коллеги, встреча переносится на 16:00.";

    /// <summary>To readers 201, 202 … of schools of their own.</summary>
    internal static async Task<(Visitor Head, BroadcastId Id, IReadOnlyList<Visitor> Readers)> Gone(
        this World world, int readers, bool acknowledge = false, params IReadOnlyList<Told> others)
    {
        var (head, id, people) = await world.Waiting(readers, acknowledge, others);
        await world.Pass(TimeSpan.FromMinutes(3));
        await world.RunJobs();
        return (head, id, people);
    }

    /// <summary>The same in the two minutes before it goes.</summary>
    internal static async Task<(Visitor Head, BroadcastId Id, IReadOnlyList<Visitor> Readers)> Waiting(
        this World world, int readers, bool acknowledge = false, params IReadOnlyList<Told> others)
    {
        var head = (await world.HeadOfBroadcasts()).StartedEarlier();
        var people = new List<Visitor>();
        for (var n = 1; n <= readers; n++) people.Add(await world.Reader(200 + n, $"Читателева{n} Анна Ивановна"));
        var id = await world.Broadcast(BroadcastState.Waiting, [.. people.Select(one => new Told(one.Id)), .. others],
            acknowledge: acknowledge);
        return (head, id, people);
    }

    internal static Task OpensBroadcast(this Visitor who, BroadcastId id) => who.Opens($"c:bb:{id.Value}:show");

    /// <summary>Opens «Исправить текст» and writes.</summary>
    internal static async Task Corrects(this Visitor head, BroadcastId id, string words = NewWords)
    {
        await head.OpensBroadcast(id);
        await head.Taps("Исправить текст");
        await head.Sees("Напишите текст заново");
        await head.Types(words);
    }

    /// <summary>What lies in somebody's chat from the bot.</summary>
    internal static IReadOnlyList<ChatMessage> Letters(this Visitor who) => [.. who.Chat.Where(message => message.FromBot)];

    /// <summary>As it is when a sender has read a row, and not sent it yet: nobody else takes it.</summary>
    internal static Task<int> Leased(this World world, BroadcastId id) => world.Sql<int>($"""
        update outbox set leased_by = 1, free_at = clock_timestamp() + interval '1 hour' where dedup like 'broadcast:{id.Value}:%'
        """);

    /// <summary>The sender of <see cref="Leased"/> sends what it has read before.</summary>
    internal static async Task SentAsRead(this World world, BroadcastId id, Visitor to, string words = BroadcastCast.Words)
    {
        var payload = ScreenJson.Write(new Screen(Html.Text(words)).Row(Button.Card("Не присылать такое", "bx", id.Value, "no-more")));
        await world.Sql<int>($"insert into outbox (chat_id, payload, priority, dedup) values ({to.Id}, '{payload}', 2, 'read-{to.Id}')");
        await world.Pass(TimeSpan.FromSeconds(1));
        await to.Sees(words);
        await world.Sql<int>($"""
            update outbox o set done_at = clock_timestamp(), waiting = false, payload = '', error = null,
                message_id = (select message_id from outbox where dedup = 'read-{to.Id}')
            from person p where p.chat_id = {to.Id} and o.dedup = 'broadcast:{id.Value}:' || p.id
            """);
    }
}
