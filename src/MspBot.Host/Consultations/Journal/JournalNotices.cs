using MspBot.Data.Consultations.Journal;
using MspBot.Data.People;
using MspBot.Domain.Clock;
using MspBot.Domain.Notices;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Consultations.Journal;

/// <summary>What teachers hear out of a tutor's journal.</summary>
internal sealed class JournalNotices(PersonReader people, QuietHours quiet)
{
    /// <summary>The recommendation, to those whom it is for; each wording once.</summary>
    internal async Task TellRecommended(Turn turn, JournalEntry entry, IReadOnlyList<ChatId> chats)
    {
        if (entry.Recommendation is null || chats.Count == 0) return;
        var screen = new Screen(JournalTexts.Recommendation(entry, await people.ShortName(entry.TutorId))).Row(EngineTexts.ToMenu);
        turn.Tell(chats.Select(chat => new Notice(
            chat, screen, NoticeKey.Recommendation(entry.Id, entry.Version, chat), quiet.NotBefore(turn.Now))));
    }
}
