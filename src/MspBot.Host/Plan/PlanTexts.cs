using MspBot.Data.Plan;
using MspBot.Domain.Clock;
using MspBot.Domain.Plan;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Plan;

/// <summary>What the plan of a year says.</summary>
internal static class PlanTexts
{
    internal const string Plan = "План";
    internal const string Description = "План работы площадки";
    internal const string Items = "Пункты";
    internal const string ToPlan = "К плану";
    internal const string ToItems = "К пунктам";
    internal const string PlanAndFact = "План и факт";
    internal const string NewMeeting = "Создать мероприятие";
    internal const string History = "История";
    internal const string Send = "Отправить на согласование";
    internal const string Add = "Добавить пункт";
    internal const string RepeatLast = "Повторить прошлогодний";
    internal const string Find = "Найти пункт";
    internal const string ShowAll = "Все пункты";
    internal const string Download = "Скачать план";
    internal const string Import = "Загрузить из Excel";
    internal const string EmptyTable = "Таблица для заполнения";
    private const int TitleInLine = 90;

    internal static string OfYear(SchoolYear year) => $"План на {year}";

    /// <summary>«Мероприятия: 2»</summary>
    internal static string Meetings(int count) => $"Мероприятия: {Russian.Number(count)}";

    internal static string CarryOver(int items) => $"Перенести невыполненные: {Russian.Number(items)}";

    internal static string Returned(int items) => $"Возвращённые: {Russian.Number(items)}";

    internal static string NotSent(int items) => $"Не отправленные: {Russian.Number(items)}";

    internal static string Waiting(int items) => $"Ждут согласования: {Russian.Number(items)}";

    internal static Html Card(SchoolYear year, PlanDetails? plan, ItemScope scope, IReadOnlyList<ItemDetails> due, DateOnly today) =>
        Html.Paragraphs(
            Html.Bold(OfYear(year)),
            plan is null || IsEmpty(plan, scope) ? Empty(scope) : Counts(plan.Counts, scope),
            due.Count == 0 ? default : Html.Lines([Html.Text("Ближайшие сроки:"), .. due.Select(item => Due(item, today))]));

    /// <summary>Nothing in it that somebody with this scope reads.</summary>
    internal static bool IsEmpty(PlanDetails plan, ItemScope scope) => scope switch
    {
        ItemScope.All => plan.Counts.All == 0,
        ItemScope.Sent => plan.Counts.InForce + plan.Counts.Submitted + plan.Counts.Returned == 0,
        _ => plan.Counts.InForce == 0,
    };

    internal static string Count(int items) => Russian.Count(items, "пункт", "пункта", "пунктов");

    private static Html Empty(ItemScope scope) => Html.Text(scope switch
    {
        ItemScope.All => "Плана ещё нет. Начните с одной из кнопок ниже: потом всё можно поправить.",
        ItemScope.Sent => "План ещё не отправлен на согласование.",
        _ => "Согласованного плана пока нет.",
    });

    private static Html Counts(PlanCounts counts, ItemScope scope) => scope switch
    {
        ItemScope.All => Html.Lines(
            Html.Text($"{Count(counts.All)}. {State(counts.State)}"), Line("Согласовано", counts.Agreed),
            Line("Ждут согласования", counts.Submitted), Line("Возвращено", counts.Returned), Line("Не отправлено", counts.Draft),
            Line("Исключено", counts.Excluded)),
        ItemScope.Sent => Html.Lines(
            counts.Submitted == 0 ? Html.Text("Всё рассмотрено.") : Html.Text($"{ReviewTexts.Wait(counts.Submitted)}."),
            Line("Возвращено", counts.Returned), Line("Действует", counts.InForce)),
        _ => Html.Text($"{Count(counts.InForce)}."),
    };

    private static string State(PlanState state) => state switch
    {
        PlanState.Returned => "План возвращён: посмотрите замечания.",
        PlanState.Submitted => "План на согласовании.",
        PlanState.Agreed => "План согласован.",
        PlanState.Draft => "Есть что отправить на согласование.",
    };

    private static Html Line(string name, int count) => count == 0 ? default : Html.Text($"{name}: {Russian.Number(count)}");

    private static Html Due(ItemDetails item, DateOnly today)
    {
        var last = item.Measure.Text.Term.Last;
        var over = last >= today ? "" : item.Rule.IsInForce ? ", просрочен" : ", не согласован";
        return Html.Of(
            $"№ {item.Number}, до {Russian.DayAndMonth(last)}{over}: {Ellipsis.Cut(item.Measure.Text.Title, TitleInLine)}");
    }
}
