using MspBot.Data.People;
using MspBot.Host.Conversations;

namespace MspBot.Host.People;

/// <summary>Notes who has blocked the bot, so that nothing more is tried, and who is back.</summary>
internal sealed class PersonReachability(PersonStore people) : Reachability
{
    public override Task Set(long chat, bool reachable) => people.SetReachable(chat, reachable);
}
