using MspBot.Data.Broadcasts.Sending;
using MspBot.Data.Log;
using MspBot.Domain.Broadcasts;
using MspBot.Domain.Clock;
using MspBot.Domain.Log;
using MspBot.Domain.Notices;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Broadcasts.Sending;

/// <summary>What carries the card of a meeting is stopped when the meeting is cancelled; its writer is told.</summary>
internal sealed class MeetingHalts(
    StopStore store, OutcomeStore outcomes, BroadcastScreens screens, Outbox outbox, LogWriter log, QuietHours quiet)
{
    internal Task<IReadOnlyList<BroadcastId>> Due() => store.WithCancelledMeetings();

    internal async Task<IReadOnlyCollection<Notice>> Stop(IReadOnlyList<BroadcastId> some, DateTimeOffset now)
    {
        var notices = new List<Notice>();
        foreach (var id in some)
        {
            if (await store.Stop(id, null, now) is not { Refusal: null, Broadcast: { } stopped }) continue;
            log.Write(LogLine.ByClock(now, LogAction.BroadcastStopped, LogSubject.Broadcast, id.Value,
                LogDetail.Of("people", stopped.Stopped)));
            await outbox.Redraw(BroadcastScreens.Shown(id), who => screens.Of(id, who, now));
            if (await outcomes.Writer(id) is not { Chat: var chat }) continue;
            var screen = new Screen(SentTexts.HaltedByMeeting(stopped))
                .Row(Button.Card(BroadcastTexts.Open, BroadcastLinks.Broadcast, id.Value));
            notices.Add(new Notice(chat, screen, NoticeKey.BroadcastHalted(id, chat), quiet.NotBefore(now)));
        }
        return notices;
    }
}
