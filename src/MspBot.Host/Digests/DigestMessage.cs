using MspBot.Domain.Clock;
using MspBot.Domain.Digests;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Digests;

/// <summary>The digest as one message that fits a phone: words, what needs a decision, a figure a line.</summary>
internal static class DigestMessage
{
    private const int PraisesShown = 2;

    /// <summary>With more that waits, one good thing is said.</summary>
    private const int ManyDecisions = 2;

    /// <param name="digest">The digest.</param>
    /// <param name="names">Of the people it names by number.</param>
    /// <param name="zone">The site's.</param>
    internal static Html Text(Digest digest, IReadOnlyDictionary<long, string> names, SiteZone zone)
    {
        var decisions = Domain.Digests.Decisions.ByKind(digest.Decisions);
        return Html.Paragraphs(
            Html.Lines(
                Html.Bold($"📊 {DigestTexts.Title(digest)}"),
                digest.IsRunning ? Html.Text(DigestTexts.Runs(digest.Kind)) : default),
            digest.Figures.IsEmpty ? Html.Text(DigestTexts.NothingHappened(digest))
                : Went(digest, decisions.Count > ManyDecisions ? 1 : PraisesShown),
            Decisions(decisions, names, digest.MadeAt, zone),
            Html.Lines(Figures(digest), Notes(digest, names, zone)));
    }

    /// <summary>The figures, a line each: docs/figures.md says what they count.</summary>
    internal static IReadOnlyList<string> Lines(Digest digest)
    {
        var (now, all) = (digest.Figures, digest.Comparable);
        return
        [
            $"Мероприятий: {now.Seminars}{Beside(f => f.Seminars)}",
            $"Пришли: {Came(now)}{FigureTexts.BesideShare(Comparison.Of(all, f => f.Attendance))}",
            .. now.Unmarked == 0 ? Array.Empty<string>() : [Russian.AtStart(DigestTexts.NotMarked(now))],
            $"Новых записей: {now.NewSignUps}{Beside(f => f.NewSignUps)}",
            $"Заявок на консультации: {now.Requested}{Beside(f => f.Requested)}",
            $"Состоялось консультаций: {now.Held}{Beside(f => f.Held)}",
            $"До ответа: {FigureTexts.Hours(now.HoursToAnswer)}"
                + $"{FigureTexts.Beside(Comparison.Of(all, f => f.HoursToAnswer), FigureTexts.Hours)}",
            $"Оценка: {Rated(now)}{FigureTexts.Beside(Comparison.Of(all, f => f.Rating))}",
            $"ШНОР: {Russian.Plural(now.ActiveSchools, "участвует", "участвуют", "участвуют")} "
                + $"{now.ActiveSchools} из {now.LowSchools}{Beside(f => f.ActiveSchools)}",
            $"Педагогов участвовало: {now.Reached}{Beside(f => f.Reached)}",
            .. now.LinksMade + now.LinksUsed == 0 ? Array.Empty<string>() : [DigestTexts.Links(now)],
            .. now.PlanDue == 0 ? Array.Empty<string>() : [DigestTexts.Plan(now)],
            .. digest.Surveys.Count == 0 ? Array.Empty<string>() : [SurveyDecisionTexts.Line(digest.Surveys)],
            .. LibraryDigestTexts.Lines(now),
        ];

        string Beside(Func<Figures, double?> figure) => FigureTexts.Beside(Comparison.Of(all, figure));
    }

    private static Html Went(Digest digest, int most) => Praise.Of(digest, most) switch
    {
        [] => default,
        [var one] => Html.Of($"<b>{DigestTexts.WentWell}.</b> {DigestTexts.Praised(one)}"),
        var praises => Html.Lines([Html.Bold(DigestTexts.WentWell), .. praises.Select(p => Html.Text($"• {DigestTexts.Praised(p)}"))]),
    };

    private static Html Decisions(
        IReadOnlyList<IReadOnlyList<Decision>> kinds, IReadOnlyDictionary<long, string> names, DateTimeOffset made, SiteZone zone) =>
        kinds.Count == 0 ? Html.Text(DigestTexts.NothingToDecide)
        : Html.Lines([Html.Bold(DigestTexts.ToDecide), .. kinds.Select(kind => Html.Text(
            $"• {(kind is [var one] ? DecisionTexts.One(one, names, made, zone) : DecisionTexts.Many(kind[0].Kind, kind.Count))}"))]);

    private static Html Figures(Digest digest) => Html.Lines([
        Html.Bold(digest.Comparable.Count > 1 ? DigestTexts.Compared(digest) : DigestTexts.NotCompared),
        .. Lines(digest).Select(line => Html.Text(line))]);

    private static Html Notes(Digest digest, IReadOnlyDictionary<long, string> names, SiteZone zone) => Html.Lines([
        digest.Corrections.Count == 0 ? default : Html.Text(DigestTexts.Corrected(digest.Corrections, digest.Kind)),
        digest.Undelivered.Count == 0 ? default
            : Html.Text(DigestTexts.Undelivered([.. digest.Undelivered.Select(p => names.GetValueOrDefault(p) ?? DialogTexts.Erased)])),
        Html.Text(DigestTexts.Audit(digest.Audit, zone.DayOf(digest.MadeAt)))]);

    private static string Came(Figures now) =>
        now.SignedUp == 0 ? FigureTexts.None : $"{now.Came} из {now.SignedUp}, {FigureTexts.Percent(now.Attendance)}";

    private static string Rated(Figures now) => now.Ratings == 0 ? FigureTexts.None
        : now.Rating is null ? FigureTexts.FewRatings : $"{FigureTexts.Number(now.Rating)} по {DigestTexts.ByReviews(now.Ratings)}";
}
