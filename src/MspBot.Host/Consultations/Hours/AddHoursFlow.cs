using MspBot.Data.Consultations.Hours;
using MspBot.Domain.Meetings;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Meetings;

namespace MspBot.Host.Consultations.Hours;

/// <summary>Hours of the week, on one day or several.</summary>
internal sealed class AddHoursFlow(HoursReader reader) : Flow
{
    private const string Name = ConsultationLinks.AddHours;

    public override string Key => Name;

    public override Access Access => Access.NoRow("always of the one who speaks");

    public override string Title => HoursTexts.Add;

    public override bool For(Speaker speaker) => speaker.Is(Role.Tutor);

    public override async Task<Outcome> Talk(Dialog ask)
    {
        var details = await reader.Details(ask.Person, ask.Now);
        var minutes = details?.Times.Minutes ?? 0;
        var hours = await new WeeklyHoursQuestions([.. details?.Week.Select(w => w.Span) ?? []], minutes,
            (from, to) => HoursTexts.TooShort(from, to, minutes)).Ask(ask, HoursTexts.Days);

        return Do(new AddHours(hours))
            .OnConflict(WeeklyHoursRefusal.Overlap, WeeklyHoursQuestions.FromKey, WeeklyHoursTexts.OverlapNow)
            .OnConflict(WeeklyHoursRefusal.TooMany, WeeklyHoursQuestions.DaysKey, WeeklyHoursTexts.TooMany);
    }
}

internal sealed record AddHours(AddedHours Hours);

/// <summary>Adds them, and tells those who wait for hours.</summary>
internal sealed class AddHoursHandler(HoursStore store, HoursReader reader, FreeTimesPublisher freeTimes) : Handler<AddHours>
{
    public override async Task<Done> Handle(AddHours command, Turn turn)
    {
        var tutor = turn.Person;
        if (await store.Add(tutor, command.Hours.Days, command.Hours.From, command.Hours.To) is { } refusal)
            return new Done.Refused(refusal, Html.Text(WeeklyHoursTexts.Refused(refusal)));
        await freeTimes.Tell(tutor, turn);
        return await reader.Details(tutor, turn.Now) is { } details
            ? new Done.With(HoursScreens.Overview(details, WeeklyHoursTexts.Added(command.Hours)))
            : new Done.Opening(ConsultationLinks.Hours, 0);
    }
}
