using MspBot.Data.Plan;
using MspBot.Domain.Clock;
using MspBot.Domain.Log;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Plan.Papers;

/// <summary>«Скачать план»: its papers and its table. The number is the year in which the school year begins.</summary>
internal sealed class DownloadCard(PlanReader plans) : Card
{
    private const string Name = PlanLinks.Download;
    internal const string Take = "take";

    public override string Key => Name;

    public override Access Access => Access.All(PlanAccess.Reads);

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        if (Year(id) is not { } year) return null;
        var offered = Offered(turn.Speaker, await plans.Of(year));
        var screen = new Screen(await plans.Of(year) is { } plan && offered.Any(choice => choice != PaperChoice.Sample)
            ? DownloadTexts.Card(plan, PlanAccess.Writes(turn.Speaker)) : DownloadTexts.Nothing(year));
        foreach (var choice in offered) screen = screen.Row(Button.Card(Label(choice), Name, id, Take, $"{choice}"));
        return screen
            .Row(PlanAccess.Writes(turn.Speaker) ? Button.Flow(PlanTexts.Import, PlanLinks.Import, $"{year.First}") : null)
            .Row(Button.Card(PlanTexts.ToPlan, PlanLinks.Plan, year.First), EngineTexts.ToMenu);
    }

    public override async Task<Pressed> Press(Turn turn, long id, string action, string arg)
    {
        if (Year(id) is not { } year || action != Take || new Argument(arg).Case<PaperChoice>() is not { } choice) return Pressed.Fresh();
        var plan = await plans.Of(year);
        if (!Offered(turn.Speaker, plan).Contains(choice)) return Pressed.Fresh();
        turn.Say(new Screen(Html.Text(DownloadTexts.Caption(choice, year)))
        {
            ToMake = PaperFileMaker.Of(choice, year, PlanAccess.Scope(turn.Speaker), turn.Person),
        });
        if (choice != PaperChoice.Sample)
            turn.Log(LogAction.FileTaken, LogSubject.Plan, plan!.Id.Value, await Taken(choice, plan, PlanAccess.Scope(turn.Speaker)));
        return Pressed.Nothing();
    }

    /// <summary>How many items whoever takes it reads in it, where it lists them all.</summary>
    private async Task<LogDetail> Taken(PaperChoice choice, PlanDetails plan, ItemScope scope) => choice switch
    {
        PaperChoice.Changes => LogDetail.Of("file", LogFile.PlanChanges),
        PaperChoice.Report => LogDetail.Of("file", LogFile.PlanReport),
        PaperChoice.Plan => LogDetail.Of(LogFile.Plan, plan.Counts.InForce),
        PaperChoice.Draft => LogDetail.Of(LogFile.Plan, await plans.Count(plan.Id, scope, leaving: false)),
        _ => LogDetail.Of(LogFile.Plan, await plans.Count(plan.Id, scope)),
    };

    /// <summary>An empty table is of use to whoever writes the plan; a draft where it says something else than what is in force.</summary>
    private static IReadOnlyList<PaperChoice> Offered(Speaker speaker, PlanDetails? plan)
    {
        var (scope, counts) = (PlanAccess.Scope(speaker), plan?.Counts);
        var any = plan is not null && !PlanTexts.IsEmpty(plan, scope);
        var open = scope switch
        {
            ItemScope.All => counts?.Draft + counts?.Submitted + counts?.Returned,
            ItemScope.Sent => counts?.Submitted + counts?.Returned,
            _ => 0,
        };
        return
        [
            .. counts?.InForce > 0 ? [PaperChoice.Plan] : Array.Empty<PaperChoice>(),
            .. any && open > 0 ? [PaperChoice.Draft] : Array.Empty<PaperChoice>(),
            .. any ? [PaperChoice.Excel] : Array.Empty<PaperChoice>(),
            .. counts?.InForce > 0 ? [PaperChoice.Changes, PaperChoice.Report] : Array.Empty<PaperChoice>(),
            .. PlanAccess.Writes(speaker) ? [PaperChoice.Sample] : Array.Empty<PaperChoice>(),
        ];
    }

    private static SchoolYear? Year(long id) => id is >= 2020 and <= 2100 ? new((int)id) : null;

    private static string Label(PaperChoice choice) => choice switch
    {
        PaperChoice.Plan => DownloadTexts.Plan,
        PaperChoice.Draft => DownloadTexts.Draft,
        PaperChoice.Excel => DownloadTexts.Excel,
        PaperChoice.Changes => DownloadTexts.Changes,
        PaperChoice.Report => DownloadTexts.Report,
        PaperChoice.Sample => DownloadTexts.Sample,
    };
}
