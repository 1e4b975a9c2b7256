using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Nominations;
using MspBot.Sandbox;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Nominations.Sending;

/// <summary>What has changed between two taps of a school's head, and what somebody else has pressed.</summary>
public sealed class StaleNominationStories(TestCluster cluster)
{
    private const string Ivanova = "Иванова М. П.";
    private const string Orlov = "Орлов Б. Л.";

    [Fact]
    public async Task Who_is_signed_up_waits_or_leads_is_named_and_not_offered()
    {
        await using var world = await World.Open(cluster);
        var (head, maria) = await NominationStories.School(world);
        await world.Colleague(3, of: 2, "Орлов Борис Львович");
        await world.Seminar(seats: 1);
        await maria.SignsUp();
        await maria.Sees("Вы записаны");

        await NominationStories.Choose(head, world);
        await head.Sees("Здесь нет тех, кто уже записан или в листе ожидания, ведёт мероприятие или дважды отказался: Иванова М. П.");
        await head.Taps(Orlov);
        await head.Taps("Готово (1)");
        await head.Taps("Пропустить");
        await head.Sees("Свободных мест 0, выбрано 1: 1 встанет в лист ожидания. Направить?");
    }

    [Fact]
    public async Task Who_signs_up_or_moves_between_two_taps_is_left_out_and_it_is_said_why()
    {
        await using var world = await World.Open(cluster);
        var (head, maria) = await NominationStories.School(world);
        await world.Colleague(3, of: 2, "Орлов Борис Львович");
        await world.Colleague(4, of: 2, "Яковлева Вера Ильинична");
        await world.Stranger(9);
        await world.Seminar(seats: null);
        await NominationStories.Choose(head, world);
        await head.TicksToSend(Ivanova, Orlov, "Яковлева В. И.");
        await head.Taps("Пропустить");
        await head.Sees("Места без ограничений, выбрано 3");
        await maria.SignsUp();
        await maria.Sees("Вы записаны");
        await world.MovesTo(3, of: 9);

        await head.Taps("Направить");
        await head.Sees("Места без ограничений, выбрано 1: место будет сразу. Не направим: Иванова М. П. — уже записан(а); " +
            "Орлов Б. Л. — больше не в вашей школе.");
        await head.Taps("Направить");
        await head.Sees("Не направлено: 2. Иванова М. П. — уже записан(а); Орлов Б. Л. — больше не в вашей школе.");
        Assert.Equal(1, await world.Sql<int>("select count(*) from nomination"));
    }

    [Fact]
    public async Task Somebody_who_has_stopped_the_bot_has_a_place_and_makes_way_when_others_wait()
    {
        await using var world = await World.Open(cluster);
        var (head, maria) = await NominationStories.School(world);
        await world.Seminar(seats: 1);
        await maria.Blocks();
        await world.Idle();
        await world.Sql<int>("update person set reachable = false where chat_id = 2");
        await NominationStories.Choose(head, world);
        await head.TicksToSend("Иванова М. П. · без бота");
        await head.Taps("Пропустить");
        await head.Sees("Не получат сообщение: 1 (бот остановлен)");
        await head.Taps("Направить");
        await head.Sees("Направлено: 1");
        Assert.Equal("Confirmed", await world.PlaceOf(2));

        var stranger = await world.Stranger(4);
        await stranger.SignsUp("В лист ожидания");
        await world.Pass(TimeSpan.FromHours(48.1));
        await stranger.Sees("Освободилось место, вы записаны");
        Assert.Equal("Lapsed", await world.StateOf(2));
    }

    [Fact]
    public async Task Who_has_said_no_is_asked_once_more_and_no_further()
    {
        await using var world = await World.Open(cluster);
        var (head, maria) = await NominationStories.School(world);
        await world.Seminar(seats: null);
        for (var time = 0; time < 2; time++)
        {
            await NominationStories.Choose(head, world);
            await head.Nominates(Ivanova);
            await maria.Sees("Вас направляет");
            await maria.Taps("Не могу");
            await maria.Taps("Уже знаю тему");
            await world.Idle();
        }

        await NominationStories.Choose(head, world);
        await head.Sees("дважды отказался: Иванова М. П.");
        Assert.Equal(2, await world.Sql<int>("select count(*) from nomination where state = 'Declined' and reason = 'KnownTopic'"));
    }

    [Fact]
    public async Task A_head_who_loses_the_role_between_two_taps_sends_nobody()
    {
        await using var world = await World.Open(cluster);
        var (head, _) = await NominationStories.School(world);
        await world.Seminar();
        await NominationStories.Choose(head, world);
        await head.TicksToSend(Ivanova);
        await head.Taps("Пропустить");
        await head.Sees("Направить?");
        await world.Sql<int>("delete from person_role where role = 'SchoolHead'");

        await head.Taps("Направить");
        await head.Sees(DialogTexts.FormClosed);
        Assert.Equal(0, await world.Sql<int>("select count(*) from nomination"));
    }

    [Fact]
    public async Task A_head_of_another_school_by_now_sends_nobody_of_the_old_one()
    {
        await using var world = await World.Open(cluster);
        var (head, _) = await NominationStories.School(world);
        await world.Stranger(9);
        await world.Seminar();
        await NominationStories.Choose(head, world);
        await head.TicksToSend(Ivanova);
        await head.Taps("Пропустить");
        await head.Sees("Направить?");
        await world.Sql<int>(
            "update person_role set school_id = (select school_id from person where chat_id = 9) where role = 'SchoolHead'");

        await head.Taps("Направить");
        await head.Sees("Направлять никого не нужно: Иванова М. П. — больше не в вашей школе");
        Assert.Equal(0, await world.Sql<int>("select count(*) from nomination"));
    }

    [Fact]
    public async Task A_head_who_has_lost_the_school_neither_replaces_nor_withdraws()
    {
        await using var world = await World.Open(cluster);
        var (head, _) = await NominationStories.School(world);
        await world.Colleague(3, of: 2, "Орлов Борис Львович");
        await world.Stranger(9);
        await world.Seminar();
        await NominationStories.Send(head, world, Ivanova);
        await head.Sees("Направлено: 1");
        await head.Taps("❓ Иванова М. П.");
        await head.SeesButton("Отозвать направление");
        var nominee = head.Chat.Last(m => m.FromBot);
        await head.Taps("Заменить");
        await head.Sees("Кто пойдёт");
        await world.Sql<int>(
            "update person_role set school_id = (select school_id from person where chat_id = 9) where role = 'SchoolHead'");

        await head.Taps(Orlov);
        await head.Sees(DialogTexts.FormClosed);
        await head.TapsOn(nominee, "Отозвать направление");
        await world.Idle();
        Assert.Equal(("Asked", "Confirmed"), (await world.StateOf(2), await world.PlaceOf(2)));
        Assert.Equal(1, await world.Sql<int>("select count(*) from nomination"));
    }

    [Fact]
    public async Task Who_is_erased_between_two_taps_is_left_out_and_not_named()
    {
        await using var world = await World.Open(cluster);
        var (head, maria) = await NominationStories.School(world);
        await world.Colleague(3, of: 2, "Орлов Борис Львович");
        await world.Seminar();
        await NominationStories.Choose(head, world);
        await head.TicksToSend(Ivanova, Orlov);
        await head.Taps("Пропустить");
        await head.Sees("выбрано 2");
        await maria.Types("/profile");
        await maria.Taps("Удалить мои данные");
        await maria.Taps("Да, удалить всё обо мне");
        await maria.Sees("ваших данных у нас больше нет");

        await head.Taps("Направить");
        await head.Sees("выбрано 1: место будет сразу. Не направим: данные удалены — больше не в вашей школе.");
        await head.Taps("Направить");
        await head.Sees("Не направлено: 1. данные удалены — больше не в вашей школе.");
        Assert.Equal(1, await world.Sql<int>("select count(*) from nomination"));
    }

    [Fact]
    public async Task Forged_presses_of_other_heads_and_teachers_change_nothing()
    {
        await using var world = await World.Open(cluster);
        var (head, maria) = await NominationStories.School(world);
        var boris = await world.Colleague(3, of: 2, "Орлов Борис Львович");
        var other = await world.HeadAt(5, name: "Кузнецова Ольга Ивановна");
        await world.Seminar();
        await NominationStories.Choose(head, world);
        await head.Nominates(Ivanova);
        await head.Sees("Направлено: 1");
        var id = await world.Sql<long>("select id from nomination");

        foreach (var forger in (Visitor[])[other, boris])
        {
            await forger.Types("/menu");
            var menu = await forger.SeesMessage("Выберите, что нужно");
            foreach (var press in (string[])[$"c:nn:{id}:withdraw", $"c:nn:{id}:withdraw:sure", $"c:nn:{id}:show", $"c:na:{id}:yes",
                $"c:na:{id}:no:none", new PressData.BeginFlow(NominationLinks.Replace, $"{id}").ToString()])
            {
                await forger.TapsData(menu, press);
                await world.Idle();
            }
            Assert.DoesNotContain(forger.Chat, m => m.Text.Contains("Иванова", StringComparison.Ordinal));
        }
        Assert.Equal(("Asked", "Confirmed"), (await world.StateOf(2), await world.PlaceOf(2)));
        await maria.Sees("Вас направляет");
    }
}
