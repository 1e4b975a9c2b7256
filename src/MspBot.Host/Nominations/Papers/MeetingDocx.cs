using DocumentFormat.OpenXml;
using MspBot.Data.Nominations.Papers;
using MspBot.Data.Seminars;
using MspBot.Domain.Clock;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Printing;

namespace MspBot.Host.Nominations.Papers;

/// <summary>«Лист регистрации участников» and «Протокол» of a meeting.</summary>
/// <param name="Site">What the site is called.</param>
/// <param name="Details">The meeting.</param>
/// <param name="People">Everybody who has a seat, by name.</param>
/// <param name="Zone">The site's.</param>
internal sealed record MeetingDocx(string Site, SeminarDetails Details, IReadOnlyList<ListedParticipant> People, SiteZone Zone)
{
    /// <summary>From so many on they are a list of their own.</summary>
    internal const int ListFrom = 15;

    private const int LinesForHand = 4;

    private static readonly int[] SheetWidths = [600, 4000, 3570, 2700, 1700, 2000];

    private static readonly string[] SheetHeader = ["№", "ФИО", "Школа", "Должность", "Отметка о присутствии", "Подпись"];

    private static readonly int[] ListWidths = [600, 3438, 3100, 2500];

    private static readonly string[] ListHeader = ["№", "ФИО", "Школа", "Должность"];

    internal byte[] Sheet()
    {
        using var file = new DocxFile();
        return file.Write(
        [
            .. Head("Лист регистрации участников"),
            DocxWriter.Table(SheetWidths, SheetHeader, People.Select((person, nr) => (string[])
                [.. Listed(person, nr + 1), MeetingPaperTexts.Mark(person), ""]), DocxWriter.ForHand),
            DocxWriter.Note("Отметка о присутствии поставлена в системе: по кнопке «Подключиться», по коду встречи, вручную ведущим или " +
                "со слов участника."),
            DocxWriter.Signature("Ведущий", Year),
        ], across: true);
    }

    /// <summary>What was heard and decided is left to the hand.</summary>
    internal byte[] Minutes()
    {
        using var file = new DocxFile();
        IReadOnlyList<ListedParticipant> present = [.. People.Where(person => person.Came == true)];
        var listed = present.Count >= ListFrom;
        return file.Write(
        [
            .. Head("Протокол № ______"),
            DocxWriter.Heading("Присутствовали"),
            .. Present(present, listed),
            DocxWriter.Heading("Повестка дня"),
            DocxWriter.Text($"1. {Details.Title}"),
            .. Details.Description is { } words ? Paragraphs(words) : [],
            DocxWriter.Heading("Слушали"),
            .. ForHand(),
            DocxWriter.Heading("Решили"),
            .. ForHand(),
            DocxWriter.Signature("Председатель", Year),
            DocxWriter.Signature("Секретарь", Year),
            .. listed ? List(present) : [],
        ]);
    }

    private int Year => Zone.DayOf(Details.StartsAt).Year;

    private IEnumerable<OpenXmlElement> Head(string title) =>
    [
        DocxWriter.Centred(title, bold: true, size: 28), DocxWriter.Centred(Site, bold: true),
        DocxWriter.Centred(MeetingPaperTexts.Meeting(Details.Kind, Details.Title)),
        DocxWriter.Centred($"{MeetingPaperTexts.When(Details.StartsAt, Details.EndsAt, Zone)}, дистанционно"),
        DocxWriter.Text($"Ведущий: {Details.Leader ?? "_________________"}"),
    ];

    private static IEnumerable<OpenXmlElement> Present(IReadOnlyList<ListedParticipant> present, bool listed) => present.Count switch
    {
        0 => ForHand(),
        _ when listed => [DocxWriter.Text($"{MeetingPaperTexts.People(present.Count)}, список прилагается.")],
        _ => [.. present.Select((person, nr) => DocxWriter.Line($"{Russian.Number(nr + 1)}. {string.Join(", ", Words(person))}"))],
    };

    private static IEnumerable<string> Words(ListedParticipant person) =>
        new[] { MeetingPaperTexts.Name(person.Name), person.Position, person.School }.OfType<string>();

    private static IEnumerable<OpenXmlElement> List(IReadOnlyList<ListedParticipant> present) =>
    [
        DocxWriter.Heading("Приложение. Список присутствовавших", onNewPage: true),
        DocxWriter.Table(ListWidths, ListHeader, present.Select((person, nr) => Listed(person, nr + 1))),
        DocxWriter.Note($"Всего: {MeetingPaperTexts.People(present.Count)}."),
    ];

    private static string[] Listed(ListedParticipant person, int number) =>
        [Russian.Number(number), MeetingPaperTexts.Name(person.Name), person.School ?? "", person.Position ?? ""];

    private static IEnumerable<OpenXmlElement> Paragraphs(string words) =>
        words.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(DocxWriter.Text);

    private static IEnumerable<OpenXmlElement> ForHand() => Enumerable.Range(0, LinesForHand).Select(_ => DocxWriter.Text(new('_', 77)));
}
