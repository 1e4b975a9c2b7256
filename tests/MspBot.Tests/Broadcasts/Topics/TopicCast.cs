using MspBot.Domain.Materials;
using MspBot.Sandbox;
using MspBot.Tests.Support;

namespace MspBot.Tests.Broadcasts.Topics;

/// <summary>Who asks for what, and what meetings are about.</summary>
internal static class TopicCast
{
    /// <summary>The heading of what comes in the morning.</summary>
    internal const string News = "Новое по вашим темам";

    /// <summary>From the world's first moment to eight o'clock of the next day, a Wednesday.</summary>
    internal static readonly TimeSpan ToMorning = TimeSpan.FromHours(22);

    internal static async Task Asks(this World world, Visitor who, params TopicId[] topics)
    {
        who.StartedEarlier();
        foreach (var topic in topics)
            await world.Sql<int>($"insert into topic_wish select id, {topic.Value}, {world.Now} from person where chat_id = {who.Id}");
    }

    internal static async Task AsksSubject(this World world, Visitor who, string subject)
    {
        who.StartedEarlier();
        await world.Sql<int>($"insert into subject_wish select id, '{subject}', {world.Now} from person where chat_id = {who.Id}");
    }

    internal static Task<int> IsAbout(this World world, long seminar, TopicId topic) =>
        world.Sql<int>($"insert into seminar_topic values ({seminar}, {topic.Value})");
}
