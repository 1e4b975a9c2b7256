using MspBot.Data.Consultations;
using MspBot.Domain.People;
using MspBot.Host.People;

namespace MspBot.Host.Consultations;

/// <summary>What is stored of a person about consultations.</summary>
internal sealed class ConsultationsStored(StoredConsultationsReader stored) : StoredPart
{
    public override int Order => 20;

    public override async Task<IReadOnlyList<string>> Lines(PersonId person, DateTimeOffset now) =>
        ConsultationsStoredTexts.Lines(await stored.Of(person));
}
