using MspBot.Data.People.Rosters;
using MspBot.Domain.People;
using MspBot.Domain.People.Rosters;
using MspBot.Host.Conversations;

namespace MspBot.Host.People.Rosters;

/// <summary>
/// A personal link is used when its bearer is in the bot, in the same transaction: until then it can be opened again, also by another
/// account. The school's heads see it on their card.
/// </summary>
internal sealed class RosterArrivals(RosterStore links, RosterReader reader, RosterScreens screens) : SchoolArrivals
{
    public override async Task<bool> Registered(string start, PersonId person, Turn turn) =>
        SchoolStart.Read(start)?.Code is not { } code || await Use(code, person, turn) != RosterUse.TakenByOther;

    internal async Task<RosterUse> Use(string code, PersonId person, Turn turn)
    {
        var use = await links.Use(code, person, turn.Now);
        if (use == RosterUse.Used && await reader.Find(code) is { } link) await screens.Redraw(turn, link.SchoolId);
        return use;
    }
}
