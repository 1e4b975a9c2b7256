using MspBot.Sandbox;
using MspBot.Tests.Consultations;
using MspBot.Tests.Consultations.Groups;
using MspBot.Tests.Nominations.MySchool;
using MspBot.Tests.Nominations.Seats;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;
using static MspBot.Tests.Consultations.Groups.GroupCast;

namespace MspBot.Tests.Nominations;

/// <summary>Who erases themselves is named by no card that stands in the chats of others.</summary>
public sealed class NamelessCardStories(TestCluster cluster)
{
    [Fact]
    public async Task A_teacher_whom_the_school_has_sent()
    {
        await using var world = await World.Open(cluster);
        var cast = await HeldCast.SetUp(world);
        var ended = await world.Seminar(seats: 10, startsIn: TimeSpan.FromDays(-1), title: "Прошедшее");
        await world.Seat(ended, 22);
        var coming = await world.Seminar(seats: 10);
        var sent = await world.Nominated(coming, 22, by: 21);
        ShownCard[] cards =
        [
            await world.Opened(cast.Head, $"c:nm:{coming}:show"), await world.Opened(cast.Head, $"c:nn:{sent}:show"),
            await world.Opened(cast.Site, $"c:sp:{coming}:show"), await world.Opened(cast.Site, $"c:at:{ended}:show"),
        ];
        foreach (var card in cards) Assert.Contains("Иванова", card.Text, StringComparison.Ordinal);

        await Erases(cast.Teacher, world);
        foreach (var card in cards) Assert.DoesNotContain("Иванова", card.Text, StringComparison.Ordinal);
        Assert.Contains("данные удалены: ❌ не сможет", cards[0].Text, StringComparison.Ordinal);
        Assert.Contains("данные удалены", cards[1].Text, StringComparison.Ordinal);
        Assert.Contains("данные удалены", cards[3].Text, StringComparison.Ordinal);
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task The_head_of_a_school_who_has_sent_teachers_and_led_a_meeting()
    {
        await using var world = await World.Open(cluster);
        var cast = await HeldCast.SetUp(world);
        var led = await world.Seminar(seats: 10, startsIn: TimeSpan.FromDays(-1), title: "Прошедшее");
        await world.Sql<int>($"update seminar set leader_id = (select id from person where chat_id = 21) where id = {led}");
        var coming = await world.Seminar(seats: 10);
        await world.Nominated(coming, 22, by: 21);
        var asked = await world.Opened(cast.Teacher, $"c:s:{coming}:show");
        var past = await world.Opened(cast.Teacher, $"c:s:{led}:show");
        Assert.Contains("Сидорова А. П.", asked.Text, StringComparison.Ordinal);
        Assert.Contains("Сидорова", past.Text, StringComparison.Ordinal);

        await Erases(cast.Head, world);
        Assert.DoesNotContain("Сидорова", asked.Text, StringComparison.Ordinal);
        Assert.Contains("Вас направляет руководитель школы", asked.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Сидорова", past.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_teacher_who_asked_for_consultations_and_comes_to_a_group()
    {
        await using var world = await World.Open(cluster);
        var (tutor, anna, _, _) = await Three(world);
        await Gather(tutor);
        await anna.Taps("Участвовать");
        await world.Idle();
        var request = await world.Sql<long>("""
            select c.id from consultation c join person p on p.id = c.teacher_id where p.chat_id = 1 and c.kind = 'Individual'
            """);
        var group = await world.Opened(tutor, "c:g:4:show");
        var consultation = await world.Opened(tutor, $"c:k:{request}:show");
        Assert.Contains("Петрова", group.Text, StringComparison.Ordinal);
        Assert.Contains("Петрова", consultation.Text, StringComparison.Ordinal);

        await Erases(anna, world);
        Assert.DoesNotContain("Петрова", group.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Петрова", consultation.Text, StringComparison.Ordinal);
    }

    private static async Task Erases(Visitor who, World world)
    {
        await world.Idle();
        await who.Types("/profile");
        await who.Taps("Удалить мои данные");
        await who.Taps("Да, удалить");
        await world.Idle();
    }
}
