using MspBot.Data.People.Rosters;
using MspBot.Domain.Clock;
using MspBot.Domain.People;

namespace MspBot.Host.People.Rosters;

/// <summary>What is stored of a person about lists of teachers: those who have not come cannot be named.</summary>
internal sealed class RostersStored(RosterReader rosters, SiteZone zone) : StoredPart
{
    public override int Order => 5;

    public override async Task<IReadOnlyList<string>> Lines(PersonId person, DateTimeOffset now)
    {
        var stored = await rosters.Stored(person);
        return
        [
            .. stored.CameAt is { } at ? (string[])[RosterTexts.StoredCame(at, zone)] : [],
            .. stored.Made > 0 ? (string[])[RosterTexts.StoredMade(stored.Made)] : [],
            .. stored.Waits ? (string[])[RosterTexts.StoredWaits] : [],
        ];
    }
}
