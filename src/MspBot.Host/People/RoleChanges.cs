using MspBot.Data.Conversations;
using MspBot.Data.People;
using MspBot.Domain.Clock;
using MspBot.Domain.People;
using MspBot.Host.Conversations;

namespace MspBot.Host.People;

/// <summary>Takes a role away with everything that hangs on it, in one transaction, and tells the person.</summary>
internal sealed class RoleChanges(
    RoleStore roles, InvitationStore invitations, PersonReader people, TurnStore turns, IEnumerable<RoleLosing> losing, QuietHours quiet)
{
    internal async Task<RoleTakingRefusal?> Take(Turn turn, PersonId person, Role role)
    {
        if (await roles.Take(person, role, turn.Speaker.Person!.Value) is { } refusal) return refusal;
        if (role == Role.Head) await invitations.WithdrawHeads(person, turn.Now);
        foreach (var feature in losing) await feature.After(person, role, turn);
        await Tell(turn, person, role);
        return null;
    }

    private async Task Tell(Turn turn, PersonId person, Role role)
    {
        if (await people.Chat(person) is not { } chat) return;
        if (chat == turn.Speaker.Chat)
        {
            turn.RefreshCommands();
            return;
        }
        var (_, left) = await turns.Speaker(chat);
        turn.RefreshCommandsOf(new(chat, person, left.ToHashSet()));
        turn.Tell(chat, new Screen(PeopleTexts.Lost(role)).Row(EngineTexts.ToMenu), quiet.NotBefore(turn.Now), $"lost:{person.Value}:{role}:{turn.Now.ToUnixTimeMilliseconds()}");
    }
}
