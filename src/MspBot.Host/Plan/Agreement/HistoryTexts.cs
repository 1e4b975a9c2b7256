using MspBot.Data.Plan;
using MspBot.Domain.Clock;
using MspBot.Domain.Log;
using MspBot.Domain.Plan;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Log;

namespace MspBot.Host.Plan.Agreement;

/// <summary>The history of items and plans, in words.</summary>
internal static class HistoryTexts
{
    private const int Words = 300;
    private const int TitleInStep = 90;

    internal static Html Item(ItemDetails item, IReadOnlyList<Html> steps) =>
        Html.Paragraphs([Html.Bold($"{ItemTexts.Name(item)}: история"), .. steps]);

    internal static Html Plan(PlanDetails plan, IReadOnlyList<PlanStep> steps, SiteZone zone) => Html.Paragraphs(
        [
            Html.Bold($"{PlanTexts.OfYear(plan.Year)}: история"),
            steps.Count == 0 ? Html.Text("План ещё никуда не отправляли.") : default,
            .. steps.Select(step => Step(step, zone)),
        ]);

    /// <summary>What happened to an item, the latest first.</summary>
    /// <param name="item">As it stands.</param>
    /// <param name="versions">All of them that the reader may know of, the first first.</param>
    /// <param name="deeds">What else was done about it.</param>
    /// <param name="zone">The site's.</param>
    internal static IReadOnlyList<Html> Steps(
        ItemDetails item, IReadOnlyList<PastVersion> versions, IReadOnlyList<ItemDeed> deeds, SiteZone zone)
    {
        var steps = new List<(DateTimeOffset At, Html Text)>();
        for (var n = 0; n < versions.Count; n++)
        {
            var (version, author, decision) = versions[n];
            steps.Add((version.At, Written(item, versions, n)));
            if (version.SentAt is { } sent && sent != version.At) steps.Add((sent, Html.Text("Отправлен на согласование.")));
            if (decision is not null) steps.Add((decision.At, Decided(version, decision)));
        }
        steps.AddRange(deeds.Select(deed => (deed.At, Html.Text(Ended($"{Done(deed)}: {By(deed)}")))));
        // In one moment: as it happened.
        return [.. steps.Select((step, n) => (step, n)).OrderByDescending(s => s.step.At).ThenByDescending(s => s.n)
            .Select(s => Html.Of($"<b>{Russian.Moment(s.step.At, zone)}</b>\n") + s.step.Text)];
    }

    private static string Done(ItemDeed deed) => deed.Action switch
    {
        LogAction.PlanItemDone => deed.Day is { } day ? $"Отмечен выполненным {Russian.DayAndMonth(day)}" : "Отмечен выполненным",
        LogAction.PlanItemNotDone => "Снята отметка о выполнении",
        LogAction.PlanItemTied => $"Привязано мероприятие{Named(deed)}",
        LogAction.PlanItemUntied => $"Отвязано мероприятие{Named(deed)}",
        LogAction.PlanReminded => "Методисту отправлено напоминание",
        LogAction.PlanImported => "Взят из загруженной таблицы",
        LogAction.PlanCopied => "Взят из прошлогоднего плана",
        _ => "Перенесён из прошлогоднего плана",
    };

    private static string Named(ItemDeed deed) => deed.Meeting is { } title ? $" «{Ellipsis.Cut(title, TitleInStep)}»" : "";

    private static string By(ItemDeed deed) => deed.ByClock ? LogTexts.Clock : ItemTexts.Who(deed.ByName);

    private static Html Written(ItemDetails item, IReadOnlyList<PastVersion> versions, int n)
    {
        var (version, author, _) = versions[n];
        var by = ItemTexts.Who(author);
        var before = n == 0 ? null : versions[n - 1];
        if (version.IsExcluding && before is not { Version.IsExcluding: true })
        {
            var atOnce = item.State == ItemState.Excluded && item.InForce is null;
            return Why(atOnce ? $"Исключён: {by}" : $"Предложено исключить: {by}", version);
        }
        if (before is null) return Html.Text(Ended($"Добавлен: {by}"));
        var what = DiffTexts.Sentence(before.Version, version, DiffTexts.InPassing);
        if (what.Length > 0) return Why($"{Ended($"Изменён: {by}")} {Russian.AtStart(what)}", version);
        var takenBack = before is { Version.SentAt: not null, Decision: null };
        return Html.Text(Ended($"{(takenBack ? "Отозван" : "Переписан без изменений")}: {by}"));
    }

    private static Html Why(string what, ItemVersion version) =>
        Html.Text(Ellipsis.Cut(version.Reason is { } reason ? $"{Ended(what)} Почему: {reason}" : Ended(what), Words));

    /// <summary>Initials have their full stop already.</summary>
    private static string Ended(string text) => text.EndsWith('.') ? text : $"{text}.";

    private static Html Decided(ItemVersion version, ItemDecision decision)
    {
        var by = ItemTexts.Who(decision.ByName);
        return Html.Text(decision.Remark is { } remark ? Ellipsis.Cut($"{Ended($"Возвращён: {by}")} Замечание: «{remark}»", Words)
            : Ended($"{(version.IsExcluding ? "Исключение согласовано" : "Согласован")}: {by}"));
    }

    private static Html Step(PlanStep step, SiteZone zone)
    {
        var what = step.Sent > 0 ? $"Отправлено на согласование: {PlanTexts.Count(step.Sent)}."
            : Ended($"{Russian.AtStart(ReviewTexts.Decided(step.Agreed, step.Returned))}: {ItemTexts.Who(step.ByName)}");
        return Html.Of($"<b>{Russian.Moment(step.At, zone)}</b>\n{what}");
    }
}
