using MspBot.Data.Digests.Effectiveness;
using MspBot.Domain.Clock;
using MspBot.Domain.Digests.Effectiveness;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Plan.Papers;
using MspBot.Host.Surveys;

namespace MspBot.Host.Digests.Effectiveness;

/// <summary>Words of «Справка о мониторинге деятельности МСП».</summary>
internal static class EffectPaperTexts
{
    internal const string Title = "Справка о мониторинге деятельности МСП";
    internal const string Figures = "1. Показатели";
    internal const string Conclusion = "2. Заключение методической службы";
    internal const string Answer = "3. Ответ руководителя площадки";

    internal static string Caption(EffectPeriod period) => $"{Title}: {EffectTexts.Label(period)}";

    internal static string FileName(EffectPeriod period) => FormattableString.Invariant(
        $"Справка о мониторинге МСП {period.First:yyyy-MM-dd} – {period.Last:yyyy-MM-dd}.docx");

    internal static string AsOf(string day, SchoolYear year) => $"Посчитано ботом {day} по его записям; цели — на {year} учебный год.";

    internal static string Written(ConclusionDetails one, SiteZone zone) => one.SentAt is { } sent
        ? $"Отправлено в системе {Day(sent, zone)}: {ConclusionTexts.Name(one.Author)}"
        : $"Черновик, руководителю не отправлен: {ConclusionTexts.Name(one.Author)}";

    internal static string Answered(ConclusionDetails one, SiteZone zone) =>
        $"Ответ дан в системе {Day(one.AnsweredAt!.Value, zone)}: {ConclusionTexts.Name(one.AnsweredBy)}";

    /// <summary>«Цель достигнута», «Ниже цели на 12 п. п.»</summary>
    internal static string Verdict(EffectValue value, decimal? goal) => value.Against(goal) switch
    {
        GoalOutcome.NoGoal => "Цели нет",
        GoalOutcome.NoData => "Нет данных",
        GoalOutcome.Reached => "Цель достигнута",
        GoalOutcome.Missed => value.Unit switch
        {
            EffectUnit.Share => $"Ниже цели на {By(goal!.Value - (100m * value.Part / value.Whole))}\u00A0п.\u00A0п.",
            EffectUnit.Rating => $"Ниже цели на {By(goal!.Value - (decimal)value.Value!.Value)}",
            EffectUnit.Hours => $"Дольше цели на {By((decimal)value.Value!.Value - goal!.Value)} ч",
        },
    };

    /// <summary>Never 0: the goal is missed.</summary>
    private static string By(decimal much) =>
        much < 0.1m ? "меньше чем 0,1" : ValueTexts.Number(decimal.Round(much, 1, MidpointRounding.AwayFromZero));

    private static string Day(DateTimeOffset at, SiteZone zone) => DownloadTexts.Day(zone.DayOf(at));
}
