using MspBot.Data.Surveys;
using MspBot.Domain.Clock;
using MspBot.Domain.Surveys;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Surveys.Checking;

/// <summary>The words of an open or closed survey.</summary>
internal static class CheckingTexts
{
    internal const string Remind = "Напомнить об опросе";
    internal const string MoveDue = "Изменить срок";
    internal const string Close = "Закрыть опрос";
    internal const string CloseYes = "Да, закрыть опрос";
    internal const string DoNotClose = "Не закрывать";
    internal const string Reopen = "Открыть снова";
    internal const string Summary = "Свод";
    internal const string ToSurvey = "← К опросу";

    /// <summary>So many schools of one state are named on the card; its pages have all.</summary>
    private const int Named = 10;

    /// <summary>«опрос «1 полугодие 2026/27»»</summary>
    internal static string Quoted(SurveyDetails survey) => $"«{survey.Label}»";

    /// <summary>«Ответили 5 из 7»</summary>
    internal static string Answered(SurveyDetails survey) =>
        $"{Russian.Plural(survey.Sent, "Ответила", "Ответили", "Ответили")} {Russian.Number(survey.Sent)} из "
        + Russian.Number(survey.Schools);

    internal static Html Card(SurveyDetails survey, IReadOnlyList<AskedSchool> schools, IReadOnlySet<Domain.People.SchoolId> withHead,
        string? reopened, DateTimeOffset now, SiteZone zone, Html news) => Html.Paragraphs(
        news,
        Html.Lines(
            Html.Bold($"Опрос {Quoted(survey)}"),
            Html.Text(When(survey, now, zone)),
            survey.State == SurveyState.Open && reopened is not null ? Html.Text($"Открыт снова: {reopened}") : default),
        Html.Lines(
            Html.Text($"{Answered(survey)}, {Russian.Plural(survey.Accepted, "принят", "принято", "принято")} "
                + $"{Russian.Count(survey.Accepted, "ответ", "ответа", "ответов")}."),
            Line("На проверке", schools, school => school.State.IsToCheck()),
            Line("На уточнении", schools, school => school.State == SchoolSurveyState.Returned),
            Line("Заполняют", schools, school => school.State == SchoolSurveyState.Filling),
            Line(survey.State == SurveyState.Open ? "Ещё не начали" : "Не ответили", schools,
                school => school.State == SchoolSurveyState.Waiting),
            Line("Прислали после срока", schools, school => SchoolStateTexts.IsLate(survey, school, zone)),
            survey.State == SurveyState.Open
                ? Line("Нет руководителя в боте", schools, school => school.State.Owes() && !withHead.Contains(school.School)) : default));

    /// <summary>Who is missing is named whole, and who is in the middle of it.</summary>
    internal static Html AskClose(SurveyDetails survey, IReadOnlyList<AskedSchool> schools, Html news) => Html.Paragraphs(
        news,
        Html.Bold($"Закрыть опрос {Quoted(survey)}?"),
        Html.Lines(
            Html.Text(survey.Sent == survey.Schools ? "Ответили все школы." : $"{Answered(survey)}."),
            Line("Не начали", schools, school => school.State == SchoolSurveyState.Waiting, int.MaxValue),
            Line("Заполняют сейчас и не успеют отправить", schools, school => school.State == SchoolSurveyState.Filling, int.MaxValue),
            Line("Ещё не исправили то, что вернули", schools, school => school.State == SchoolSurveyState.Returned, int.MaxValue),
            Line("Ещё не проверены", schools, school => school.State.IsToCheck(), int.MaxValue)),
        Html.Text("Школы больше ничего не изменят. Всё, что они ответили, останется. Открыть опрос снова можно, если указать причину."));

    internal static Html Closed(SurveyDetails survey) => Html.Text(survey.Sent == survey.Schools
        ? "Опрос закрыт: ответили все." : $"Опрос закрыт: не ответили {Russian.Number(survey.Schools - survey.Sent)} из "
            + $"{Russian.Number(survey.Schools)}.");

    /// <summary>«Опрос за 1 полугодие 2026/27: ответили 5 из 7, до пт, 18 декабря.», in /monitoring.</summary>
    internal static string Stands(SurveyDetails survey, DateOnly today) =>
        $"Опрос за {survey.Label}: {Russian.Plural(survey.Sent, "ответила", "ответили", "ответили")} {Russian.Number(survey.Sent)} из "
        + $"{Russian.Number(survey.Schools)}, "
        + (today > survey.DueOn ? $"срок был {Russian.DayAndMonth(survey.DueOn)}." : $"до {Russian.Day(survey.DueOn)}.");

    /// <param name="told">Schools whose heads are told.</param>
    /// <param name="silent">Those whose heads have stopped the bot.</param>
    /// <param name="headless">Those that have no head.</param>
    /// <param name="later">When they hear of it; null: now.</param>
    internal static Html Reminded(
        int told, IReadOnlyList<AskedSchool> silent, IReadOnlyList<AskedSchool> headless, string? later) => Html.Lines(
        told == 0 ? Html.Text("Напоминание никому не дойдёт.")
        : Html.Text(later is null ? $"Напомнили {Schools(told)}." : $"Сейчас тихие часы. Напоминание придёт {Schools(told)} {later}."),
        silent.Count == 0 ? default : Html.Text(
            $"Не получат, потому что остановили бота: {SchoolStateTexts.Names(silent, Named)}. Позвоните им."),
        headless.Count == 0 ? default : Html.Text($"Нет руководителя в боте: {SchoolStateTexts.Names(headless, Named)}. Пригласите его."));

    internal static string DueMoved(SurveyDetails survey) =>
        $"Новый срок: {Russian.Day(survey.DueOn)}. Школы, которые ещё не ответили, узнают.";

    internal static string Reopened(SurveyDetails survey) => $"Опрос {Quoted(survey)} снова открыт. Руководители школ узнают.";

    private static string Schools(int count) => Russian.Count(count, "школе", "школам", "школам");

    private static string When(SurveyDetails survey, DateTimeOffset now, SiteZone zone)
    {
        if (survey.ClosedAt is { } closed)
            return $"Закрыт {Russian.DayAndMonth(zone.DayOf(closed))}. Срок был {Russian.DayAndMonth(survey.DueOn)}.";
        return zone.DayOf(now) > survey.DueOn ? $"Срок прошёл: {Russian.Day(survey.DueOn)}. Опрос ещё открыт."
            : $"Открыт, ответы до {Russian.Day(survey.DueOn)}.";
    }

    private static Html Line(string what, IReadOnlyList<AskedSchool> all, Func<AskedSchool, bool> which, int most = Named)
    {
        var schools = all.Where(which).ToList();
        return schools.Count == 0 ? default
            : Html.Text($"{what}: {Russian.Number(schools.Count)}. {SchoolStateTexts.Names(schools, most)}");
    }
}
