using MspBot.Data.Broadcasts.Sending;
using MspBot.Data.People;
using MspBot.Domain.Clock;
using MspBot.Domain.Log;
using MspBot.Domain.Notices;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Broadcasts.Sending;

/// <summary>
/// What somebody writes to many is stopped when they may not do so any more: they have lost the role or the right, or are erased. The
/// other heads are told.
/// </summary>
internal sealed class BroadcastHalts(
    StopStore store, BroadcastAccess access, BroadcastScreens screens, PersonReader people, QuietHours quiet)
{
    internal async Task<int> Under(PersonId person) => (await store.Under(person)).Count;

    /// <summary>Call it after a role or the right was taken; it looks by itself whether they may still write.</summary>
    internal async Task After(PersonId person, Turn turn)
    {
        if (!await access.Holds(person)) await Stop(person, turn);
    }

    internal async Task Stop(PersonId person, Turn turn)
    {
        foreach (var id in await store.Under(person))
        {
            if (await store.Stop(id, null, turn.Now) is not { Refusal: null, Broadcast: { } stopped }) continue;
            turn.Log(LogAction.BroadcastStopped, LogSubject.Broadcast, id.Value, LogDetail.Of("people", stopped.Stopped));
            await turn.Redraw(BroadcastScreens.Shown(id), who => screens.Of(id, who, turn.Now));
            var screen = new Screen(SentTexts.Halted(stopped))
                .Row(Button.Card(BroadcastTexts.Open, BroadcastLinks.Broadcast, id.Value));
            var own = await people.Chat(person);
            turn.TellOthers((await people.HeadChats()).Where(chat => chat != own)
                .Select(chat => new Notice(chat, screen, NoticeKey.BroadcastHalted(id, chat), quiet.NotBefore(turn.Now))));
        }
    }
}
