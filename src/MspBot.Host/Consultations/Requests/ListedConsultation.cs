using MspBot.Data.Consultations.Requests;
using MspBot.Domain.Clock;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Consultations.Requests;

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
