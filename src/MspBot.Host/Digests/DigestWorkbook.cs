using MiniExcelLibs;
using MiniExcelLibs.OpenXml;
using MspBot.Domain.Clock;
using MspBot.Domain.Digests;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Printing;

namespace MspBot.Host.Digests;

/// <summary>The digest as a workbook: real dates and numbers, filters, a header that stays.</summary>
internal sealed class DigestWorkbook(Digest digest, IReadOnlyDictionary<long, string> names, SiteZone zone)
{
    private static readonly OpenXmlConfiguration Configuration =
        new() { AutoFilter = true, FreezeRowCount = 1, TableStyles = TableStyles.Default };

    internal static byte[] Xlsx(Digest digest, IReadOnlyDictionary<long, string> names, SiteZone zone)
    {
        var book = new DigestWorkbook(digest, names, zone);
        using var file = new MemoryStream();
        file.SaveAs(new Dictionary<string, object>
        {
            [DigestTexts.PeriodWord(digest.Kind)] = book.Figures(),
            [SheetTexts.Seminars] = book.Seminars(),
            [SheetTexts.Tutors] = book.Tutors(),
            [SheetTexts.Schools] = book.Schools(),
            [SheetTexts.Feedback] = book.Feedback(),
        }, configuration: Configuration);
        return PrintedSheets.Of(file.ToArray(), DigestTexts.Title(digest));
    }

    private IEnumerable<FigureRow> Figures() =>
        DigestTexts.Figures.Select(Figure).Prepend(new() { Figure = SheetTexts.Period, Note = DigestTexts.Noted(digest) });

    private FigureRow Figure((string Name, Func<Figures, double?> Of) figure)
    {
        var compared = Comparison.Of(digest.Comparable, figure.Of);
        return new FigureRow
        {
            Figure = figure.Name,
            Now = Rounded(compared.Now),
            Before = Rounded(compared.Before),
            Usual = Rounded(compared.Usual),
            Note = compared.Now is not null ? null : figure.Name == DigestTexts.RatingName ? Unsaid(digest.Figures.Ratings, null)
            : FigureTexts.None,
        };
    }

    /// <summary>Not by a format: a spreadsheet would write «5,» for 5.</summary>
    private static double? Rounded(double? value) => value is { } known ? Math.Round(known, 1, MidpointRounding.AwayFromZero) : null;

    private IEnumerable<SeminarRow> Seminars() => digest.Seminars.Select(s => new SeminarRow
    {
        StartsAt = zone.Local(s.StartsAt).DateTime,
        Kind = DigestTexts.SeminarKind(s.Kind),
        Title = s.Title,
        State = DigestTexts.State(s),
        Leader = s.Leader is { } leader ? Name(leader) : null,
        Seats = s.Seats,
        SignedUp = s.SignedUp,
        Came = IsKnown(s) ? s.Came : null,
        Share = IsKnown(s) ? Domain.Digests.Figures.Share(s.Came, s.SignedUp) : null,
        Ratings = s.Ratings,
        Rating = s.Rating,
        Note = Noted(s),
    });

    private static bool IsKnown(DigestSeminar seminar) => seminar is { Held: true, Unmarked: false };

    private static string? Noted(DigestSeminar seminar) => seminar.Unmarked ? SheetTexts.Unmarked
        : seminar.Ratings == 0 ? null : Unsaid(seminar.Ratings, seminar.Rating);

    private IEnumerable<TutorRow> Tutors() => digest.Tutors.Select(t => new TutorRow
    {
        Tutor = t.Tutor is { } tutor ? Name(tutor) : SheetTexts.NoTutor,
        Requested = t.Requested,
        Answered = t.Answered,
        Hours = Rounded(t.HoursToAnswer),
        Held = t.Held,
        Groups = t.Groups,
        NotHeld = t.NotHeld,
        Entries = t.Entries,
        Minutes = t.Minutes,
        Pupils = t.Pupils,
    });

    private IEnumerable<SchoolRow> Schools() => digest.Schools.Select(s => new SchoolRow
    {
        School = s.Name ?? SheetTexts.ErasedPeople,
        Kind = s.Kind is { } kind ? DigestTexts.SchoolKind(kind) : null,
        People = s.People,
        Reached = s.Reached,
        Share = Domain.Digests.Figures.Share(s.Reached, s.People),
        SignedUp = s.SignedUp,
        Came = s.Came,
        Consultations = s.Consultations,
        Nominated = s.Nominated,
        NominatedCame = s.NominatedCame,
    });

    private IEnumerable<RatingRow> Feedback() => digest.Ratings.Select(r => new RatingRow
    {
        About = SheetTexts.About(r, zone),
        Count = r.Count,
        Rating = r.Rating,
        Usefulness = r.Usefulness,
        Note = Unsaid(r.Count, r.Rating),
    });

    private string Name(long person) => names.GetValueOrDefault(person) ?? DialogTexts.Erased;

    private static string? Unsaid(int count, double? mean) => mean is not null ? null : FigureTexts.Rating(count, mean);
}
