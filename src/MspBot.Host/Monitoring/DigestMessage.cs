using MspBot.Domain.Clock;
using MspBot.Domain.Monitoring;
using MspBot.Host.Conversations;

namespace MspBot.Host.Monitoring;

/// <summary>The digest as one message that fits a phone: words, what needs a decision, six figures.</summary>
internal static class DigestMessage
{
    private const int CorrectionsShown = 2;

    /// <param name="digest">What it tells of.</param>
    /// <param name="names">Of the people it names by number.</param>
    /// <param name="zone">The site's.</param>
    /// <param name="soFar">The period still runs.</param>
    internal static Html Text(Digest digest, IReadOnlyDictionary<long, string> names, SiteZone zone, bool soFar) => Html.Paragraphs(
        Html.Bold($"📊 {DigestTexts.Title(digest)}{(soFar ? ", пока" : "")}"),
        digest.Figures.IsEmpty ? Html.Text(soFar ? "Пока ничего не происходило." : "За это время ничего не происходило.") : Went(digest),
        Decisions(digest, names, zone),
        Figures(digest),
        Notes(digest, names, zone));

    /// <summary>The six figures, a line each: docs/figures.md says what they count.</summary>
    internal static IReadOnlyList<string> Lines(Digest digest)
    {
        var (now, history) = (digest.Figures, digest.History);
        return
        [
            $"Мероприятий: {now.Seminars}{Beside(f => f.Seminars)}, пришли: {Came(now)}{FigureTexts.BesideShare(Comparison.Of(history, f => f.Attendance))}",
            $"Новых записей: {now.NewSignUps}{Beside(f => f.NewSignUps)}",
            $"Консультации: заявок {now.Requested}{Beside(f => f.Requested)}, состоялось {now.Held}{Beside(f => f.Held)}, до ответа {FigureTexts.Hours(now.HoursToAnswer)}{FigureTexts.Beside(Comparison.Of(history, f => f.HoursToAnswer), FigureTexts.Hours)}",
            $"Оценка: {Rated(now)}{FigureTexts.Beside(Comparison.Of(history, f => f.Rating))}",
            $"ШНОР: участвуют {now.ActiveSchools} из {now.LowSchools}{Beside(f => f.ActiveSchools)}",
            $"Педагогов участвовало: {now.Reached}{Beside(f => f.Reached)}",
        ];

        string Beside(Func<Figures, double?> figure) => FigureTexts.Beside(Comparison.Of(history, figure));
    }

    private static Html Went(Digest digest) => Praise.Of(digest).Take(digest.Decisions.Count > 2 ? 2 : 3).ToList() is { Count: > 0 } praises
        ? Html.Lines([Html.Bold("Получилось"), .. praises.Select(p => Html.Text($"• {DigestTexts.Praised(p)}"))])
        : default;

    private static Html Decisions(Digest digest, IReadOnlyDictionary<long, string> names, SiteZone zone)
    {
        var shown = Domain.Monitoring.Decisions.Pick(digest.Decisions);
        if (shown.Count == 0) return Html.Text("Решать сейчас нечего.");
        var lines = shown.Select(d => Html.Text($"• {DigestTexts.Decided(d, names.GetValueOrDefault(d.Id), digest.MadeAt, zone)}"));
        return Html.Lines([Html.Bold("Нужно решить"), .. lines, digest.Decisions.Count > shown.Count ? Html.Text(DigestTexts.More(digest.Decisions.Count - shown.Count)) : default]);
    }

    private static Html Figures(Digest digest) => Html.Lines([
        Html.Bold(digest.History.Count > 1
            ? DigestTexts.Compared(digest.Kind) : DigestTexts.NotCompared),
        .. Lines(digest).Select(line => Html.Text($"• {line}"))]);

    private static Html Notes(Digest digest, IReadOnlyDictionary<long, string> names, SiteZone zone) => Html.Lines([
        .. digest.Corrections.Take(CorrectionsShown).Select(c => Html.Text(DigestTexts.Corrected(c, digest.Kind))),
        digest.Corrections.Count > CorrectionsShown ? Html.Text(DigestTexts.MoreCorrections(digest.Corrections.Count - CorrectionsShown)) : default,
        digest.Undelivered.Count == 0 ? default : Html.Text(DigestTexts.Undelivered([.. digest.Undelivered.Select(p => names.GetValueOrDefault(p) ?? DigestTexts.Erased)])),
        Html.Text(DigestTexts.Audit(digest.Audit, zone.DayOf(digest.MadeAt)))]);

    private static string Came(Figures now) => now.SignedUp == 0 ? FigureTexts.None : $"{now.Came} из {now.SignedUp}, {FigureTexts.Percent(now.Attendance)}";

    private static string Rated(Figures now) => now.Ratings == 0 ? FigureTexts.None
        : now.Rating is null ? FigureTexts.FewRatings : $"{FigureTexts.Number(now.Rating)} по {DigestTexts.ByReviews(now.Ratings)}";
}
