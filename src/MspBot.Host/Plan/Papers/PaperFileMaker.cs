using System.Text.Json;
using MspBot.Data.Plan;
using MspBot.Data.Plan.Papers;
using MspBot.Domain.Clock;
using MspBot.Domain.People;
using MspBot.Domain.People.Registration;
using MspBot.Domain.Plan;
using MspBot.Domain.Plan.Papers;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Printing;

namespace MspBot.Host.Plan.Papers;

/// <summary>
/// Makes a paper or a table of the plan as it stands when its message is sent. The paper's edition and code are noted in the same
/// transaction in which it is read, so the code says of what is printed, and of nothing else; it is drawn after that.
/// </summary>
internal sealed class PaperFileMaker(
    PlanReader plans, PaperReader papers, EditionStore editions, TransactionEnd end, Site site, SiteZone zone, BotName bot,
    TimeProvider time) : FileMaker
{
    private const string Name = "plan";

    public override string Key => Name;

    internal static FileToMake Of(PaperChoice choice, SchoolYear year, ItemScope scope, PersonId by) =>
        new(Name, JsonSerializer.Serialize(new Asked(choice, year.First, scope, by.Value)));

    public override async Task<Attachment?> Make(string of)
    {
        var asked = JsonSerializer.Deserialize<Asked>(of)!;
        if (await Content(asked) is not { } content) return null;
        var name = DownloadTexts.FileName(asked.Choice, asked.SchoolYear);
        return new(name, name.EndsWith(".xlsx", StringComparison.Ordinal) ? SheetWriter.MediaType : DocxFile.MediaType, content);
    }

    private async Task<byte[]?> Content(Asked asked)
    {
        var now = time.GetUtcNow();
        if (asked.Choice == PaperChoice.Sample) return PlanSheet.Empty(asked.SchoolYear);
        if (await plans.Of(asked.SchoolYear) is not { } plan || await papers.Stamp(asked.SchoolYear) is not { } stamp) return null;
        if (asked.Choice != PaperChoice.Excel) return await Paper(asked, plan.Id, now);
        var items = await plans.Items(plan.Id, now);
        var turnout = await papers.Turnout(plan.Id, now);
        await end.Commit();
        return PlanSheet.Xlsx(stamp, items, asked.Scope, turnout, zone, now);
    }

    private async Task<byte[]> Paper(Asked asked, PlanId plan, DateTimeOffset now)
    {
        var (edition, write) = await Read(asked, plan, now);
        var code = LinkCode.New();
        await editions.Issue(code, plan, Kind(asked.Choice), asked.Choice == PaperChoice.Draft ? null : edition, new(asked.By), now);
        await end.Commit();
        return write(new()
        {
            Site = site,
            Year = asked.SchoolYear,
            Edition = edition,
            Printed = zone.DayOf(now),
            Link = bot.DeepLink($"{PaperLink.Start}{code}"),
            Bot = bot.Username,
        });
    }

    /// <summary>
    /// What is printed, and its edition. Methodologists decide meanwhile: another edition after the reads than before them, and all is
    /// read again.
    /// </summary>
    private async Task<(PlanEdition? Edition, Func<PlanPaperText, byte[]> Write)> Read(Asked asked, PlanId plan, DateTimeOffset now)
    {
        while (true)
        {
            var edition = await editions.InForce(plan);
            var write = await Writing(asked, plan, now);
            if (await editions.InForce(plan) == edition) return (edition, write);
        }
    }

    private async Task<Func<PlanPaperText, byte[]>> Writing(Asked asked, PlanId plan, DateTimeOffset now)
    {
        if (asked.Choice == PaperChoice.Report)
        {
            var report = new ReportDocx(await plans.Items(plan, now), await papers.Turnout(plan, now),
                await papers.Meetings(plan), zone, now);
            return report.Write;
        }
        var isDraft = asked.Choice == PaperChoice.Draft;
        IReadOnlyList<PlanChange> changes = isDraft ? [] : PlanChanges.Of(await papers.Agreed(plan), await editions.FirstPrinted(plan));
        if (asked.Choice == PaperChoice.Changes) return paper => ChangesDocx.Write(paper, changes, zone);
        var lines = PlanDocx.Lines(await plans.Items(plan, now), isDraft ? asked.Scope : ItemScope.InForce);
        var signer = isDraft ? null : await papers.LastSigner(plan);
        return paper => PlanDocx.Write(paper with { Signer = signer }, lines, isDraft, changes, zone);
    }

    private static PaperKind Kind(PaperChoice choice) => choice switch
    {
        PaperChoice.Changes => PaperKind.Changes,
        PaperChoice.Report => PaperKind.Report,
        _ => PaperKind.Plan,
    };

    private sealed record Asked(PaperChoice Choice, int Year, ItemScope Scope, long By)
    {
        internal SchoolYear SchoolYear => new(Year);
    }
}
