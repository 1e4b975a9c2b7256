using System.Text.Json;
using MspBot.Data.Plan;
using MspBot.Data.Plan.Papers;
using MspBot.Domain.Clock;
using MspBot.Domain.People;
using MspBot.Domain.People.Registration;
using MspBot.Domain.Plan.Papers;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Printing;

namespace MspBot.Host.Plan.Papers;

/// <summary>
/// Makes a paper or a table of the plan as it stands when its message is sent. The paper's edition and code are noted in the same
/// transaction in which it is read, so the code says of what is printed, and of nothing else.
/// </summary>
internal sealed class PaperFileMaker(
    PlanReader plans, PaperReader papers, EditionStore editions, TransactionEnd end, Site site, SiteZone zone, BotName bot) : FileMaker
{
    private const string Name = "plan";

    public override string Key => Name;

    internal static FileToMake Of(PaperChoice choice, SchoolYear year, ItemScope scope, PersonId by, DateTimeOffset now) =>
        new(Name, JsonSerializer.Serialize(new Asked(choice, year.First, scope, by.Value, now)));

    public override async Task<Attachment?> Make(string of)
    {
        var asked = JsonSerializer.Deserialize<Asked>(of)!;
        var year = new SchoolYear(asked.Year);
        if (await Content(asked, year) is not { } content) return null;
        await end.Commit();
        var name = DownloadTexts.FileName(asked.Choice, year);
        return new(name, name.EndsWith(".xlsx", StringComparison.Ordinal) ? SheetWriter.MediaType : DocxFile.MediaType, content);
    }

    private async Task<byte[]?> Content(Asked asked, SchoolYear year)
    {
        if (asked.Choice == PaperChoice.Sample) return PlanSheet.Empty(year);
        if (await plans.Of(year) is not { } plan || await papers.Stamp(year) is not { } stamp) return null;
        if (asked.Choice == PaperChoice.Excel) return PlanSheet.Xlsx(stamp, await plans.Items(plan.Id, asked.Now), asked.Scope,
            await papers.Turnout(plan.Id, asked.Now), zone, asked.Now);

        // The plan's row is held from here on: nothing is agreed between what is counted and what is read.
        var edition = await editions.InForce(plan.Id);
        var code = LinkCode.New();
        var paper = new PlanPaperText
        {
            Site = site,
            Year = year,
            Edition = edition,
            Printed = zone.DayOf(asked.Now),
            Link = bot.DeepLink($"{PaperLink.Start}{code}"),
            Bot = bot.Username,
        };
        return await Written(asked, plan, paper, code);
    }

    private async Task<byte[]> Written(Asked asked, PlanDetails plan, PlanPaperText paper, string code)
    {
        var first = await editions.FirstPrinted(plan.Id);
        var isDraft = asked.Choice == PaperChoice.Draft;
        await editions.Issue(code, plan.Id, Kind(asked.Choice), isDraft ? null : paper.Edition, new(asked.By), asked.Now);
        var changes = PlanChanges.Of(await papers.Agreed(plan.Id), first);
        if (asked.Choice == PaperChoice.Changes) return ChangesDocx.Write(paper, changes, zone);
        var items = await plans.Items(plan.Id, asked.Now);
        if (asked.Choice == PaperChoice.Report)
            return ReportDocx.Write(paper, items, await papers.Turnout(plan.Id, asked.Now), zone, asked.Now);
        return PlanDocx.Write(paper with { Signer = isDraft ? null : await papers.LastSigner(plan.Id) },
            PlanDocx.Lines(items, isDraft ? asked.Scope : ItemScope.InForce), isDraft, isDraft ? [] : changes, zone);
    }

    private static PaperKind Kind(PaperChoice choice) => choice switch
    {
        PaperChoice.Changes => PaperKind.Changes,
        PaperChoice.Report => PaperKind.Report,
        _ => PaperKind.Plan,
    };

    private sealed record Asked(PaperChoice Choice, int Year, ItemScope Scope, long By, DateTimeOffset Now);
}
