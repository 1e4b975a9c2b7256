using MspBot.Data.Consultations.Hours;
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

/// <summary>«Передать коллеге»: a tutor asks another one to take a request over.</summary>
internal sealed class HandOverFlow(ConsultationReader reader, TutorReader tutors) : Flow
{
    private const string Name = ConsultationLinks.HandOver;

    public override string Key => Name;

    public override Access Access => ConsultationStart.Rows(reader);

    public override string Title => ConsultationTexts.HandOver;

    public override bool For(Speaker speaker) => speaker.Is(Role.Tutor);

    public override async Task<Outcome> Talk(Dialog ask)
    {
        var me = ask.Person;
        if (await ConsultationStart.Read(ask, reader) is not { } details || details.TutorId != me)
            return Say(ConsultationRefusalScreens.Gone);
        if (Handover.CheckAtAll(details.Facts, me) is { } no) return Say(ConsultationRefusalScreens.Screen(no, details.Id));
        var colleagues = await Colleagues(details, me, ask.Now);
        if (colleagues.Count == 0)
            return Say(new Screen(Html.Text(ConsultationTexts.NoColleagues)).Row(Button.Card(ConsultationTexts.Open,
                ConsultationLinks.Consultation, details.Id.Value)));

        var to = await ask.Choice("colleague", RequestTexts.Colleague, colleagues);
        await ask.Confirm(RequestTexts.SendHandOver, [new Option<bool>(true, ConsultationTexts.HandOver)]);
        return Do(new HandRequestOver(details.Id, to));
    }

    private async Task<IReadOnlyList<Option<PersonId>>> Colleagues(ConsultationDetails details, PersonId me, DateTimeOffset now) =>
    [
        .. (await tutors.For(details.TeacherId!.Value, details.Subject, now, details.Id)).Where(t => t.Id != me)
            .Select(t => new Option<PersonId>(t.Id, RequestTexts.Load(t), t.Name)),
    ];
}

internal sealed record HandRequestOver(ConsultationId Id, PersonId To);

internal sealed class HandRequestOverHandler(HandoverStore store, ConsultationScreens screens, ConsultationNotices notices)
    : Handler<HandRequestOver>
{
    public override async Task<Done> Handle(HandRequestOver command, Turn turn)
    {
        var result = await store.HandOver(command.Id, turn.Person, command.To, turn.Now);
        if (result.Refusal is not null) return ConsultationRefusalScreens.Done(result);
        ConsultationDeeds.Log(turn, LogAction.ConsultationHandedOver, result.After!, LogDetail.Of("to", command.To.Value), Role.Tutor);
        await notices.HandedOver(turn, result);
        return new Done.With(screens.Card(result.After!, Side.Tutor, turn.Now, Html.Text(RequestTexts.HandedOver)));
    }
}
