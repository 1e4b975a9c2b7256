using MspBot.Data.Meetings;
using MspBot.Data.People;
using MspBot.Data.Plan;
using MspBot.Data.Plan.Facts;
using MspBot.Data.Seminars;
using MspBot.Data.Seminars.Heads;
using MspBot.Domain.Clock;
using MspBot.Domain.Log;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Heads;
using MspBot.Domain.Spelling;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Plan.Facts;
using MspBot.Host.Seminars.Seats;

namespace MspBot.Host.Seminars.Heads;

/// <summary>A head changes one thing about a seminar; what those who are signed up will hear of is confirmed first.</summary>
internal sealed class ChangeSeminarFlow(
    SeminarReader reader, PersonReader people, PlanReader plans, ItemChoiceReader choices, WorkingCalendar calendar,
    EngagementReader engagements) : Flow
{
    private const string Name = SeminarLinks.ChangeSeminar;

    public override string Key => Name;

    public override Access Access => Access.All(SeminarAccess.IsHead);

    public override string Title => HeadTexts.Changing;

    public override bool For(Speaker speaker) => SeminarAccess.IsHead(speaker);

    public override async Task<Outcome> Talk(Dialog ask)
    {
        if (ChangeStart.Read(ask.Start) is not { } start || await reader.Details(start.Id, ask.Person) is not { } details)
            return Say(new Screen(Html.Text(HeadTexts.Refused(SeminarRefusal.NoSuchSeminar)))
                .Row(Button.Command(ListTexts.Events, "events")));
        if (details.Version != start.Version) return Say(SeminarRefusalScreens.Screen(SeminarRefusal.ChangedMeanwhile, start.Id));

        if (start.Field == SeminarField.PlanItem && !await Items(ask, details).Any())
            return Say(new Screen(ChangeTexts.NoPlan(SchoolYear.Of(ask.Zone.DayOf(details.StartsAt))))
                .Row(Button.Card(HeadTexts.BackToEvent, SeminarLinks.Seminar, details.Id.Value)));
        var change = await AskChange(ask, start.Field, details);
        if (change.IsNews && details.State == SeminarState.Published) await ask.Confirm(await Question(ask, details, change));

        return Do(new ChangeSeminar(start.Id, start.Version, change))
            .OnConflict(SeminarRefusal.StartIsPast, askAgain: "when.date", HeadTexts.Refused(SeminarRefusal.StartIsPast))
            .OnConflict(SeminarRefusal.FewerSeatsThanSeated, "seats", HeadTexts.FewerThanSeated(details.Seated, details.Held))
            .OnConflict(SeminarRefusal.LeaderBusy, BusyKey(change), HeadTexts.Refused(SeminarRefusal.LeaderBusy))
            .OnConflict(SeminarRefusal.NoSuchPlanItem, "plan", HeadTexts.Refused(SeminarRefusal.NoSuchPlanItem));
    }

    private async Task<string> Question(Dialog ask, SeminarDetails details, SeminarChange change)
    {
        var question = DayOff(ask, change) + HeadTexts.TellAfterChange(details.Seated + details.Waiting);
        var (leader, start, length) = change switch
        {
            SeminarChange.Leader(var to) => (to, details.StartsAt, details.EndsAt - details.StartsAt),
            SeminarChange.Start(var to) => (details.LeaderId, to, details.EndsAt - details.StartsAt),
            SeminarChange.Length(var to) => (details.LeaderId, details.StartsAt, to),
            _ => ((PersonId?)null, default, default),
        };
        return leader is { } leads ? await SeminarQuestions.Warned(ask, engagements, leads, start, length, question, details.Id) : question;
    }

    private string DayOff(Dialog ask, SeminarChange change) =>
        change is SeminarChange.Start(var to) ? SeminarTexts.DayOff(calendar, ask.Zone.DayOf(to)) : "";

    private static string BusyKey(SeminarChange change) => change switch
    {
        SeminarChange.Leader => "leader",
        SeminarChange.Length => "length",
        _ => "when.date",
    };

    private async Task<SeminarChange> AskChange(Dialog ask, SeminarField field, SeminarDetails details) => field switch
    {
        SeminarField.Title => new SeminarChange.Title(await SeminarQuestions.Title(ask)),
        SeminarField.Start => new SeminarChange.Start(await SeminarQuestions.Start(ask)),
        SeminarField.Length => new SeminarChange.Length(await SeminarQuestions.Length(ask)),
        SeminarField.Seats => new SeminarChange.Seats(await SeminarQuestions.Seats(ask, details.Seated, details.Held)),
        SeminarField.Audience => new SeminarChange.Audience(
            await OrNone(ask, "audience", QuestionTexts.Audience, SeminarBounds.Audience, ChangeTexts.NoAudience,
                SeminarQuestions.OneLine)),
        SeminarField.Link => new SeminarChange.Link(
            await OrNone(ask, "link", QuestionTexts.Link, SeminarBounds.Link, ChangeTexts.NoLink, SeminarQuestions.Link)),
        SeminarField.Leader => new SeminarChange.Leader(await SeminarQuestions.Leader(ask, people)),
        SeminarField.Description => new SeminarChange.Description(
            await OrNone(ask, "description", QuestionTexts.Description, SeminarBounds.Description, ChangeTexts.NoDescription,
                SeminarQuestions.LongText)),
        SeminarField.PlanItem => new SeminarChange.PlanItem(await Items(ask, details).Choose()),
    };

    private PlannedItems Items(Dialog ask, SeminarDetails details)
    {
        var day = ask.Zone.DayOf(details.StartsAt);
        return new(choices, plans, ask, details.Kind, day, SchoolYear.Of(day));
    }

    /// <summary>A text, or the button that takes away what there is.</summary>
    private static async Task<string?> OrNone(
        Dialog ask, string key, Prompt prompt, int max, string none, Func<string, Parsed<string>> rule)
    {
        var text = await ask.Text(key, prompt, max, rule, suggestions: [none]);
        return text == none ? null : text;
    }
}

/// <summary>One thing about a seminar, to be changed if it still is as the head saw it.</summary>
internal sealed record ChangeSeminar(SeminarId Id, int Version, SeminarChange Change);

/// <summary>Changes it, tells those who must know, and seats those for whom there is room now.</summary>
internal sealed class ChangeSeminarHandler(
    SeminarStore store, SeminarNotices notices, SeatsChanges schools, SeminarScreens screens, TermNotes plan, SiteZone zone)
    : Handler<ChangeSeminar>
{
    public override async Task<Done> Handle(ChangeSeminar command, Turn turn)
    {
        var result = await store.Change(command.Id, command.Version, command.Change, turn.Person, turn.Now);
        if (result.Clash is { } clash) return HeadTexts.LeaderBusy(clash, zone);
        if (result.Refusal is SeminarRefusal.StartIsPast or SeminarRefusal.FewerSeatsThanSeated or SeminarRefusal.NoSuchPlanItem)
            return new Done.Refused(result.Refusal, Html.Text(HeadTexts.Refused(result.Refusal.Value)));
        if (result.Refusal is { } refusal) return new Done.With(SeminarRefusalScreens.Screen(refusal, command.Id));

        SeminarDeeds.LogChanged(turn, result, command.Change);
        await notices.Redraw(turn, result, command.Change);
        notices.TellOfferOver(turn, result.After!, result.OfferOver);
        var told = await notices.TellChanged(turn, result.Before!, result.After!, command.Change, result.Promoted);
        var heads = await schools.Unlimited(turn, result.After!, result.Freed);
        if (command.Change is SeminarChange.Start && result.After!.State == SeminarState.Published)
            heads += await schools.Moved(turn, result.Before!, result.After);
        // Last, so that the button stands below the news.
        notices.TellAsked(turn, result.After!, result.Asked);
        if (command.Change is SeminarChange.Start or SeminarChange.PlanItem && result.After!.State == SeminarState.Published)
            await plan.Say(turn, result.After.PlanItem, result.After.StartsAt);
        return new Done.With(screens.Card(
            result.After!, turn.Now, SeminarRelation.Head, news: HeadTexts.Done(ChangeTexts.Saved, told, heads)));
    }
}

/// <summary>Nothing was done; the way on is the seminar as it is today.</summary>
internal static class SeminarRefusalScreens
{
    internal static Screen Screen(SeminarRefusal because, SeminarId id) =>
        new Screen(Html.Text(HeadTexts.Refused(because))).Row(Button.Card(SeminarTexts.Open, SeminarLinks.Seminar, id.Value));
}
