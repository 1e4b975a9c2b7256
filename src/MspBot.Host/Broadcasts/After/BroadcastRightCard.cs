using MspBot.Data.Broadcasts;
using MspBot.Data.Broadcasts.After;
using MspBot.Data.People;
using MspBot.Domain.Clock;
using MspBot.Domain.Log;
using MspBot.Domain.People;
using MspBot.Host.Broadcasts.Sending;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.People;
using MspBot.Host.People.Roles;

namespace MspBot.Host.Broadcasts.After;

/// <summary>
/// «Разрешить рассылки» and «Запретить рассылки» of a methodologist; the number is hers. It is shown as her own card. What she has under
/// way when it is taken is stopped.
/// </summary>
internal sealed class BroadcastRightCard(
    BroadcastRightStore store, BroadcastHalts halts, PersonCard person, PersonReader people, QuietHours quiet) : Card
{
    internal const string Give = "give";
    internal const string Take = "take";

    public override string Key => BroadcastLinks.Right;

    public override Access Access => Access.All(speaker => speaker.Is(Role.Head));

    public override Task<Screen?> Show(Turn turn, long id, string arg) => person.Show(turn, id, "");

    public override async Task<Pressed> Press(Turn turn, long id, string action, string arg)
    {
        var who = new PersonId(id);
        switch (action)
        {
            case Give when await store.Give(who, turn.Person, turn.Now):
                turn.Log(LogAction.BroadcastRightGiven, LogSubject.Person, id, people: [who]);
                if (await people.Chat(who) is { } chat)
                    turn.TellOthers(new Notice(chat, new Screen(AfterTexts.NowMayWrite), NotBefore: quiet.NotBefore(turn.Now)));
                return Pressed.Fresh(toast: AfterTexts.Allowed);
            case Take when await store.Take(who):
                turn.Log(LogAction.BroadcastRightTaken, LogSubject.Person, id, people: [who]);
                await halts.After(who, turn);
                return Pressed.Fresh(toast: AfterTexts.Forbidden);
            case Give or Take:
                return Pressed.Fresh(toast: AfterTexts.NoChange);
            default:
                return Pressed.Fresh();
        }
    }
}

/// <summary>On the card of a methodologist.</summary>
internal sealed class BroadcastRightPart(BroadcastRightReader rights) : PersonPart
{
    public override async Task<Button?> For(PersonId person, IReadOnlySet<Role> roles) =>
        !roles.Contains(Role.Methodologist) || roles.Contains(Role.Head) ? null
        : await rights.Has(person) ? Button.Card(AfterTexts.Forbid, BroadcastLinks.Right, person.Value, BroadcastRightCard.Take)
        : Button.Card(AfterTexts.Allow, BroadcastLinks.Right, person.Value, BroadcastRightCard.Give);
}

/// <summary>The right goes with the role.</summary>
internal sealed class RightOnRoleRemoved(BroadcastRightStore store) : OnRoleRemoved
{
    public override Task After(PersonId person, Role role, Turn turn) =>
        role == Role.Methodologist ? store.Take(person) : Task.CompletedTask;
}
