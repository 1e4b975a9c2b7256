using MspBot.Sandbox;
using MspBot.Tests.Consultations;
using MspBot.Tests.Consultations.Groups;
using MspBot.Tests.Nominations.MySchool;
using MspBot.Tests.Nominations.Seats;
using MspBot.Tests.Nominations.Sending;
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
    public async Task A_teacher_in_the_lists_of_the_school()
    {
        await using var world = await World.Open(cluster);
        var cast = await HeldCast.SetUp(world);
        var teacher = await world.Sql<long>("select id from person where chat_id = 22");
        ShownCard[] cards = [await world.Opened(cast.Head, "c:scht:0:show"), await world.Opened(cast.Head, $"c:schp:{teacher}:show")];
        foreach (var card in cards) Assert.Contains("Иванова", card.Text, StringComparison.Ordinal);

        await Erases(cast.Teacher, world);
        foreach (var card in cards)
        {
            Assert.DoesNotContain("Иванова", card.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(card.Message.Buttons.SelectMany(row => row), b => b.Label.Contains("Иванова", StringComparison.Ordinal));
        }
        Assert.Contains("Сидорова", cards[0].Text, StringComparison.Ordinal);
        Assert.Empty(world.Telegram.Violations);
    }

    [Theory]
    [InlineData(5, "Соколова")]
    [InlineData(22, "Иванова")]
    public async Task A_tutor_who_accompanies_a_teacher_and_the_teacher(long erased, string name)
    {
        await using var world = await World.Open(cluster);
        var cast = await HeldCast.SetUp(world);
        var tutor = await world.ThursdayTutor(5);
        await world.Sql<int>($"""
            insert into tutoring_assignment (tutor_id, teacher_id, since, made_by, made_at)
            select t.id, p.id, '2026-11-01', t.id, {world.Now} from person t, person p where t.chat_id = 5 and p.chat_id = 22
            """);
        var card = await world.Opened(cast.Site, "c:care:1:show");
        Assert.Contains(name, card.Text, StringComparison.Ordinal);

        await Erases(erased == 5 ? tutor : cast.Teacher, world);
        Assert.DoesNotContain(name, card.Text, StringComparison.Ordinal);
        Assert.Contains("завершено", card.Text, StringComparison.Ordinal);
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

    [Fact]
    public async Task The_head_of_a_school_whose_question_waits_for_the_morning()
    {
        await using var world = await World.Open(cluster);
        var cast = await HeldCast.SetUp(world);
        await world.Seminar(seats: 10);
        await world.Pass(TimeSpan.FromHours(12));   // Tuesday, 22:00
        await NominationStories.Choose(cast.Head, world);
        await cast.Head.TicksToSend("Иванова М. П.");
        await cast.Head.Types("Замену дадим");
        await cast.Head.Taps("Направить");
        await cast.Head.Sees("Направлено: 1");
        Assert.Empty(cast.Teacher.Chat);

        await Erases(cast.Head, world);
        Assert.Equal((1, 0), (await Waiting(world, 22, ""), await Waiting(world, 22, "Сидорова") + await Waiting(world, 22, "Замену")));
        await world.Pass(TimeSpan.FromHours(10.1));
        await cast.Teacher.Sees("Вас направляет руководитель школы");
        await cast.Teacher.SeesButton("Участвовать");
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task A_teacher_whose_answer_waits_for_the_morning()
    {
        await using var world = await World.Open(cluster);
        var cast = await HeldCast.SetUp(world);
        var coming = await world.Seminar(seats: 10);
        await world.Nominated(coming, 22, by: 21);
        var asked = await world.Opened(cast.Teacher, $"c:s:{coming}:show");
        await world.Pass(TimeSpan.FromHours(12));   // Tuesday, 22:00
        await cast.Teacher.TapsOn(asked.Message, "Не могу");
        await cast.Teacher.Taps("Урок");
        await world.Idle();

        await Erases(cast.Teacher, world);
        Assert.Equal((1, 0), (await Waiting(world, 21, ""), await Waiting(world, 21, "Иванова") + await Waiting(world, 21, "урок")));
        await world.Pass(TimeSpan.FromHours(10.1));
        await cast.Head.Sees("данные удалены: ❌ не сможет");
        await cast.Head.SeesButton("Заменить");
    }

    /// <summary>How many messages that are not sent yet say this.</summary>
    private static Task<int> Waiting(World world, long chat, string words) => world.Sql<int>(
        $"select count(*) from outbox where chat_id = {chat} and done_at is null and payload like '%{words}%'");

    private static async Task Erases(Visitor who, World world)
    {
        await world.Idle();
        await who.Types("/profile");
        await who.Taps("Удалить мои данные");
        await who.Taps("Да, удалить");
        await world.Idle();
    }
}
