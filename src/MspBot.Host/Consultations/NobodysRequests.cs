using MspBot.Data.Consultations;
using MspBot.Data.People;
using MspBot.Domain.Clock;
using MspBot.Domain.Consultations;

namespace MspBot.Host.Consultations;

/// <summary>Requests that come back out of a group to no tutor: the heads are asked to find one.</summary>
internal sealed class NobodysRequests(ConsultationReader reader, ConsultationScreens screens, PersonReader people, QuietHours quiet)
{
    internal async Task<IReadOnlyList<News>> Ask(IReadOnlyList<ConsultationId> requests, DateTimeOffset now)
    {
        var heads = requests.Count > 0 ? await people.HeadChats() : [];
        var news = new List<News>();
        foreach (var id in requests)
        {
            if (await reader.Sheet(id) is not { } sheet) continue;
            var screen = screens.Card(sheet, Side.Head, now, NewsTexts.LeftWithoutTutor);
            news.AddRange(heads.Select(chat => new News(chat, screen, quiet.NotBefore(now), $"k:{id.Value}:v{sheet.Version}:{chat}")));
        }
        return news;
    }
}
