using MspBot.Data.Surveys;
using MspBot.Data.Surveys.Summary;
using MspBot.Domain;
using MspBot.Domain.Surveys;
using MspBot.Domain.Surveys.Filling;
using MspBot.Domain.Surveys.Indicators;
using MspBot.Domain.Surveys.Summary;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Surveys.Checking;

namespace MspBot.Host.Surveys.Summary;

/// <summary>Words of the summary's screens.</summary>
internal static class SummaryTexts
{
    internal const string Summary = "Свод";
    internal const string Schools = "По школам";
    internal const string Picture = "Картинка";
    internal const string NextPicture = "Следующая картинка";
    internal const string Excel = "Excel";
    internal const string Report = "Справка (Word)";
    internal const string Earlier = "Прежние своды";
    internal const string ToSummary = "К своду";
    internal const string ToSurvey = "К опросу";
    internal const string NoSummaries = "Сводов пока нет: они появятся, когда опрос закроют.";

    private const int MissingNamed = 8;
    private const int CorrectionsShown = 5;
    private const int LongestName = 120;

    /// <summary>Of what was put right: in a message, where five stand among other things.</summary>
    private const int WordsShown = 100;

    internal static string Of(string label) => $"{Summary}: {label}";

    internal static Html Title(SummaryView view) => Html.Lines(
        Html.Bold(Of(view.Summary.Survey.Label)),
        Html.Text(view.Summary.Survey.State == SurveyState.Open ? "Опрос ещё открыт, числа могут измениться." : ""));

    /// <summary>«Ответили 5 из 7. Не ответили: …»</summary>
    internal static string Answered(SurveySummary summary)
    {
        var missing = summary.Missing.Select(school => school.Name).ToList();
        var said = $"Ответили {Russian.Number(summary.Schools.Count - missing.Count)} из {Russian.Number(summary.Schools.Count)}.";
        if (missing.Count == 0) return said;
        var more = missing.Count - MissingNamed;
        return $"{said} Не ответили: {string.Join(", ", missing.Take(MissingNamed).Select(SchoolStateTexts.Name))}"
            + $"{(more > 0 ? $" и ещё {Russian.Number(more)}" : "")}.";
    }

    /// <summary>One page: what the district has of each indicator.</summary>
    internal static Html District(SummaryView view, Page<SummaryLine> page) => Html.Paragraphs(
    [
        Title(view),
        page.Number == 0 ? Html.Text(Answered(view.Summary)) : default,
        page.Number == 0 ? Corrections(view) : default,
        .. page.Items.Select(line => Html.Lines(Name(line), Html.Text(DistrictOf(view, line)), Html.Text(ChangeOf(view, line)))),
    ]);

    internal static Html Name(SummaryLine line) =>
        Html.Bold($"{Russian.Number(line.Indicator.Position)}. {Ellipsis.Cut(line.Indicator.Name, LongestName)}");

    internal static string DistrictOf(SummaryView view, SummaryLine line)
    {
        if (line.Indicator.Kind == IndicatorKind.Words)
            return $"Словами ответили: {FigureWords.Schools(line.Now.Values.Count(one => one.Words is not null))}";
        return view.HidesTotal(line) ? $"По району: {FigureWords.Hidden}" : $"По району: {FigureWords.Total(line, line.Figures.Now)}";
    }

    /// <summary>«▼ на 3 п. п. меньше, чем за 2 полугодие (сравнили 5 школ): лучше у 3, хуже у 1»</summary>
    internal static string ChangeOf(SummaryView view, SummaryLine line)
    {
        if (!line.Measure.IsMeasured) return "";
        if (line.Earlier is not { } earlier) return FigureWords.NotAskedBefore;
        if (earlier.Broken) return FigureWords.Break;
        if (line.Figures.Change is not { } by) return line.Figures.Now is null ? "" : FigureWords.NotBoth;
        if (view.HidesChange(line)) return $"Изменение: {FigureWords.Hidden}";
        return $"{FigureWords.Change(line, by)}, прошлый раз: {earlier.Label}. {Compared(line)}";
    }

    /// <summary>«Сравнили 5 школ: лучше у 3, хуже у 1»</summary>
    private static string Compared(SummaryLine line)
    {
        var figures = line.Figures;
        var said = $"Сравнили {Russian.Count(figures.Compared, "школу", "школы", "школ")}";
        return line.Indicator.Better == Better.Neither ? said
            : $"{said}: лучше у {Russian.Number(figures.Improved)}, хуже у {Russian.Number(figures.Worsened)}";
    }

    /// <summary>What was put right after the survey was closed before.</summary>
    private static Html Corrections(SummaryView view)
    {
        var all = Corrected(view, WordsShown);
        if (all.Count == 0) return default;
        return Html.Lines(
        [
            Html.Text("После прошлого закрытия исправили:"),
            .. all.Take(CorrectionsShown).Select(Html.Text),
            all.Count > CorrectionsShown ? Html.Text($"и ещё {Russian.Number(all.Count - CorrectionsShown)}, все они в файлах") : default,
        ]);
    }

    /// <summary>«Школа № 3, показатель 2: было 4 из 40 (10 %), стало 6 из 40 (15 %)»</summary>
    /// <param name="view">As who sees it.</param>
    /// <param name="room">For each value; none: whole, as on paper.</param>
    internal static IReadOnlyList<string> Corrected(SummaryView view, int room = int.MaxValue)
    {
        var lines = view.Summary.Lines.ToDictionary(line => line.Indicator.Version);
        return
        [
            .. view.Summary.Corrections.Where(one => lines.ContainsKey(one.Version))
                .Select(one => Corrected(view, lines[one.Version], one, room)),
        ];
    }

    private static string Corrected(SummaryView view, SummaryLine line, Correction one, int room)
    {
        var name = view.Summary.School(one.School)?.Name ?? "";
        var said = $"{(room == int.MaxValue ? name : SchoolStateTexts.Name(name))}, показатель {Russian.Number(line.Indicator.Position)}: ";
        if (view.Hides(line, one.School) || (view.IsLimited && line.Measure.IsShare && one.WasWhole < SmallShares.Least))
            return said + FigureWords.Hidden;
        var kind = FigureWords.Kind(line);
        var was = one.Was is { } value ? $"было {Cut(value, one.WasWhy)}" : "ответа не было";
        return $"{said}{was}, стало {Cut(one.Value, one.Why)}";

        string Cut(SurveyValue value, string? why) => Ellipsis.Cut(ValueTexts.Of(kind, value, line.Indicator.Unit, why), room);
    }

    internal static Html List => Html.Bold("Своды мониторинга");

    /// <summary>«СОШ № 12 · не ответила», for a button.</summary>
    internal static string SchoolButton(AskedSchool school) =>
        school.SentAt is null ? ButtonRows.Titled("нет ответа · ", school.Name) : school.Name;

    internal static Html SchoolList(SummaryView view) => Html.Paragraphs(Title(view), Html.Text(Answered(view.Summary)),
        Html.Text("Выберите школу: её ответы, пояснения и рекомендации."));
}
