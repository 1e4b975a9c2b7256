using MspBot.Host.Conversations.Screens;
using MspBot.Host.Nominations;
using MspBot.Sandbox;
using MspBot.Tests.Nominations.MySchool;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Nominations.Sending;

/// <summary>«Заменить»: whom it offers, and of what.</summary>
public sealed class ReplacingStories(TestCluster cluster)
{
    private const string Ivanova = "Иванова М. П.";
    private const string Orlov = "Орлов Б. Л.";

    [Fact]
    public async Task After_a_place_has_gone_to_others_another_teacher_waits_in_line()
    {
        await using var world = await World.Open(cluster);
        var (head, _) = await NominationStories.School(world);
        var boris = await world.Colleague(3, of: 2, "Орлов Борис Львович");
        var stranger = await world.Stranger(4);
        await world.Seminar(seats: 1);
        await NominationStories.Send(head, world, Ivanova);
        await stranger.SignsUp("В лист ожидания");
        await world.Pass(TimeSpan.FromHours(48.1));
        await head.TapsOn(await head.SeesMessage("Иванова М. П.: ответа не было"), "Кого направили");
        await head.Taps(Ivanova);
        await head.Taps("Заменить");
        await head.Sees("Кто пойдёт на");
        await world.HasNoButton(head, Ivanova);
        await head.Taps(Orlov);
        await head.Sees("Направлен другой учитель; мест нет, он в листе ожидания");
        await boris.Sees("Мест пока нет");
        Assert.Equal(("Lapsed", "Asked", "Waitlisted"), (await world.StateOf(2), await world.StateOf(3), await world.PlaceOf(3)));
    }

    [Fact]
    public async Task After_a_withdrawal_another_teacher_gets_the_place_that_is_held()
    {
        await using var world = await World.Open(cluster);
        var (head, maria) = await NominationStories.School(world);
        var boris = await world.Colleague(3, of: 2, "Орлов Борис Львович");
        await world.Seminar(seats: 1);
        await NominationStories.Send(head, world, Ivanova);
        await maria.Sees("Вас направляет");
        await head.Taps("❓ Иванова М. П.");
        await head.Taps("Отозвать направление");
        await head.Taps("Да, отозвать");
        await head.Sees("направление отозвано");
        await head.Taps("Заменить");
        await world.HasNoButton(head, Ivanova);
        await head.Taps(Orlov);
        await head.Sees("Направлен другой учитель, место за ним");
        await boris.Sees("Вас направляет");
        Assert.Equal(("Withdrawn", "Confirmed", 0),
            (await world.StateOf(2), await world.PlaceOf(3), await world.Sql<int>("select held from seminar")));
    }

    [Fact]
    public async Task Where_nobody_else_can_be_sent_it_says_so()
    {
        await using var world = await World.Open(cluster);
        var (head, maria) = await NominationStories.School(world);
        await world.Sql<int>("delete from person_role where role = 'Teacher' and person_id = (select id from person where chat_id = 1)");
        await world.Seminar();
        await NominationStories.Send(head, world, Ivanova);
        await maria.Taps("Не могу");
        await maria.Taps("Другое");
        await head.Taps("Заменить");
        await head.Sees("Заменить некем");
    }

    [Fact]
    public async Task A_nomination_that_is_not_there_is_called_so()
    {
        await using var world = await World.Open(cluster);
        var (head, _) = await NominationStories.School(world);
        await world.Seminar();
        await head.Types("/menu");
        var menu = await head.SeesMessage("Выберите, что нужно");
        await head.TapsData(menu, new PressData.BeginFlow(NominationLinks.Replace, "nothing").ToString());
        await head.Sees("Такого направления нет");
        await head.TapsData(menu, new PressData.BeginFlow(NominationLinks.Replace, "999").ToString());
        await head.Sees("Этого больше нет");
    }

    [Fact]
    public async Task A_teacher_whose_role_was_removed_is_left_out_by_name()
    {
        await using var world = await World.Open(cluster);
        var (head, _) = await NominationStories.School(world);
        await world.Colleague(3, of: 2, "Орлов Борис Львович");
        await world.Seminar();
        await NominationStories.Choose(head, world);
        await head.TicksToSend(Ivanova, Orlov);
        await head.Taps("Пропустить");
        await head.Sees("Направить?");
        await world.Sql<int>("delete from person_role where person_id = (select id from person where chat_id = 3)");
        await head.Taps("Направить");
        await head.Sees("Не направим: Орлов Б. Л. — больше не учитель в боте.");
        await head.Taps("Направить");
        await head.Sees("Не направлено: 1. Орлов Б. Л. — больше не учитель в боте.");
        Assert.Equal(1, await world.Sql<int>("select count(*) from nomination"));
    }

    [Fact]
    public async Task Where_all_who_were_ticked_cannot_be_sent_any_more_it_says_why()
    {
        await using var world = await World.Open(cluster);
        var (head, maria) = await NominationStories.School(world);
        await world.Colleague(3, of: 2, "Орлов Борис Львович");
        await world.Seminar(seats: null);
        await NominationStories.Choose(head, world);
        await head.TicksToSend(Ivanova);
        await maria.SignsUp();
        await maria.Sees("Вы записаны");
        await head.Taps("Пропустить");
        await head.Sees("Направлять никого не нужно: Иванова М. П. — уже записан(а).");
    }

    [Fact]
    public async Task Of_many_who_are_left_out_some_are_named_and_the_others_counted()
    {
        await using var world = await World.Open(cluster);
        var (head, _) = await NominationStories.School(world);
        var names = new List<string>();
        for (var nr = 10; nr < 21; nr++)
        {
            await world.Colleague(nr, of: 2, $"Орлов{(char)('а' + nr - 10)} Борис Львович");
            names.Add($"Орлов{(char)('а' + nr - 10)} Б. Л.");
        }
        await world.Seminar(seats: null);
        await NominationStories.Choose(head, world);
        await head.Taps(Ivanova);
        foreach (var name in names)
        {
            if (head.Chat.Last(m => m.FromBot).Buttons.SelectMany(r => r).All(b => !b.Label.Contains(name, StringComparison.Ordinal)))
                await head.Taps("›");
            await head.Taps(name);
            await world.Idle();
        }
        await head.Taps("Готово (12)");
        await head.Taps("Пропустить");
        await head.Sees("выбрано 12");
        await world.Sql<int>("delete from person_role where person_id in (select id from person where chat_id between 10 and 20)");
        await head.Taps("Направить");
        await head.Sees("Орловз Б. Л. — больше не учитель в боте и ещё 3.");
    }
}
