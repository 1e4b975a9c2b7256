using MspBot.Data.Consultations.Requests;
using MspBot.Domain.Consultations;
using MspBot.Domain.Consultations.Requests;
using MspBot.Domain.Log;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Consultations.Requests;

/// <summary>A tutor says where one consultation takes place.</summary>
internal sealed class MeetingLinkFlow(ConsultationReader reader) : Flow
{
    private const string Name = ConsultationLinks.MeetingLink;

    private const int Longest = 500;

    public override string Key => Name;

    public override Access Access => ConsultationStart.Rows(reader);

    public override string Title => ConsultationTexts.SetLink;

    public override bool For(Speaker speaker) => speaker.Is(Role.Tutor);

    public override async Task<Outcome> Talk(Dialog ask)
    {
        if (await ConsultationStart.Read(ask, reader) is not { } details || details.TutorId != ask.Person)
            return Say(ConsultationRefusalScreens.Gone);
        if (details.State != ConsultationState.Confirmed)
            return Say(ConsultationRefusalScreens.Screen(ConsultationRefusal.NotConfirmedYet, details.Id));
        return Do(new SetMeetingLink(details.Id, await ask.Text("link", RequestTexts.Link, Longest, TextRule.Link)));
    }
}

internal sealed record SetMeetingLink(ConsultationId Id, string Link);

internal sealed class SetMeetingLinkHandler(ConsultationStore store, ConsultationScreens screens, ConsultationNotices notices)
    : Handler<SetMeetingLink>
{
    public override async Task<Done> Handle(SetMeetingLink command, Turn turn)
    {
        var result = await store.SetLink(command.Id, turn.Person, command.Link);
        if (result.Refusal is not null) return ConsultationRefusalScreens.Done(result);
        ConsultationDeeds.Log(turn, LogAction.ConsultationLinkChanged, result.After!, role: Role.Tutor);
        await notices.LinkSet(turn, result);
        return new Done.With(screens.Card(result.After!, Side.Tutor, turn.Now, Html.Text(RequestTexts.LinkSaved)));
    }
}

/// <summary>«Сообщить тьютору», and the tutor's answer: words from one side of a consultation to the other.</summary>
internal sealed class TellTutorFlow(ConsultationReader reader) : Flow
{
    private const string Name = ConsultationLinks.TellTutor;

    public override string Key => Name;

    public override Access Access => ConsultationStart.Rows(reader);

    public override string Title => ConsultationTexts.Message;

    public override async Task<Outcome> Talk(Dialog ask)
    {
        var me = ask.Person;
        if (await ConsultationStart.Read(ask, reader) is not { } details) return Say(ConsultationRefusalScreens.Gone);
        if (MessageRules.Check(details.Facts, me, details.EndsAt, ask.Now) is { } no)
            return Say(ConsultationRefusalScreens.Screen(no, details.Id));
        var words = details.TeacherId == me
            ? await ask.Text("words", RequestTexts.Words, ReasonText.Max, ReasonText.Rule)
            : await ask.Text("words", RequestTexts.WordsBack, ReasonText.Max, ReasonText.Rule, RequestTexts.Replies);
        return Do(new TellTutor(details.Id, words));
    }
}

internal sealed record TellTutor(ConsultationId Id, string Words);

internal sealed class TellTutorHandler(ConsultationReader reader, ConsultationScreens screens, ConsultationMessages messages)
    : Handler<TellTutor>
{
    public override async Task<Done> Handle(TellTutor command, Turn turn)
    {
        if (await reader.Details(command.Id) is not { } details
            || Sides.Of(turn.Speaker, details) is not ((Side.Teacher or Side.Tutor) and var side))
            return new Done.With(ConsultationRefusalScreens.Gone);
        if (MessageRules.Check(details.Facts, turn.Person, details.EndsAt, turn.Now) is { } no)
            return new Done.With(ConsultationRefusalScreens.Screen(no, details.Id));
        return new Done.With(screens.Card(details, side, turn.Now, messages.Tell(turn, details, side, command.Words)));
    }
}
