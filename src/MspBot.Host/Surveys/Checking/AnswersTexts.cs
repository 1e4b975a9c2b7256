using MspBot.Data.Surveys;
using MspBot.Data.Surveys.Checking;
using MspBot.Domain.Clock;
using MspBot.Domain.Surveys;
using MspBot.Domain.Surveys.Filling;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Surveys.Checking;

/// <summary>What one school has answered, in words.</summary>
internal static class AnswersTexts
{
    internal const string Accept = "Принять";
    internal const string Return = "Вернуть на уточнение";
    internal const string DoNotReturn = "Не возвращать";
    internal const string StillThere = "Хорошо, ответы школы остаются, как есть.";
    internal const string ShowAll = "Показать всё";
    internal const string ShowChanged = "Показать исправленное";
    internal const string Next = "Следующая на проверке";
    private const int LongestName = 120;
    private const int LongestRemark = 200;
    private const int RemarksShown = 10;

    /// <summary>«Исправлено 1 из 9»</summary>
    internal static string PutRight(CheckedAnswers answers) =>
        $"Исправлено {Russian.Number(answers.PutRight)} из {Russian.Number(answers.Values.Count)}";

    internal static Html Head(SurveyDetails survey, CheckedAnswers answers, IReadOnlyDictionary<long, string> names, SiteZone zone) =>
        Html.Lines(
            Html.Bold(answers.School.Name),
            Html.Text($"Опрос {CheckingTexts.Quoted(survey)}: {SchoolStateTexts.Word(answers.School.State)}."),
            Sent(survey, answers, names, zone),
            answers.School is { State: SchoolSurveyState.Accepted, AcceptedAt: { } accepted }
                ? Html.Of($"Принято {Html.At(accepted, zone)}: {Russian.AtEnd(Who(answers.Deeds.AcceptedBy, names))}") : default,
            answers.School is { State: SchoolSurveyState.Returned, ReturnedAt: { } returned }
                ? Html.Of($"На уточнении с {Html.At(returned, zone)}: {Russian.AtEnd(Who(answers.Deeds.ReturnedBy, names))}") : default,
            answers.School.State == SchoolSurveyState.Resent ? Html.Text($"{PutRight(answers)}.") : default,
            answers.Deeds.HasHead ? default : Html.Text("Руководителя школы в боте нет."));

    /// <param name="answers">With what was said to them.</param>
    /// <param name="room">As of <see cref="Value"/>.</param>
    internal static Html Remarks(CheckedAnswers answers, int room)
    {
        var more = answers.Remarks.Count - RemarksShown;
        return answers.Remarks.Count == 0 ? default : Html.Lines(
        [
            Html.Bold(answers.Remarks.Count == 1 ? "Замечание" : "Замечания"),
            .. answers.Remarks.Take(RemarksShown).Select(remark =>
                Html.Of($"{About(remark, room)}: «{Ellipsis.Cut(remark.Words, Math.Min(room, LongestRemark))}»")),
            more > 0 ? Html.Text($"и ещё {Russian.Count(more, "замечание", "замечания", "замечаний")}") : default,
        ]);
    }

    internal static Html Outcomes(CheckedAnswers answers, SiteZone zone, int room)
    {
        return answers.Outcomes.Count == 0 ? default : Html.Lines([Html.Bold("Рекомендации"), .. answers.Outcomes.Select(one => Html.Of(
            $"От {Russian.DayAndMonth(zone.DayOf(one.At))} «{Cut(one.Words)}»: {Outcome(one.Outcome)}"))]);

        string Cut(string words) => Ellipsis.Cut(words, Math.Min(room, LongestRemark));
    }

    /// <summary>One indicator: what was answered, what it was, and its marks.</summary>
    /// <param name="nr">In the survey, from 1.</param>
    /// <param name="value">The answer.</param>
    /// <param name="sentBy">Who has sent: another one who has answered is named.</param>
    /// <param name="names">Of people.</param>
    /// <param name="room">How long a name, an answer, an explanation may be, in letters.</param>
    internal static Html Value(
        int nr, CheckedValue value, long? sentBy, IReadOnlyDictionary<long, string> names, int room) => Html.Lines(
        Html.Bold($"{Russian.Number(nr)}. {Ellipsis.Cut(value.Name, Math.Min(room, LongestName))}"),
        Html.Text(Said(value, value.Now, value.Why, room) + (value.Before is { } before
            ? $" (в прошлый раз {Said(value, before, value.BeforeWhy, room)})" : "")),
        value.Old is { } old ? Html.Text($"Исправлено: было «{Said(value, old, value.OldWhy, room)}», "
            + $"стало «{Said(value, value.Now, value.Why, room)}»") : default,
        value.Surprising ? Html.Text(value.Why is { } why ? $"Необычное изменение, школа пояснила: {Ellipsis.Cut(why, room)}"
            : "Необычное изменение, школа подтвердила") : default,
        value.BySite ? Html.Text($"Внесено площадкой: {Who(value.By, names)}")
            : value.By is { } by && by != sentBy ? Html.Text($"Отвечает: {Who(by, names)}") : default);

    /// <summary>What has happened since the button was shown.</summary>
    internal static Html Stale(CheckedAnswers answers, IReadOnlyDictionary<long, string> names, SiteZone zone) => answers.School switch
    {
        { State: SchoolSurveyState.Accepted, AcceptedAt: { } at } =>
            Html.Of($"Ответы уже приняты: {Who(answers.Deeds.AcceptedBy, names)}, {Html.At(at, zone)}."),
        { State: SchoolSurveyState.Returned, ReturnedAt: { } at } =>
            Html.Of($"Ответы уже вернули на уточнение: {Who(answers.Deeds.ReturnedBy, names)}, {Html.At(at, zone)}."),
        { State: SchoolSurveyState.Sent or SchoolSurveyState.Resent } =>
            Html.Text("Пока вы смотрели, школа исправила ответы. Вот что изменилось. Решите ещё раз."),
        _ => Html.Text(SurveyRefusalTexts.Of(SurveyRefusal.NotSent)),
    };

    internal static string Accepted(AskedSchool school) => $"Приняты ответы: {SchoolStateTexts.Name(school.Name)}";

    internal static Html Returned(AskedSchool school, int heads) => Html.Text(heads > 0
        ? $"Ответы вернулись на уточнение, {Russian.Count(heads, "руководитель школы узнает", "руководителя школы узнают",
            "руководителей школы узнают")}."
        : $"Ответы вернулись на уточнение, но сообщение не дойдёт: у школы {SchoolStateTexts.Name(school.Name)} нет руководителя, которому "
            + "бот может написать. Позвоните в школу.");

    private static Html Sent(
        SurveyDetails survey, CheckedAnswers answers, IReadOnlyDictionary<long, string> names, SiteZone zone)
    {
        if (answers.School.SentAt is not { } sent)
            return Html.Text($"Ответили на {Russian.Number(answers.Values.Count(value => value.Now is not null))} из "
                + $"{Russian.Count(answers.Values.Count, "вопроса", "вопросов", "вопросов")}, не отправлено.");
        var late = SchoolStateTexts.IsLate(survey, answers.School, zone) ? ", после срока" : "";
        return Html.Of($"Отправлено {Html.At(answers.School.ResentAt ?? sent, zone)}{late}: "
            + $"{Russian.AtEnd(Who(answers.Deeds.SentBy, names))}");
    }

    private static string Said(CheckedValue value, SurveyValue? said, string? why, int room) =>
        said is null ? "нет ответа" : Ellipsis.Cut(ValueTexts.Of(value.Kind, said, value.Unit, why), room);

    private static string About(CheckedRemark remark, int room) =>
        remark.Name is { } name ? $"«{Ellipsis.Cut(name, Math.Min(room, LongestName))}»" : "Ко всем ответам";

    private static string Outcome(RecommendationOutcome? outcome) => outcome switch
    {
        RecommendationOutcome.Done => "выполнена",
        RecommendationOutcome.Partly => "выполнена частично",
        RecommendationOutcome.NotDone => "не выполнена",
        null => "ответа пока нет",
    };

    private static string Who(long? person, IReadOnlyDictionary<long, string> names) =>
        person is { } known ? names.GetValueOrDefault(known) ?? DialogTexts.Erased : DialogTexts.Erased;
}
