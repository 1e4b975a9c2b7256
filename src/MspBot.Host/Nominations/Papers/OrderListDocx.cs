using DocumentFormat.OpenXml;
using MspBot.Data.Nominations.Papers;
using MspBot.Domain.Clock;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Printing;

namespace MspBot.Host.Nominations.Papers;

/// <summary>«Список направленных педагогов»: what a school puts behind its order.</summary>
internal static class OrderListDocx
{
    private static readonly int[] Widths = [600, 2600, 2100, 1800, 3270, 2300, 1900];

    private static readonly string[] Header =
        ["№", "ФИО", "Должность", "Предмет", "Мероприятие", "Дата, время, форма", "Согласие"];

    internal static byte[] Write(string school, IReadOnlyList<SentTeacher> teachers, SiteZone zone, DateTimeOffset now)
    {
        using var file = new DocxFile();
        return file.Write(
        [
            DocxWriter.Beside(DocxWriter.WidthAcross, [], ["Приложение к приказу от __________ № ______"]),
            DocxWriter.Note(""),
            DocxWriter.Centred("Список направленных педагогов", bold: true, size: 28),
            DocxWriter.Centred(school, bold: true),
            DocxWriter.Table(Widths, Header, teachers.Select((teacher, nr) => Row(teacher, nr + 1, zone)), DocxWriter.ForHand),
            .. teachers.Any(t => t.AgreedAt is not null)
                ? [DocxWriter.Note("Согласие в системе — не подпись: подпись ставится от руки в той же графе.")]
                : Array.Empty<OpenXmlElement>(),
            DocxWriter.Signature("Руководитель организации", zone.DayOf(now).Year),
        ], across: true);
    }

    private static string[] Row(SentTeacher teacher, int number, SiteZone zone) =>
    [
        Russian.Number(number), MeetingPaperTexts.Name(teacher.Name), teacher.Position ?? "", string.Join(", ", teacher.Subjects),
        MeetingPaperTexts.Meeting(teacher.Kind, teacher.Title),
        $"{MeetingPaperTexts.When(teacher.StartsAt, teacher.EndsAt, zone)}, дистанционно",
        MeetingPaperTexts.Agreed(teacher, zone),
    ];
}
