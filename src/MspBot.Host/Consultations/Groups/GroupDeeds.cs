using MspBot.Data.Consultations.Groups;
using MspBot.Domain.Consultations;
using MspBot.Domain.Consultations.Groups;
using MspBot.Domain.Log;
using MspBot.Domain.People;
using MspBot.Host.Conversations;

namespace MspBot.Host.Consultations.Groups;

/// <summary>What is written down of a deed to a group.</summary>
internal static class GroupDeeds
{
    internal static void Log(Turn turn, LogAction action, GroupDetails details, LogDetail? detail = null, Role? role = null) => turn.Log(
        action, LogSubject.Consultation, details.Id.Value, detail, role ?? (details.TutorId == turn.Person ? Role.Tutor : null),
        People(details));

    /// <summary>Its deadline has come.</summary>
    internal static LogLine ByClock(GroupDetails details, DateTimeOffset now) => LogLine.ByClock(
        now, details.State == ConsultationState.Confirmed ? LogAction.GroupConfirmed : LogAction.GroupCancelled, LogSubject.Consultation,
        details.Id.Value) with
    { People = People(details) };

    /// <summary>The tutor, and everybody who has not said no.</summary>
    internal static IReadOnlyCollection<PersonId> People(GroupDetails details) =>
    [
        .. details.TutorId is { } tutor ? (PersonId[])[tutor] : [],
        .. details.Members.Where(member => member.State != MemberState.Declined).Select(member => member.Id),
    ];
}
