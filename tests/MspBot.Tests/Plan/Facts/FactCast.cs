using Microsoft.Extensions.DependencyInjection;
using MspBot.Data.Plan;
using MspBot.Data.Postgres;
using MspBot.Domain.Clock;
using MspBot.Domain.People;
using MspBot.Domain.Plan;
using MspBot.Sandbox;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;

namespace MspBot.Tests.Plan.Facts;

/// <summary>Plans that stories of fact begin with, made by the stores.</summary>
internal static class FactCast
{
    internal const long MethodologistChat = 700;

    internal static Task<Visitor> Methodologist(this World world) =>
        world.Teacher(MethodologistChat, "Котова Ольга Львовна", "Methodologist");

    /// <summary>
    /// The plan of this school year with these items, agreed unless they are left drafts; a head and a methodologist exist.
    /// </summary>
    internal static async Task<IReadOnlyList<PlanItemId>> HasPlan(
        this World world, IReadOnlyList<ItemText> texts, bool agreed = true)
    {
        var head = await world.Person("Head");
        var now = world.Clock.GetUtcNow();
        var plan = await world.Turn((PlanStore s) => s.Make(SchoolYear.Of(new(2026, 11, 24)), head, now));
        var items = (await world.Turn((PlanStore s) => s.Add(plan, texts, head, now))).Items;
        if (!agreed) return items;
        await world.Turn((PlanStore s) => s.Send(plan, head, now));
        var methodologist = await world.Person("Methodologist");
        await world.Turn(async (PlanStore s) => await s.AgreeRest(plan, await s.Seen(plan), methodologist, now));
        return items;
    }

    internal static async Task HeadChanges(this World world, PlanItemId id, ItemText text, string reason = "так нужно")
    {
        var (item, head) = (await world.Item(id), await world.Person("Head"));
        await world.Turn((ItemStore s) => s.Change(id, item.Revision, text, reason, head, world.Clock.GetUtcNow()));
    }

    /// <summary>A methodologist decides, without a remark agrees.</summary>
    internal static async Task Decided(this World world, PlanItemId id, string? remark = null)
    {
        var (item, by) = (await world.Item(id), await world.Person("Methodologist"));
        await world.Turn((ItemStore s) => s.Decide(id, item.Now.Version, remark, by, world.Clock.GetUtcNow()));
    }

    /// <summary>A meeting that carries out an item.</summary>
    internal static async Task<long> SeminarOf(this World world, PlanItemId item, TimeSpan startsIn, string state = "Published")
    {
        var id = await world.Seminar(startsIn: startsIn, state: state);
        await world.Sql<int>($"update seminar set plan_item_id = {item.Value} where id = {id}");
        return id;
    }

    /// <summary>An item as it is read now.</summary>
    internal static Task<ItemDetails> Item(this World world, PlanItemId id) =>
        world.Turn(async (PlanReader r) => (await r.Item(id, world.Clock.GetUtcNow()))!);

    internal static async Task<Fact> Fact(this World world, PlanItemId id) =>
        (await world.Item(id)).FactAt(world.Clock.GetUtcNow(), world.Bot.Web.Services.GetRequiredService<SiteZone>());

    internal static async Task<T> Turn<TStore, T>(this World world, Func<TStore, Task<T>> what) where TStore : notnull
    {
        await using var planting = await world.ByStores();
        await using var scope = world.Bot.Web.Services.CreateAsyncScope();
        var result = await what(scope.ServiceProvider.GetRequiredService<TStore>());
        await scope.ServiceProvider.GetRequiredService<DbSession>().Commit();
        return result;
    }

    /// <summary>«Создать мероприятие» on an item's card.</summary>
    internal static async Task BeginsFromItem(this World world, Visitor head, PlanItemId item)
    {
        await head.Types("/menu");
        await world.Idle();
        await head.TapsData(head.Chat[^1], $"n:new:item.{item.Value}");
        await head.Sees("Когда оно пройдёт?");
    }

    private static async Task<PersonId> Person(this World world, string role) =>
        new(await world.Sql<long>($"select min(person_id) from person_role where role = '{role}'"));
}
