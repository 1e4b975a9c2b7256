using MspBot.Data.Broadcasts.Topics;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.People;

namespace MspBot.Host.Broadcasts.Topics;

/// <summary>What is stored of a person's topics.</summary>
internal sealed class TopicsStored(TopicWishStore wishes) : StoredPart
{
    public override int Order => 60;

    public override async Task<IReadOnlyList<string>> Lines(PersonId person, DateTimeOffset now)
    {
        var (asked, told) = await wishes.Stored(person);
        return
        [
            .. asked == 0 ? (string[])[] : [$"Темы и предметы, о новом в которых вы просите сообщать: {Russian.Number(asked)}"],
            .. told == 0 ? (string[])[] : [$"О чём уже сообщили по вашим темам (60 дней): {Russian.Number(told)}"],
            .. await wishes.WantsBroadcasts(person) ? (string[])[] : ["Рассылки выключены"],
        ];
    }
}

/// <summary>Somebody is about to be erased: what they asked for and were told goes.</summary>
internal sealed class TopicsOnPersonErased(TopicWishStore wishes) : OnPersonErased
{
    public override Task Before(PersonId person, Turn turn) => wishes.Forget(person);
}
