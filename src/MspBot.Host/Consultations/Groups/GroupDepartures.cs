using MspBot.Data.Consultations.Groups;
using MspBot.Domain.Log;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.People;

namespace MspBot.Host.Consultations.Groups;

/// <summary>
/// Before a person is erased, the groups they lead are cancelled, their seats in other groups become free, and what they wrote is deleted.
/// Their own requests are open again by then and are handled like all their requests. What is told of all this does not name them.
/// </summary>
internal sealed class GroupOnPersonErased(GroupStore store, GroupReader reader, GroupNotices notices) : OnPersonErased
{
    public override async Task Before(PersonId person, Turn turn)
    {
        foreach (var closed in (await store.CloseOf(person, turn.Now)).Select(Nameless))
        {
            GroupDeeds.Log(turn, LogAction.GroupCancelled, closed.Before!);
            await notices.Redraw(turn, closed, gone: person);
            turn.TellOthers(await notices.Closed(closed, GroupNewsTexts.TutorLeft, turn.Now, departing: person));
        }
        foreach (var left in (await store.Leave(person, turn.Now)).Select(Nameless))
        {
            await notices.Redraw(turn, left, gone: person);
            turn.TellOthers(await notices.Left(left with { Requests = [] }, person, turn.Now));
        }
        await store.Forget(person);

        GroupResult Nameless(GroupResult result) => result with { After = result.After!.Without(person) };
    }

    public override async Task After(PersonId person, Turn turn) => await notices.RedrawNameless(await reader.Of(person), turn.Now);
}

/// <summary>When the tutor role is removed, the tutor's coming groups are cancelled.</summary>
internal sealed class GroupOnRoleRemoved(GroupStore store, GroupNotices notices) : OnRoleRemoved
{
    public override async Task After(PersonId person, Role role, Turn turn)
    {
        if (role != Role.Tutor) return;
        foreach (var closed in await store.CloseOf(person, turn.Now))
        {
            GroupDeeds.Log(turn, LogAction.GroupCancelled, closed.Before!);
            await notices.Redraw(turn, closed);
            turn.TellOthers(await notices.Closed(closed, GroupNewsTexts.TutorLeft, turn.Now, departing: person));
        }
    }
}
