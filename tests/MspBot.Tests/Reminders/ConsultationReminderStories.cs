using MspBot.Sandbox;
using MspBot.Tests.Consultations;
using MspBot.Tests.Consultations.Groups;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Reminders;

/// <summary>What both sides hear before a consultation.</summary>
public sealed class ConsultationReminderStories(TestCluster cluster)
{
    private const string LastCall = "🔔 Через 10 минут";

    [Fact]
    public async Task Both_are_reminded_a_day_an_hour_and_ten_minutes_before()
    {
        await using var world = await World.Open(cluster);
        var (tutor, teacher) = await Agreed(world);

        // Tomorrow at 14:00; it was agreed at 10:00.
        await world.PassInSteps(TimeSpan.FromHours(4), TimeSpan.FromMinutes(30));
        Assert.Equal([(1, 0), (1, 0)], [Reminded(tutor), Reminded(teacher)]);
        Assert.Contains("С вами встречается Петрова Анна Ивановна", tutor.Chat[^1].Text);
        Assert.Contains($"С вами встречается {ConsultationCast.TutorName}", teacher.Chat[^1].Text);
        await world.PassInSteps(TimeSpan.FromHours(23), TimeSpan.FromMinutes(30));
        Assert.Equal([(2, 0), (2, 0)], [Reminded(tutor), Reminded(teacher)]);
        await world.PassInSteps(TimeSpan.FromMinutes(50), TimeSpan.FromMinutes(5));
        Assert.Equal([(2, 1), (2, 1)], [Reminded(tutor), Reminded(teacher)]);
        await teacher.SeesButton("Подключиться");
        await world.PassInSteps(TimeSpan.FromMinutes(40), TimeSpan.FromMinutes(5));
        Assert.Equal([(2, 1), (2, 1)], [Reminded(tutor), Reminded(teacher)]);
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task One_that_is_cancelled_is_not_reminded_of()
    {
        await using var world = await World.Open(cluster);
        var (tutor, teacher) = await Agreed(world);
        await world.Sql<int>($"update consultation set state = 'Cancelled', closed_at = {world.Now}");
        await world.PassInSteps(TimeSpan.FromHours(30), TimeSpan.FromHours(1));
        Assert.Equal([(0, 0), (0, 0)], [Reminded(tutor), Reminded(teacher)]);
    }

    [Fact]
    public async Task A_reminder_that_falls_into_the_night_is_not_sent_when_the_meeting_is_cancelled_until_the_morning()
    {
        await using var world = await World.Open(cluster);
        var (tutor, teacher) = await Agreed(world);
        // Agreed for tomorrow at 14:00; as if it were tomorrow at 22:00: the reminder falls into tonight.
        await world.Sql<int>("update consultation set starts_at = starts_at + interval '8 hours', ends_at = ends_at + interval '8 hours'");
        await world.PassInSteps(TimeSpan.FromHours(13), TimeSpan.FromHours(1));
        Assert.Equal([(0, 0), (0, 0)], [Reminded(tutor), Reminded(teacher)]);
        await world.Sql<int>($"update consultation set state = 'Cancelled', closed_at = {world.Now}");
        await world.PassInSteps(TimeSpan.FromHours(20), TimeSpan.FromHours(1));
        Assert.Equal([(0, 0), (0, 0)], [Reminded(tutor), Reminded(teacher)]);
    }

    [Fact]
    public async Task Whoever_turned_reminders_off_hears_none()
    {
        await using var world = await World.Open(cluster);
        var (tutor, teacher) = await Agreed(world);
        await world.Sql<int>("update person set reminders = false where chat_id = 7");
        await world.PassInSteps(TimeSpan.FromHours(27), TimeSpan.FromMinutes(30));
        Assert.Equal([(2, 0), (0, 0)], [Reminded(tutor), Reminded(teacher)]);
    }

    [Fact]
    public async Task Six_ticks_at_once_remind_each_once()
    {
        await using var world = await World.Open(cluster);
        var (tutor, teacher) = await Agreed(world);
        world.Clock.Advance(TimeSpan.FromHours(4));
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => DueJobs.RunAll(world.Bot.Web.Services)));
        await world.Idle();
        Assert.Equal([(1, 0), (1, 0)], [Reminded(tutor), Reminded(teacher)]);
    }

    [Fact]
    public async Task Who_has_just_agreed_to_a_nearer_time_is_not_reminded_of_it_a_minute_later_but_an_hour_before()
    {
        await using var world = await World.Open(cluster);
        var (tutor, teacher) = (await world.TutorWithHours(4), await SeminarCast.Teacher(world, 7));
        await teacher.AsksUpToDay();
        await teacher.Taps("чт, 26 ноября");
        await teacher.Sees("Во сколько?");
        await teacher.Taps("14:00");
        await teacher.Sees("Отправить заявку?");
        await teacher.Taps("Всё верно");
        await tutor.Sees("Новая заявка");
        await tutor.Taps("Подтвердить");
        await teacher.Sees("Тьютор подтвердил консультацию");
        await world.Pass(TimeSpan.FromHours(5));
        // Tuesday at 15:00, to tomorrow at 14:00: a day before that is over.
        await tutor.OffersToMove("ср, 25 ноября, 14:00");
        await teacher.SeesMessage("Тьютор просит перенести");
        await teacher.Taps("Перенести на 25.11 14:00");
        await tutor.Sees("Консультация перенесена");
        await world.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal([(0, 0), (0, 0)], [Reminded(tutor), Reminded(teacher)]);
        await world.PassInSteps(TimeSpan.FromHours(22), TimeSpan.FromMinutes(30));
        Assert.Equal([(1, 0), (1, 0)], [Reminded(tutor), Reminded(teacher)]);
    }

    [Fact]
    public async Task Who_has_just_heard_that_a_group_meets_sooner_is_not_reminded_of_it_a_minute_later()
    {
        await using var world = await World.Open(cluster);
        var (tutor, anna, boris, _) = await GroupCast.Three(world);
        await GroupCast.Gather(tutor);
        await anna.Taps("Участвовать");
        await boris.Taps("Участвовать");
        await tutor.Opens(4);
        await tutor.Taps("Подтвердить встречу");
        await anna.Sees("Группа собралась");
        await world.Pass(TimeSpan.FromHours(5));
        await tutor.Taps("Перенести встречу");
        await tutor.Sees("На какое время перенести?");
        await tutor.Types("25.11 14:00");
        await tutor.Taps("Перенести встречу");
        await anna.Sees("перенесена");
        await world.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal([(0, 0), (0, 0)], [Reminded(tutor), Reminded(anna)]);
        await world.PassInSteps(TimeSpan.FromHours(22), TimeSpan.FromMinutes(30));
        Assert.Equal([(1, 0), (1, 0)], [Reminded(tutor), Reminded(anna)]);
    }

    [Fact]
    public async Task What_was_taken_back_from_one_side_is_told_anew_though_the_other_side_has_heard()
    {
        await using var world = await World.Open(cluster);
        var (tutor, anna) = await Agreed(world);
        var boris = await SeminarCast.Teacher(world, 8, "Орлов Борис Львович");
        await ConsultationCast.Agree(boris, tutor, "15:50");
        // Both are due in one run, to the tutor as one message: «У вас 2 консультации».
        await world.Pass(TimeSpan.FromHours(6));
        Assert.Equal([1, 1, 1], Told());
        // As when what is unsent goes with a change of the other one.
        await world.Sql<int>("""
            delete from meeting_reminder r using person p
            where p.id = r.person_id and (p.chat_id = 7 or p.chat_id = 4 and r.meeting_id = (select max(id) from consultation))
            """);
        await world.RunJobs();
        Assert.Equal([2, 1], Told()[..2]);
        Assert.Contains("Орлов Борис Львович", tutor.Chat[^1].Text);
        await world.RunJobs();
        Assert.Equal([2, 1, 1], Told());

        int[] Told() => [Count(tutor, "🔔 "), Count(boris, "🔔 "), Count(anna, "🔔 ")];
    }

    private static async Task<(Visitor Tutor, Visitor Teacher)> Agreed(World world)
    {
        var (tutor, teacher) = (await world.TutorWithHours(4), await SeminarCast.Teacher(world, 7));
        await ConsultationCast.Agree(teacher, tutor);
        await world.Idle();
        return (tutor, teacher);
    }

    private static (int Reminders, int Last) Reminded(Visitor who) => (Count(who, "🔔 ") - Count(who, LastCall), Count(who, LastCall));

    private static int Count(Visitor who, string text) => who.Chat.Count(m => m.FromBot && m.Text.Contains(text, StringComparison.Ordinal));
}
