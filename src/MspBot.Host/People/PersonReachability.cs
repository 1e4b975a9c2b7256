using MspBot.Data.People;
using MspBot.Host.Conversations;

namespace MspBot.Host.People;

/// <summary>Notes who has blocked the bot, so that nothing more is tried, and who is back.</summary>
internal sealed class PersonReachability(PersonStore people, IServiceProvider services) : Reachability
{
    public override Task Set(ChatId chat, bool reachable) => people.SetReachable(chat, reachable);

    internal override async Task Returned(Turn turn)
    {
        await Set(turn.Speaker.Chat, true);
        if (turn.Speaker.PersonOrNull is not { } person) return;
        foreach (var feature in services.GetServices<OnPersonReturned>()) await feature.After(person, turn);
    }
}
