using MspBot.Data.Files;
using MspBot.Data.Plan;
using MspBot.Data.Plan.Papers;
using MspBot.Domain.Clock;
using MspBot.Domain.Files;
using MspBot.Domain.Plan;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Files.Tables;

namespace MspBot.Host.Plan.Papers;

/// <summary>«Загрузить из Excel»: takes the file. What it would do is shown once it is here and read.</summary>
internal sealed class ImportFlow(PlanStore plans) : Flow
{
    private const string Name = PlanLinks.Import;
    internal static readonly FileRule Rule = new(["xlsx"], WorkbookGate.MaxBytes);

    public override string Key => Name;

    public override Access Access => Access.All(PlanAccess.Writes);

    public override string Title => PlanTexts.Import;

    public override bool For(Speaker speaker) => PlanAccess.Writes(speaker);

    public override async Task<Outcome> Talk(Dialog ask)
    {
        var year = Year(ask);
        if (await plans.CheckPlannable(year, ask.Now) is { } closed) return Say(ImportScreens.Closed(year, closed));
        return Do(new ImportPlan(year, await ask.File("table", ImportTexts.WhichFile(year), Rule)));
    }

    /// <summary>This school year's plan or the next one's.</summary>
    private static SchoolYear Year(Dialog ask)
    {
        var present = SchoolYear.Of(ask.Zone.DayOf(ask.Now));
        return ask.Start.Number() is { } first && first >= 2020 && first <= present.Next.First ? new((int)first) : present;
    }
}

/// <summary>Takes a table of the plan of a year.</summary>
internal sealed record ImportPlan(SchoolYear Year, Upload File);

internal sealed class ImportPlanHandler(StoredFileStore files, ImportStore imports) : Handler<ImportPlan>
{
    private const int MostOfName = 200;

    public override async Task<Done> Handle(ImportPlan command, Turn turn)
    {
        if (!PlanAccess.Writes(turn.Speaker)) return new Done.With(new Screen(Html.Text(EngineTexts.Gone)).Row(EngineTexts.ToMenu));
        var (reference, name, _, mediaType) = command.File;
        var file = await files.Add(reference, Ellipsis.Cut(name, MostOfName), mediaType is null ? null : Ellipsis.Cut(mediaType,
            MostOfName),
            ImportFlow.Rule.MaxBytes, turn.Speaker.Chat, turn.Now);
        await imports.Begin(command.Year, file, turn.Person, turn.Now);
        return new Done.With(ImportScreens.Reading(command.Year));
    }
}
