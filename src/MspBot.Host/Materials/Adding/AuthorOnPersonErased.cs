using MspBot.Data.Materials.Adding;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.People;

namespace MspBot.Host.Materials.Adding;

/// <summary>What an author offered goes; what was published stays without the name.</summary>
internal sealed class AuthorOnPersonErased(AuthorErasureStore store) : OnPersonErased
{
    public override Task Before(PersonId person, Turn turn) => store.Forget(person);
}
