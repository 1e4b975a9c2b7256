using MspBot.Domain.Clock;
using MspBot.Domain.Digests;
using MspBot.Domain.People.Registration;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Digests;

/// <summary>A digest's picture and files: made from its stored figures, so that they are the same each time.</summary>
internal sealed class DigestFiles(Site site, SiteZone zone)
{
    /// <summary>The picture first, then the workbook, for a month the report.</summary>
    internal IReadOnlyList<Attachment> All(Digest digest, IReadOnlyDictionary<long, string> names) =>
        [.. Enumerable.Range(0, Count(digest)).Select(nr => One(nr, digest, names))];

    internal static int Count(Digest digest) => digest.Kind == PeriodKind.Week ? 2 : 3;

    internal Attachment One(int nr, Digest digest, IReadOnlyDictionary<long, string> names) => nr switch
    {
        0 => new($"{DigestTexts.Digest} {digest.Period}.png", "image/png", DigestPicture.Png(digest)),
        1 => new($"{DigestTexts.Digest} {digest.Period}.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            DigestWorkbook.Xlsx(digest, names, zone)),
        _ => new($"Отчёт {digest.Period}.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            DigestReport.Docx(digest, names, site, zone)),
    };

    /// <summary>Everybody whom decisions name by number.</summary>
    internal static IEnumerable<long> People(IEnumerable<Decision> decisions) => decisions.SelectMany(d => new[]
    {
        d.Teacher, d.Tutor, d.Kind == DecisionKind.UnreachablePerson ? d.Id : null,
    }).OfType<long>();

    /// <summary>Everybody whom a digest names by number.</summary>
    internal static IEnumerable<long> People(Digest digest) =>
    [
        .. digest.Seminars.Select(s => s.Leader).OfType<long>(), .. digest.Tutors.Select(t => t.Tutor).OfType<long>(),
        .. digest.Undelivered,
        .. People(digest.Decisions),
    ];
}
