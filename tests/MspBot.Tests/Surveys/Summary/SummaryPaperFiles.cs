using MspBot.Host.Surveys.Summary;
using Xunit;

namespace MspBot.Tests.Surveys.Summary;

/// <summary>
/// Pictures and papers of an example, written into the folder that MSPBOT_PAPERS names, to be looked at:
/// <c>MSPBOT_PAPERS=$HOME/papers dotnet run --project tests/MspBot.Tests -- -class '*SummaryPaperFiles'</c>, then LibreOffice.
/// </summary>
public sealed class SummaryPaperFiles
{
    [Theory]
    [InlineData("few", 7, 9, false)]
    [InlineData("observer", 7, 9, true)]
    [InlineData("many", 60, 20, false)]
    [InlineData("one", 1, 1, false)]
    public void Papers_as_they_are_handed_out(string name, int schools, int indicators, bool isLimited)
    {
        var folder = Environment.GetEnvironmentVariable("MSPBOT_PAPERS");
        var place = folder is null ? Directory.CreateTempSubdirectory("msp-papers-").FullName : Directory.CreateDirectory(folder).FullName;
        var view = new SummaryView(SummarySamples.Of(schools, indicators), isLimited);
        List<(string Name, byte[] Content)> all =
        [
            .. SummaryPicture.Pages(view.Summary).Select(page => ($"{name}-{page.Number + 1}.png", SummaryPicture.Png(view, page))),
            ($"{name}.xlsx", new SummaryWorkbook(view, SummarySamples.History(view.Summary), SummarySamples.Zone).Xlsx()),
            ($"{name}.docx", new SummaryDocx(view, SummarySamples.Recommendations, SummarySamples.Site, SummarySamples.Zone)
                .Write(new(2026, 12, 25))),
        ];
        foreach (var (file, content) in all) File.WriteAllBytes(Path.Combine(place, file), content);
        Assert.All(all, file => Assert.InRange(file.Content.Length, 1_500, 900_000));
        if (folder is null) Directory.Delete(place, recursive: true);
    }
}
