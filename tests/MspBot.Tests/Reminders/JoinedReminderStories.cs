using MspBot.Sandbox;
using MspBot.Tests.Consultations;
using MspBot.Tests.Consultations.Groups;
using MspBot.Tests.Meetings;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Reminders;

/// <summary>Seminars and consultations of one person, reminded of as one.</summary>
public sealed class JoinedReminderStories(TestCluster cluster)
{
    [Fact]
    public async Task A_seminar_and_a_consultation_of_the_next_day_are_one_message_with_the_buttons_of_each()
    {
        await using var world = await World.Open(cluster);
        var (tutor, anna) = await Both(world, seminarIn: TimeSpan.FromHours(30));

        await world.Pass(TimeSpan.FromHours(4));
        var told = Assert.Single(anna.Chat, IsReminder);
        Assert.StartsWith("🔔 Завтра у вас 2 встречи, ср, 25 ноября", told.Text, StringComparison.Ordinal);
        Assert.Contains(
            "14:00 — консультация, Соколова И. О.: Чтение графиков в 5 классе\n16:00 — Читательская грамотность", told.Text);
        Assert.Equal(["14:00 Чтение графиков в 5 классе", "16:00 Читательская грамотность", "Отменить запись: Читательская…"],
            Labels(told));
        Assert.StartsWith("🔔 Завтра в 14:00 консультация", Assert.Single(tutor.Chat, IsReminder).Text, StringComparison.Ordinal);

        // At 16:00 the seminar's own moment comes: it was told.
        await world.PassInSteps(TimeSpan.FromHours(3), TimeSpan.FromMinutes(30));
        Assert.Single(anna.Chat, IsReminder);
        await anna.TapsOn(told, "14:00 Чтение графиков");
        await anna.Sees("Тьютор: Соколова Ирина Олеговна");
        await world.PassInSteps(TimeSpan.FromHours(20), TimeSpan.FromMinutes(30));
        Assert.Single(anna.Chat, m => m.Text.StartsWith("🔔 Через час консультация", StringComparison.Ordinal));
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task A_seat_is_given_back_from_the_joined_message()
    {
        await using var world = await World.Open(cluster);
        var (_, anna) = await Both(world, seminarIn: TimeSpan.FromHours(30));
        await world.Pass(TimeSpan.FromHours(4));
        await anna.TapsOn(anna.Chat.Last(IsReminder), "Отменить запись: Читательская…");
        await anna.Sees("Запись отменена");
        Assert.Equal(0, await world.Sql<int>("select seated from seminar"));
    }

    [Fact]
    public async Task Two_meetings_at_one_time_are_one_message_with_both_ways_in()
    {
        await using var world = await World.Open(cluster);
        var (_, anna) = await Both(world, seminarIn: TimeSpan.FromHours(28));
        await world.PassInSteps(TimeSpan.FromHours(27), TimeSpan.FromMinutes(30));
        var told = anna.Chat.Last(IsReminder);
        Assert.StartsWith("🔔 Через час у вас 2 встречи", told.Text, StringComparison.Ordinal);
        Assert.Equal(
            [
                "Подключиться: Чтение графиков…", "14:00 Чтение графиков в 5 классе",
                "Подключиться: Читательская…", "Отменить запись: Читательская…",
            ], Labels(told));
        await world.PassInSteps(TimeSpan.FromMinutes(50), TimeSpan.FromMinutes(10));
        var last = anna.Chat.Last(IsReminder);
        Assert.StartsWith("🔔 Через 10 минут у вас 2 встречи", last.Text, StringComparison.Ordinal);
        Assert.Equal(["Подключиться: Чтение графиков…", "Подключиться: Читательская…"], Labels(last));
        await anna.TapsOn(last, "Подключиться: Читательская…");
        await anna.Sees("Ссылка: https://meet.example.org");
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task A_tutor_who_leads_a_seminar_on_the_day_of_a_consultation_hears_of_both_at_once()
    {
        await using var world = await World.Open(cluster);
        var (tutor, anna) = (await world.TutorWithHours(4), await SeminarCast.Teacher(world, 7));
        await world.LedBy(4, startsIn: TimeSpan.FromHours(25));
        await ConsultationCast.Agree(anna, tutor);
        await world.Idle();
        await world.Pass(TimeSpan.FromHours(2));
        var told = Assert.Single(tutor.Chat, IsReminder);
        Assert.StartsWith("🔔 Завтра у вас 2 встречи, ср, 25 ноября", told.Text, StringComparison.Ordinal);
        Assert.Contains("11:00 — вы ведёте: Читательская грамотность\n14:00 — консультация, Петрова А. И.: Чтение графиков", told.Text);
        Assert.Equal(["11:00 Читательская грамотность", "14:00 Чтение графиков в 5 классе"], Labels(told));
        await world.PassInSteps(TimeSpan.FromHours(10), TimeSpan.FromMinutes(30));
        Assert.Single(tutor.Chat, IsReminder);
    }

    [Fact]
    public async Task What_waits_for_the_morning_is_taken_back_when_one_of_both_is_cancelled_and_told_anew_of_the_other()
    {
        await using var world = await World.Open(cluster);
        var (_, anna) = await Both(world, seminarIn: TimeSpan.FromHours(35));
        // As if it were tomorrow at 20:30: both reminders fall into tonight.
        await world.Sql<int>($"""
            update consultation
            set starts_at = starts_at + interval '6 hours 30 minutes', ends_at = ends_at + interval '6 hours 30 minutes';
            delete from consultation_time
            """);
        await world.Pass(TimeSpan.FromHours(12));
        Assert.DoesNotContain(anna.Chat, IsReminder);
        Assert.Equal(1, await world.Sql<int>(
            "select count(distinct message) from meeting_reminder where person_id = (select teacher_id from consultation)"));
        await world.Sql<int>($"update consultation set state = 'Cancelled', closed_at = {world.Now}");
        await world.PassInSteps(TimeSpan.FromHours(11), TimeSpan.FromHours(1));
        var told = Assert.Single(anna.Chat, IsReminder);
        Assert.StartsWith("🔔 Сегодня в 21:00", told.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_who_leaves_a_group_in_the_evening_is_not_reminded_of_it_in_the_morning()
    {
        await using var world = await World.Open(cluster);
        var (tutor, anna, boris, _) = await GroupCast.Three(world);
        await GroupCast.Gather(tutor);
        foreach (var one in (Visitor[])[anna, boris])
        {
            await one.Taps("Участвовать");
            await one.Sees("Вы участвуете");
        }
        // Tomorrow at 21:00: the reminders fall into tonight.
        await world.Sql<int>($"""
            update consultation set state = 'Confirmed', confirmed_at = {world.Now}, timed_at = {world.Now},
                starts_at = '2026-11-25T18:00Z', ends_at = '2026-11-25T18:45Z'
            where kind = 'Group'
            """);
        await world.Pass(TimeSpan.FromHours(12));
        Assert.DoesNotContain(anna.Chat, IsReminder);
        await world.Sql<int>(
            "update consultation_member set state = 'Declined' where person_id = (select min(person_id) from consultation_member)");
        await world.PassInSteps(TimeSpan.FromHours(11), TimeSpan.FromHours(1));
        Assert.DoesNotContain(anna.Chat, IsReminder);
        Assert.Single(boris.Chat, IsReminder);
    }

    private static bool IsReminder(ChatMessage message) => message.Text.StartsWith("🔔 ", StringComparison.Ordinal);

    private static IEnumerable<string> Labels(ChatMessage message) => message.Buttons.SelectMany(row => row).Select(button => button.Label);

    /// <summary>A consultation tomorrow at 14:00 and a seat at a seminar.</summary>
    private static async Task<(Visitor Tutor, Visitor Teacher)> Both(World world, TimeSpan seminarIn)
    {
        var (tutor, anna) = (await world.TutorWithHours(4), await SeminarCast.Teacher(world, 7));
        await ConsultationCast.Agree(anna, tutor);
        await world.Seminar(startsIn: seminarIn);
        await anna.Types("/events");
        await anna.Taps(SeminarCast.Label);
        await anna.Taps("Записаться");
        if (seminarIn == TimeSpan.FromHours(28)) await anna.Taps("Всё равно записаться");
        await anna.Sees("Вы записаны");
        await world.Idle();
        return (tutor, anna);
    }
}
