using MspBot.Data.Plan;
using MspBot.Host.Plan.Papers;
using Xunit;
using static MspBot.Tests.Plan.Papers.PaperSamples;

namespace MspBot.Tests.Plan.Papers;

/// <summary>
/// The papers of an example, written into the folder that MSPBOT_PAPERS names, to be looked at and to make the README's picture of:
/// <c>MSPBOT_PAPERS=$HOME/papers dotnet run --project tests/MspBot.Tests -- -class '*PaperFiles'</c>, then LibreOffice.
/// </summary>
public sealed class PaperFiles
{
    [Fact]
    public void Papers_as_they_are_handed_out()
    {
        var folder = Environment.GetEnvironmentVariable("MSPBOT_PAPERS");
        var place = folder is null ? Directory.CreateTempSubdirectory("msp-papers-").FullName : Directory.CreateDirectory(folder).FullName;
        (string Name, byte[] Content)[] all =
        [
            ("plan.docx", PlanDocx.Write(Paper, PlanDocx.Lines(Sampled, ItemScope.InForce), isDraft: false, Changes, Zone)),
            ("draft.docx", PlanDocx.Write(Paper with { Signer = null, Site = Site with { ApprovedBy = null } },
                PlanDocx.Lines([.. Sampled.Select((item, nr) => nr % 5 == 3 ? item with { InForce = null } : item)], ItemScope.All),
                isDraft: true, [], Zone)),
            ("changes.docx", ChangesDocx.Write(Paper, Changes, Zone)),
            ("report.docx", new ReportDocx(Sampled, Turnout, ItemDays, Zone, Now).Write(Paper)),
            ("plan.xlsx", PlanSheet.Xlsx(Stamp, Sampled, ItemScope.All, Turnout, Zone, Now)), ("empty.xlsx", PlanSheet.Empty(Year)),
        ];
        foreach (var (name, content) in all) File.WriteAllBytes(Path.Combine(place, name), content);
        Assert.All(all, file => Assert.InRange(file.Content.Length, 1_500, 60_000));
        if (folder is null) Directory.Delete(place, recursive: true);
    }
}
