using MspBot.Data.Consultations.Requests;
using MspBot.Domain.Clock;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Consultations.Requests;

/// <summary>A notice about a consultation as a line among others of its kind: the other side, what about, when.</summary>
internal static class ListedConsultation
{
    internal static ListedNotice Listed(this Notice notice, ConsultationSheet sheet, Side side, SiteZone zone) =>
        notice.Listed(sheet, side, zone, label => Button.Card(label, ConsultationLinks.Consultation, sheet.Id.Value));

    internal static ListedNotice Listed(this Notice notice, ConsultationSheet sheet, Side side, SiteZone zone, Func<string, Button> open)
    {
        var other = side == Side.Teacher ? sheet.Tutor : sheet.Teacher;
        return new(notice, ConsultationTexts.Line(sheet, other, zone), open(ConsultationTexts.Label(other, sheet.Subject, sheet.Topic)));
    }
}
