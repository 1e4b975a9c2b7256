using MspBot.Data.Plan;
using MspBot.Domain.Clock;
using MspBot.Domain.Log;
using MspBot.Domain.Plan;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Log;

namespace MspBot.Host.Plan;

/// <summary>Plans in the log: «план на 2026/27».</summary>
internal sealed class PlansInLog(PlanNames names) : LoggedThings
{
    public override LogSubject Kind => LogSubject.Plan;

    public override async Task<IReadOnlyDictionary<long, string>> Names(IReadOnlyCollection<long> ids) =>
        (await names.Years(ids)).ToDictionary(one => one.Id, one => $"план на {new SchoolYear(one.Year)}");

    public override async Task<ThingCard?> Card(long id) =>
        (await names.Years([id])) is [var one] ? new(PlanLinks.Plan, one.Year) : null;

    public override Task<bool> MayRead(Turn turn, long id) => Task.FromResult(PlanAccess.Agrees(turn.Speaker));

    public override string Detail(LogAction action, LogDetail detail) => (detail.Number("agreed"), detail.Number("returned")) is
        ({ } agreed, { } returned) ? ReviewTexts.Decided((int)agreed, (int)returned)
        : detail.Number("items") is { } items ? PlanTexts.Count((int)items) : "";
}

/// <summary>Items of plans in the log: «пункт 7 плана на 2026/27».</summary>
internal sealed class PlanItemsInLog(PlanNames names) : LoggedThings
{
    public override LogSubject Kind => LogSubject.PlanItem;

    public override async Task<IReadOnlyDictionary<long, string>> Names(IReadOnlyCollection<long> ids) => (await names.Items(ids))
        .ToDictionary(one => one.Id, one => $"пункт {Russian.Number(one.Number)} плана на {new SchoolYear(one.Year)}");

    public override Task<ThingCard?> Card(long id) => Task.FromResult<ThingCard?>(new(PlanLinks.Item, id));

    public override Task<bool> MayRead(Turn turn, long id) => Task.FromResult(PlanAccess.Agrees(turn.Speaker));

    /// <summary>The number, where the item itself is gone, and what was changed.</summary>
    public override string Detail(LogAction action, LogDetail detail) =>
        detail.Value<ItemField>("field") is { } field ? DiffTexts.Noun(field)
        : detail.Values<ItemField>("fields") is { Count: > 0 } fields ? string.Join(", ", fields.Select(DiffTexts.Noun))
        : action == LogAction.PlanItemDropped && detail.Number("number") is { } number ? $"пункт {Russian.Number((int)number)}" : "";
}
