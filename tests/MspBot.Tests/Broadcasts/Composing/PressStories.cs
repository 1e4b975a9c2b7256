using MspBot.Domain.Broadcasts;
using MspBot.Sandbox;
using MspBot.Tests.Plan;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Broadcasts.Composing;

/// <summary>«Отправить»: what is asked once more, and what is written.</summary>
public sealed class PressStories(TestCluster cluster)
{
    [Fact]
    public async Task An_audience_that_grew_by_a_quarter_is_asked_about_and_nothing_is_written()
    {
        await using var world = await World.Open(cluster);
        var head = await Shown(world, 20);
        for (var n = 0; n < 6; n++) await world.Reader(300 + n);
        await head.Taps("Отправить: 20");
        await head.Sees("Было 20, стало 26. Отправить?");
        Assert.Equal("Composed 0", await Stands(world));
        await head.Taps("Отправить: 26");
        await head.Sees("Рассылка ждёт отправки");
        Assert.Equal("Waiting 26", await Stands(world));
        Assert.Equal(26, await world.Sql<int>("select count(*) from outbox where dedup like 'broadcast:%' and not_after is not null"));
    }

    [Fact]
    public async Task A_small_difference_is_said_and_not_asked_about()
    {
        await using var world = await World.Open(cluster);
        var head = await Shown(world, 20);
        await world.Reader(300);
        await head.Taps("Отправить: 20");
        await head.Sees("Перед отправкой было 20, стало 21.");
        Assert.Equal("Waiting 21", await Stands(world));
    }

    [Fact]
    public async Task A_second_press_is_the_same_broadcast()
    {
        await using var world = await World.Open(cluster);
        var head = await Shown(world, 2);
        await head.Taps("Отправить: 2");
        await head.Sees("Рассылка ждёт отправки");
        await head.TapsAgain();
        await head.Opens("c:bb:1:send:1.2");
        await head.Opens("c:bb:1:send:2.2");
        await world.Idle();
        Assert.Equal("Waiting 2", await Stands(world));
        Assert.Equal(1, await world.Sql<int>("select count(*) from action_log where action = 'BroadcastSent'"));
    }

    [Fact]
    public async Task Whom_one_has_written_to_today_is_written_to_again_only_when_asked()
    {
        await using var world = await World.Open(cluster);
        var head = await Shown(world, 3);
        await world.Broadcast(BroadcastState.Done, [new(200, RecipientOutcome.Sent), new(201, RecipientOutcome.Blocked)], "Другое письмо");
        await head.Taps("Отправить: 3");
        await head.Sees("Сегодня этим людям уже писали: 1 из 3. Отправить всё равно?");
        Assert.Equal("Composed 0", await Stands(world));
        await head.Taps("Всё равно отправить: 3");
        await head.Sees("Рассылка ждёт отправки");
    }

    [Fact]
    public async Task The_same_text_of_yesterday_is_asked_about()
    {
        await using var world = await World.Open(cluster);
        var head = await Shown(world, 2);
        await world.Broadcast(BroadcastState.Done, [new(200, RecipientOutcome.Sent), new(201, RecipientOutcome.Sent)],
            ago: TimeSpan.FromHours(25));
        await head.Taps("Отправить: 2");
        await head.Sees("Такой же текст ушёл вчера этим же людям. Отправить ещё раз?");
        await head.Taps("Всё равно отправить: 2");
        Assert.Equal("Waiting 2", await Stands(world));
    }

    [Fact]
    public async Task Whoever_has_lost_the_role_meanwhile_sends_nothing()
    {
        await using var world = await World.Open(cluster);
        var head = await Shown(world, 2);
        await world.Sql<int>($"delete from person_role where role = 'Head'");
        await head.Taps("Отправить: 2");
        await world.Idle();
        Assert.Equal("Composed 0", await Stands(world));
    }

    [Fact]
    public async Task What_was_changed_after_it_was_shown_is_shown_afresh()
    {
        await using var world = await World.Open(cluster);
        var head = await Shown(world, 2);
        await world.Sql<int>("update broadcast set words = 'Другое', version = 2 where id = 1");
        await head.Taps("Отправить: 2");
        await head.Sees("«Другое»");
        Assert.Equal("Composed 0", await Stands(world));
    }

    [Fact]
    public async Task The_card_of_a_meeting_that_was_cancelled_meanwhile_does_not_go()
    {
        await using var world = await World.Open(cluster);
        var head = await Shown(world, 2);
        var meeting = await world.Seminar(title: "Проценты без скуки");
        await world.Sql<int>($"update broadcast set seminar_id = {meeting} where id = 1");
        await using (await world.ByStores())
            await world.Sql<int>($"update seminar set state = 'Cancelled' where id = {meeting}");
        await head.Taps("Отправить: 2");
        await world.Idle();
        Assert.Equal("Composed 0", await Stands(world));
        await world.Sql<int>("update broadcast set seminar_id = null where id = 1");
        await head.Taps("Отправить: 2");
        Assert.Equal("Waiting 2", await Stands(world));
    }

    /// <summary>A broadcast to everyone whose card the head sees; readers have chats from 200 on.</summary>
    private static async Task<Visitor> Shown(World world, int readers)
    {
        var head = (await world.HeadOfBroadcasts()).StartedEarlier();
        for (var n = 0; n < readers; n++) await world.Reader(200 + n);
        var id = await world.Broadcast(BroadcastState.Composed, []);
        await head.Opens($"c:bb:{id.Value}:show");
        await head.SeesButton($"Отправить: {readers}");
        return head;
    }

    private static async Task<string> Stands(World world)
    {
        await world.Idle();
        return (await world.Sql<string>("""
            select state || ' ' || (select count(*) from broadcast_recipient r where r.broadcast_id = b.id) from broadcast b where id = 1
            """))!;
    }
}
