using MspBot.Domain.People;

namespace MspBot.Host.Conversations;

/// <summary>Who is at the other end of a chat. <paramref name="Person"/> is null until somebody has registered.</summary>
public sealed record Speaker(long Chat, PersonId? Person, IReadOnlySet<Role> Roles)
{
    public bool Is(Role role) => Roles.Contains(role);

    public bool IsAny(params ReadOnlySpan<Role> roles)
    {
        foreach (var role in roles)
        {
            if (Roles.Contains(role)) return true;
        }
        return false;
    }
}
