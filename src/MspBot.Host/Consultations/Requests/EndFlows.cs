using MspBot.Data.Consultations.Requests;
using MspBot.Domain.Consultations;
using MspBot.Domain.Consultations.Requests;
using MspBot.Domain.Log;
using MspBot.Domain.People;
using MspBot.Domain.Spelling;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Consultations.Requests;

/// <summary>A reason, as it is typed.</summary>
internal static class ReasonText
{
    internal const int Max = 500;

    /// <summary>It is read behind «Причина:».</summary>
    internal static Parsed<string> Rule(string text)
    {
        var line = Russian.AtStart(OneLine.Of(text));
        return line.Length > 0 ? new Parsed<string>.Good(line, line) : new Parsed<string>.Bad(DialogTexts.Empty);
    }
}

/// <summary>«Отклонить»: a tutor says no, and why.</summary>
internal sealed class DeclineFlow(ConsultationReader reader, ConsultationScreens screens) : Flow
{
    private const string Name = ConsultationLinks.Decline;

    public override string Key => Name;

    public override Access Access => ConsultationStart.Rows(reader);

    public override string Title => ConsultationTexts.Decline;

    public override bool For(Speaker speaker) => speaker.Is(Role.Tutor);

    public override async Task<Outcome> Talk(Dialog ask)
    {
        var me = ask.Person;
        if (await ConsultationStart.Read(ask, reader) is not { } details || details.TutorId != me)
            return Say(ConsultationRefusalScreens.Gone);
        if (RequestRejection.Check(details.Facts, me) is { } no) return Say(ConsultationRefusalScreens.Screen(no, details.Id));
        ask.WayOut = new(DialogTexts.DoNotDecline, () => screens.Card(details, Side.Tutor, ask.Now, RequestTexts.StillYours));
        var reason = await ask.Text("reason", RequestTexts.DeclineReason, ReasonText.Max, ReasonText.Rule, RequestTexts.DeclineReasons);
        await ask.Confirm(RequestTexts.SendDecline, [new Option<bool>(true, RequestTexts.DeclineYes)]);
        return Do(new DeclineRequest(details.Id, reason));
    }
}

internal sealed record DeclineRequest(ConsultationId Id, string Reason);

internal sealed class DeclineRequestHandler(ConsultationStore store, ConsultationNotices notices) : Handler<DeclineRequest>
{
    public override async Task<Done> Handle(DeclineRequest command, Turn turn)
    {
        var result = await store.Decline(command.Id, turn.Person, command.Reason, turn.Now);
        if (result.Refusal is not null) return ConsultationRefusalScreens.Done(result);
        ConsultationDeeds.Log(turn, LogAction.ConsultationDeclined, result.Before!, role: Role.Tutor);
        await notices.Declined(turn, result);
        return new Done.With(new Screen(Html.Text(RequestTexts.DeclineDone)).Row(Button.Command(ConsultationTexts.ToRequests,
            ConsultationLinks.RequestsWord), EngineTexts.ToMenu));
    }
}

/// <summary>Either side cancels what is agreed; a teacher takes a request back.</summary>
internal sealed class CancelConsultationFlow(ConsultationReader reader, ConsultationScreens screens) : Flow
{
    private const string Name = ConsultationLinks.CancelConsultation;

    public override string Key => Name;

    public override Access Access => ConsultationStart.Rows(reader);

    public override string Title => ConsultationTexts.CancelMeeting;

    public override async Task<Outcome> Talk(Dialog ask)
    {
        if (await ConsultationStart.Read(ask, reader) is not { } details) return Say(ConsultationRefusalScreens.Gone);
        if (ConsultationCancellation.Check(details.Facts, ask.Person, ask.Now) is { } no)
            return Say(ConsultationRefusalScreens.Screen(no, details.Id));
        var agreed = details.State == ConsultationState.Confirmed;
        var by = details.TutorId == ask.Person ? Side.Tutor : Side.Teacher;
        ask.WayOut = agreed
            ? new(DialogTexts.DoNotCancel, () => screens.Card(details, by, ask.Now, RequestTexts.InForce(details, ask.Zone)))
            : new(DialogTexts.DoNotWithdraw, () => screens.Card(details, by, ask.Now, RequestTexts.StillWaits));
        var reason = agreed
            ? await ask.Text("reason", RequestTexts.CancelReason(by), ReasonText.Max, ReasonText.Rule, RequestTexts.CancelReasons(by))
            : await ask.OptionalText("why", RequestTexts.TakeBackReason, ReasonText.Max, ReasonText.Rule, RequestTexts.TakeBackReasons);
        await ask.Confirm(agreed ? RequestTexts.SendCancel(by)
            : RequestTexts.SendTakeBack, [new Option<bool>(true, agreed ? RequestTexts.CancelYes : RequestTexts.TakeBackYes)]);
        return Do(new CancelConsultation(details.Id, agreed, reason));
    }
}

/// <param name="Id">Which.</param>
/// <param name="Agreed">Whether it was agreed when the reason was asked for.</param>
/// <param name="Reason">Said to the other side.</param>
internal sealed record CancelConsultation(ConsultationId Id, bool Agreed, string? Reason);

internal sealed class CancelConsultationHandler(ConsultationStore store, ConsultationReader reader, ConsultationScreens screens,
    ConsultationNotices notices) : Handler<CancelConsultation>
{
    public override async Task<Done> Handle(CancelConsultation command, Turn turn)
    {
        var me = turn.Person;
        var result = await store.Cancel(command.Id, me, command.Reason, turn.Now);
        if (result.Refusal is not null) return ConsultationRefusalScreens.Done(result);
        ConsultationDeeds.LogCancelled(turn, result);
        await notices.Cancelled(turn, result);
        return await reader.Details(command.Id) is { } details && Sides.Of(turn.Speaker, details) is { } side
            ? new Done.With(screens.Card(details, side, turn.Now))
            : new Done.With(ConsultationRefusalScreens.Gone);
    }
}
