using MspBot.Data.Consultations.Journal;
using MspBot.Domain.Consultations.Journal;
using MspBot.Domain.Log;
using MspBot.Domain.People;
using MspBot.Host.Conversations;

namespace MspBot.Host.Consultations.Journal;

/// <summary>What is written down when a tutor says how a consultation went.</summary>
internal static class OutcomeDeeds
{
    internal static void Log(Turn turn, OutcomeDetails details, OutcomeDraft outcome) => turn.Log(
        LogAction.ConsultationOutcomeNoted, LogSubject.Consultation, details.Id.Value,
        LogDetail.Of(ConsultationLogTexts.Held, outcome is not OutcomeDraft.NotHeld), Role.Tutor,
        details.TeacherId is { } teacher ? [teacher] : []);
}
