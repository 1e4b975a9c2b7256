using MspBot.Data.Plan.Facts;
using MspBot.Domain.Clock;
using MspBot.Domain.Plan.Facts;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Plan.Facts;

/// <summary>The words about a plan that waits for the methodology department.</summary>
internal static class ReminderTexts
{
    internal const string Remind = "Напомнить методисту";

    /// <summary>To a methodologist: «План на 2026/27: 24 пункта ждут согласования».</summary>
    internal static Html Waits(UnansweredPlan plan, SiteZone zone) => Html.Text(
        $"План на {plan.Year}: {Items(plan.Items)} согласования с {Russian.DayAndMonth(zone.DayOf(plan.SentAt))}.");

    /// <summary>To a head.</summary>
    internal static Html NoAnswer(UnansweredPlan plan, SiteZone zone) => Html.Text(
        $"План на {plan.Year} отправлен {Russian.DayAndMonth(zone.DayOf(plan.SentAt))}, ответа пока нет: "
        + $"{Items(plan.Items)} согласования.");

    internal static string Reminded(int people) =>
        $"Напомнили {Russian.Count(people, "методисту", "методистам", "методистам")}.";

    internal static string Refused(ReminderRefusal because) => because switch
    {
        ReminderRefusal.NothingWaits => "Всё уже рассмотрено: напоминать не о чем.",
        ReminderRefusal.RemindedToday => "Сегодня методистам уже напоминали. Завтра можно напомнить снова.",
        ReminderRefusal.NobodyToRemind => "Написать некому: методистов в боте нет или они остановили бота.",
    };

    private static string Items(int count) => Russian.Count(count, "пункт ждёт", "пункта ждут", "пунктов ждут");
}
