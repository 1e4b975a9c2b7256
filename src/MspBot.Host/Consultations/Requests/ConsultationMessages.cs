using System.Globalization;
using MspBot.Data.Consultations.Requests;
using MspBot.Domain.Clock;
using MspBot.Domain.Notices;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Consultations.Requests;

/// <summary>What teacher and tutor write to each other about a consultation.</summary>
internal sealed class ConsultationMessages(QuietHours quiet, SiteZone zone)
{
    /// <summary>Words from one side to the other; a tutor can answer by one tap.</summary>
    /// <returns>What the writer reads.</returns>
    internal Html Tell(Turn turn, ConsultationDetails details, Side from, string words)
    {
        var id = details.Id.Value;
        var reply = Button.Flow(ConsultationTexts.Reply, ConsultationLinks.TellTutor, details.Id);
        var screen = new Screen(NewsTexts.Message(details, from, words, zone));
        return Send(turn, details, from, from == Side.Teacher
            ? screen.Row(Button.Card(ConsultationTexts.Fine, ConsultationLinks.Consultation, id, ConsultationActions.Fine,
                turn.Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)), reply)
            : screen.Row(reply));
    }

    /// <summary>«Хорошо», once for each message.</summary>
    /// <returns>What the tutor reads.</returns>
    internal Html Fine(Turn turn, ConsultationDetails details, string message) => Send(turn, details, Side.Tutor,
        new(NewsTexts.Message(details, Side.Tutor, ConsultationTexts.Fine, zone)), NoticeKey.ConsultationFine(details.Id, message));

    private Html Send(Turn turn, ConsultationDetails details, Side from, Screen screen, NoticeKey? key = null)
    {
        if (Sides.Chat(details, from.Other()) is not { } chat) return Html.Bold(RequestTexts.NotReachable(from));
        var notBefore = quiet.NotBefore(turn.Now, details.StartsAt);
        turn.Tell(new Notice(chat, screen.Row(Button.Card(ConsultationTexts.Open, ConsultationLinks.Consultation, details.Id.Value)), key,
            notBefore));
        return Html.Bold(RequestTexts.WordsSent(from, notBefore is { } later ? Russian.Moment(later, zone) : null));
    }
}
