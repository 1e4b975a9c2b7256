using MspBot.Data.People;
using MspBot.Data.People.Roles;
using MspBot.Domain.Log;
using MspBot.Domain.People;
using MspBot.Domain.People.Profile;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;

namespace MspBot.Host.People;

/// <summary>Erases the person who speaks, in the turn's transaction, between what every feature does with what hangs on them.</summary>
internal sealed class PersonErasure(
    PersonStore people, PersonReader reader, RoleStore roles, IEnumerable<OnPersonErased> erasing, Outbox outbox)
{
    internal async Task<ErasureRefusal?> Erase(PersonId person, Turn turn)
    {
        var heads = turn.Speaker.Is(Role.Head) ? (await roles.LockHeads()).Count : 0;
        if (Erasure.Decide(turn.Speaker.Roles, heads) is { } refusal) return refusal;

        // Anything assigned to this person concurrently either commits first and is handled below, or finds the person gone.
        await roles.LockOf(person);
        var name = (await reader.Profile(person))?.FullName;
        turn.Log(LogAction.PersonErased, LogSubject.Person, person.Value);
        foreach (var feature in erasing) await feature.Before(person, turn);
        await people.Erase(person, turn.Speaker.Chat, turn.Now);
        foreach (var feature in erasing) await feature.After(person, turn);
        if (name is not null) await new UnsentName(name).TakeFrom(outbox);
        turn.ForgetChat();
        turn.RefreshCommands();
        return null;
    }
}
