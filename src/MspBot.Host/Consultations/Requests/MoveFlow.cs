using MspBot.Data.Consultations.Hours;
using MspBot.Data.Consultations.Requests;
using MspBot.Data.Meetings;
using MspBot.Domain.Consultations;
using MspBot.Domain.Consultations.Requests;
using MspBot.Domain.People;
using MspBot.Host.Consultations.Hours;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Meetings;

namespace MspBot.Host.Consultations.Requests;

/// <summary>A teacher asks for another time of what is agreed; until the tutor confirms it, the old one stands.</summary>
internal sealed class MoveFlow(ConsultationReader reader, HoursReader hours, EngagementReader engagements, OfferedTimes offered) : Flow
{
    internal const string Name = "consult-move";

    public override string Key => Name;

    public override Access Access => ConsultationStart.Rows(reader);

    public override string Title => ConsultationTexts.Move;

    public override bool For(Speaker speaker) => speaker.Is(Role.Teacher);

    public override async Task<Outcome> Talk(Dialog ask)
    {
        var me = ask.Person;
        if (await ConsultationStart.Read(ask, reader) is not { } details || details.TeacherId != me)
            return Say(ConsultationRefusalScreens.Gone);
        if (TimeChange.Check(details.Facts, me, ask.Now) is { } no) return Say(ConsultationRefusalScreens.Screen(no, details.Id));

        var preference = await TimeQuestions.Preference(ask, hours,
            async () => await offered.Of(me, await hours.Free(details.TutorId!.Value, ask.Now)), details.Notice, details.Length,
            mayWait: false);
        var reason = await ask.OptionalText(
            "reason", RequestTexts.MoveReason(Side.Teacher), ReasonText.Max, ReasonText.Rule, RequestTexts.MoveReasons(Side.Teacher));
        var others = await engagements.At(me, preference.Starts, details.Length, details.Id.Value);
        await ask.Confirm(EngagementTexts.Warned(others, RequestTexts.SendMove(Side.Teacher), ask.Zone));

        var again = TimeQuestions.Again(preference);
        return Do(new MoveConsultation(details.Id, preference, reason))
            .OnConflict(ConsultationRefusal.TimeTaken, again, ConsultationReplies.Refused(ConsultationRefusal.TimeTaken))
            .OnConflict(ConsultationRefusal.SameTime, again, ConsultationReplies.Refused(ConsultationRefusal.SameTime))
            .OnConflict(ConsultationRefusal.TimeIsPast, again, ConsultationReplies.Refused(ConsultationRefusal.TimeIsPast))
            .OnConflict(ConsultationRefusal.TimeTooNear, again, ConsultationReplies.Refused(ConsultationRefusal.TimeTooNear));
    }
}

/// <summary>A move to another time, as the teacher prefers.</summary>
internal sealed record MoveConsultation(ConsultationId Id, TimePreference Preference, string? Reason);

internal sealed class MoveConsultationHandler(ConsultationStore store, ConsultationScreens screens, ConsultationNotices notices)
    : Handler<MoveConsultation>
{
    public override async Task<Done> Handle(MoveConsultation command, Turn turn)
    {
        var result = await store.Move(command.Id, turn.Person, command.Preference.Starts, command.Preference.Kind == TimeKind.Asked,
            command.Reason, turn.Now);
        if (result.Refusal is ConsultationRefusal.TimeTaken or ConsultationRefusal.TimeIsPast or ConsultationRefusal.TimeTooNear
            or ConsultationRefusal.SameTime)
            return new Done.Refused(result.Refusal, Html.Text(ConsultationReplies.Refused(result.Refusal.Value)));
        if (result.Refusal is not null) return ConsultationRefusalScreens.Done(result);
        await notices.MoveAsked(turn, result);
        return new Done.With(screens.Card(result.After!, Side.Teacher, turn.Now, Html.Text(RequestTexts.MoveSent)));
    }
}
