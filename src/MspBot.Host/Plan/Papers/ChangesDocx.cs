using DocumentFormat.OpenXml;
using MspBot.Domain.Clock;
using MspBot.Domain.People.Profile;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Printing;

namespace MspBot.Host.Plan.Papers;

/// <summary>«Лист изменений», alone or below the plan.</summary>
internal static class ChangesDocx
{
    private const int Upright = 9638;

    /// <summary>Parts of a thousand of the page's width.</summary>
    private static readonly int[] Parts = [100, 290, 290, 150, 170];

    private static readonly string[] Header = ["№ пункта", "Было", "Стало", "Причина", "Согласовано (кто, когда)"];

    internal static byte[] Write(PlanPaperText paper, IReadOnlyList<PlanChange> changes, SiteZone zone)
    {
        using var file = new DocxFile();
        return file.Write(
        [
            .. paper.Title("Лист изменений", $"к плану работы {paper.ForYear}"),
            changes.Count == 0 ? DocxWriter.Text("Изменений нет.") : Table(changes, Upright, zone),
            paper.Agreed("План согласован"),
            .. paper.End(file, Upright),
        ]);
    }

    internal static OpenXmlElement Table(IReadOnlyList<PlanChange> changes, int width, SiteZone zone) =>
        DocxWriter.Table([.. Parts.Select(part => width * part / 1000)], Header, changes.Select(change => (string[])
        [
            Russian.Number(change.Number), change.Before, change.After, change.Reason ?? "",
            $"{(change.By is { } name ? FullName.Short(name) : DialogTexts.Erased)}, {DownloadTexts.Day(zone.DayOf(change.At))}",
        ]));
}
