using MspBot.Data.Seminars.Seats;
using MspBot.Domain.People;
using MspBot.Host.People;

namespace MspBot.Host.Seminars;

/// <summary>What is stored of a person about meetings.</summary>
internal sealed class SeminarsStored(StoredSignUps stored) : StoredPart
{
    public override int Order => 10;

    public override async Task<IReadOnlyList<string>> Lines(PersonId person, DateTimeOffset now)
    {
        var (signUps, led) = await stored.Of(person);
        return
        [
            .. signUps == 0 ? (string[])[] : [SeminarsStoredTexts.SignUps(signUps)],
            .. led == 0 ? (string[])[] : [SeminarsStoredTexts.Led(led)],
        ];
    }
}
