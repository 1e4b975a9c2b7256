using MspBot.Sandbox;
using MspBot.Tests.Consultations;
using MspBot.Tests.Consultations.Hours;
using MspBot.Tests.Feedback;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.People;

/// <summary>The menu begins with what waits for this person: what others wait for, what they may have, what is coming.</summary>
public sealed class MenuStories(TestCluster cluster)
{
    [Fact]
    public async Task A_tutor_sees_requests_then_outcomes_then_the_next_meeting()
    {
        await using var world = await World.Open(cluster);
        var tutor = await world.TutorWithHours(5);
        var anna = (await SeminarCast.Teacher(world, 6)).StartedEarlier();
        await world.Confirmed(5, 6, World.Morning.AddDays(1));
        await anna.AsksForTomorrow(time: "14:00");
        await anna.Sees("Заявка отправлена");
        await Begins(tutor, "1 заявка ждёт вашего ответа", "Ответить на заявки");

        await world.Sql<int>("update consultation set state = 'Declined' where state = 'Requested'");
        await Begins(tutor, "Консультация «Смысловое чтение»", "Открыть");
        await world.Pass(TimeSpan.FromDays(1) + TimeSpan.FromHours(2));
        await Begins(tutor, "1 консультация прошла, а итога пока нет", "Внести итоги");
        await tutor.Taps("Внести итоги");
        await tutor.Sees("Нажмите на консультацию и скажите, как она прошла");
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task A_meeting_within_the_hour_goes_before_everything()
    {
        await using var world = await World.Open(cluster);
        var tutor = await world.TutorWithHours(5);
        var anna = (await SeminarCast.Teacher(world, 6)).StartedEarlier();
        await anna.AsksForTomorrow();
        await anna.Sees("Заявка отправлена");
        await world.Confirmed(5, 6, World.Morning.AddMinutes(45));
        await Begins(tutor, "Консультация «Смысловое чтение»", "Открыть");
    }

    [Fact]
    public async Task A_head_sees_requests_that_no_tutor_has_answered()
    {
        await using var world = await World.Open(cluster);
        var head = (await SeminarCast.Head(world)).StartedEarlier();
        await world.TutorWithHours(5);
        var anna = (await SeminarCast.Teacher(world, 6)).StartedEarlier();
        await anna.AsksForTomorrow();
        await anna.Sees("Заявка отправлена");
        await head.Types("/menu");
        Assert.DoesNotContain("без ответа", await head.Sees("Меню"), StringComparison.Ordinal);
        await world.Sql<int>($"update consultation set head_asked_at = {world.Now}");
        await Begins(head, "1 заявка осталась без ответа тьютора", "Назначить тьютора");
        await head.Taps("Назначить тьютора");
        await head.Sees("Нажмите на заявку, чтобы назначить тьютора");
    }

    [Fact]
    public async Task A_teacher_sees_feedback_to_give_before_the_next_meeting_and_help_is_there()
    {
        await using var world = await World.Open(cluster);
        await SeminarCast.Head(world);
        var anna = (await FeedbackCast.Teachers(world, 1))[0];
        var past = await SeminarCast.Seminar(world, startsIn: TimeSpan.FromHours(-3), title: "Прошедшее");
        await world.Came(past, true, 1);
        var coming = await SeminarCast.Seminar(world, startsIn: TimeSpan.FromDays(2), title: "Будущее");
        await world.Came(coming, null, 1);
        await Begins(anna, "«Прошедшее» ждёт вашего отзыва", "Оценить");
        await anna.SeesButton("Помощь");

        await world.Sql<int>("insert into feedback_quiet (person_id) select id from person where chat_id = 1");
        await Begins(anna, "Ближайшее: Будущее", "Открыть");
        await anna.Taps("Помощь");
        Assert.Contains("Спросить человека", await anna.Sees("Что я умею"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_free_seat_stands_first_for_who_waits_for_it_and_a_leader_sees_the_own_meeting()
    {
        await using var world = await World.Open(cluster);
        var head = (await SeminarCast.Head(world)).StartedEarlier();
        var anna = (await FeedbackCast.Teachers(world, 1))[0];
        var late = await SeminarCast.Seminar(world, seats: 1, startsIn: TimeSpan.FromHours(2));
        await world.Sql<int>(
            $"insert into sign_up (seminar_id, person_id, state, created_at, asked_at) select {late}, id, 'Waitlisted', {world.Now}, " +
            $"{world.Now} from person where chat_id = 1");
        await Begins(anna, "Освободилось место: Читательская грамотность", "Открыть");
        await Begins(head, "Вы ведёте: Читательская грамотность", "Открыть");
    }

    [Fact]
    public async Task An_unknown_command_lists_what_this_person_can_do()
    {
        await using var world = await World.Open(cluster);
        var anna = (await SeminarCast.Teacher(world, 6)).StartedEarlier();
        await anna.Types("/расписание");
        var said = await anna.Sees("Такой команды нет. Вот что я умею:");
        Assert.Contains("/events — ", said, StringComparison.Ordinal);
        Assert.DoesNotContain("/people", said, StringComparison.Ordinal);
        Assert.DoesNotContain("/requests", said, StringComparison.Ordinal);
        await anna.SeesButton("Спросить человека");
        var tutor = await world.TutorWithHours(5);
        await tutor.Types("/nothing");
        Assert.Contains("/requests", await tutor.Sees("Вот что я умею"), StringComparison.Ordinal);
    }

    /// <summary>The text says it, the first button opens it.</summary>
    private static async Task Begins(Visitor who, string with, string button)
    {
        await who.Types("/menu");
        var menu = await who.SeesMessage("Меню");
        Assert.Contains(with, menu.Text, StringComparison.Ordinal);
        Assert.Contains(button, menu.Buttons[0][0].Label, StringComparison.Ordinal);
    }
}
