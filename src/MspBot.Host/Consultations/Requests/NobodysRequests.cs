using MspBot.Data.Consultations.Requests;
using MspBot.Data.People;
using MspBot.Domain.Clock;
using MspBot.Domain.Consultations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Consultations.Requests;

/// <summary>Requests that no tutor has: the heads are asked to find one, of several at once in one message.</summary>
internal sealed class NobodysRequests(
    ConsultationReader reader, ConsultationScreens screens, PersonReader people, QuietHours quiet, SiteZone zone)
{
    internal async Task<IReadOnlyList<Notice>> Ask(IReadOnlyList<ConsultationId> requests, DateTimeOffset now)
    {
        var sheets = new List<ConsultationSheet>();
        foreach (var id in requests)
        {
            if (await reader.Sheet(id) is { } sheet) sheets.Add(sheet);
        }
        return await Ask(sheets, now);
    }

    internal async Task<IReadOnlyList<Notice>> Ask(IReadOnlyList<ConsultationSheet> sheets, DateTimeOffset now)
    {
        if (sheets.Count == 0) return [];
        var chats = await people.HeadChats();
        return OneMessage.Of(chats.SelectMany(chat => sheets.Select(sheet => One(sheet, chat, now))), NewsTexts.LeftWithoutTutors);
    }

    private ListedNotice One(ConsultationSheet sheet, ChatId chat, DateTimeOffset now) =>
        new Notice(chat, screens.Card(sheet, Side.Head, now, NewsTexts.LeftWithoutTutor),
                ConsultationNotices.Key(sheet, Side.Head, chat), quiet.NotBefore(now, sheet.Soonest))
            .Listed(sheet, Side.Head, zone, label => Button.Card(label, ConsultationLinks.Assign, sheet.Id.Value));
}
