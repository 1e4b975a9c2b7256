using System.Globalization;
using MspBot.Data.Surveys;
using MspBot.Data.Surveys.Checking;
using MspBot.Domain.Clock;
using MspBot.Domain.Surveys;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Surveys.Checking;

/// <summary>What heads of schools read of a survey.</summary>
internal static class CheckingNewsTexts
{
    /// <summary>Remarks of so many letters fit into one message, with the names of what so many are about.</summary>
    private const int Room = 2000;
    private const int Shown = 20;

    private const int LongestName = 60;

    /// <summary>What the button to the survey says.</summary>
    internal static string Fill(SchoolSurveyState state) => state switch
    {
        SchoolSurveyState.Waiting => "Заполнить",
        SchoolSurveyState.Filling => "Продолжить заполнение",
        _ => "Исправить ответы",
    };

    /// <summary>A reminder, by the clock or by a press.</summary>
    internal static Html Asked(SurveyDetails survey, AskedSchool school, DateTimeOffset now, SiteZone zone) => Html.Lines(
        Html.Bold(Title(survey)),
        Html.Text(school.State switch
        {
            SchoolSurveyState.Returned => "Ответы вашей школы вернули на уточнение, исправления ещё не пришли.",
            SchoolSurveyState.Filling when school.Answered < survey.Questions =>
                $"Ваша школа ответила на {Russian.Number(school.Answered)} из "
                + $"{Russian.Count(survey.Questions, "вопроса", "вопросов", "вопросов")}, осталось ещё "
                + $"{Russian.Number(survey.Questions - school.Answered)}.",
            SchoolSurveyState.Filling => "Ваша школа ответила на все вопросы. Осталось проверить и отправить.",
            _ => $"Ответов вашей школы пока нет. Это {SizeTexts.Of(survey.Questions)}.",
        }),
        Html.Text(Term(survey, now, zone)));

    /// <summary>The remarks first.</summary>
    internal static Html Returned(SurveyDetails survey, IReadOnlyList<CheckedRemark> remarks, DateTimeOffset now, SiteZone zone)
    {
        var (each, more) = (Room / Math.Clamp(remarks.Count, 1, Shown), remarks.Count - Shown);
        return Html.Paragraphs(
            Html.Lines([Html.Bold("Просим уточнить ответы"), .. remarks.Take(Shown).Select(remark => Html.Of(
                $"{(remark.Name is { } name ? $"«{Ellipsis.Cut(name, LongestName)}»: " : "")}{Ellipsis.Cut(remark.Words, each)}")),
                more > 0 ? Html.Text($"и ещё {Russian.Count(more, "замечание", "замечания", "замечаний")}") : default]),
            Html.Text($"{Title(survey)}. {Term(survey, now, zone)}"));
    }

    internal static Html DueMoved(SurveyDetails survey) => Html.Lines(
        Html.Bold(Title(survey)), Html.Text($"Срок перенесён: теперь ответы ждут до {Russian.Day(survey.DueOn)}."));

    internal static Html Reopened(SurveyDetails survey, AskedSchool school, string reason) => Html.Lines(
        Html.Bold(Title(survey)),
        Html.Text($"Опрос открыли снова. Причина: {Russian.AtEnd(reason)}"),
        Html.Text(school.State switch
        {
            SchoolSurveyState.Waiting or SchoolSurveyState.Filling => "Ваша школа ещё не ответила: теперь это снова можно сделать.",
            SchoolSurveyState.Returned => "Ответы вашей школы ждут уточнения: теперь их снова можно исправить.",
            _ => "Ответы вашей школы сохранились. Если нужно, их можно исправить.",
        }));

    /// <summary>«сегодня в 8:00», «завтра в 8:00», «30 ноября в 8:00»</summary>
    internal static string At(DateTimeOffset at, DateTimeOffset now, SiteZone zone)
    {
        var day = zone.DayOf(at);
        var time = $"в {zone.Local(at).ToString("H:mm", CultureInfo.InvariantCulture)}";
        return (day.DayNumber - zone.DayOf(now).DayNumber) switch
        {
            0 => $"сегодня {time}",
            1 => $"завтра {time}",
            _ => $"{Russian.DayAndMonth(day)} {time}",
        };
    }

    private static string Title(SurveyDetails survey) => $"Мониторинг: {survey.Label}";

    private static string Term(SurveyDetails survey, DateTimeOffset now, SiteZone zone)
    {
        var days = survey.DueOn.DayNumber - zone.DayOf(now).DayNumber;
        return days < 0 ? $"Срок прошёл {Russian.DayAndMonth(survey.DueOn)}, но опрос ещё открыт."
            : days == 0 ? "Ответы ждут сегодня." : days == 1 ? "Ответы ждут до завтра включительно."
            : $"Ответы ждут до {Russian.Day(survey.DueOn)}.";
    }
}
