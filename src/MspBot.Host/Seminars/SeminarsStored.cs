using MspBot.Data.Seminars;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
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
            .. signUps == 0 ? (string[])[] : [$"Записи на мероприятия и отметки, где вы были: {Russian.Number(signUps)}"],
            .. led == 0 ? (string[])[] : [$"Мероприятия, которые вы ведёте или вели: {Russian.Number(led)}"],
        ];
    }
}
