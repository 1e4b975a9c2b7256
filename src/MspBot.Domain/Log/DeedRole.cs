using MspBot.Domain.People;

namespace MspBot.Domain.Log;

/// <summary>In which of their roles somebody did something, where the deed itself does not say.</summary>
public static class DeedRole
{
    private static readonly Role[] AsARule =
        [Role.Head, Role.Methodologist, Role.Tutor, Role.SchoolHead, Role.Observer, Role.Teacher];

    private static readonly Role[] TutorFirst = [Role.Tutor, .. AsARule];

    private static readonly Role[] MethodologistFirst = [Role.Methodologist, .. AsARule];

    /// <summary>The first of these roles that the person has; null: they have none.</summary>
    public static Role? Of(LogAction action, IReadOnlySet<Role> roles)
    {
        foreach (var role in For(action))
        {
            if (roles.Contains(role)) return role;
        }
        return null;
    }

    private static Role[] For(LogAction action) => action switch
    {
        LogAction.ConsultationTimesOffered or LogAction.ConsultationConfirmed or LogAction.ConsultationDeclined
            or LogAction.ConsultationMoved or LogAction.ConsultationCancelled or LogAction.ConsultationOutcomeNoted
            or LogAction.ConsultationLinkChanged or LogAction.GroupOpened or LogAction.GroupConfirmed or LogAction.GroupMoved
            or LogAction.GroupCancelled => TutorFirst,
        LogAction.PlanItemAgreed or LogAction.PlanItemReturned or LogAction.PlanExclusionAgreed or LogAction.PlanExclusionReturned
            or LogAction.PlanReviewFinished => MethodologistFirst,
        _ => AsARule,
    };
}
