namespace MspBot.Domain.People.Roles;

/// <summary>Where an invitation stands.</summary>
public enum InvitationState
{
    Waits,
    Used,
    Expired,
    Withdrawn,
}

/// <summary>A role for the first person who opens its link: one use, seven days.</summary>
public sealed record Invitation(
    Role Role, SchoolId? School, PersonId MadeBy, DateTimeOffset ExpiresAt, PersonId? UsedBy, DateTimeOffset? WithdrawnAt)
{
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(7);

    public InvitationState StateAt(DateTimeOffset now) =>
        UsedBy is not null ? InvitationState.Used
        : WithdrawnAt is not null ? InvitationState.Withdrawn
        : now >= ExpiresAt ? InvitationState.Expired
        : InvitationState.Waits;
}
