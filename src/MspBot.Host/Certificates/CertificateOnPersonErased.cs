using MspBot.Data.Certificates;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.People;

namespace MspBot.Host.Certificates;

/// <summary>Somebody is about to be erased: their certificates can still be checked, without their name.</summary>
internal sealed class CertificateOnPersonErased(CertificateStore store) : OnPersonErased
{
    public override Task Before(PersonId person, Turn turn) => store.Erase(person, turn.Speaker.Chat);
}
