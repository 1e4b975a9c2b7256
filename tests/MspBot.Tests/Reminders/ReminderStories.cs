using MspBot.Sandbox;
using MspBot.Tests.Seminars;
using MspBot.Tests.Seminars.Heads;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Reminders;

/// <summary>What is said before a meeting, and what is not.</summary>
public sealed class ReminderStories(TestCluster cluster)
{
    [Fact]
    public async Task A_teacher_is_reminded_a_day_an_hour_and_ten_minutes_before()
    {
        await using var world = await World.Open(cluster);
        var anna = await world.Teacher(1);
        await world.Seminar();
        await anna.SignsUp();
        await anna.Sees("Вы записаны");

        await world.PassInSteps(TimeSpan.FromDays(6) - TimeSpan.FromMinutes(1), TimeSpan.FromHours(6));
        Assert.Equal((0, 0), anna.Reminded());
        await world.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal((1, 0), anna.Reminded());
        var told = anna.Chat[^1];
        Assert.Contains("вт, 1 декабря, 10:00–11:30", told.Text);
        Assert.Equal(["Отменить запись"], told.Buttons.SelectMany(r => r).Select(b => b.Label));

        await world.PassInSteps(TimeSpan.FromHours(23), TimeSpan.FromMinutes(30));
        Assert.Equal((2, 0), anna.Reminded());
        await world.PassInSteps(TimeSpan.FromMinutes(50), TimeSpan.FromMinutes(5));
        Assert.Equal((2, 1), anna.Reminded());
        await anna.SeesButton("Подключиться");
        await world.PassInSteps(TimeSpan.FromHours(3), TimeSpan.FromMinutes(10));
        Assert.Equal((2, 1), anna.Reminded());
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task A_seat_is_given_back_from_the_reminder()
    {
        await using var world = await World.Open(cluster);
        var anna = await world.Teacher(1);
        await world.Seminar();
        await anna.SignsUp();
        await anna.Sees("Вы записаны");
        await world.Pass(TimeSpan.FromDays(6));
        await anna.TapsOn(anna.Chat[^1], "Отменить запись");
        await anna.Sees("Запись отменена");
        await world.PassInSteps(TimeSpan.FromHours(24), TimeSpan.FromMinutes(30));
        Assert.Equal((1, 0), anna.Reminded(edited: 1));
    }

    [Fact]
    public async Task Two_things_on_the_next_day_are_one_message()
    {
        await using var world = await World.Open(cluster);
        var anna = await world.Teacher(1);
        await world.Seminar(startsIn: TimeSpan.FromDays(7), title: "Утро");
        await world.Seminar(startsIn: TimeSpan.FromDays(7) + TimeSpan.FromHours(5), title: "День");
        await world.Seminar(startsIn: TimeSpan.FromDays(8), title: "Другой день");
        foreach (var title in (string[])["Утро", "День", "Другой день"])
        {
            await anna.Types("/events");
            await anna.Taps($"· {title.Split(' ')[0]}");
            await anna.Taps("Записаться");
            await anna.Sees("Вы записаны");
        }

        await world.PassInSteps(TimeSpan.FromDays(6), TimeSpan.FromHours(12));
        var told = anna.Chat[^1];
        Assert.Contains("Завтра у вас 2 мероприятия, вт, 1 декабря", told.Text);
        Assert.Contains("10:00 — Утро\n15:00 — День", told.Text);
        Assert.DoesNotContain("Другой", told.Text);
        await world.PassInSteps(TimeSpan.FromHours(12), TimeSpan.FromHours(1));
        Assert.Equal(told.Id, anna.Chat[^1].Id);
        await anna.Taps("15:00 День");
        await anna.Taps("Отменить запись");
        await anna.Sees("Запись отменена");
    }

    [Fact]
    public async Task Who_signs_up_late_gets_only_the_later_ones()
    {
        await using var world = await World.Open(cluster);
        var anna = await world.Teacher(1);
        await world.Seminar(startsIn: TimeSpan.FromHours(5));
        await anna.SignsUp();
        await anna.Sees("Вы записаны");
        await world.PassInSteps(TimeSpan.FromHours(4) - TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(10));
        Assert.Equal((0, 0), anna.Reminded());
        await world.PassInSteps(TimeSpan.FromHours(2), TimeSpan.FromMinutes(10));
        Assert.Equal((1, 1), anna.Reminded());
    }

    [Fact]
    public async Task A_machine_that_was_off_sends_the_nearest_and_skips_the_rest()
    {
        await using var world = await World.Open(cluster);
        var (anna, boris) = (await world.Teacher(1), await world.Teacher(2, "Орлов Борис Львович"));
        await world.Seminar();
        await world.Seminar(startsIn: TimeSpan.FromDays(6.5), title: "Уже прошло");
        await anna.SignsUp();
        await anna.Sees("Вы записаны");
        await boris.Types("/events");
        await boris.Taps("Уже прошло");
        await boris.Taps("Записаться");
        await boris.Sees("Вы записаны");

        await world.Pass(TimeSpan.FromDays(7) - TimeSpan.FromMinutes(40));
        await world.RunJobs();
        Assert.Equal((1, 0), anna.Reminded());
        Assert.Equal((0, 0), boris.Reminded());
        Assert.Equal("01:00:00 Queued, 1 day Skipped",
            await world.Sql<string>("""
                select string_agg(
                    concat_ws(' ', justify_hours(before), case when message is null then 'Skipped' else 'Queued' end), ', ' order by before)
                from meeting_reminder
                """));
    }

    [Fact]
    public async Task A_reminder_moves_with_the_seminar()
    {
        await using var world = await World.Open(cluster);
        var (head, anna) = (await world.Head(), await world.Teacher(1));
        await world.Seminar();
        await anna.SignsUp();
        await anna.Sees("Вы записаны");
        await world.PassInSteps(TimeSpan.FromDays(6), TimeSpan.FromDays(1));
        Assert.Equal((1, 0), anna.Reminded());

        await head.Changes("Дата и время");
        await head.Types("03.12 16:00");
        await head.Taps("Всё верно");
        await anna.Sees("Изменилось время");
        await world.PassInSteps(TimeSpan.FromDays(2), TimeSpan.FromHours(1));
        Assert.Equal((1, 0), anna.Reminded());
        await world.PassInSteps(TimeSpan.FromHours(6), TimeSpan.FromHours(1));
        Assert.Equal((2, 0), anna.Reminded());
        Assert.Contains("чт, 3 декабря, 16:00–17:30", anna.Chat[^1].Text);
    }

    [Fact]
    public async Task A_seminar_moved_into_the_next_hours_is_not_reminded_of_what_was_just_said()
    {
        await using var world = await World.Open(cluster);
        var (head, anna) = (await world.Head(), await world.Teacher(1));
        await world.Seminar();
        await anna.SignsUp();
        await anna.Sees("Вы записаны");
        await world.Pass(TimeSpan.FromHours(1));
        await head.Changes("Дата и время");
        await head.Types("сегодня 16:00");
        await head.Taps("Всё верно");
        await anna.Sees("Изменилось время");
        await world.RunJobs();
        Assert.Equal((0, 0), anna.Reminded());
        await world.PassInSteps(TimeSpan.FromHours(4), TimeSpan.FromHours(1));
        Assert.Equal((1, 0), anna.Reminded());
    }

    [Fact]
    public async Task Quiet_hours_and_the_weekend_are_kept()
    {
        await using var world = await World.Open(cluster);
        var anna = await world.Teacher(1);
        await world.Seminar(startsIn: TimeSpan.FromDays(6) + TimeSpan.FromHours(5));   // Monday 15:00
        await anna.SignsUp();
        await anna.Sees("Вы записаны");
        await world.PassInSteps(TimeSpan.FromDays(5) + TimeSpan.FromHours(21.5), TimeSpan.FromHours(1));   // to Monday 07:30
        Assert.Equal((0, 0), anna.Reminded());
        await world.Pass(TimeSpan.FromHours(0.5));
        Assert.Equal((1, 0), anna.Reminded());
    }

    [Fact]
    public async Task Quartz_itself_fires_the_job()
    {
        await using var world = await World.Open(cluster, ticking: true);
        var anna = await world.Teacher(1);
        await world.Seminar(startsIn: TimeSpan.FromHours(3));
        await anna.SignsUp();
        await anna.Sees("Вы записаны");
        world.Clock.Advance(TimeSpan.FromHours(2));
        for (var n = 0; n < 20 && anna.Reminded() == (0, 0); n++)
        {
            await Task.Delay(TimeSpan.FromSeconds(0.5));
            world.Clock.Advance(TimeSpan.FromSeconds(30));
        }
        Assert.Equal((1, 0), anna.Reminded());
    }
}
