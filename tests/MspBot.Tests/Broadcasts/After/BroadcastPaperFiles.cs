using MspBot.Data.Broadcasts;
using MspBot.Data.Broadcasts.After;
using MspBot.Domain.Broadcasts;
using MspBot.Host.Broadcasts.After;
using MspBot.Tests.Support;
using MspBot.Tests.Surveys.Summary;
using Xunit;

namespace MspBot.Tests.Broadcasts.After;

/// <summary>
/// Papers of a broadcast, written into the folder that MSPBOT_PAPERS names, to be looked at:
/// <c>MSPBOT_PAPERS=$HOME/papers dotnet run --project tests/MspBot.Tests -- -class '*BroadcastPaperFiles'</c>, then LibreOffice.
/// </summary>
public sealed class BroadcastPaperFiles
{
    [Theory]
    [InlineData("broadcast-one", 1)]
    [InlineData("broadcast-many", 60)]
    public void Papers_as_they_are_handed_out(string name, int recipients)
    {
        var folder = Environment.GetEnvironmentVariable("MSPBOT_PAPERS");
        var place = folder is null ? Directory.CreateTempSubdirectory("msp-papers-").FullName : Directory.CreateDirectory(folder).FullName;
        var at = World.Morning;
        var broadcast = new BroadcastDetails
        {
            Audience = new Audience.Everyone(),
            Words = $"{BroadcastCast.Words}\nПовестка в приложении. Возьмите с собой план работы.",
            PressedAt = at,
            Acknowledge = true,
            FileName = "Повестка.docx",
        };
        var people = Enumerable.Range(0, recipients).Select(nr => new RecipientLine
        {
            Name = nr % 7 == 3 ? null : "Константинопольская-Заозёрская Александра Владиславовна",
            School = nr % 5 == 0 ? "МОУ «Средняя общеобразовательная школа № 12 с углублённым изучением отдельных предметов»"
                : "МОУ «СОШ № 3»",
            Roles = nr % 2 == 0 ? ["SchoolHead", "Teacher"] : ["Tutor"],
            Outcome = nr % 6 == 5 ? RecipientOutcome.Failed : RecipientOutcome.Sent,
            Reason = nr % 6 == 5 ? FailureReason.Unknown : null,
            At = at.AddSeconds(nr),
            AcknowledgedAt = nr % 3 == 0 ? at.AddHours(nr) : null,
        }).ToList();
        var papers = new BroadcastPapers(SummarySamples.Site.Name, broadcast, people, SummarySamples.Zone);
        List<(string Name, byte[] Content)> all = [($"{name}.docx", papers.Sheet()), ($"{name}.xlsx", papers.Table())];
        foreach (var (file, content) in all) File.WriteAllBytes(Path.Combine(place, file), content);
        Assert.All(all, file => Assert.InRange(file.Content.Length, 1_500, 900_000));
        if (folder is null) Directory.Delete(place, recursive: true);
    }
}
