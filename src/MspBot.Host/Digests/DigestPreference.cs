using MspBot.Data.Digests;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.People;

namespace MspBot.Host.Digests;

/// <summary>
/// An observer turns the automatic digest on or off in the profile. Heads and methodologists always receive it.
/// </summary>
internal sealed class DigestPreference(DigestStore store) : ProfileChoice
{
    internal const string Send = "Присылать сводку";
    internal const string SendNoMore = "Не присылать сводку";

    public override async Task<Button?> For(Turn turn)
    {
        if (!turn.Speaker.Is(Role.Observer) || turn.Speaker.IsAny(Role.Head, Role.Methodologist)
            || turn.Speaker.PersonOrNull is not { } person) return null;
        return await store.IsWanted(person)
            ? Button.Card(SendNoMore, DigestLinks.Digest, 0, DigestCard.WantNoMore)
            : Button.Card(Send, DigestLinks.Digest, 0, DigestCard.Want);
    }
}

/// <summary>Before a person is erased, their preference is deleted; digests name people only by number.</summary>
internal sealed class DigestOnPersonErased(DigestStore store) : OnPersonErased
{
    public override Task Before(PersonId person, Turn turn) => store.SetWanted(person, false, turn.Now);
}

/// <summary>A person who has just lost the right to digests gets no queued ones.</summary>
internal sealed class DigestOnRoleRemoved(DigestStore store) : OnRoleRemoved
{
    public override Task After(PersonId person, Role role, Turn turn) => store.WithdrawWithoutRight(person);
}
