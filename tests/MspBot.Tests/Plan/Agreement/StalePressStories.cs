using MspBot.Domain.Plan;
using MspBot.Sandbox;
using MspBot.Tests.Plan.Facts;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Plan.Agreement;

/// <summary>Somebody else was first: nothing is decided on what nobody has read, and each press says what happened.</summary>
public sealed class StalePressStories(TestCluster cluster)
{
    [Fact]
    public async Task A_card_that_a_methodologist_holds_follows_what_the_head_does()
    {
        await using var world = await World.Open(cluster);
        var (head, reader) = await Both(world);
        var item = (await world.SentPlan(1))[0];
        await reader.Types("/plan");
        await reader.Taps("Рассмотреть план");
        await reader.Sees("Рассмотрено 0 из 1");
        await head.Opens($"c:pi:{item.Value}:show");
        await head.Taps("Отозвать");
        await reader.Sees("Пункт 1 сейчас правит руководитель площадки. Когда его отправят снова, вы узнаете.");
    }

    [Fact]
    public async Task A_stale_press_says_what_it_was_and_what_it_is_now_with_fresh_buttons()
    {
        await using var world = await World.Open(cluster);
        var (head, reader) = await Both(world);
        var item = (await world.SentPlan(1))[0];
        var old = await world.Item(item);
        await head.Opens($"c:pi:{item.Value}:show");
        await head.Taps("Изменить пункт");
        await head.Taps("Срок");
        await head.Types("ноябрь");
        await head.Taps("Сохранить");
        await head.Taps("Отправить на согласование");
        await head.Sees("Отправлено: 1 пункт.");
        await reader.Opens($"c:pv:{item.Value}:agree:{old.Now.Version}");
        await reader.Sees("Пункт 1 изменили: был «декабрь», стал «ноябрь». Решите ещё раз.");
        Assert.Equal(0, await world.Sql<int>("select count(*) from plan_decision"));
        await reader.Taps("Согласовать");
        await reader.Sees("Согласовано 1.");
    }

    [Fact]
    public async Task The_second_of_two_methodologists_reads_who_decided_and_when()
    {
        await using var world = await World.Open(cluster);
        var (_, reader) = await Both(world);
        var other = (await world.AnotherMethodologist()).StartedEarlier();
        var items = await world.SentPlan(2);
        var seen = await world.Item(items[0]);
        await reader.Types("/plan");
        await reader.Taps("Рассмотреть план");
        await other.Types("/plan");
        await other.Taps("Рассмотреть план");
        await other.Sees("Рассмотрено 0 из 2");
        await reader.Taps("Согласовать");
        await reader.Sees("Круглый стол 2");
        // Her open card says so by itself, and an old button too.
        await other.Sees("Согласован: Котова О. Л., 24 ноября.");
        await other.Opens($"c:pv:{items[0].Value}:agree:{seen.Now.Version}");
        await other.Sees("Пункт 1 уже согласован: Котова О. Л., вт, 24 ноября, 10:00.");
        await other.Opens($"n:plan-return:{items[0].Value}.{seen.Now.Version}");
        await other.Sees("Пункт 1 уже согласован");
        // The first one's own second tap goes on.
        await reader.Opens($"c:pv:{items[0].Value}:agree:{seen.Now.Version}");
        await reader.Sees("Круглый стол 2");
        Assert.Equal(1, await world.Sql<int>("select count(*) from plan_decision"));
    }

    [Fact]
    public async Task A_remark_to_what_was_decided_meanwhile_is_not_lost()
    {
        await using var world = await World.Open(cluster);
        var (_, reader) = await Both(world);
        var other = (await world.AnotherMethodologist()).StartedEarlier();
        var item = await world.Item((await world.SentPlan(1))[0]);
        await reader.Opens($"c:pi:{item.Id.Value}:show");
        await reader.Taps("Вернуть");
        await reader.Sees("Что поправить?");
        await other.Opens($"c:pv:{item.Id.Value}:agree:{item.Now.Version}");
        await other.Sees("Согласовано 1.");
        await reader.Types("Уточните срок");
        await reader.Sees("Пункт 1 уже согласован: Петрова А. И.");
        await reader.Sees("Не сохранилось: «Уточните срок»");
        Assert.Equal(ItemState.Agreed, (await world.Item(item.Id)).State);
    }

    [Fact]
    public async Task Ones_own_item_is_agreed_by_another_methodologist()
    {
        await using var world = await World.Open(cluster);
        var (head, _) = await Both(world);
        await world.Grant(World.HeadId, Domain.People.Role.Methodologist);
        var item = await world.Item((await world.SentPlan(1))[0]);
        await head.Opens($"c:pi:{item.Id.Value}:show");
        await head.Sees("Свой пункт согласовать нельзя: попросите другого методиста.");
        await head.TapsData(head.Chat.Last(m => m.FromBot), $"c:pv:{item.Id.Value}:agree:{item.Now.Version}");
        Assert.Equal("Свой пункт согласовать нельзя: попросите другого методиста.", head.LastAlert);
        await head.Opens($"n:plan-return:{item.Id.Value}.{item.Now.Version}");
        await head.Sees("Свой пункт согласовать нельзя");
        Assert.Equal(0, await world.Sql<int>("select count(*) from plan_decision"));
    }

    [Fact]
    public async Task A_methodologist_who_loses_the_role_midway_decides_nothing_more()
    {
        await using var world = await World.Open(cluster);
        var (head, reader) = await Both(world);
        var item = await world.Item((await world.SentPlan(1))[0]);
        await reader.Opens($"c:pi:{item.Id.Value}:show");
        await reader.Taps("Вернуть");
        await reader.Sees("Что поправить?");
        await head.Opens($"c:person:{await world.Sql<long>("select id from person where chat_id = 700")}:show");
        await head.Taps("Снять роль: методист");
        await head.Sees("1 пункт ждёт согласования, другого методиста нет");
        await head.Taps("Да, снять роль");
        await head.Sees("План некому согласовать");
        await head.SeesButton("Пригласить методиста");
        await reader.Types("Уточните срок");
        await world.Idle();
        await reader.TapsData(reader.Chat.Last(m => m.FromBot), $"c:pv:{item.Id.Value}:agree:{item.Now.Version}");
        await world.Idle();
        Assert.Equal(0, await world.Sql<int>("select count(*) from plan_decision"));
        Assert.Equal(ItemState.Submitted, (await world.Item(item.Id)).State);
    }

    [Fact]
    public async Task Without_a_methodologist_nothing_is_sent_and_the_way_to_invite_one_stands_there()
    {
        await using var world = await World.Open(cluster);
        var head = (await world.HeadOfPlan()).StartedEarlier();
        await world.HasPlan([PlanStage.Text()], agreed: false);
        await head.Types("/plan");
        await head.Taps("Отправить на согласование");
        await head.Sees("Отправить некому");
        await head.Taps("Пригласить методиста");
        await head.SeesButton("Методист");
        Assert.Equal("Draft", await world.Sql<string>("select state from plan_item"));
    }

    private static async Task<(Visitor Head, Visitor Reader)> Both(World world) =>
        ((await world.HeadOfPlan()).StartedEarlier(), (await world.Methodologist()).StartedEarlier());
}
