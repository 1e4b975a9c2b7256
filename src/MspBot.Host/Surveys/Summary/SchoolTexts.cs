using MspBot.Data.Surveys;
using MspBot.Data.Surveys.Recommendations;
using MspBot.Data.Surveys.Summary;
using MspBot.Domain;
using MspBot.Domain.Clock;
using MspBot.Domain.Surveys.Indicators;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Surveys.Recommendations;

namespace MspBot.Host.Surveys.Summary;

/// <summary>Words of one school's page in a summary.</summary>
internal static class SchoolTexts
{
    private const int WordsShown = 300;
    private const int WhyShown = 200;

    internal const string NothingSent = "Школа не отправила ответы на этот опрос.";
    internal const string OwnNothingSent = "Ваша школа не отправила ответы на этот опрос.";

    /// <summary>A page of what a school has answered, as those see it who see all schools.</summary>
    internal static Html Page(
        SummaryView view, AskedSchool school, Page<SummaryLine> page, IReadOnlyList<RecommendationDetails> recommended, SiteZone zone) =>
        Html.Paragraphs(
        [
            Html.Lines(Html.Bold(school.Name), Html.Text(SummaryTexts.Of(view.Summary.Survey.Label))),
            school.SentAt is null ? Html.Text(NothingSent) : default,
            .. page.Items.Where(line => line.Now.ContainsKey(school.School)).Select(line => Line(view, school, line)),
            recommended.Count == 0 ? default : Html.Lines(
                [Html.Bold("Рекомендации"), .. recommended.Select(one => RecommendationTexts.Line(one, isOfSchool: true, zone))]),
        ]);

    /// <summary>The school's own beside the district's, as its head sees it: no other school is named or can be told.</summary>
    internal static Html Own(SummaryView view, AskedSchool school, Page<SummaryLine> page) => Html.Paragraphs(
    [
        SummaryTexts.Title(view),
        Html.Text(school.SentAt is null ? OwnNothingSent : ""),
        Html.Text(page.Number == 0 ? Answered(view.Summary) : ""),
        .. page.Items.Select(line => Html.Lines(
            SummaryTexts.Name(line),
            Html.Text(Said("Ваша школа", view, school, line)),
            Html.Text(DistrictOf(line)))),
    ]);

    /// <summary>How many, and none by name.</summary>
    private static string Answered(SurveySummary summary) =>
        $"Ответили {Russian.Number(summary.Schools.Count - summary.Missing.Count())} из {FigureWords.OfSchools(summary.Schools.Count)}.";

    private static string DistrictOf(SummaryLine line) => !line.Measure.IsMeasured ? ""
        : $"По району: {FigureWords.Total(line, line.Figures.Now)}"
        + $"{(line.Figures.Change is { } by ? $", {FigureWords.Change(line, by)}" : "")}";

    private static Html Line(SummaryView view, AskedSchool school, SummaryLine line)
    {
        var explained = view.Hides(line, school.School) ? "" : FigureWords.Explained(line.Now.GetValueOrDefault(school.School));
        return Html.Lines(
            SummaryTexts.Name(line),
            Html.Text(Said("Школа", view, school, line)),
            Html.Text(explained.Length == 0 ? "" : $"Пояснение: {Ellipsis.Cut(explained, WhyShown)}"));
    }

    /// <summary>«Ваша школа: 41 из 63 (65 %), было 38 из 60 (63 %), ▲ на 1,7 п. п. больше, лучше»</summary>
    private static string Said(string whose, SummaryView view, AskedSchool school, SummaryLine line)
    {
        if (view.Hides(line, school.School)) return $"{whose}: {FigureWords.Hidden}";
        var answer = line.Now.GetValueOrDefault(school.School);
        var said = $"{whose}: {Ellipsis.Cut(FigureWords.Value(line, answer), WordsShown)}";
        if (answer is null || !line.Measure.IsMeasured) return said;
        if (line.Earlier is { Broken: true }) return $"{said}. {FigureWords.Break}";
        if (line.Before.GetValueOrDefault(school.School) is not { } before || view.HidesMove(line, school.School)) return said;
        return $"{said}, было {FigureWords.Value(line, before)}"
            + $"{(FigureWords.Moved(view, line, school.School) is { } moved ? $", {moved}" : "")}";
    }
}
