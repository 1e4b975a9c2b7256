using MspBot.Data.Plan.Papers;
using MspBot.Domain.Log;
using MspBot.Domain.Plan;
using MspBot.Domain.Plan.Papers;
using MspBot.Host.Conversations;

namespace MspBot.Host.Plan.Papers;

/// <summary>A table in the log: itself, and each item as if it had been done by hand.</summary>
internal static class ImportLog
{
    internal static void Write(Turn turn, AppliedImport done)
    {
        var changed = done.Comparison.Changed;
        turn.Log(LogAction.PlanImported, LogSubject.Plan, done.Plan.Value,
            LogDetail.Of("added", done.Added.Count).And("changed", changed.Count).And("excluded", done.Excluded.Count));
        foreach (var item in done.Excluded)
            turn.Log(item.WayOut == WayOut.OnceAgreed ? LogAction.PlanExclusionAsked : LogAction.PlanItemExcluded, LogSubject.PlanItem,
                item.Id.Value, LogDetail.Of("number", item.Number).And("version", done.After[item.Id].Now.Version));
        foreach (var (item, text) in changed)
        {
            var fields = Fields(item.Text, text);
            turn.Log(fields is [ItemField.Responsible] ? LogAction.PlanResponsible : LogAction.PlanItemChanged, LogSubject.PlanItem,
                item.Id.Value,
                LogDetail.Of("number", item.Number).And("fields", fields).And("version", done.After[item.Id].Now.Version));
        }
        foreach (var item in done.Added)
            turn.Log(LogAction.PlanItemAdded, LogSubject.PlanItem, item.Id.Value, LogDetail.Of("number", item.Number));
    }

    private static IReadOnlyList<ItemField> Fields(ItemText from, ItemText to)
    {
        (ItemField Field, bool Differs)[] all =
        [
            (ItemField.Form, from.Form != to.Form), (ItemField.Title, from.Title != to.Title), (ItemField.Term, from.Term != to.Term),
            (ItemField.Responsible, from.Responsible != to.Responsible), (ItemField.Result, from.Result != to.Result),
            (ItemField.Audience, from.Audience != to.Audience),
        ];
        return [.. all.Where(one => one.Differs).Select(one => one.Field)];
    }
}
