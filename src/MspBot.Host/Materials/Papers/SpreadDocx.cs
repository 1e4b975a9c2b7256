using DocumentFormat.OpenXml;
using MspBot.Data.Materials.Papers;
using MspBot.Domain.Clock;
using MspBot.Domain.People.Registration;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Printing;

namespace MspBot.Host.Materials.Papers;

/// <summary>«Справка о распространении»: what an author takes to their attestation.</summary>
internal sealed class SpreadDocx(Spread spread, Site site, SiteZone zone)
{
    private const string Blank = "_________________";
    private const int Width = 9638;

    private static readonly int[] Widths = [850, 3788, 1700, 1700, 1600];

    internal byte[] Write(DateOnly printed)
    {
        using var file = new DocxFile();
        return file.Write(
        [
            .. Approval(printed),
            DocxWriter.Centred("Справка о распространении методических разработок", bold: true, size: 28),
            DocxWriter.Centred(site.Name, bold: true),
            DocxWriter.Text($"Выдана: {string.Join(", ", new[] { spread.Author, spread.Position, spread.School }.OfType<string>())}."),
            DocxWriter.Text($"На {MaterialPaperTexts.Long(printed)} методические разработки автора, размещённые в библиотеке площадки, "
                + "получили:"),
            DocxWriter.Table(Widths, ["№", "Разработка", "Размещена", "Скачали", "Роздано на встречах"],
                [.. spread.Materials.Select((one, nr) => Row(one, nr + 1)), Sum()]),
            DocxWriter.Note("Педагоги, а не нажатия: каждый считается один раз, сколько бы раз ни открывал разработку; автор не считается. "
                + "В строке «Всего» педагог считается один раз, даже если взял несколько разработок. Розданное участникам встреч посчитано "
                + "отдельно от скачанного."),
            DocxWriter.Signature("Руководитель площадки", printed.Year),
            DocxWriter.Note($"Составлено ботом площадки {MaterialPaperTexts.Long(printed)}"),
        ]);
    }

    private IEnumerable<OpenXmlElement> Approval(DateOnly printed) => site.ApprovedBy is not { } who ? [] :
    [
        DocxWriter.Beside(Width, [], ["УТВЕРЖДАЮ", who.Position, who.Organisation, $"{Blank} {who.Name}",
            $"«____» ______________ {Russian.Number(printed.Year)} г."]),
        DocxWriter.Note(""),
    ];

    private string[] Row(SpreadMaterial one, int number)
    {
        var forWhom = MaterialPaperTexts.ForWhom(one.Subjects, one.FirstGrade, one.LastGrade);
        var shown = MaterialPaperTexts.Dotted(zone.DayOf(one.ShownAt));
        return
        [
            Russian.Number(number),
            string.Join(". ", ((string[])
                [MaterialPaperTexts.Kind(one.Kind), MaterialPaperTexts.Name($"«{one.Name}»", one.IsHidden), forWhom])
                .Where(part => part.Length > 0)),
            one.Edition == 1 ? shown : $"{shown}, редакция {Russian.Number(one.Edition)}",
            Reached(one.Taken), Reached(one.HandedOut),
        ];
    }

    private string[] Sum() =>
    [
        DocxWriter.Total, MaterialPaperTexts.Works(spread.Materials.Count), "", Reached(spread.Taken), Reached(spread.HandedOut),
    ];

    private static string Reached(Reach reach) => reach.People == 0 ? "0" : MaterialPaperTexts.Who(reach);
}
