using MspBot.Sandbox;
using MspBot.Tests.Seminars;
using MspBot.Tests.Seminars.Heads;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Reminders;

/// <summary>Reminders that wait to be sent, and what has changed by then.</summary>
public sealed class WithdrawnReminderStories(TestCluster cluster)
{
    [Fact]
    public async Task A_reminder_that_still_waits_is_taken_back_by_a_change()
    {
        await using var world = await World.Open(cluster);
        var (head, anna, boris, vera) =
            (await world.Head(), await world.Teacher(1), await world.Teacher(2, "Орлов Борис Львович"), await world.Teacher(3));
        // Tuesday 23:00: a day before is in the quiet hours, so the reminders wait until 08:00.
        await world.Seminar(seats: 5, startsIn: TimeSpan.FromDays(7) + TimeSpan.FromHours(13));
        foreach (var one in (Visitor[])[anna, boris, vera])
        {
            await one.SignsUp();
            await one.Sees("Вы записаны");
        }
        await world.Pass(TimeSpan.FromDays(6) + TimeSpan.FromHours(13));
        Assert.Equal(3, await world.WaitingReminders());

        await anna.Types("/my");
        await anna.Taps("01.12 23:00");
        await anna.Taps("Отменить запись");
        await anna.Sees("Запись отменена");
        Assert.Equal(2, await world.WaitingReminders());
        await boris.Types("/profile");
        await boris.Taps("Выключить напоминания");
        await boris.Sees("выключены");
        Assert.Equal(1, await world.WaitingReminders());

        await head.Changes("Дата и время");
        await head.Types("03.12 16:00");
        await head.Taps("Всё верно");
        await head.Sees("Изменено");
        Assert.Equal(0, await world.WaitingReminders());
        await world.PassInSteps(TimeSpan.FromHours(30), TimeSpan.FromHours(1));
        Assert.Equal(((0, 0), (0, 0), (0, 0)), (anna.Reminded(), boris.Reminded(), vera.Reminded()));
        await world.PassInSteps(TimeSpan.FromHours(12), TimeSpan.FromHours(1));
        Assert.Equal(((0, 0), (0, 0), (1, 0)), (anna.Reminded(), boris.Reminded(), vera.Reminded()));
    }

    [Fact]
    public async Task Of_two_things_told_together_the_one_that_stays_is_told_anew()
    {
        await using var world = await World.Open(cluster);
        var (head, anna) = (await world.Head(), await world.Teacher(1));
        await world.Seminar(startsIn: TimeSpan.FromDays(7) + TimeSpan.FromHours(11), title: "Вечер");   // 21:00
        await world.Seminar(startsIn: TimeSpan.FromDays(7) + TimeSpan.FromHours(13));                   // 23:00
        foreach (var title in (string[])["Вечер", SeminarCast.Title])
        {
            await anna.Types("/events");
            await anna.Taps($"· {title.Split(' ')[0]}");
            await anna.Taps("Записаться");
            await anna.Sees("Вы записаны");
        }
        await world.Pass(TimeSpan.FromDays(6) + TimeSpan.FromHours(12));
        Assert.Equal(1, await world.WaitingReminders());

        await head.Types("/events");
        await head.Taps(SeminarCast.Label);
        await head.Taps("Отменить мероприятие");
        await head.Taps("Пропустить");
        await head.Taps("Да, отменить мероприятие");
        await head.Sees("Мероприятие отменено");
        await world.PassInSteps(TimeSpan.FromHours(12), TimeSpan.FromHours(1));
        await anna.DoesNotSee("2 встречи");
        Assert.Equal((1, 0), anna.Reminded());
        Assert.Contains(anna.Chat, m => m.Text.Contains(ReminderCast.Sign, StringComparison.Ordinal)
            && m.Text.Contains("Вечер", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_could_not_be_sent_in_time_is_not_sent_at_all()
    {
        await using var world = await World.Open(cluster);
        var anna = await world.Teacher(1);
        await world.Seminar();
        await anna.SignsUp();
        await anna.Sees("Вы записаны");
        await world.Pass(TimeSpan.FromDays(6) - TimeSpan.FromHours(1));
        await world.Sql<int>("update pace set paused_until = clock_timestamp() + interval '2 seconds'");
        world.Clock.Advance(TimeSpan.FromHours(1));
        await DueJobs.RunAll(world.Bot.Web.Services);
        Assert.Equal(1, await world.WaitingReminders());
        world.Clock.Advance(TimeSpan.FromHours(24));
        await world.Idle();
        await world.RunJobs();
        Assert.Equal((0, 0), anna.Reminded());
    }
}
