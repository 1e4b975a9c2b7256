using MspBot.Data.Plan;
using MspBot.Domain.Clock;
using MspBot.Domain.Plan;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Plan;

/// <summary>What a methodologist reads while agreeing.</summary>
internal static class ReviewTexts
{
    internal const string Review = "Рассмотреть план";
    internal const string Agree = "Согласовать";
    internal const string Return = "Вернуть";
    internal const string Next = "Следующий пункт";
    internal const string Finish = "Закончить рассмотрение";
    internal const string AgreeAll = "Согласовать весь план";
    internal const string WhatChanged = "Что изменилось";
    internal const string ShowWhole = "Показать целиком";
    private const string Again = " Решите ещё раз.";

    internal static string AgreeRest(int count) => $"Согласовать остальные: {Russian.Number(count)}";

    /// <summary>«24 пункта ждут согласования»</summary>
    internal static string Wait(int items) => $"{PlanTexts.Count(items)} {Russian.Plural(items, "ждёт", "ждут", "ждут")} согласования";

    internal static Html Progress(PlanReview review) =>
        Html.Text($"Рассмотрено {Russian.Number(review.Reviewed)} из {Russian.Number(review.All)}");

    /// <summary>«Согласовано 20, возвращено 4»</summary>
    internal static string Decided(int agreed, int returned) => (agreed, returned) switch
    {
        (_, 0) => $"согласовано {Russian.Number(agreed)}",
        (0, _) => $"возвращено {Russian.Number(returned)}",
        _ => $"согласовано {Russian.Number(agreed)}, возвращено {Russian.Number(returned)}",
    };

    /// <summary>
    /// What is to be agreed: the whole of a new item; of one that is in force only what is otherwise, and why. What came back once is
    /// compared with what came back.
    /// </summary>
    /// <param name="item">What waits.</param>
    /// <param name="returned">What came back; null: nothing did.</param>
    /// <param name="zone">The site's.</param>
    /// <param name="most">Signs of each value that is compared, where the whole stands above; null: all.</param>
    internal static Html Submitted(ItemDetails item, PastVersion? returned, SiteZone zone, int? most = null)
    {
        var was = item.InForce ?? returned?.Version;
        var lines = was is null ? [] : DiffTexts.Lines(was, item.Now, most);
        return Html.Paragraphs(
            item.InForce is null || lines.Count == 0 ? ItemTexts.Body(item.Now) : default,
            was is not null && lines.Count == 0 ? Html.Text("С прошлого раза ничего не изменилось.") : default,
            Html.Lines([.. lines, ItemTexts.Reason(item.Now)]),
            ItemTexts.Remark(returned?.Decision, zone));
    }

    /// <summary>Why a press on an earlier card decides nothing.</summary>
    /// <param name="item">As it stands.</param>
    /// <param name="seen">The version that was read; null: unknown.</param>
    /// <param name="zone">The site's.</param>
    /// <param name="again">Said where it is to be decided anew.</param>
    internal static Html Stale(ItemDetails item, ItemVersion? seen, SiteZone zone, string again = Again)
    {
        var name = ItemTexts.Name(item);
        switch (item.State)
        {
            case ItemState.Submitted:
                var what = seen is null ? "" : DiffTexts.Sentence(seen, item.Now);
                return Html.Text(what.Length > 0 ? $"{name} изменили: {what}.{again}"
                    : $"{name} отправили ещё раз.{again}");
            case ItemState.Draft:
                return Html.Text($"{name} сейчас правит руководитель площадки. Когда его отправят снова, вы узнаете.");
            case ItemState.Excluded when item.Decision is null:
                return Html.Text($"{name} исключён из плана: согласовывать нечего.");
        }
        // Agreed without a decision: written back to what was agreed, or only for whom it is was changed.
        if (item.Decision is not { } decision) return Html.Text($"{name} сейчас согласован: решать нечего.");
        var by = $"{ItemTexts.Who(decision.ByName)}, {Russian.Moment(decision.At, zone)}";
        return decision.Remark is { } remark ? Html.Of($"{name} уже возвращён: {by}. Замечание: «{remark}»")
            : Html.Text(item.State == ItemState.Excluded ? $"Исключение уже согласовано: {by}." : $"{name} уже согласован: {by}.");
    }
}
