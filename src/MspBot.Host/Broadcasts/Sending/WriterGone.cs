using MspBot.Data.Broadcasts.Composing;
using MspBot.Data.Broadcasts.Sending;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.People;

namespace MspBot.Host.Broadcasts.Sending;

/// <summary>A head or a methodologist who may not write to many any more: what they have under way is stopped.</summary>
internal sealed class SendingOnRoleRemoved(BroadcastHalts halts) : OnRoleRemoved
{
    public override async Task<IReadOnlyList<string>> Hanging(PersonId person, Role role, DateTimeOffset now) =>
        role is Role.Head or Role.Methodologist && await halts.Under(person) is > 0 and var under ? [SentTexts.Hanging(under)] : [];

    public override Task After(PersonId person, Role role, Turn turn) =>
        role is Role.Head or Role.Methodologist ? halts.After(person, turn) : Task.CompletedTask;
}

/// <summary>
/// Erased: what they write is stopped, what they have not sent goes, and what is under way to them does not arrive any more.
/// </summary>
internal sealed class SendingOnPersonErased(BroadcastHalts halts, ComposeStore composing, ReceivedStore received) : OnPersonErased
{
    public override async Task Before(PersonId person, Turn turn)
    {
        await halts.Stop(person, turn);
        await composing.DropAll(person);
        await received.Settle(person, turn.Now);
    }

    /// <summary>After: a press that held the person until now has written its recipients by then.</summary>
    public override Task After(PersonId person, Turn turn) => received.Forget(person, turn.Now);
}
