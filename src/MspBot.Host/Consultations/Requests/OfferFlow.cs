using MspBot.Data.Consultations.Hours;
using MspBot.Data.Consultations.Requests;
using MspBot.Data.Meetings;
using MspBot.Domain.Clock;
using MspBot.Domain.Consultations;
using MspBot.Domain.Consultations.Requests;
using MspBot.Domain.Log;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Meetings;

namespace MspBot.Host.Consultations.Requests;

/// <summary>«Другое время»: a tutor offers up to three times, to an open request or in place of the time that is agreed.</summary>
internal sealed class OfferFlow(ConsultationReader reader, HoursReader hours, EngagementReader engagements) : Flow
{
    private const string Name = ConsultationLinks.Offer;

    public override string Key => Name;

    public override Access Access => ConsultationStart.Rows(reader);

    public override string Title => ConsultationTexts.OtherTime;

    public override bool For(Speaker speaker) => speaker.Is(Role.Tutor);

    public override async Task<Outcome> Talk(Dialog ask)
    {
        var me = ask.Person;
        if (await ConsultationStart.Read(ask, reader) is not { } details || details.TutorId != me)
            return Say(ConsultationRefusalScreens.Gone);
        var moves = details.State == ConsultationState.Confirmed;
        if (moves && TimeChange.Check(details.Facts, me, ask.Now) is { } late)
            return Say(ConsultationRefusalScreens.Screen(late, details.Id));
        if (!moves && TimeOffer.CheckAtAll(details.Facts, me) is { } no) return Say(ConsultationRefusalScreens.Screen(no, details.Id));

        IReadOnlyList<DateTimeOffset> free = [.. (await hours.Free(me, ask.Now)).Select(t => t.StartsAt)];
        var starts = await TimeQuestions.OwnTimes(ask, hours.IsWorking, RequestTexts.OfferedTime(ask), free, TimeSpan.Zero,
            details.LengthAndBreak);
        var reason = moves
            ? await ask.OptionalText("reason", RequestTexts.MoveReason(Side.Tutor), ReasonText.Max, ReasonText.Rule,
                RequestTexts.MoveReasons(Side.Tutor))
            : null;
        var others = await engagements.Attended(me, starts, details.Length);
        ask.InOneLine(RequestTexts.Offers, RequestTexts.OneOf(starts, ask.Zone), TimeQuestions.OwnKeys);
        await ask.Confirm(EngagementTexts.Warned(others, moves ? RequestTexts.SendMove(Side.Tutor) : RequestTexts.SendOffer, ask.Zone),
            [new Option<bool>(true, moves ? DialogTexts.AllRight : RequestTexts.SendIt) { Formerly = DialogTexts.AllRight }]);

        var again = TimeQuestions.Again(new(TimeKind.Proposed, starts));
        return Do(new OfferTimes(details.Id, moves, starts, reason))
            .OnConflict(ConsultationRefusal.TimeTaken, again, ConsultationReplies.Refused(ConsultationRefusal.TimeTaken))
            .OnConflict(ConsultationRefusal.TimeIsPast, again, ConsultationReplies.Refused(ConsultationRefusal.TimeIsPast))
            .OnConflict(ConsultationRefusal.SameTime, again, ConsultationReplies.Refused(ConsultationRefusal.SameTime))
            .OnConflict(ConsultationRefusal.TimesOverlap, again, ConsultationReplies.Refused(ConsultationRefusal.TimesOverlap));
    }
}

/// <summary>Times of the tutor's.</summary>
internal sealed record OfferTimes(ConsultationId Id, bool Moves, IReadOnlyList<DateTimeOffset> Starts, string? Reason);

internal sealed class OfferTimesHandler(ConsultationStore store, ConsultationScreens screens, ConsultationNotices notices, SiteZone zone)
    : Handler<OfferTimes>
{
    public override async Task<Done> Handle(OfferTimes command, Turn turn)
    {
        var me = turn.Person;
        var result = command.Moves
            ? await store.Move(command.Id, me, command.Starts, free: false, command.Reason, turn.Now)
            : await store.Offer(command.Id, me, command.Starts, turn.Now);
        if (result.Refusal is ConsultationRefusal.TimeTaken or ConsultationRefusal.TimeIsPast or ConsultationRefusal.TimesOverlap
            or ConsultationRefusal.SameTime)
        {
            var why = ConsultationReplies.Refused(result, zone);
            return new Done.Refused(result.Refusal, Html.Text(why), why);
        }
        if (result.Refusal is not null) return ConsultationRefusalScreens.Done(result);

        ConsultationDeeds.Log(turn, LogAction.ConsultationTimesOffered, result.After!, role: Role.Tutor);
        if (command.Moves) await notices.MoveAsked(turn, result);
        else await notices.Offered(turn, result);
        return new Done.With(screens.Card(result.After!, Side.Tutor, turn.Now,
            Html.Text(command.Moves ? RequestTexts.MoveSent : RequestTexts.Offered)));
    }
}
