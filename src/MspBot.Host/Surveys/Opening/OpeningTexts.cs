using MspBot.Data.Surveys;
using MspBot.Data.Surveys.Opening;
using MspBot.Domain.Surveys;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Surveys.Opening;

/// <summary>Words of surveys before and when they are opened, and of their list.</summary>
internal static class OpeningTexts
{
    internal const string New = "Новый опрос";
    internal const string List = "Опросы";
    internal const string Open = "Открыть опрос";
    internal const string Invite = "Пригласить";
    internal const string Change = "Изменить";
    internal const string Drop = "Удалить черновик";
    internal const string DropSure = "Да, удалить черновик";
    internal const string Trim = "Убрать эти школы из опроса";
    internal const string ToList = "К опросам";
    internal const string Back = "К опросу";
    internal const string ToMonitoring = "К мониторингу";
    internal const string Fill = "Заполнить";
    internal const string Due = "Срок ответа";
    internal const string Indicators = "Показатели";
    internal const string Schools = "Школы";
    internal const string WhatToChange = "Что изменить в опросе?";
    internal const string Dropped = "Черновик удалён. Школы о нём не знали.";
    internal const string Changed = "Изменено.";
    internal const string NoSchoolsListed =
        "В списке школ площадки нет ни одной школы с низкими результатами, спрашивать некого. Список ведут в файле schools.csv.";
    internal const string NoIndicatorsYet = "Сначала добавьте показатели: о чём спрашивать школы.";

    /// <summary>Three such lists fit into a message.</summary>
    private const int Named = 10;
    private const int LongestName = 100;

    internal static Html ListTitle(bool any) => Html.Paragraphs(Html.Bold(List),
        Html.Text(any ? "Новые сверху. Рядом с открытым — сколько школ ответили." : "Опросов пока нет."));

    /// <summary>Short enough to be read whole on a button: «1 полугодие 2026/27: 5 из 7»</summary>
    internal static string ListButton(SurveyDetails one) => $"{Russian.AtStart(one.Label)}: {State(one)}";

    private static string State(SurveyDetails one) => one.State switch
    {
        SurveyState.Draft => "черновик",
        SurveyState.Open => $"{one.Sent} из {one.Schools}",
        SurveyState.Closed => "закрыт",
    };

    /// <summary>«7 школ, 9 показателей, до пт, 18 декабря. Узнают 8 руководителей; …»</summary>
    internal static Html Draft(DraftDetails draft, SurveyRefusal? refusal) => Html.Paragraphs(
        Html.Bold($"Опрос за {draft.Survey.Label}: черновик"),
        Html.Text($"{SchoolCount(draft.Schools.Count)}, {Asked(draft.Questions)}, до {Russian.Day(draft.Survey.DueOn)}."),
        draft.Indicators.Count - draft.Questions is > 0 and var computed
            ? Html.Text($"Ещё {Asked(computed)} бот посчитает сам.") : default,
        Told(draft),
        refusal switch
        {
            null => Html.Text("Пока об опросе никто не знает."),
            SurveyRefusal.NotLowResults => Html.Text("Больше не в списке школ с низкими результатами: " +
                $"{Names([.. draft.Schools.Where(one => !one.IsListed)])}. Уберите их, чтобы открыть опрос."),
            { } because => Html.Text(SurveyRefusalTexts.Of(because)),
        });

    private static Html Told(DraftDetails draft)
    {
        var told = draft.Schools.Sum(one => one.Reachable);
        var nobody = draft.Schools.Where(one => one.Heads == 0).ToList();
        var silent = draft.Schools.Where(one => one.Heads > 0 && one.Reachable == 0).ToList();
        return Html.Lines(
            Html.Text(told == 0 ? "Никто из руководителей школ об опросе не узнает."
                : Russian.Plural(told, "Узнает", "Узнают", "Узнают") + " " +
                    Russian.Count(told, "руководитель", "руководителя", "руководителей") + "."),
            nobody.Count > 0 ? Html.Text($"Руководителя в боте нет: {Names(nobody)}.") : default,
            silent.Count > 0 ? Html.Text($"Не получит, бот остановлен: {Names(silent)}.") : default);
    }

    private static string Names(List<DraftSchool> schools) =>
        string.Join(", ", schools.Take(Named).Select(one => Ellipsis.Cut(one.Name, LongestName)))
        + (schools.Count > Named ? $" и ещё {SchoolCount(schools.Count - Named)}" : "");

    internal static string SchoolCount(int count) => Russian.Count(count, "школа", "школы", "школ");

    private static string Asked(int count) => Russian.Count(count, "показатель", "показателя", "показателей");

    internal static Html Opened(DraftDetails draft, int told) => Html.Paragraphs(
        Html.Bold($"Опрос за {draft.Survey.Label} открыт"),
        Html.Text($"Ответов ждём до {Russian.Day(draft.Survey.DueOn)}."),
        Html.Text(told == 0 ? "Сообщить пока некому: руководителей этих школ в боте нет."
            : $"Сообщение {Russian.Plural(told, "уходит", "уходят", "уходят")} " +
                $"{Russian.Count(told, "руководителю школы", "руководителям школ", "руководителям школ")}."));

    /// <summary>«Мониторинг за 1 полугодие 2026/27: 9 вопросов, минут пять, до пт, 18 декабря»</summary>
    internal static Html Notice(DraftDetails draft, DraftSchool school) => Html.Paragraphs(
        Html.Text($"Мониторинг за {draft.Survey.Label}: {SizeTexts.Of(draft.Questions + school.Recommendations)}, " +
            $"до {Russian.Day(draft.Survey.DueOn)}."),
        Html.Text("Отвечать можно по частям: каждый ответ сохраняется сразу."));

    internal static Html DropAsk(DraftDetails draft) => Html.Text($"Удалить черновик опроса за {draft.Survey.Label}?");
}
