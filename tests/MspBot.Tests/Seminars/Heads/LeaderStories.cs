using MspBot.Sandbox;
using MspBot.Tests.Feedback;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Seminars.Heads;

/// <summary>Whoever leads a meeting hears of it, and of what becomes of it.</summary>
public sealed class LeaderStories(TestCluster cluster)
{
    private const string Kotova = "Котова Раиса Олеговна";

    [Fact]
    public async Task A_leader_who_is_named_is_told_reminded_and_finds_it_in_my()
    {
        await using var world = await World.Open(cluster);
        var (head, leader) = (await world.Head(), await Leader(world));
        await Makes(head, "Опубликовать");
        var told = await leader.SeesMessage("Это мероприятие ведёте вы");
        Assert.Contains("26 ноября, 15:00", told.Text);
        Assert.Contains("https://meet.example.org/j/7", told.Text);
        await leader.TapsOn(told, "В календарь");
        await leader.SeesFile(".ics");
        await leader.Types("/my");
        await leader.Sees("Веду");
        await leader.SeesButton("Чтение вслух");
        await leader.Taps("Чтение вслух");
        await leader.Sees("Кодовое слово");

        await world.PassInSteps(TimeSpan.FromHours(53) - TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(30));
        Assert.Equal(3, leader.Chat.Count(m => m.Text.Contains("🔔", StringComparison.Ordinal)));
        await world.RunJobs();
        Assert.Equal(3, leader.Chat.Count(m => m.Text.Contains("🔔", StringComparison.Ordinal)));
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task A_draft_is_told_to_its_leader_once_it_is_published()
    {
        await using var world = await World.Open(cluster);
        var (head, leader) = (await world.Head(), await Leader(world));
        await Makes(head, "Черновик");
        await head.Sees("Черновик: его видят только руководители");
        await world.Idle();
        await leader.DoesNotSee("ведёте вы");
        await head.Taps("Опубликовать");
        await leader.SeesMessage("Это мероприятие ведёте вы");
    }

    [Fact]
    public async Task A_leader_hears_of_a_move_and_of_the_cancellation()
    {
        await using var world = await World.Open(cluster);
        var (head, leader) = (await world.Head(), await Leader(world));
        await Seminar(world);
        await head.Changes("Дата и время");
        await head.Types("02.12 16:00");
        await head.Taps("Всё верно");
        var moved = await leader.SeesMessage("Изменилось время");
        Assert.Contains("Кодовое слово", moved.Text);
        await head.Types("/events");
        await head.Taps(SeminarCast.Label);
        await head.Taps("Отменить мероприятие");
        await head.Taps("Пропустить");
        await head.Taps("Да, отменить мероприятие");
        await leader.SeesMessage("Мероприятие отменено");
    }

    [Fact]
    public async Task The_former_leader_hears_who_leads_now()
    {
        await using var world = await World.Open(cluster);
        var (head, leader) = (await world.Head(), await Leader(world));
        await Seminar(world);
        await head.Changes("Ведущий");
        await head.Taps("(я)");
        await head.Taps("Всё верно");
        await head.Sees("Ведёт: Смирнова Вера Павловна");
        await leader.SeesMessage("Это мероприятие теперь ведёте не вы");
        await leader.Types("/my");
        await leader.Sees("Мои записи");
        await leader.DoesNotSee("Веду");
    }

    [Fact]
    public async Task What_a_leader_is_to_hear_in_the_morning_of_two_meetings_is_told_anew_of_the_one_that_did_not_move()
    {
        await using var world = await World.Open(cluster);
        await world.Head();
        var leader = await Leader(world);
        // Tomorrow at 20:00 and 22:00: both reminders fall into this night.
        var first = await world.Seminar(startsIn: TimeSpan.FromHours(34), title: "Чтение вслух");
        await world.Seminar(startsIn: TimeSpan.FromHours(36), title: "Чтение про себя");
        await world.Sql<int?>("update seminar set leader_id = (select id from person where chat_id = 5)");
        await world.Pass(TimeSpan.FromHours(13));
        Assert.Equal(0, leader.Hears("🔔"));
        Assert.Equal(1, await world.Sql<int>("select count(distinct message) from meeting_reminder where message is not null"));
        await world.Sql<int>(
            $"update seminar set starts_at = starts_at + interval '7 days', ends_at = ends_at + interval '7 days' where id = {first}");
        await world.PassInSteps(TimeSpan.FromHours(11), TimeSpan.FromHours(1));
        var reminder = Assert.Single(leader.Chat, m => m.Text.StartsWith("🔔", StringComparison.Ordinal));
        Assert.Contains("Чтение про себя", reminder.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Чтение вслух", reminder.Text, StringComparison.Ordinal);
    }

    private static async Task<Visitor> Leader(World world) => (await world.Teacher(5, Kotova, "Tutor")).StartedEarlier();

    /// <summary>In a week, led by Kotova.</summary>
    private static async Task Seminar(World world)
    {
        await world.Seminar();
        await world.Sql<int?>("update seminar set leader_id = (select id from person where chat_id = 5)");
    }

    private static async Task Makes(Visitor head, string how)
    {
        await head.Types("/new");
        await head.Taps("Круглый стол");
        await head.Types("Чтение вслух");
        await head.Types("26.11 15:00");
        await head.Taps("1 час");
        await head.Taps("Без ограничения");
        await head.Taps("Пропустить");
        await head.Types("https://meet.example.org/j/7");
        await head.Sees("Кто ведёт мероприятие?");
        await head.Taps(Kotova);
        await head.Sees("О чём расскажете");
        await head.Taps("Пропустить");
        await head.Taps(how);
    }
}
