namespace MspBot.Domain.People.Roles;

/// <summary>An invitation to a role.</summary>
public readonly record struct InvitationId(long Value) : IId<InvitationId>
{
    public static InvitationId From(long value) => new(value);
}
