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
    internal static Html Waits(UnansweredPlan plan, int items, SiteZone zone) => Html.Text(
        $"План на {plan.Year}: {Items(items)} согласования с {Russian.DayAndMonth(zone.DayOf(plan.SentAt))}.");

    /// <summary>To a head.</summary>
    internal static Html NoAnswer(UnansweredPlan plan, SiteZone zone) => Html.Text(
        $"План на {plan.Year} отправлен {Russian.DayAndMonth(zone.DayOf(plan.SentAt))}, ответа пока нет: "
        + $"{Items(plan.Items)} согласования.");

    /// <param name="people">How many methodologists.</param>
    /// <param name="later">When they hear of it; null: now.</param>
    internal static string Reminded(int people, string? later)
    {
        var whom = Russian.Count(people, "методисту", "методистам", "методистам");
        return later is null ? $"Напомнили {whom}." : $"Сейчас тихие часы. Напоминание {whom} придёт {later}.";
    }

    /// <summary>Why it reaches nobody.</summary>
    internal static string Nobody(Heard heard) => heard switch
    {
        { Stopped: 1 } => "Напоминание не дойдёт: методист остановил бота. Скажите ему сами.",
        { Stopped: > 1 } => "Напоминание не дойдёт: методисты остановили бота. Скажите им сами.",
        { Authors: > 0 } => "Напоминать некому: методист, который есть в боте, сам писал эти пункты. Пригласите другого.",
        _ => "Напоминать некому: методиста в боте нет. Пригласите его.",
    };

    internal static string Refused(ReminderRefusal because) => because switch
    {
        ReminderRefusal.NothingWaits => "Всё уже рассмотрено: напоминать не о чем.",
        ReminderRefusal.RemindedToday => "Сегодня методистам уже напоминали. Завтра можно напомнить снова.",
    };

    private static string Items(int count) => Russian.Count(count, "пункт ждёт", "пункта ждут", "пунктов ждут");
}
