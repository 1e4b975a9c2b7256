using MspBot.Sandbox;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;

namespace MspBot.Tests.Feedback;

/// <summary>Seminars that are over, and who looks at what was said of them.</summary>
internal static class ViewCast
{
    internal const string TooFew = "меньше трёх отзывов";

    internal static async Task Opens(World world, Visitor who, long seminar)
    {
        await who.Types($"/start e_{seminar}");
        await world.Idle();
        await who.Taps("Отзывы");
    }

    internal static async Task<long> Over(World world, params long[] came)
    {
        var id = await world.Seminar(seats: null, startsIn: -FeedbackCast.TwoHours);
        await world.Came(id, came: true, came);
        return id;
    }

    internal static Task<long> Person(World world, long chat) => world.Sql<long>($"select id from person where chat_id = {chat}");
}
