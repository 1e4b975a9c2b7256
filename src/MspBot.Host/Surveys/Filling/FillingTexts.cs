using MspBot.Data.Surveys;
using MspBot.Data.Surveys.Filling;
using MspBot.Domain.Clock;
using MspBot.Domain.Surveys;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Surveys.Filling;

/// <summary>A survey as a school sees it: what it is, how far it has come, what was answered.</summary>
internal static class FillingTexts
{
    internal const string ForSchool = "Внести за школу";
    internal const string Fill = "Заполнить";
    internal const string GoOn = "Продолжить заполнение";
    internal const string AnswerRemark = "Ответить на уточнение";
    internal const string Check = "Проверить и отправить";
    internal const string Send = "Отправить";
    internal const string PutRight = "Исправить ответы";
    internal const string Answers = "Ответы школы";
    internal const string Back = "← К опросу";
    internal const string WhichOne = "Какой ответ исправить? Прежний ответ останется в истории.";
    internal const string NothingAnswered = "Ответов ещё нет.";
    private const string Mark = "⚠";
    /// <summary>Ten answers of these lengths, or so many remarks, fit into a message; a question shows more of its own.</summary>
    private const int LongestValue = 130;
    private const int LongestName = 80;
    private const int LongestWhy = 80;
    private const int LongestRemark = 200;
    private const int MostRemarks = 10;

    internal static Html Card(SchoolAnswers answers, Filler filler, SiteZone zone, DateTimeOffset now) => Html.Paragraphs(
        Html.Bold(Title(answers)),
        filler.BySite ? Html.Text($"{answers.School.Name}. Руководителя школы в боте нет: ответы вносит площадка.") : Html.Empty,
        Remarks(answers),
        Html.Text(State(answers, zone, now)));

    /// <summary>«Мониторинг за 1 полугодие 2026/27: 9 вопросов, минут пять, до пт, 18 декабря»</summary>
    private static string Title(SchoolAnswers answers)
    {
        var survey = answers.Survey;
        return $"Мониторинг за {survey.Label}: " + (SchoolAnswersState.IsOver(answers)
            ? Russian.Count(answers.Questions.Count, "вопрос", "вопроса", "вопросов")
            : $"{SizeTexts.Of(answers.Questions.Count)}, до {Russian.Day(survey.DueOn)}");
    }

    private static Html Remarks(SchoolAnswers answers)
    {
        if (answers.School.State != SchoolSurveyState.Returned) return Html.Empty;
        var remarks = answers.RemarksToAll.Select(words => $"• {Ellipsis.Cut(words, LongestRemark)}").Concat(
            answers.Questions.Where(one => one.Remark is not null).Select(one =>
                $"• вопрос {one.Number}, {Ellipsis.Cut(one.Name, LongestName)}: {Ellipsis.Cut(one.Remark!, LongestRemark)}")).ToList();
        if (remarks.Count == 0) return Html.Empty;
        var more = remarks.Count > MostRemarks ? $"… и ещё {remarks.Count - MostRemarks}" : null;
        return Html.Lines([Html.Text("Ответы вернули на уточнение:"), .. remarks.Take(MostRemarks).Select(Html.Text), Html.Text(more)]);
    }

    private static string State(SchoolAnswers answers, SiteZone zone, DateTimeOffset now)
    {
        var (survey, school, total) = (answers.Survey, answers.School, answers.Questions.Count);
        if (survey.State == SurveyState.Closed)
            return school.SentAt is null
                ? "Опрос закрыт, ответы школы не отправлены. Чтобы ответить, попросите руководителя площадки открыть опрос снова."
                : "Опрос закрыт. Ответы школы отправлены.";
        var late = zone.DayOf(now) > survey.DueOn && school.SentAt is null ? " Срок прошёл, но ответить ещё можно." : "";
        return school.State switch
        {
            SchoolSurveyState.Waiting => "Каждый ответ сохраняется сразу: можно прерваться и продолжить в другой день." + late,
            SchoolSurveyState.Filling when answers.Answered < total =>
                $"Есть ответы на {answers.Answered} из {total}. Продолжить можно с того же места." + late,
            SchoolSurveyState.Filling => "Ответы есть на все вопросы. Осталось проверить и отправить." + late,
            SchoolSurveyState.Returned when answers.Open.Any() => "Остальные ответы менять не нужно.",
            SchoolSurveyState.Returned => "Проверьте ответы и отправьте их снова.",
            SchoolSurveyState.Accepted => "Ответы приняты. Спасибо!",
            _ => $"Отправлено {Russian.DayAndMonth(zone.DayOf(school.ResentAt ?? school.SentAt ?? now))}. " +
                "Пока опрос открыт, ответы можно исправить.",
        };
    }

    internal static Html Review(SchoolAnswers answers, IEnumerable<SchoolQuestion> page, bool toSend) => Html.Paragraphs(
        Html.Bold(toSend ? "Проверьте ответы" : "Ответы школы"),
        Missing(answers),
        Html.Lines([.. page.Select(one => Line(answers, one))]),
        answers.Questions.Any(one => one.Surprising) ? Html.Text($"{Mark} — сильно изменилось с прошлого раза.") : Html.Empty);

    /// <summary>What is not answered yet, and what came back.</summary>
    private static Html Missing(SchoolAnswers answers) => Html.Lines(
        Numbers("Нет ответа на", answers.Questions.Where(one => !one.IsAnswered)),
        Numbers("Просят уточнить", answers.Questions.Where(one => one is { IsAnswered: true, Remark: not null })));

    private static Html Numbers(string what, IEnumerable<SchoolQuestion> questions) =>
        questions.Select(one => one.Number).ToList() is { Count: > 0 } numbers
            ? Html.Text($"{what} {(numbers.Count == 1 ? "вопрос" : "вопросы")} {string.Join(", ", numbers)}.") : Html.Empty;

    private static Html Line(SchoolAnswers answers, SchoolQuestion one)
    {
        var marks = new List<string>();
        if (answers.School.SentAt is not null && answers.IsPutRight(one)) marks.Add("исправлено");
        if (one.BySite) marks.Add("внесено площадкой");
        if (one.Why is { } why && one.Value?.Missing is null) marks.Add(Ellipsis.Cut(why, LongestWhy));
        var more = marks.Count == 0 ? "" : $" ({string.Join("; ", marks)})";
        var sign = one.Surprising ? $"{Mark} " : "";
        return Html.Of($"{one.Number}. {Ellipsis.Cut(one.Name, LongestName)}: <b>{sign}{Ellipsis.Cut(Value(one), LongestValue)}</b>{more}");
    }

    /// <summary>The answer as it stands; a dash where there is none.</summary>
    internal static string Value(SchoolQuestion one) =>
        one.Outcome is { } outcome ? Outcome(outcome)
        : one.Value is { } value ? ValueTexts.Of(one.Kind, value, one.Unit, one.Why)
        : "—";

    internal static string Outcome(RecommendationOutcome outcome) => outcome switch
    {
        RecommendationOutcome.Done => "да",
        RecommendationOutcome.Partly => "частично",
        RecommendationOutcome.NotDone => "нет",
    };

    internal static string Choice(SchoolQuestion one) => ButtonRows.Titled($"{one.Number}. {Value(one)} · ", one.Name);

    internal static string Sent(SchoolAnswers answers) => answers.School.State == SchoolSurveyState.Resent
        ? "Исправленные ответы отправлены. Спасибо!" : "Ответы отправлены. Спасибо!";

    internal const string ReadAnew = "Пока вы проверяли, ответы изменились. Вот как теперь: посмотрите и отправьте.";

    /// <summary>On top of the menu.</summary>
    internal static Html Waits(SchoolSurvey survey, DateOnly today) => Html.Text($"Мониторинг за {survey.Label}: " + (
        survey.State == SchoolSurveyState.Returned ? "ответы вернули на уточнение."
        : today > survey.DueOn ? $"срок был {Russian.DayAndMonth(survey.DueOn)}, ответить ещё можно."
        : $"ответьте до {Russian.DayAndMonth(survey.DueOn)}."));

    internal static string WaitsButton(SchoolSurvey survey) =>
        survey.IsWhole ? Check
        : survey.State == SchoolSurveyState.Returned ? AnswerRemark
        : survey.IsBegun ? GoOn
        : Fill;

    /// <summary>Short enough to be read whole on a button: «1 полугодие 2026/27: до 18.12»</summary>
    internal static string InList(SchoolSurvey survey) =>
        $"{survey.Label}: {(survey.Survey == SurveyState.Closed ? "закрыт" : StateInList(survey))}";

    private static string StateInList(SchoolSurvey survey) => survey.State switch
    {
        SchoolSurveyState.Waiting or SchoolSurveyState.Filling => $"до {Russian.ShortDay(survey.DueOn)}",
        SchoolSurveyState.Returned => "уточнить",
        SchoolSurveyState.Accepted => "принято",
        _ => "отправлено",
    };

    internal static Html NoSurveys => Html.Text("Опросов для вашей школы пока не было. Когда откроется первый, он появится здесь.");

    internal static Html School(int open) => open == 0 ? Html.Text("Сейчас школе отвечать не нужно.")
        : Html.Text($"Ответа вашей школы {Russian.Plural(open, "ждёт", "ждут", "ждут")} " +
            $"{Russian.Count(open, "опрос", "опроса", "опросов")}.");

    /// <summary>To the heads of the site.</summary>
    internal static Html Told(SchoolAnswers answers, bool putRight) => Html.Paragraphs(
        Html.Bold($"Мониторинг за {answers.Survey.Label}"),
        Html.Text($"{answers.School.Name}: {(putRight ? "принятые ответы исправлены, посмотрите их ещё раз."
            : answers.School.State == SchoolSurveyState.Resent ? "исправленные ответы отправлены." : "ответы отправлены.")}"),
        Html.Text($"Ответили {answers.Survey.Sent} из {answers.Survey.Schools}."));

    internal const string SeeAnswers = "Посмотреть ответы";
}

/// <summary>Whether there is something left to do for a school.</summary>
internal static class SchoolAnswersState
{
    internal static bool IsOver(SchoolAnswers answers) =>
        answers.Survey.State == SurveyState.Closed || !Domain.Surveys.Filling.SchoolSurveyRules.IsUnsent(answers.School.State);
}
