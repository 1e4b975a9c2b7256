using System.Text.Json;
using MspBot.Data.Broadcasts;
using MspBot.Data.Broadcasts.After;
using MspBot.Domain.Broadcasts;
using MspBot.Domain.Clock;
using MspBot.Domain.People.Registration;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Printing;

namespace MspBot.Host.Broadcasts.After;

/// <summary>The papers of a broadcast. Messages that wait carry the names, so they never change.</summary>
internal enum BroadcastPaper
{
    /// <summary>Who got it, as a workbook.</summary>
    Table,

    /// <summary>«Лист ознакомления».</summary>
    Sheet,
}

/// <summary>Makes them as things stand when the message is sent.</summary>
internal sealed class BroadcastPaperMaker(BroadcastReader reader, AfterReader recipients, TransactionEnd end, Site site, SiteZone zone)
    : FileMaker
{
    private const string Name = "broadcast";

    public override string Key => Name;

    internal static FileToMake Of(BroadcastPaper paper, BroadcastId broadcast) =>
        new(Name, JsonSerializer.Serialize(new Asked($"{paper}", broadcast.Value)));

    public override async Task<Attachment?> Make(string of)
    {
        var asked = JsonSerializer.Deserialize<Asked>(of)!;
        if (await reader.Find(new(asked.Broadcast)) is not { PressedAt: { } at } broadcast) return null;
        var people = await recipients.All(broadcast.Id);
        await end.Commit();
        var papers = new BroadcastPapers(site.Name, broadcast, people, zone);
        return Enum.Parse<BroadcastPaper>(asked.Paper) == BroadcastPaper.Table
            ? new(AfterTexts.TableFile(at, zone), SheetWriter.MediaType, papers.Table())
            : new(AfterTexts.SheetFile(at, zone), DocxFile.MediaType, papers.Sheet());
    }

    private sealed record Asked(string Paper, long Broadcast);
}

/// <param name="Site">What the site is called.</param>
/// <param name="Broadcast">Which.</param>
/// <param name="People">All its recipients, by school.</param>
/// <param name="Zone">The site's.</param>
internal sealed record BroadcastPapers(string Site, BroadcastDetails Broadcast, IReadOnlyList<RecipientLine> People, SiteZone Zone)
{
    private static readonly int[] Widths = [600, 3900, 3570, 2400, 2100, 2000];

    internal byte[] Table() => SheetWriter.Book($"Рассылка {Zone.Local(Broadcast.PressedAt!.Value):dd.MM.yyyy}",
    [
        new("Получатели",
        [
            new("№", 6), new("ФИО", 36), new("Школа", 36), new("Роль", 30), new("Доставлено", 26), new("Когда", 18),
            new("Ознакомлен(а)", 18),
        ], [.. People.Select((one, nr) => (IReadOnlyList<object?>)
        [
            (decimal)(nr + 1), AfterTexts.Name(one.Name), one.School, AfterTexts.Roles(one),
            one.Outcome == RecipientOutcome.Sent ? "да" : $"нет: {AfterTexts.Because(one)}",
            one.Outcome == RecipientOutcome.Sent ? Moment(one.At) : null,
            Broadcast.Acknowledge ? Moment(one.AcknowledgedAt) : null,
        ])]),
    ]);

    /// <summary>Those whom it reached: the others had nothing to read.</summary>
    internal byte[] Sheet()
    {
        using var file = new DocxFile();
        var reached = People.Where(one => one.Outcome == RecipientOutcome.Sent).ToList();
        return file.Write(
        [
            DocxWriter.Centred("Лист ознакомления", bold: true, size: 28),
            DocxWriter.Centred(Site, bold: true),
            DocxWriter.Text($"Сообщение от {Long(Broadcast.PressedAt!.Value)}:"),
            .. Broadcast.Words.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(DocxWriter.Text),
            .. Broadcast.FileName is { } name ? [DocxWriter.Text($"Приложение: «{name}».")]
                : Array.Empty<DocumentFormat.OpenXml.OpenXmlElement>(),
            DocxWriter.Table(Widths, ["№", "ФИО", "Школа", "Роль", "Отметка в системе", "Подпись"], reached.Select((one, nr) => (string[])
            [
                Russian.Number(nr + 1), AfterTexts.Name(one.Name), one.School ?? "", AfterTexts.Roles(one),
                Moment(one.AcknowledgedAt) ?? "", "",
            ]), DocxWriter.ForHand),
            DocxWriter.Note($"Отметили в системе: {Russian.Number(reached.Count(one => one.AcknowledgedAt is not null))} из "
                + $"{Russian.Number(reached.Count)}. Отметка в системе — не подпись: подпись ставится от руки."),
            DocxWriter.Signature("Руководитель площадки", Zone.DayOf(Broadcast.PressedAt!.Value).Year),
        ], across: true);
    }

    /// <summary>«17.11.2026 15:00»</summary>
    private string? Moment(DateTimeOffset? at) => at is { } moment ? $"{Zone.Local(moment):dd.MM.yyyy HH:mm}" : null;

    /// <summary>«17 ноября 2026 г.»</summary>
    private string Long(DateTimeOffset at)
    {
        var day = Zone.DayOf(at);
        return $"{Russian.DayAndMonth(day)} {Russian.Number(day.Year)} г.";
    }
}
