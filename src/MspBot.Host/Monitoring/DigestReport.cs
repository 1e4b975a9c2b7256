using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using MspBot.Domain.Clock;
using MspBot.Domain.Monitoring;
using MspBot.Domain.People;
using MspBot.Host.Conversations;

namespace MspBot.Host.Monitoring;

/// <summary>The month's report in the form that offices expect; conclusions are left to whoever signs it.</summary>
internal sealed class DigestReport(Digest digest, IReadOnlyDictionary<long, string> names, Site site, SiteZone zone)
{
    internal static byte[] Docx(Digest digest, IReadOnlyDictionary<long, string> names, Site site, SiteZone zone)
    {
        using var file = new MemoryStream();
        using (var document = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.Document = new Document(new Body([.. new DigestReport(digest, names, site, zone).Content(), Word.Page()]));
            main.AddNewPart<StyleDefinitionsPart>().Styles = Word.Styles();
        }
        return file.ToArray();
    }

    private IEnumerable<OpenXmlElement> Content() =>
    [
        Word.Centred("Отчёт о работе", bold: true, size: 28),
        Word.Centred(site.Name, bold: true, size: 24),
        Word.Centred($"за период с {Long(digest.Period.First)} по {Long(digest.Period.Last)}"),
        Word.Text($"Базовая школа: {site.HostSchool}. Тема: {site.Theme}. Основание: распоряжение № {site.OrderNumber} от {Long(site.OrderDate)}"),
        Word.Heading("1. Основные показатели"),
        .. DigestMessage.Lines(digest).Select(line => Word.Bullet(line)),
        digest.History.Count > 1 ? Word.Text("В скобках: изменение к прошлому месяцу и среднее за предыдущие месяцы, не более восьми.") : Word.Text("Это первый месяц работы: сравнить пока не с чем."),
        Word.Heading("2. Мероприятия"),
        digest.Seminars.Count == 0 ? Word.Text("За период мероприятий не было.")
            : Word.Table([600, 3600, 1700, 1900, 1838], ["№", "Мероприятие", "Срок", "Ответственный", "Результат"], digest.Seminars.Select(Row)),
        Word.Heading("3. Участие школ"),
        Word.Table([3400, 1500, 1600, 1400, 1738], ["Школа", "Педагогов в боте", "Участвовали", "Посещений", "Консультаций"], digest.Schools.Where(s => s.School is not null).Select(SchoolRow)),
        Word.Heading("4. Работа тьюторов"),
        digest.Tutors.Count == 0 ? Word.Text("За период консультаций не было.")
            : Word.Table([2800, 1200, 1438, 1500, 1700, 1000], ["Тьютор", "Заявок", "До ответа", "Состоялось", "Не состоялось", "Минут"], digest.Tutors.Select(TutorRow)),
        Word.Heading("5. Обратная связь"),
        Word.Text(Feedback()),
        .. digest.Ratings.Count == 0 ? Array.Empty<OpenXmlElement>()
            : [Word.Table([5238, 1400, 1500, 1500], ["О чём", "Отзывов", "Оценка", "Польза"], digest.Ratings.Select(RatingRow))],
        Word.Heading("6. Выводы и предложения"),
        Word.Text("…"),
        Word.Text("…"),
        Word.Text("Руководитель площадки ______________________ / ______________________ /"),
    ];

    private string[] Row(SeminarResult seminar, int nr) =>
    [
        Russian.Number(nr + 1), $"{DigestTexts.SeminarKind(seminar.Kind)}: {seminar.Title}", Russian.Moment(seminar.StartsAt, zone), Name(seminar.Leader),
        seminar.Cancelled ? "отменено" : !seminar.Held ? "" : $"записаны {seminar.SignedUp}, пришли {seminar.Came}{(seminar.Ratings == 0 ? "" : $"; оценка: {FigureTexts.Rating(seminar.Ratings, seminar.Rating)}")}",
    ];

    private static string[] SchoolRow(SchoolPart school, int nr) =>
        [$"{school.Name}{(school.Kind == nameof(SchoolKind.LowResults) ? " (ШНОР)" : "")}", Russian.Number(school.People), Russian.Number(school.Reached), Russian.Number(school.Came), Russian.Number(school.Consultations)];

    private string[] TutorRow(TutorWork tutor, int nr) =>
    [
        Name(tutor.Tutor), Russian.Number(tutor.Requested), FigureTexts.Hours(tutor.HoursToAnswer),
        Russian.Number(tutor.Held), Russian.Number(tutor.NotHeld), Russian.Number(tutor.Minutes),
    ];

    private static string[] RatingRow(RatingGroup group, int nr) =>
        [group.Title ?? SheetTexts.AllConsultations, Russian.Number(group.Count), FigureTexts.Rating(group.Count, group.Rating), FigureTexts.Rating(group.Count, group.Usefulness)];

    private string Feedback() => digest.Figures switch
    {
        { Ratings: 0 } => "За период отзывов не было.",
        { Rating: null } => $"Получено: {FigureTexts.FewRatings}.",
        var figures => $"Получено {DigestTexts.Reviews(figures.Ratings)}, средняя оценка {FigureTexts.Number(figures.Rating)} из 5.",
    };

    private string Name(long? person) => person is { } known ? names.GetValueOrDefault(known) ?? DigestTexts.Erased : "";

    private static string Long(DateOnly day) => $"{DigestTexts.Date(day)} {Russian.Number(day.Year)} г.";
}
