using MspBot.Data.Consultations;
using MspBot.Data.People;
using MspBot.Domain.Clock;
using MspBot.Domain.Consultations;

namespace MspBot.Host.Consultations;

/// <summary>Requests that no tutor has: the heads are asked to find one.</summary>
internal sealed class NobodysRequests(ConsultationReader reader, ConsultationScreens screens, PersonReader people, QuietHours quiet)
{
    internal async Task<IReadOnlyList<News>> Ask(IReadOnlyList<ConsultationId> requests, DateTimeOffset now)
    {
        var news = new List<News>();
        foreach (var id in requests)
        {
            if (await reader.Sheet(id) is { } sheet) news.AddRange(await Ask(sheet, now));
        }
        return news;
    }

    internal async Task<IEnumerable<News>> Ask(ConsultationSheet sheet, DateTimeOffset now)
    {
        var screen = screens.Card(sheet, Side.Head, now, NewsTexts.LeftWithoutTutor);
        return (await people.HeadChats()).Select(chat => new News(chat, screen, quiet.NotBefore(now, sheet.Soonest), ConsultationNotices.Key(sheet, Side.Head, chat)));
    }
}
