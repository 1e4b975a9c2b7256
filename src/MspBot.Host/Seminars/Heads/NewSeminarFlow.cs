using MspBot.Data.Meetings;
using MspBot.Data.People;
using MspBot.Data.Plan;
using MspBot.Data.Plan.Facts;
using MspBot.Data.Seminars;
using MspBot.Data.Seminars.Heads;
using MspBot.Domain.Clock;
using MspBot.Domain.Log;
using MspBot.Domain.Plan;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Heads;
using MspBot.Domain.Spelling;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Conversations.Turns;
using MspBot.Host.Plan.Facts;
using MspBot.Host.Seminars.Seats;

namespace MspBot.Host.Seminars.Heads;

/// <summary>A head makes a seminar, and publishes it or keeps it as a draft.</summary>
internal sealed class NewSeminarFlow(
    SeminarReader seminars, PersonReader people, PlanReader plans, ItemChoiceReader choices, WorkingCalendar calendar,
    EngagementReader engagements) : Flow
{
    private const string Name = SeminarLinks.NewSeminar;

    /// <summary>Begins what «Создать мероприятие» on an item of the plan starts with; the item's number follows.</summary>
    private const string OfItem = "item";

    /// <summary>All of them, those held most often first: the list has a second page.</summary>
    internal static readonly IReadOnlyList<Option<string>> Kinds =
    [
        .. new[]
        {
            SeminarKind.RoundTable, SeminarKind.DesignSeminar, SeminarKind.Workshop, SeminarKind.GroupConsultation,
            SeminarKind.SubjectUnion,
            SeminarKind.Briefing, SeminarKind.Negotiation, SeminarKind.CreativeLab, SeminarKind.Other,
        }.Select(kind => new Option<string>(kind.ToString(), SeminarTexts.KindLabel(kind), SeminarTexts.Kind(kind))),
    ];

    public override string Key => Name;

    public override Access Access => Access.NoRow("makes a new one");

    public override string Title => HeadTexts.New;

    public override string Unfinished => HeadTexts.Unfinished;

    public override bool For(Speaker speaker) => SeminarAccess.IsHead(speaker);

    /// <summary>Chosen in a kind's place, and replaced by the kind of what is repeated.</summary>
    private const string RepeatPast = "Past";

    private async Task<IReadOnlyList<Option<string>>> KindsOr(Dialog ask) =>
        await seminars.HasPast(ask.Now) ? [new(RepeatPast, HeadTexts.RepeatPast), .. Kinds] : Kinds;

    public override async Task<Outcome> Talk(Dialog ask)
    {
        var past = new PastSeminars(seminars, people, ask);
        if (ask.IsBeginning) ask.Bring(await Begun(ask, past));
        var kind = await ask.Choice("kind", QuestionTexts.Kind, () => KindsOr(ask));
        if (kind == RepeatPast) kind = await past.Kind(await ask.Search("past", QuestionTexts.Past, past));
        var items = Items(ask, kind);
        var item = await items.Choose();
        await items.Assume(item, people);
        var title = await SeminarQuestions.Title(ask);
        var start = await SeminarQuestions.Start(ask);
        var length = await SeminarQuestions.Length(ask);
        var seats = await SeminarQuestions.Seats(ask);
        var audience = await ask.OptionalText("audience", QuestionTexts.Audience, SeminarBounds.Audience, SeminarQuestions.OneLine);
        var link = await ask.OptionalText("link", QuestionTexts.Link, SeminarBounds.Link, SeminarQuestions.Link);
        var leader = await SeminarQuestions.Leader(ask, people);
        var description = await ask.OptionalText("description", QuestionTexts.Description, SeminarBounds.Description,
            SeminarQuestions.LongText);

        var question = QuestionTexts.Notes(calendar, ask.Zone.DayOf(start), link) + await items.Note(item, start) + QuestionTexts.Publish;
        var publish = await ask.Confirm(await SeminarQuestions.Warned(ask, engagements, leader, start, length, question),
            [new Option<bool>(true, HeadTexts.Publish), new Option<bool>(false, HeadTexts.KeepDraft)]);

        var draft = new SeminarDraft
        {
            Kind = Enum.Parse<SeminarKind>(kind),
            Title = title,
            StartsAt = start,
            Length = length,
            Seats = seats,
            Audience = audience,
            JoinLink = link,
            Description = description,
            Leader = leader,
            PlanItem = item,
        };
        return Do(new MakeSeminar(draft, publish))
            .OnConflict(SeminarRefusal.StartIsPast, askAgain: "when.date", HeadTexts.Refused(SeminarRefusal.StartIsPast))
            .OnConflict(SeminarRefusal.LeaderBusy, askAgain: "when.date", HeadTexts.Refused(SeminarRefusal.LeaderBusy))
            .OnConflict(SeminarRefusal.NoSuchPlanItem, askAgain: "plan", HeadTexts.Refused(SeminarRefusal.NoSuchPlanItem));
    }

    internal static string StartOf(PlanItemId item) => $"{OfItem}.{Argument.Of(item)}";

    private async Task<IReadOnlyList<Answer>> Begun(Dialog ask, PastSeminars past) =>
        ask.Row<SeminarId>() is { } again ? await past.Brings(again)
        : ask.Start.Part(0) == OfItem && ask.Start.Id<PlanItemId>(1) is { } item ? await Items(ask, $"{SeminarKind.Other}").BeginsWith(item)
        : [];

    /// <summary>The plan of the next year is written in summer, and so are its first meetings.</summary>
    private PlannedItems Items(Dialog ask, string kind)
    {
        var today = ask.Zone.DayOf(ask.Now);
        return new(choices, plans, ask, Enum.Parse<SeminarKind>(kind), today, SchoolYear.Of(today).Next);
    }
}

/// <summary>What the head has described, to be made.</summary>
internal sealed record MakeSeminar(SeminarDraft Draft, bool Publish);

/// <summary>Makes it; the card then offers what comes next. Another leader is told, once it is public.</summary>
internal sealed class MakeSeminarHandler(
    SeminarStore store, SeminarReader reader, SeminarScreens screens, SeminarNotices notices, TermNotes plan, SiteZone zone)
    : Handler<MakeSeminar>
{
    public override async Task<Done> Handle(MakeSeminar command, Turn turn)
    {
        if (command.Draft.Check(command.Publish, turn.Now) is { } refusal)
            return new Done.Refused(refusal, Html.Text(HeadTexts.Refused(refusal)));
        if (command.Draft.PlanItem is { } item && await store.CheckPlanItem(item) is { } gone)
            return new Done.Refused(gone, Html.Text(HeadTexts.Refused(gone)));
        var (id, clash) = await store.Add(command.Draft, turn.Person, command.Publish, turn.Now);
        if (clash is not null) return HeadTexts.LeaderBusy(clash, zone);
        turn.Log(command.Publish ? LogAction.SeminarPublished : LogAction.SeminarDrafted, LogSubject.Seminar, id.Value,
            people: [command.Draft.Leader]);
        var details = (await reader.Details(id, turn.Person))!;
        SeminarDeeds.LogInPlan(turn, LogAction.PlanItemTied, details);
        if (command.Publish)
        {
            await notices.TellLeader(turn, details);
            await plan.Say(turn, details.PlanItem, details.StartsAt);
        }
        return new Done.With(screens.Card(
            details, turn.Now, SeminarRelation.Head, news: command.Publish ? HeadTexts.Done(HeadTexts.Published, 0) : default));
    }
}

/// <summary>/new</summary>
internal sealed class NewSeminarCommand(OpenDialogs dialogs) : Command
{
    public override string Name => SeminarLinks.NewSeminar;

    public override string Description => HeadTexts.New;

    public override int Order => 300;

    public override bool For(Speaker speaker) => SeminarAccess.IsHead(speaker);

    public override Task Run(Turn turn, string args) => dialogs.Begin(turn, SeminarLinks.NewSeminar, "");
}
