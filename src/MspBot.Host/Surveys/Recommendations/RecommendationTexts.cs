using MspBot.Data.Surveys.Recommendations;
using MspBot.Domain.Clock;
using MspBot.Domain.People.Profile;
using MspBot.Domain.Surveys;
using MspBot.Domain.Surveys.Recommendations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Surveys.Recommendations;

/// <summary>Words about recommendations to schools.</summary>
internal static class RecommendationTexts
{
    internal const string Write = "Написать рекомендацию";
    internal const string Unfinished = "рекомендацию";
    internal const string Noted = "Принято к сведению";
    internal const string Send = "Отправить рекомендацию";
    internal const string ToSummary = "К своду";
    internal const string Open = "Открыть рекомендацию";
    internal const string NothingWritten = "Рекомендаций пока нет.";
    internal const string NothingUnseen = "Все рекомендации школы приняли к сведению.";
    internal const string HeadNoMore = "Вы больше не руководитель этой школы, ничего не изменилось.";
    internal const string Thanks = "Отмечено. В следующем опросе спросим, выполнена ли рекомендация.";

    private const int InList = 90;

    internal static readonly Prompt Words = new("Рекомендация", "Что вы рекомендуете школе?",
        "Например: Включить задания на чтение графиков в уроки математики 5 класса. Пишите без имён учеников.");

    internal static readonly Prompt Term = new("Срок", "К какому дню это сделать?",
        "Выберите день или напишите: 20.12, «завтра». Срок можно не указывать.")
    { Skip = "Без срока" };

    /// <summary>«Рекомендации: 2», for the head of a school.</summary>
    internal static string Rows(int all) => $"Рекомендации: {Russian.Number(all)}";

    /// <summary>«Рекомендации без ответа: 2», for who wrote them.</summary>
    internal static string UnseenRow(int unseen) => $"Рекомендации без отметки: {Russian.Number(unseen)}";

    internal static Html SchoolPart(int unseen) => unseen == 0 ? default
        : Html.Text($"{Russian.Count(unseen, "рекомендация ждёт", "рекомендации ждут", "рекомендаций ждут")} отметки «{Noted}».");

    internal static Html HeadPart(int unseen) =>
        Html.Text($"Школы ещё не отметили «{Noted}»: {Russian.Count(unseen, "рекомендация", "рекомендации", "рекомендаций")}.");

    internal static string Ask(string school, int heads) => heads == 0
        ? $"Рекомендация для школы: {school}. Руководителя этой школы в боте нет: рекомендация сохранится, он увидит её, когда придёт."
        : $"Рекомендация для школы: {school}. {Reaches(heads)}";

    internal static Html Made(RecommendationDetails one, int heads) => Html.Text(heads == 0
        ? $"Рекомендация сохранена. Руководителя школы «{Plain(one.SchoolName)}» в боте нет, поэтому её пока никто не прочитает."
        + " Он увидит её в /monitoring, когда получит роль."
        : $"Рекомендация отправлена. {Reaches(heads)}");

    private static string Reaches(int heads) =>
        $"Её {Russian.Plural(heads, "получит", "получат", "получат")} {Russian.Count(heads, "руководитель", "руководителя",
            "руководителей")} школы.";

    /// <summary>The card, as both sides see it; the school is named to those who have many.</summary>
    internal static Html Card(RecommendationDetails one, bool isOfSchool, SiteZone zone, string? state = null) => Html.Paragraphs(
        Html.Bold(isOfSchool ? $"Рекомендация вашей школе от {Day(one.At, zone)}" : $"Рекомендация от {Day(one.At, zone)}"),
        isOfSchool ? default : Html.Text(one.SchoolName),
        Html.Text(one.Words),
        Html.Lines(
            one.SurveyLabel is { } label ? Html.Text($"По итогам мониторинга: {label}") : default,
            one.DueOn is { } due ? Html.Text($"Срок: {Russian.Day(due)}") : default,
            Html.Text(state ?? State(one, zone))));

    /// <summary>«Принято к сведению: Сидорова А. П., 25 ноября», «Выполнена (так сказала школа 20 мая)».</summary>
    internal static string State(RecommendationDetails one, SiteZone zone) => string.Join(". ",
        new[] { Seen(one, zone), Outcome(one, zone) }.OfType<string>()) is { Length: > 0 } said ? said : "Пока не отмечено школой";

    internal static string? Seen(RecommendationDetails one, SiteZone zone) => one.SeenAt is { } at
        ? $"{Noted}: {(one.SeenBy is { } name ? FullName.Short(name) : DialogTexts.Erased)}, {Day(at, zone)}" : null;

    internal static string? Outcome(RecommendationDetails one, SiteZone zone) => one is { Outcome: { } outcome, OutcomeAt: { } at }
        ? $"Ответ школы {Day(at, zone)}: {Outcome(outcome)}" : null;

    /// <summary>«выполнена»</summary>
    internal static string Outcome(RecommendationOutcome outcome) => outcome switch
    {
        RecommendationOutcome.Done => "выполнена",
        RecommendationOutcome.Partly => "выполнена частично",
        RecommendationOutcome.NotDone => "не выполнена",
    };

    internal static string SeenBefore(RecommendationDetails one, SiteZone zone) => $"Уже отмечено. {Seen(one, zone)}.";

    /// <summary>«20.12 · Включить задания на чтение…», for a button.</summary>
    internal static string Button(RecommendationDetails one, bool isOfSchool, SiteZone zone) =>
        ButtonRows.Titled($"{Russian.ShortDay(zone.DayOf(one.At))} · ", isOfSchool ? one.Words : one.SchoolName);

    internal static Html List(bool isOfSchool, IReadOnlyList<RecommendationDetails> page, SiteZone zone) => Html.Paragraphs(
    [
        Html.Bold(isOfSchool ? "Рекомендации вашей школе" : $"Рекомендации без отметки «{Noted}»"),
        .. page.Count == 0 ? [Html.Text(isOfSchool ? NothingWritten : NothingUnseen)] : page.Select(one => Line(one, isOfSchool, zone)),
    ]);

    /// <summary>«20 декабря: «Включить задания…». Принято к сведению …»</summary>
    internal static Html Line(RecommendationDetails one, bool isOfSchool, SiteZone zone) => Html.Lines(
        Html.Text($"{(isOfSchool ? "" : $"{one.SchoolName}. ")}{Day(one.At, zone)}: {Ellipsis.Cut(one.Words, InList)}"),
        Html.Text(State(one, zone)));

    internal static Html Waits(RecommendationDetails one, SiteZone zone) =>
        Html.Text($"Рекомендация вашей школе от {Day(one.At, zone)} ждёт отметки «{Noted}».");

    internal static string TooShort => "Слишком коротко. Напишите, что сделать: хотя бы три буквы.";

    /// <summary>«20 декабря»</summary>
    internal static string Day(DateTimeOffset at, SiteZone zone) => Russian.DayAndMonth(zone.DayOf(at));

    private static string Plain(string school) => school.Trim('«', '»');

    internal static Parsed<string> Rule(string text)
    {
        var line = Russian.AtStart(Domain.Spelling.OneLine.Of(text));
        return Domain.Spelling.OneLine.Says(line, RecommendationBounds.Shortest)
            ? PupilTexts.Asked(line) : new Parsed<string>.Bad(TooShort);
    }
}
