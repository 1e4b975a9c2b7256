using MspBot.Data.Consultations.Requests;
using MspBot.Domain.Consultations;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Consultations.Requests;

/// <summary>The consultation that a flow is about, out of a button, which anyone may have typed.</summary>
internal static class ConsultationStart
{
    internal static Access Rows(ConsultationReader reader) => Access.Rows(async (turn, id) =>
        await reader.Details(new(id)) is { } details && Sides.Of(turn.Speaker, details) is Side.Teacher or Side.Tutor);

    /// <summary>Null also when it is not one of the speaker's.</summary>
    internal static async Task<ConsultationDetails?> Read(Dialog ask, ConsultationReader reader) =>
        ask.Row<ConsultationId>() is { } id && await reader.Details(id) is { } details
        && Sides.Of(ask.Speaker, details) is Side.Teacher or Side.Tutor ? details : null;
}

/// <summary>Nothing was done; the way on is the consultation as it is today.</summary>
internal static class ConsultationRefusalScreens
{
    internal static Screen Gone => new Screen(Html.Text(EngineTexts.Gone)).Row(EngineTexts.ToMenu);

    internal static Screen Screen(ConsultationRefusal because, ConsultationId id) =>
        new Screen(Html.Text(ConsultationReplies.Refused(because))).Row(Button.Card(ConsultationTexts.Open, ConsultationLinks.Consultation,
            id.Value));

    /// <summary>A refusal after the dialog: said with the card, unless the flow asks again.</summary>
    internal static Done Done(ConsultationResult result) => result.After is { } details && result.Refusal != ConsultationRefusal.NotYours
        ? new Done.With(Screen(result.Refusal!.Value, details.Id))
        : new Done.With(Gone);
}
