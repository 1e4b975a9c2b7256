using MspBot.Data.Log;
using MspBot.Domain.Clock;
using MspBot.Domain.People;
using MspBot.Host.Log;

namespace MspBot.Host.People.Logged;

/// <summary>The last things that others did to what is a person's, under «Что хранится».</summary>
internal sealed class TouchedByOthers(LogReader reader, LogWords words, SiteZone zone) : StoredPart
{
    private const int Most = 5;

    public override int Order => 900;

    public override async Task<IReadOnlyList<string>> Lines(PersonId person, DateTimeOffset now)
    {
        var lines = await words.Say(await reader.ByOthers(person, Most));
        return lines.Count == 0 ? [] : [LogTexts.ByOthers, .. lines.Select(line => LogTexts.OneLine(line, zone))];
    }
}
