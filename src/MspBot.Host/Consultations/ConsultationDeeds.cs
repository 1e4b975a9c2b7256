using MspBot.Data.Consultations.Requests;
using MspBot.Domain.Consultations;
using MspBot.Domain.Log;
using MspBot.Domain.People;
using MspBot.Host.Conversations;

namespace MspBot.Host.Consultations;

/// <summary>What is written down of a deed to a consultation.</summary>
internal static class ConsultationDeeds
{
    internal static void Log(Turn turn, LogAction action, ConsultationDetails details, LogDetail? detail = null, Role? role = null) =>
        turn.Log(action, LogSubject.Consultation, details.Id.Value, detail, role ?? RoleOf(turn, details), People(details));

    /// <summary>A time was agreed on: of one that was agreed before, it is a move.</summary>
    internal static void LogAgreed(Turn turn, ConsultationResult result)
    {
        var (before, after) = (result.Before!, result.After!);
        if (before.State == ConsultationState.Confirmed && before.StartsAt is { } from && after.StartsAt is { } to)
            Log(turn, LogAction.ConsultationMoved, after, LogDetail.None.And("from", from).And("to", to));
        else
            Log(turn, LogAction.ConsultationConfirmed, after);
    }

    /// <summary>A request that nobody has agreed to may be taken back without a word; what was agreed is cancelled.</summary>
    internal static void LogCancelled(Turn turn, ConsultationResult result)
    {
        if (result.Before is { State: ConsultationState.Confirmed } before) Log(turn, LogAction.ConsultationCancelled, before);
    }

    /// <summary>As a rule the tutor; a teacher agrees and cancels for themselves.</summary>
    private static Role? RoleOf(Turn turn, ConsultationDetails details) => details.TutorId == turn.Person ? Role.Tutor
        : details.TeacherId == turn.Person ? Role.Teacher : null;

    private static IReadOnlyCollection<PersonId> People(ConsultationDetails details) =>
        [.. new[] { details.TeacherId, details.TutorId }.OfType<PersonId>()];
}
