using MspBot.Data.Consultations;
using MspBot.Domain.Clock;
using MspBot.Domain.Consultations;
using MspBot.Domain.Log;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.Log;

namespace MspBot.Host.Consultations;

/// <summary>Consultations and groups in the log; their history is for their tutor.</summary>
internal sealed class ConsultationsInLog(ConsultationNames names, SiteZone zone) : LoggedThings
{
    public override LogSubject Kind => LogSubject.Consultation;

    public override async Task<IReadOnlyDictionary<long, string>> Names(IReadOnlyCollection<long> ids) =>
        (await names.Of(ids)).ToDictionary(n => n.Key, n => ConsultationLogTexts.Name(n.Value, zone));

    public override async Task<ThingCard?> Card(long id) => (await names.Of([id])).GetValueOrDefault(id) is { } found
        ? new(found.Kind == ConsultationKind.Group ? ConsultationLinks.Group : ConsultationLinks.Consultation, id) : null;

    public override async Task<bool> MayRead(Turn turn, long id) => turn.Speaker.Is(Role.Tutor)
        && (await names.Of([id])).GetValueOrDefault(id) is { TutorId: { } tutor } && tutor == turn.Speaker.PersonOrNull;

    public override string Detail(LogAction action, LogDetail detail) => ConsultationLogTexts.Detail(detail, zone);
}
