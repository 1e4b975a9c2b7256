using MspBot.Sandbox;
using MspBot.Tests.Nominations;
using MspBot.Tests.Nominations.MySchool;
using MspBot.Tests.Nominations.Sending;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Reminders;

/// <summary>Meetings to which a teacher was sent and has not answered, reminded of together with others.</summary>
public sealed class NomineeReminderStories(TestCluster cluster)
{
    private const string Ivanova = "Иванова М. П.";

    [Fact]
    public async Task Each_meeting_that_awaits_an_answer_has_both_buttons()
    {
        await using var world = await World.Open(cluster);
        var (maria, _) = await Sent(world, first: TimeSpan.FromHours(28), second: TimeSpan.FromHours(31));
        await world.Seminar(startsIn: TimeSpan.FromHours(34), title: "Открытый урок");
        await maria.Types("/events");
        await maria.Taps("· Открытый");
        await maria.Taps("Записаться");
        await maria.Sees("Вы записаны");

        await world.Pass(TimeSpan.FromHours(4));
        var told = Assert.Single(maria.Chat, IsReminder);
        Assert.StartsWith("🔔 Завтра у вас 3 мероприятия, ср, 25 ноября", told.Text, StringComparison.Ordinal);
        Assert.Contains("14:00 — Читательская грамотность ❓\n17:00 — Счёт ❓\n20:00 — Открытый урок\n", told.Text, StringComparison.Ordinal);
        Assert.Contains("вы ещё не ответили, придёте ли", told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("отменить запись", told.Text, StringComparison.Ordinal);
        Assert.Equal(
            [
                "14:00 Читательская грамотность", "Участвовать: 14:00 Читательска…", "Не могу: 14:00 Читательская…",
                "17:00 Счёт", "Участвовать: 17:00 Счёт", "Не могу: 17:00 Счёт",
                "20:00 Открытый урок",
            ], Labels(told));

        await maria.TapsOn(told, "Участвовать: 17:00 Счёт");
        await maria.Sees("Счёт");
        Assert.Equal("Asked Accepted", await States(world));
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task Shortly_before_the_start_the_way_in_stands_beside_them()
    {
        await using var world = await World.Open(cluster);
        var (maria, _) = await Sent(world, first: TimeSpan.FromHours(5), second: TimeSpan.FromHours(5));
        await world.PassInSteps(TimeSpan.FromHours(4), TimeSpan.FromMinutes(30));
        var told = maria.Chat.Last(IsReminder);
        Assert.StartsWith("🔔 Через час у вас 2 мероприятия", told.Text, StringComparison.Ordinal);
        Assert.Equal(
            [
                "Подключиться: Читательская…", "15:00 Читательская грамотность",
                "Участвовать: 15:00 Читательска…", "Не могу: 15:00 Читательская…",
                "Подключиться: Счёт", "15:00 Счёт", "Участвовать: 15:00 Счёт", "Не могу: 15:00 Счёт",
            ], Labels(told));
        await maria.TapsOn(told, "Не могу: 15:00 Счёт");
        await maria.Sees("Почему не получается?");
        await maria.Taps("Урок");
        await maria.Sees("Запись открыта");
        Assert.Equal("Asked Declined", await States(world));
    }

    [Fact]
    public async Task A_reminder_that_waits_for_the_morning_asks_no_more_once_it_was_answered()
    {
        await using var world = await World.Open(cluster);
        var (head, maria) = await NominationStories.School(world);
        await world.Seminar(startsIn: TimeSpan.FromHours(36));   // tomorrow at 22:00: a day before is in the quiet hours
        await NominationStories.Send(head, world, Ivanova);
        await world.Pass(TimeSpan.FromHours(12.5));
        Assert.Equal(1, await world.Sql<int>("select count(*) from outbox where dedup like 'reminder:%' and waiting and chat_id = 2"));
        await maria.Taps("Участвовать");
        await maria.Sees("Вы записаны");

        await world.RunJobs();
        await world.Pass(TimeSpan.FromHours(10));
        var told = Assert.Single(maria.Chat, IsReminder);
        Assert.DoesNotContain("ещё не ответили", told.Text, StringComparison.Ordinal);
        Assert.Equal(["Отменить запись"], Labels(told));
    }

    /// <summary>«Asked Declined»: in the order in which they were made.</summary>
    private static Task<string?> States(World world) => world.Sql<string>("select string_agg(state, ' ' order by id) from nomination");

    private static async Task<(Visitor Teacher, Visitor Head)> Sent(World world, TimeSpan first, TimeSpan second)
    {
        var (head, maria) = await NominationStories.School(world);
        await SeminarCast.Head(world, 900_002);
        await world.Seminar(startsIn: first);
        await NominationStories.Send(head, world, Ivanova);
        await world.Seminar(startsIn: second, title: "Счёт");
        await NominationStories.Choose(head, world);
        await head.Nominates(Ivanova);
        await world.Idle();
        return (maria, head);
    }

    private static bool IsReminder(ChatMessage message) => message.Text.StartsWith("🔔 ", StringComparison.Ordinal);

    private static IEnumerable<string> Labels(ChatMessage message) => message.Buttons.SelectMany(row => row).Select(button => button.Label);
}
