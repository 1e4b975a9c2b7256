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
        await reader.Sheet(new(id)) is { } sheet && Sides.Of(turn.Speaker, sheet) is Side.Teacher or Side.Tutor);

    /// <summary>Null also when it is none of the speaker's.</summary>
    internal static async Task<ConsultationSheet?> Read(Dialog ask, ConsultationReader reader) =>
        ask.Row<ConsultationId>() is { } id && await reader.Sheet(id) is { } sheet
        && Sides.Of(ask.Speaker, sheet) is Side.Teacher or Side.Tutor ? sheet : null;
}

/// <summary>Nothing was done; the way on is the consultation as it is today.</summary>
internal static class Stuck
{
    internal static Screen Gone => new Screen(Html.Text(EngineTexts.Gone)).Row(EngineTexts.ToMenu);

    internal static Screen Screen(ConsultationRefusal because, ConsultationId id) =>
        new Screen(Html.Text(DeedTexts.Refused(because))).Row(Button.Card(ConsultationTexts.Open, ConsultationLinks.Consultation, id.Value));

    /// <summary>A refusal after the talk: said with the card, unless the flow asks again.</summary>
    internal static Done Done(ConsultationResult result) => result.After is { } sheet && result.Refusal != ConsultationRefusal.NotYours
        ? new Done.With(Screen(result.Refusal!.Value, sheet.Id))
        : new Done.With(Gone);
}
