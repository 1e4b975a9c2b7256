using MspBot.Data.Conversations;
using MspBot.Data.People;
using MspBot.Data.People.Roles;
using MspBot.Domain.Clock;
using MspBot.Domain.Log;
using MspBot.Domain.Notices;
using MspBot.Domain.People;
using MspBot.Domain.People.Roles;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.People.Roles;

/// <summary>Takes a role away with everything that hangs on it, in one transaction, and tells the person.</summary>
internal sealed class RoleChanges(
    RoleStore roles, InvitationStore invitations, PersonReader people, PeopleReader list, TurnStore turns,
    IEnumerable<OnRoleRemoved> losing, LedMeetings led,
    QuietHours quiet)
{
    /// <summary>What hangs on the role, a line each.</summary>
    internal async Task<IReadOnlyList<string>> Hanging(PersonId person, Role role, DateTimeOffset now)
    {
        var all = new List<string>();
        foreach (var feature in losing) all.AddRange(await feature.Hanging(person, role, now));
        return all;
    }

    /// <summary>How many coming meetings would be left with a leader who has no role to lead in.</summary>
    internal async Task<int> MeetingsLeft(PersonId person, Role role, DateTimeOffset now) =>
        LeadingRoles.All.Contains(role) && !(await list.Roles(person)).Any(r => r.Role != role && LeadingRoles.All.Contains(r.Role))
        ? await led.Count(person, now) : 0;

    /// <param name="turn">The head's.</param>
    /// <param name="person">Whose role it is.</param>
    /// <param name="role">Which.</param>
    /// <param name="heir">Who leads their coming meetings from now on; null: they go on leading them.</param>
    /// <param name="deed">What it is called in the log.</param>
    internal async Task<RoleRemovalRefusal?> Take(
        Turn turn, PersonId person, Role role, PersonId? heir = null, LogAction deed = LogAction.RoleTaken)
    {
        var meetings = await MeetingsLeft(person, role, turn.Now);
        if (await roles.Take(person, role, turn.Person) is { } refusal) return refusal;
        turn.Log(deed, LogSubject.Person, person.Value, LogDetail.Of("role", role), role: Role.Head);
        if (role == Role.Head)
        {
            foreach (var withdrawn in await invitations.WithdrawHeads(person, turn.Now))
                turn.Log(LogAction.InvitationWithdrawn, LogSubject.Invitation, withdrawn.Value, role: Role.Head);
        }
        foreach (var feature in losing) await feature.After(person, role, turn);
        var kept = heir is { } next && meetings > 0 ? await led.HandOver(person, next, turn) : meetings;
        await Tell(turn, person, role, meetings - kept, kept, heir is { } to ? await people.ShortName(to) : null);
        return null;
    }

    private async Task Tell(Turn turn, PersonId person, Role role, int handedOver, int kept, string? heir)
    {
        if (await people.Chat(person) is not { } chat) return;
        if (chat == turn.Speaker.Chat)
        {
            turn.RefreshCommands();
            return;
        }
        var (_, left) = await turns.Speaker(chat);
        turn.RefreshCommandsOf(new(chat, person, left.ToHashSet()));
        var screen = new Screen(PeopleTexts.Lost(role, handedOver, kept, heir)).Row(EngineTexts.ToMenu);
        turn.Tell(new Notice(chat, screen, NoticeKey.RoleRemoved(person, role, turn.Now), quiet.NotBefore(turn.Now)));
    }
}
