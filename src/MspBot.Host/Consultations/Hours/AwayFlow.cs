using MspBot.Data.Consultations.Hours;
using MspBot.Domain.Clock;
using MspBot.Domain.Consultations.Hours;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Consultations.Hours;

/// <summary>A day off, or a holiday from–to, and the colleague who stands in.</summary>
internal sealed class AwayFlow(HoursReader reader) : Flow
{
    private const string Name = ConsultationLinks.Away;

    /// <summary>It is begun with this for a single day.</summary>
    internal const string OneDay = "day";

    public override string Key => Name;

    public override Access Access => Access.NoRow("always of the one who speaks");

    public override string Title => HoursTexts.Away;

    public override bool For(Speaker speaker) => speaker.Is(Role.Tutor);

    public override async Task<Outcome> Talk(Dialog ask)
    {
        var tutor = ask.Person;
        var single = ask.Start.Text == OneDay;
        var first = single
            ? await ask.Day("first", HoursTexts.WhichDay(ask))
            : await ask.FirstDay("first", HoursTexts.FirstDay(ask), "last", HoursTexts.LastDay(ask));
        var last = single ? first : await ask.Day("last", HoursTexts.LastDay(ask), notBefore: first);
        var standIn = await StandIn(ask, tutor);

        await ask.Confirm(HoursTexts.ConfirmAbsence(await reader.ConfirmedOn(tutor, first, last, ask.Now), ask.Zone));

        return Do(new GoAway(first, last, standIn))
            .OnConflict(AbsenceRefusal.Overlap, askAgain: "first", HoursTexts.AbsenceOverlap)
            .OnConflict(AbsenceRefusal.Reversed, askAgain: "last", HoursTexts.LastBeforeFirst)
            .OnConflict(AbsenceRefusal.NoSuchColleague, askAgain: "colleague", HoursTexts.ColleagueGone);
    }

    private async Task<PersonId?> StandIn(Dialog ask, PersonId tutor)
    {
        var nobody = new Option<PersonId>(new(0), HoursTexts.Nobody);
        if (await reader.Colleagues(tutor) is not { Count: > 0 } colleagues) return null;
        var chosen = await ask.Choice("colleague", HoursTexts.StandIn,
            [nobody, .. colleagues.Select(c => new Option<PersonId>(c.Id, c.Name))]);
        return chosen == nobody.Value ? null : chosen;
    }
}

/// <summary>Days on which the tutor is not there, both included.</summary>
internal sealed record GoAway(DateOnly First, DateOnly Last, PersonId? StandIn);

/// <summary>Notes it, tells the colleague, and names what was agreed for these days: that is for the tutor to move.</summary>
internal sealed class GoAwayHandler(HoursStore store, HoursReader reader, AwayNotices notices, SiteZone zone) : Handler<GoAway>
{
    public override async Task<Done> Handle(GoAway command, Turn turn)
    {
        var tutor = turn.Person;
        var (id, refusal) = await store.AddAbsence(tutor, command.First, command.Last, command.StandIn);
        if (refusal is { } because)
            return new Done.Refused(because,
                Html.Text(HoursTexts.Refused(because)));
        if (command.StandIn is { } colleague) await notices.TellAsked(turn, id, colleague, command.First, command.Last);

        var confirmed = await reader.ConfirmedOn(tutor, command.First, command.Last, turn.Now);
        return await reader.Details(tutor, turn.Now) is { } details
            ? new Done.With(HoursScreens.Overview(details, HoursTexts.Absent(command.First, command.Last, confirmed, zone)))
            : new Done.Opening(ConsultationLinks.Hours, 0);
    }
}
