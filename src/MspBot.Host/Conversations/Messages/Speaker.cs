using MspBot.Domain.People;

namespace MspBot.Host.Conversations.Messages;

/// <summary>
/// Who is at the other end of a chat. <paramref name="PersonOrNull"/> is null for a visitor: somebody who has not registered.
/// </summary>
public sealed record Speaker(ChatId Chat, PersonId? PersonOrNull, IReadOnlySet<Role> Roles)
{
    /// <summary>The registered person. Internal, so that a visitor can be printed.</summary>
    internal PersonId Person =>
        PersonOrNull
        ?? throw new InvalidOperationException(
        "a visitor has no person: ask PersonOrNull, or set NeedsPerson on the card, flow or command");

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
