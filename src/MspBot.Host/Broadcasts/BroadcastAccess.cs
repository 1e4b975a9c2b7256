using MspBot.Data.Broadcasts;
using MspBot.Data.People.Roles;
using MspBot.Domain.Broadcasts;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;

namespace MspBot.Host.Broadcasts;

/// <summary>Who writes to many, and who sees what was written: heads all of it, a methodologist her own.</summary>
internal sealed class BroadcastAccess(BroadcastReader reader, BroadcastRightReader rights, RoleStore roles)
{
    /// <summary>Who may have to do with it at all.</summary>
    internal static bool Opens(Speaker speaker) => speaker.IsAny(Role.Head, Role.Methodologist);

    /// <summary>Each broadcast to those who see it.</summary>
    internal Access Seen => Access.Rows(async (turn, id) => await Sees(turn.Speaker, new BroadcastId(id)));

    /// <summary>Heads, and methodologists to whom a head has given it.</summary>
    internal async Task<bool> Writes(Speaker speaker) =>
        speaker.Is(Role.Head) || (speaker.Is(Role.Methodologist) && await rights.Has(speaker.Person));

    /// <summary>The same of somebody who decides now: they keep it until the commit.</summary>
    internal async Task<bool> Holds(PersonId person) => await roles.Holds(person, Role.Head)
        || (await roles.Holds(person, Role.Methodologist) && await rights.Hold(person));

    internal async Task<bool> Sees(Speaker speaker, BroadcastId id) =>
        Opens(speaker) && await reader.Find(id) is { } broadcast && await Sees(speaker, broadcast);

    /// <summary>What was not sent yet only its writer sees.</summary>
    internal async Task<bool> Sees(Speaker speaker, BroadcastDetails broadcast)
    {
        var own = broadcast.ByPerson == speaker.PersonOrNull;
        if (broadcast.State != BroadcastState.Composed && speaker.Is(Role.Head)) return true;
        return own && await Writes(speaker);
    }
}
