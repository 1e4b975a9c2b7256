using System.Globalization;
using MspBot.Data.Plan;
using MspBot.Domain.Plan;
using MspBot.Sandbox;
using MspBot.Tests.Plan.Facts;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;

namespace MspBot.Tests.Plan;

/// <summary>Who and what the stories of the plan begin with.</summary>
internal static class PlanCast
{
    internal static Task<Visitor> HeadOfPlan(this World world) => world.Teacher(World.HeadId, "Смирнова Вера Павловна", "Head");

    internal static Task<Visitor> AnotherMethodologist(this World world) =>
        world.Teacher(701, "Петрова Анна Ивановна", "Methodologist");

    internal static Task<Visitor> Observer(this World world) => world.Teacher(702, "Комаров Олег Юрьевич", "Observer");

    /// <summary>The round tables 1, 2, 3, … of this year's plan, which wait for agreement.</summary>
    internal static async Task<IReadOnlyList<PlanItemId>> SentPlan(this World world, int items)
    {
        var ids = await world.HasPlan([.. Enumerable.Range(1, items).Select(n => PlanStage.Text($"Круглый стол {n}"))], agreed: false);
        await world.Sends(ids[0]);
        return ids;
    }

    /// <summary>Sends what is drafted, as a press does, but tells nobody.</summary>
    internal static async Task Sends(this World world, PlanItemId any)
    {
        var plan = (await world.Item(any)).Plan;
        var head = await world.Sql<long>("select min(person_id) from person_role where role = 'Head'");
        await world.Turn((PlanStore s) => s.Send(plan, new(head), world.Clock.GetUtcNow()));
    }

    /// <summary>A new item that stands so, in a world that need not have a head or a methodologist yet.</summary>
    internal static async Task<ItemDetails> PlanItem(this World world, ItemState state = ItemState.Draft)
    {
        if (await world.Sql<int>("select count(*) from person_role where role = 'Head'") == 0)
            (await world.Teacher(99_998, "Смирнова Вера Павловна", "Head")).StartedEarlier();
        if (await world.Sql<int>("select count(*) from person_role where role = 'Methodologist'") == 0)
            (await world.Teacher(99_997, "Котова Ольга Львовна", "Methodologist")).StartedEarlier();
        var number = await world.Sql<int>("select coalesce(max(last_number), 0) + 1 from plan");
        var text = PlanStage.Text(string.Create(CultureInfo.InvariantCulture, $"Круглый стол <{number}> & \"чтение\""));
        var id = (await world.HasPlan([text], agreed: state == ItemState.Agreed))[0];
        if (state == ItemState.Submitted) await world.Sends(id);
        return await world.Item(id);
    }

    /// <summary>Presses what a button sent long ago carries, or what somebody has forged.</summary>
    internal static async Task Opens(this Visitor who, string data)
    {
        await who.Types("/about");
        await who.Sees("площадк");
        await who.TapsData(who.Chat.Last(m => m.FromBot), data);
    }

    /// <summary>Answers all questions about a new item.</summary>
    internal static async Task Fills(this World world, Visitor head)
    {
        await head.Taps("Круглый стол");
        await head.Types("Новый пункт");
        await head.Types("октябрь");
        await head.Types("Тьюторы");
        await head.Types("Рекомендации");
        await head.Taps("Пропустить");
        await head.Taps("Всё верно");
        await world.Idle();
    }

    /// <summary>«Удалить мои данные», to the end.</summary>
    internal static async Task Erases(this Visitor who)
    {
        await who.Types("/profile");
        await who.Taps("Удалить мои данные");
        await who.Taps("Да, удалить всё обо мне");
    }

    /// <summary>What a button of the head names of an item.</summary>
    internal static async Task<string> Named(this World world, ItemState state, string more = "") =>
        await world.PlanItem(state) is var item ? $"{item.Id.Value}.{item.Revision}{more}" : "";
}
