using MspBot.Domain.People;

namespace MspBot.Domain.Consultations.Groups;

/// <summary>Who may come to a group, who leaves it, and what happens to it at its deadline.</summary>
public static class GroupRules
{
    /// <param name="it">The group.</param>
    /// <param name="by">Who would come.</param>
    /// <param name="mine">Their state in the group; null: they were not invited.</param>
    /// <param name="now">The turn's moment.</param>
    public static GroupRefusal? CheckAgreeing(GroupMeeting it, PersonId by, MemberState? mine, DateTimeOffset now)
    {
        if (it.Tutor == by) return GroupRefusal.YouLeadIt;
        if (mine is null && !it.IsOpenToAll) return GroupRefusal.NotInvited;
        if (it.Over(now) is { } over) return over;
        if (mine == MemberState.Agreed) return GroupRefusal.AlreadyIn;
        if (IsDue(it, now)) return GroupRefusal.DeadlinePassed;
        return it.FreeSeats == 0 ? GroupRefusal.Full : null;
    }

    /// <summary>«Не могу»: to the invitation, or after having agreed; until the start.</summary>
    public static GroupRefusal? CheckDeclining(GroupMeeting it, MemberState? mine, DateTimeOffset now)
    {
        if (mine is null) return GroupRefusal.NotIn;
        if (it.Over(now) is { } over) return over;
        return mine == MemberState.Declined ? GroupRefusal.AlreadyDeclined : null;
    }

    /// <summary>Whether the tutor may say before the deadline that it takes place.</summary>
    public static GroupRefusal? CheckConfirming(GroupMeeting it, PersonId by, DateTimeOffset now)
    {
        if (it.Tutor != by) return GroupRefusal.NotYours;
        if (it.Over(now) is { } over) return over;
        if (it.State == ConsultationState.Confirmed) return GroupRefusal.AlreadyConfirmed;
        return it.Agreed < it.MinParticipants ? GroupRefusal.TooFewAgreed : null;
    }

    public static GroupRefusal? CheckCancelling(GroupMeeting it, PersonId by, DateTimeOffset now) =>
        it.Tutor != by ? GroupRefusal.NotYours : it.Over(now);

    /// <summary>Whether others than those invited by name may be called.</summary>
    public static GroupRefusal? CheckOpening(GroupMeeting it, PersonId by, DateTimeOffset now)
    {
        if (it.Tutor != by) return GroupRefusal.NotYours;
        if (it.Over(now) is { } over) return over;
        if (IsDue(it, now)) return GroupRefusal.DeadlinePassed;
        return it.FreeSeats == 0 ? GroupRefusal.Full : null;
    }

    public static GroupRefusal? CheckMoving(GroupMeeting it, PersonId by, DateTimeOffset now) =>
        it.Tutor != by ? GroupRefusal.NotYours : it.Over(now);

    public static GroupRefusal? CheckMoving(GroupMeeting it, PersonId by, DateTimeOffset start, DateTimeOffset now)
    {
        if (CheckMoving(it, by, now) is { } refusal) return refusal;
        return start == it.StartsAt ? GroupRefusal.SameTime : GroupDraft.CheckStart(start, now);
    }

    /// <summary>Until when a group gathers that was moved: as before, but an hour before its new start at the latest.</summary>
    public static DateTimeOffset AgreeByAfterMove(GroupMeeting it, DateTimeOffset start)
    {
        var latest = start - GroupDraft.Answering;
        return it.AgreeBy < latest ? it.AgreeBy : latest;
    }

    /// <summary>What becomes of it now; null: nothing yet. The last seat taken ends the gathering at once.</summary>
    public static ConsultationState? Decide(GroupMeeting it, DateTimeOffset now)
    {
        if (it.State != ConsultationState.Inviting) return null;
        if (it.FreeSeats == 0) return ConsultationState.Confirmed;
        if (now < it.AgreeBy) return null;
        return it.Agreed >= it.MinParticipants ? ConsultationState.Confirmed : ConsultationState.Cancelled;
    }

    private static bool IsDue(GroupMeeting it, DateTimeOffset now) => it.State == ConsultationState.Inviting && now >= it.AgreeBy;
}
