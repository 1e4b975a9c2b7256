namespace MspBot.Domain.People.Roles;

/// <summary>Why a link gives no role.</summary>
public enum RedeemRefusal
{
    TooManyTries,
    Unknown,
    Used,
    AlreadyYours,
    Withdrawn,
    Expired,
    Own,
    HeadOfAnotherSchool,
}

/// <summary>Whether a person who opens an invitation gets its role.</summary>
public static class InvitationRules
{
    /// <summary>After so many wrong codes, none is checked for the rest of the hour.</summary>
    public const int MissesAllowed = 10;

    public static readonly TimeSpan MissesCountFor = TimeSpan.FromHours(1);

    /// <param name="invitation">Null: no such code.</param>
    /// <param name="person">Who opens it.</param>
    /// <param name="holds">Whether they have the role already.</param>
    /// <param name="leads">The school they lead.</param>
    /// <param name="misses">Their wrong codes of the last hour.</param>
    /// <param name="now">Today.</param>
    public static RedeemRefusal? Decide(
        Invitation? invitation, PersonId person, bool holds, SchoolId? leads, int misses, DateTimeOffset now)
    {
        if (misses >= MissesAllowed) return RedeemRefusal.TooManyTries;
        if (invitation is null) return RedeemRefusal.Unknown;
        if (invitation.UsedBy == person && holds) return RedeemRefusal.AlreadyYours;
        if (invitation.StateAt(now) is InvitationState.Used) return RedeemRefusal.Used;
        if (invitation.StateAt(now) is InvitationState.Withdrawn) return RedeemRefusal.Withdrawn;
        if (invitation.StateAt(now) is InvitationState.Expired) return RedeemRefusal.Expired;
        if (invitation.MadeBy == person) return RedeemRefusal.Own;
        if (holds && invitation.School != leads) return RedeemRefusal.HeadOfAnotherSchool;
        return holds ? RedeemRefusal.AlreadyYours : null;
    }
}
