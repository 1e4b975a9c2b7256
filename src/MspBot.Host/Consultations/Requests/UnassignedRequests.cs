using MspBot.Data.Consultations.Requests;
using MspBot.Data.People;
using MspBot.Domain.Clock;
using MspBot.Domain.Consultations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Consultations.Requests;

/// <summary>Requests that no tutor has: the heads are asked to find one, of several at once in one message.</summary>
internal sealed class UnassignedRequests(
    ConsultationReader reader, ConsultationScreens screens, PersonReader people, QuietHours quiet, SiteZone zone)
{
    internal async Task<IReadOnlyList<Notice>> Ask(IReadOnlyList<ConsultationId> requests, DateTimeOffset now)
    {
        var consultations = new List<ConsultationDetails>();
        foreach (var id in requests)
        {
            if (await reader.Details(id) is { } details) consultations.Add(details);
        }
        return await Ask(consultations, now);
    }

    internal async Task<IReadOnlyList<Notice>> Ask(IReadOnlyList<ConsultationDetails> consultations, DateTimeOffset now)
    {
        if (consultations.Count == 0) return [];
        var chats = await people.HeadChats();
        return OneMessage.Of(chats.SelectMany(chat => consultations.Select(details => One(details, chat, now))),
            NewsTexts.LeftWithoutTutors);
    }

    private ListedNotice One(ConsultationDetails details, ChatId chat, DateTimeOffset now) =>
        new Notice(chat, screens.Card(details, Side.Head, now, NewsTexts.LeftWithoutTutor),
                ConsultationNotices.Key(details, Side.Head, chat), quiet.NotBefore(now, details.Soonest))
            .Listed(details, Side.Head, zone, label => Button.Card(label, ConsultationLinks.Assign, details.Id.Value));
}

/// <summary>A notice about a consultation as a line among others of its kind: the other side, what about, when.</summary>
internal static class ListedConsultation
{
    internal static ListedNotice Listed(this Notice notice, ConsultationDetails details, Side side, SiteZone zone) =>
        notice.Listed(details, side, zone, label => Button.Card(label, ConsultationLinks.Consultation, details.Id.Value));

    internal static ListedNotice Listed(
        this Notice notice, ConsultationDetails details, Side side, SiteZone zone, Func<string, Button> open)
    {
        var other = side == Side.Teacher ? details.Tutor : details.Teacher;
        return new(notice, ConsultationTexts.Line(details, other, zone),
            open(ConsultationTexts.Label(other, details.Subject, details.Topic)));
    }
}
