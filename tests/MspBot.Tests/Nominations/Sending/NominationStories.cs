using MspBot.Host.Conversations.Screens;
using MspBot.Host.Nominations;
using MspBot.Sandbox;
using MspBot.Tests.Nominations.MySchool;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Nominations.Sending;

/// <summary>A school's head sends teachers, and they answer.</summary>
public sealed class NominationStories(TestCluster cluster)
{
    private const string Ivanova = "Иванова М. П.";
    private const string Orlov = "Орлов Б. Л.";

    [Fact]
    public async Task The_place_is_real_at_once_and_the_teacher_says_yes()
    {
        await using var world = await World.Open(cluster);
        var (head, maria) = await School(world);
        await world.Seminar();

        await Send(head, world, Ivanova);
        await head.Sees("Направлено: 1");
        Assert.Equal("Confirmed", await world.PlaceOf(2));
        await maria.Sees("Вас направляет руководитель школы (Сидорова А. П.)");
        await maria.Sees("Место за вами до чт, 26 ноября, 10:00");
        await maria.Taps("Участвовать");
        await maria.Sees("Вы записаны");

        await head.Sees("Иванова М. П.: ✅ придёт");
        Assert.Equal("Accepted", await world.StateOf(2));
    }

    [Fact]
    public async Task No_gives_the_place_back_to_the_school_which_sends_another()
    {
        await using var world = await World.Open(cluster);
        var (head, maria) = await School(world);
        var boris = await world.Colleague(3, of: 2, "Орлов Борис Львович");
        var stranger = await world.Stranger(4);
        await world.Seminar(seats: 1);
        await Send(head, world, Ivanova);
        await stranger.SignsUp("В лист ожидания");

        await maria.Taps("Не могу");
        await maria.Sees("Почему не получается?");
        await maria.Taps("Урок");
        await maria.Sees("Для вашей школы держится 1 место");
        await head.Sees("Иванова М. П.: не сможет (урок)");
        await head.Sees("Место остаётся за школой до ср, 25 ноября, 10:00: можно направить другого");
        await head.Taps("Заменить");
        await head.Taps(Orlov);
        await head.Sees("Направлен другой учитель, место за ним");

        await boris.Sees("Вас направляет руководитель школы");
        Assert.Equal(("Confirmed", "Waitlisted"), (await world.PlaceOf(3), await world.PlaceOf(4)));
        Assert.Equal(("Declined", "Asked"), (await world.StateOf(2), await world.StateOf(3)));
    }

    [Fact]
    public async Task What_the_school_does_not_use_goes_to_those_who_wait_a_working_day_later()
    {
        await using var world = await World.Open(cluster);
        var (head, maria) = await School(world);
        var stranger = await world.Stranger(4);
        await world.Seminar(seats: 1);
        await Send(head, world, Ivanova);
        await stranger.SignsUp("В лист ожидания");
        await maria.Taps("Не могу");
        await maria.Taps("Не указывать");
        await head.Sees("Иванова М. П.: не сможет");

        await world.Pass(TimeSpan.FromHours(23));
        Assert.Equal("Waitlisted", await world.PlaceOf(4));
        await world.Pass(TimeSpan.FromHours(1.1));

        await stranger.Sees("Освободилось место, вы записаны");
        Assert.Equal(0, await world.Sql<int>("select held from seminar"));
    }

    [Fact]
    public async Task Who_does_not_answer_is_reminded_once_and_makes_way_only_for_somebody_who_waits()
    {
        await using var world = await World.Open(cluster);
        var (head, maria) = await School(world);
        await world.Seminar(seats: 1);
        await Send(head, world, Ivanova);
        await maria.Sees("Место за вами до");

        await world.Pass(TimeSpan.FromHours(24.1));
        await maria.Sees("а ответа пока нет");
        await world.Pass(TimeSpan.FromHours(24));
        await world.Pass(TimeSpan.FromHours(3));
        Assert.Equal(("Asked", "Confirmed"), (await world.StateOf(2), await world.PlaceOf(2)));
        Assert.Single(maria.Chat, m => m.Text.Contains("а ответа пока нет", StringComparison.Ordinal));

        var stranger = await world.Stranger(4);
        await stranger.SignsUp("В лист ожидания");
        await world.Pass(TimeSpan.FromMinutes(2));
        await stranger.Sees("Освободилось место, вы записаны");
        await maria.Sees("место передано тем, кто ждал");
        await head.Sees("Иванова М. П.: ответа не было");
        Assert.Equal("Lapsed", await world.StateOf(2));
        await maria.Taps("В лист ожидания");
        await maria.Sees("место в очереди: 1");
    }

    [Fact]
    public async Task Coming_in_is_a_yes()
    {
        await using var world = await World.Open(cluster);
        var (head, maria) = await School(world);
        await world.Seminar(startsIn: TimeSpan.FromHours(5));
        await Send(head, world, Ivanova);
        await maria.Sees("Вас направляет");
        await world.Pass(TimeSpan.FromHours(4.9));

        await maria.Types("/my");
        await maria.Taps("24.11 15:00");
        await maria.Taps("Подключиться");
        await maria.Sees("Вы отмечены");
        Assert.Equal("Accepted", await world.StateOf(2));
    }

    [Fact]
    public async Task Who_said_yes_and_gives_the_place_back_is_heard_of()
    {
        await using var world = await World.Open(cluster);
        var (head, maria) = await School(world);
        await world.Seminar();
        await Send(head, world, Ivanova);
        await maria.Taps("Участвовать");
        await maria.Sees("Вы записаны");
        await maria.Taps("Отменить запись");
        await maria.Sees("Для вашей школы держится 1 место");
        await head.Sees("Иванова М. П.: не сможет");
        Assert.Equal("Declined", await world.StateOf(2));

        await maria.Taps("Записаться");
        await maria.Sees("Вы записаны");
        Assert.Equal(0, await world.Sql<int>("select held from seminar"));
    }

    [Fact]
    public async Task What_will_happen_is_counted_and_done_only_so()
    {
        await using var world = await World.Open(cluster);
        var (head, _) = await School(world);
        await world.Colleague(3, of: 2, "Орлов Борис Львович");
        var stranger = await world.Stranger(4);
        await world.Seminar(seats: 2);
        await Choose(head, world);
        await head.TicksToSend(Ivanova, Orlov);
        await head.Types("Замену дадим");
        await head.Sees("Свободных мест 2, выбрано 2: место будет у каждого");
        await stranger.SignsUp();
        await stranger.Sees("Вы записаны");

        await head.Taps("Направить");
        await head.Sees("Свободных мест 1, выбрано 2: 1 получит место, 1 встанет в лист ожидания");
        Assert.Equal(0, await world.Sql<int>("select count(*) from nomination"));
        await head.Taps("Направить");
        await head.Sees("Направлено: 2, из них в листе ожидания 1");
        Assert.Equal(1, await world.Count("Waitlisted"));
    }

    [Fact]
    public async Task Withdrawn_means_the_place_is_the_schools_again()
    {
        await using var world = await World.Open(cluster);
        var (head, maria) = await School(world);
        await world.Seminar(seats: 1);
        await Send(head, world, Ivanova);
        await head.Taps("❓ Иванова М. П.");
        await head.Taps("Отозвать направление");
        await head.Taps("Да, отозвать");
        await head.Sees("направление отозвано");
        await maria.Sees("Руководитель школы отозвал направление");
        Assert.Equal(("Withdrawn", "Cancelled", 1),
            (await world.StateOf(2), await world.PlaceOf(2), await world.Sql<int>("select held from seminar")));
    }

    [Fact]
    public async Task Of_somebody_who_erases_themselves_the_school_hears_without_a_name()
    {
        await using var world = await World.Open(cluster);
        var (head, maria) = await School(world);
        await world.Seminar();
        await Send(head, world, Ivanova);
        await maria.Sees("Вас направляет");
        await world.Idle();
        var before = head.Chat.Count;
        await maria.Types("/profile");
        await maria.Taps("Удалить мои данные");
        await maria.Taps("Да, удалить всё обо мне");

        await head.Sees("не сможет");
        await world.Idle();
        Assert.DoesNotContain(head.Chat.Skip(before), m => m.Text.Contains("Иванова", StringComparison.Ordinal));
        Assert.Equal("Declined", await world.Sql<string>("select state from nomination"));
    }

    [Fact]
    public async Task A_head_who_sends_herself_is_not_asked()
    {
        await using var world = await World.Open(cluster);
        var (head, _) = await School(world);
        await world.Seminar();
        await Choose(head, world);
        await head.TicksToSend("Сидорова А. П.");
        await head.Taps("Пропустить");
        Assert.DoesNotContain("Ответа ждём", (await head.SeesMessage("Направить?")).Text, StringComparison.Ordinal);
        await head.Taps("Направить");
        await head.Sees("Сидорова А. П.: ✅ придёт");
        await world.Pass(TimeSpan.FromHours(24.1));
        await head.DoesNotSee("Ответ");
        await head.DoesNotSee("❓");
    }

    /// <summary>Head and teacher of one school.</summary>
    internal static async Task<(Visitor Head, Visitor Teacher)> School(World world)
    {
        await SeminarCast.Head(world);
        var school = await world.School();
        return (await world.HeadOf(1, school), await world.TeacherOf(2, school));
    }

    internal static async Task Choose(Visitor head, World world)
    {
        await head.Types("/menu");
        var menu = await head.SeesMessage("Выберите, что нужно");
        var seminar = await world.Sql<long>("select max(id) from seminar");
        await head.TapsData(menu, new PressData.BeginFlow(NominationLinks.Nominate, $"{seminar}").ToString());
    }

    /// <summary>Sends them to the newest meeting.</summary>
    internal static async Task Send(Visitor head, World world, params string[] names)
    {
        await Choose(head, world);
        await head.Nominates(names);
        await head.Sees("Направлено");
    }
}
