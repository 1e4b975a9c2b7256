using DocumentFormat.OpenXml;
using MspBot.Domain.Clock;
using MspBot.Domain.Digests;
using MspBot.Domain.People;
using MspBot.Domain.People.Registration;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Printing;

namespace MspBot.Host.Digests;

/// <summary>The month's report in the form that offices expect; conclusions are left to the person who signs it.</summary>
internal sealed class DigestReport(Digest digest, IReadOnlyDictionary<long, string> names, Site site, SiteZone zone)
{
    internal static byte[] Docx(Digest digest, IReadOnlyDictionary<long, string> names, Site site, SiteZone zone)
    {
        using var file = new DocxFile();
        return file.Write(new DigestReport(digest, names, site, zone).Content());
    }

    private IEnumerable<OpenXmlElement> Content() =>
    [
        DocxWriter.Centred("Отчёт о работе", bold: true, size: 28),
        DocxWriter.Centred(site.Name, bold: true, size: 24),
        DocxWriter.Centred($"за период с {Long(digest.Period.First)} по {Long(digest.Period.Last)}"),
        DocxWriter.Text(
        $"Базовая школа: {site.HostSchool}. Тема: {site.Theme}. Основание: распоряжение № {site.OrderNumber} от {Long(site.OrderDate)}"),
        DocxWriter.Heading("1. Основные показатели"),
        DocxWriter.Table([4638, 1600, 1700, 1700], ["Показатель", "За месяц", "Прошлый месяц", "Обычно"],
            DigestTexts.Figures.Select(FigureRow)),
        DocxWriter.Note(DigestTexts.ReportCompared(digest)),
        .. digest.Figures.Unmarked == 0 ? Array.Empty<OpenXmlElement>() : [DocxWriter.Note(DigestTexts.UnmarkedNote(digest.Figures))],
        DocxWriter.Heading("2. Мероприятия"),
        digest.Seminars.Count == 0 ? DocxWriter.Text("За период мероприятий не было.")
            : DocxWriter.Table([600, 3300, 1700, 1800, 2238], ["№", "Мероприятие", "Срок", "Ответственный", "Результат"],
                digest.Seminars.Select(Row)),
        DocxWriter.Heading("3. Участие школ"),
        Schools(),
        DocxWriter.Heading("4. Работа тьюторов"),
        digest.Tutors.Count == 0 ? DocxWriter.Text("За период консультаций не было.")
            : DocxWriter.Table([2638, 1200, 1400, 1500, 1500, 1400],
                ["Тьютор", "Заявок", "До ответа (медиана)", "Состоялось", "Не состоялось", "Минут по журналу"],
                [.. digest.Tutors.Select(TutorRow), AllTutors()]),
        DocxWriter.Heading("5. Обратная связь"),
        DocxWriter.Text(Feedback()),
        .. digest.Ratings.Count == 0 ? Array.Empty<OpenXmlElement>()
            : [DocxWriter.Table([5238, 1400, 1500, 1500], ["О чём", "Отзывов", "Оценка", "Польза"], digest.Ratings.Select(RatingRow))],
        DocxWriter.Heading("6. Выводы и предложения"),
        DocxWriter.Text("…"),
        DocxWriter.Signature("Руководитель площадки", digest.Period.Last.AddDays(1).Year),
    ];

    private string[] FigureRow((string Name, Func<Figures, double?> Of) figure, int nr)
    {
        var compared = Comparison.Of(digest.Comparable, figure.Of);
        return [figure.Name, figure.Name == DigestTexts.RatingName ? FigureTexts.Rating(digest.Figures.Ratings, compared.Now)
            : FigureTexts.Exact(compared.Now), Beside(compared.Before), Beside(compared.Usual)];
    }

    private string[] Row(DigestSeminar seminar, int nr) =>
    [
        Russian.Number(nr + 1), $"{DigestTexts.SeminarKind(seminar.Kind)}: {seminar.Title}", FigureTexts.Moment(seminar.StartsAt, zone),
        Name(seminar.Leader),
        seminar.Cancelled ? SheetTexts.Cancelled : !seminar.Held ? SheetTexts.Coming
            : seminar.Ratings == 0 ? DigestTexts.Attended(seminar)
            : $"{DigestTexts.Attended(seminar)}; оценка: {FigureTexts.Rating(seminar.Ratings, seminar.Rating)}",
    ];

    /// <summary>With whom schools have sent, where any has.</summary>
    private OpenXmlElement Schools()
    {
        string[] heads = ["Школа", "Педагогов в боте", "Участвовали", "Посещений мероприятий", "Участий в консультациях"];
        if (digest.Schools.Count == 0) return DocxWriter.Text("За период никто не участвовал.");
        return digest.Schools.All(s => s.Nominated == 0)
            ? DocxWriter.Table([3238, 1500, 1600, 1500, 1800], heads, [.. digest.Schools.Select(SchoolRow), AllSchools()])
            : DocxWriter.Table([2238, 1350, 1450, 1500, 1700, 1400], [.. heads, "Направлено / пришли"],
                [.. digest.Schools.Select((s, nr) => (string[])[.. SchoolRow(s, nr), Sent(s.Nominated, s.NominatedCame)]),
                    [.. AllSchools(), Sent(digest.Schools.Sum(s => s.Nominated), digest.Schools.Sum(s => s.NominatedCame))]]);
    }

    private static string Sent(int nominated, int came) =>
        nominated == 0 ? "—" : $"{Russian.Number(nominated)} / {Russian.Number(came)}";

    private static string[] SchoolRow(DigestSchool school, int nr) =>
        [school.Name is null ? SheetTexts.ErasedPeople
            : $"{school.Name}{(school.Kind == nameof(SchoolKind.LowResults) ? " (ШНОР)" : "")}", Russian.Number(school.People),
            Russian.Number(school.Reached), Russian.Number(school.Came), Russian.Number(school.Consultations)];

    private string[] AllSchools() =>
    [
        // Who took part from one school and then from another is one person.
        DocxWriter.Total, Sum(digest.Schools, s => s.People), Russian.Number(digest.Figures.Reached), Sum(digest.Schools, s => s.Came),
        Sum(digest.Schools, s => s.Consultations),
    ];

    private string[] AllTutors() =>
    [
        DocxWriter.Total, Sum(digest.Tutors, t => t.Requested), FigureTexts.Hours(digest.Figures.HoursToAnswer),
        Sum(digest.Tutors, t => t.Held), Sum(digest.Tutors, t => t.NotHeld), Sum(digest.Tutors, t => t.Minutes),
    ];

    private static string Sum<T>(IEnumerable<T> rows, Func<T, int> of) => Russian.Number(rows.Sum(of));

    private static string Beside(double? value) => value is null ? "—" : FigureTexts.Exact(value);

    private string[] TutorRow(DigestTutor tutor, int nr) =>
    [
        tutor.Tutor is null ? SheetTexts.NoTutor
        : Name(tutor.Tutor), Russian.Number(tutor.Requested), FigureTexts.Hours(tutor.HoursToAnswer),
        Russian.Number(tutor.Held), Russian.Number(tutor.NotHeld), Russian.Number(tutor.Minutes),
    ];

    private string[] RatingRow(RatingGroup group) =>
        [SheetTexts.About(group, zone), Russian.Number(group.Count), FigureTexts.Rating(group.Count, group.Rating),
            FigureTexts.Rating(group.Count, group.Usefulness)];

    private string Feedback() => digest.Figures switch
    {
        { Ratings: 0 } => "За период отзывов не было.",
        { Rating: null } => $"Получено: {FigureTexts.FewRatings}.",
        var figures => $"Получено {DigestTexts.Reviews(figures.Ratings)}, средняя оценка {FigureTexts.Number(figures.Rating)} из 5.",
    };

    private string Name(long? person) => person is { } known ? names.GetValueOrDefault(known) ?? DialogTexts.Erased : "";

    private static string Long(DateOnly day) => $"{DigestTexts.Date(day)} {Russian.Number(day.Year)} г.";
}
