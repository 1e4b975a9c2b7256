using MspBot.Data.Certificates;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.People;

namespace MspBot.Host.Certificates;

/// <summary>What is stored of a person's papers; they are offered before an erasure, after which nothing prints them.</summary>
internal sealed class CertificatesStored(CertificateReader reader) : StoredPart
{
    public override int Order => 30;

    public override async Task<IReadOnlyList<string>> Lines(PersonId person, DateTimeOffset now) =>
        await reader.CountIssued(person) is > 0 and var count
            ? [$"Выданные сертификаты и справки с вашим именем: {Russian.Number(count)}"] : [];

    public override async Task<Button?> Keep(Turn turn) =>
        await reader.Count(turn.Person, turn.Now) > 0 ? Button.Flow(CertificateTexts.Documents, CertificateLinks.Documents) : null;
}
