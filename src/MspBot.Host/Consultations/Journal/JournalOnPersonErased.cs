using MspBot.Data.Consultations.Journal;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.People;

namespace MspBot.Host.Consultations.Journal;

/// <summary>Somebody is about to be erased: the journals keep their numbers and lose the words about them.</summary>
internal sealed class JournalOnPersonErased(JournalStore store) : OnPersonErased
{
    public override Task Before(PersonId person, Turn turn) => store.Forget(person);
}
