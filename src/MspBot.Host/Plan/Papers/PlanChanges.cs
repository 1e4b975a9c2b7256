using MspBot.Data.Plan.Papers;
using MspBot.Domain.Plan;
using MspBot.Host.Conversations.Dialogs;

namespace MspBot.Host.Plan.Papers;

/// <summary>One line of «Лист изменений»: fields that differ, with their names.</summary>
internal sealed record PlanChange(int Number, string Before, string After, string? Reason, string? By, DateTimeOffset At);

/// <summary>What was agreed otherwise than before.</summary>
internal static class PlanChanges
{
    private const string None = "—";

    /// <summary>In the order in which they were agreed.</summary>
    /// <param name="agreed">All versions, by item, earlier ones first.</param>
    /// <param name="firstPrinted">What was first agreed after this has come to a plan that was handed out; null: nothing was.</param>
    internal static IReadOnlyList<PlanChange> Of(IReadOnlyList<AgreedVersion> agreed, DateTimeOffset? firstPrinted) =>
        [.. agreed.GroupBy(version => version.Number).SelectMany(item => OfItem([.. item], firstPrinted))
            .OrderBy(change => change.At).ThenBy(change => change.Number)];

    private static IEnumerable<PlanChange> OfItem(IReadOnlyList<AgreedVersion> versions, DateTimeOffset? firstPrinted)
    {
        if (firstPrinted is { } printed && versions[0].At > printed)
            yield return Change(versions[0], None, $"Новый пункт: {Whole(versions[0])}");
        foreach (var (before, after) in versions.Zip(versions.Skip(1)))
        {
            if (after.IsExcluding) yield return Change(after, before.Text.Title, "Исключён");
            else if (Differences(before, after) is { Count: > 0 } fields)
                yield return Change(after, string.Join("; ", fields.Select(f => f.Before)), string.Join("; ", fields.Select(f => f.After)));
        }
    }

    private static List<(string Before, string After)> Differences(AgreedVersion before, AgreedVersion after)
    {
        (string Name, string Before, string After)[] all =
        [
            ("Мероприятие", before.Text.Title, after.Text.Title),
            ("Форма", FormTexts.Form(before.Text.Form), FormTexts.Form(after.Text.Form)),
            ("Срок", TermTexts.Term(before.Text.Term), TermTexts.Term(after.Text.Term)),
            ("Ответственный", Responsible(before), Responsible(after)),
            ("Результат", before.Text.Result, after.Text.Result),
        ];
        return [.. all.Where(f => f.Before != f.After).Select(f => ($"{f.Name}: {f.Before}", $"{f.Name}: {f.After}"))];
    }

    private static string Whole(AgreedVersion version) =>
        $"{version.Text.Title}; {FormTexts.Form(version.Text.Form)}; {TermTexts.Term(version.Text.Term)}; {Responsible(version)}";

    private static string Responsible(AgreedVersion version) =>
        version.Text.Responsible.Words ?? version.ResponsibleName ?? DialogTexts.Erased;

    private static PlanChange Change(AgreedVersion to, string before, string after) =>
        new(to.Number, before, after, to.Reason, to.By, to.At);
}
