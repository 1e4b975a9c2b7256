using DocumentFormat.OpenXml;
using MspBot.Data.Plan.Papers;
using MspBot.Domain.Clock;
using MspBot.Domain.People.Profile;
using MspBot.Domain.People.Registration;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Printing;

namespace MspBot.Host.Plan.Papers;

/// <summary>What all papers of a plan have in common: the blocks on top, the line for the hand, the code below.</summary>
internal sealed record PlanPaperText
{
    private const string Blank = "_________________";
    private const int QrMillimetres = 22;
    private const int QrWidth = 1500;

    public required Site Site { get; init; }
    public required SchoolYear Year { get; init; }

    /// <summary>Null: nothing is in force.</summary>
    public required PlanEdition? Edition { get; init; }

    public required DateOnly Printed { get; init; }
    public required string Link { get; init; }

    /// <summary>The bot's name, without «@».</summary>
    public required string Bot { get; init; }

    /// <summary>Null: the lines are left to the hand.</summary>
    public Signer? Signer { get; init; }

    /// <summary>«17 ноября 2026 г.»</summary>
    internal static string Long(DateOnly day) => $"{Russian.DayAndMonth(day)} {Russian.Number(day.Year)} г.";

    internal string ForYear => $"на {Year} учебный год";

    /// <summary>Left «Согласовано», right «Утверждаю» where somebody approves.</summary>
    internal OpenXmlElement Blocks(int width) => DocxWriter.Beside(width,
        Block("СОГЛАСОВАНО", Signer?.Position ?? Blank, Signer?.Organisation ?? Blank,
            Signer is { } signer ? FullName.Signed(signer.FullName) : Blank),
        Site.ApprovedBy is { } who ? Block("УТВЕРЖДАЮ", who.Position, who.Organisation, who.Name) : []);

    internal IEnumerable<OpenXmlElement> Title(string title, string below) =>
    [
        DocxWriter.Centred(title, bold: true, size: 28), DocxWriter.Centred(Site.Name, bold: true), DocxWriter.Centred(below),
        DocxWriter.Text($"Базовая школа: {Site.HostSchool}. Основание: распоряжение № {Site.OrderNumber} от {Long(Site.OrderDate)}"),
    ];

    /// <summary>«Согласовано в системе 17.11.2026, редакция 3.»: no signature, so the line for the hand stays.</summary>
    /// <param name="words">What was agreed, where it is not the paper itself.</param>
    internal OpenXmlElement Agreed(string words = "Согласовано") => DocxWriter.Note(Edition is { } edition
        ? $"{words} в системе {DownloadTexts.Day(edition.On)}, редакция {Russian.Number(edition.Number)}." : "Не согласовано.");

    /// <param name="file">It goes into.</param>
    /// <param name="width">Of the page.</param>
    /// <param name="asks">What the bot says to whoever holds the code before it; «Действует ли эта бумага».</param>
    internal IEnumerable<OpenXmlElement> End(DocxFile file, int width, string asks = "Действует ли эта бумага")
    {
        var hand = DocxWriter.Signature("Руководитель площадки", Printed.Year);
        hand.ParagraphProperties!.KeepNext = new();
        return [hand, Code(file, width, asks)];
    }

    private OpenXmlElement Code(DocxFile file, int width, string asks) =>
        DocxWriter.Beside(width, QrWidth, file.Picture(QrPicture.Png(Link), $"QR: {Link}", QrMillimetres),
        [
            $"{asks}, скажет бот @{Bot}: наведите камеру телефона на код.",
            $"Напечатано {Long(Printed)}",
        ]);

    private string[] Block(string head, string position, string organisation, string name) =>
        [head, position, organisation, $"{Blank} {(name == Blank ? "/ _________________ /" : name)}",
            $"«____» ______________ {Printed.Year} г."];
}
