using MspBot.Host.Consultations;
using MspBot.Sandbox;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Consultations.Requests;

/// <summary>How many presses and typed messages a consultation takes; what need not be asked is not.</summary>
public sealed class ConsultationTapStories(TestCluster cluster)
{
    [Fact]
    public async Task A_free_time_is_asked_for_with_seven_presses_from_the_menu()
    {
        await using var world = await World.Open(cluster);
        await world.TutorWithHours(5);
        var anna = await Mathematician(world);
        var count = 0;
        await anna.Types("/menu");
        await Press("Консультация");
        await anna.Sees("О чём хотите посоветоваться?");
        await Say("Чтение графиков в 5 классе");
        await anna.Sees("Как вам удобнее?");
        await Press("Индивидуально");
        await Press(ConsultationCast.TutorName);
        await Press("ср, 25 ноября");
        await Press("14:00");
        // What was not asked stands there, and can be changed.
        await anna.Sees("Предмет: Математика");
        await anna.Sees("Когда: ср, 25 ноября, 14:00");
        await Press("Всё верно");
        await anna.Sees("Заявка отправлена");
        Assert.InRange(count, 1, 7);
        Assert.Equal("Математика", await world.Sql<string>("select subject from consultation"));

        async Task Press(string label)
        {
            count++;
            await anna.Taps(label);
        }

        async Task Say(string text)
        {
            count++;
            await anna.Types(text);
        }
    }

    [Theory]
    [InlineData(ConsultationActions.Confirm)]
    [InlineData(ConsultationActions.ConfirmAnyway)]
    [InlineData(ConsultationActions.Choose)]
    [InlineData(ConsultationActions.ChooseAnyway)]
    public async Task A_button_that_names_no_time_agrees_to_none_and_shows_the_card_again(string action)
    {
        await using var world = await World.Open(cluster);
        var tutor = await world.TutorWithHours(5);
        var anna = await Mathematician(world);
        await anna.AsksForTomorrow();
        await tutor.Sees("Новая заявка");
        var id = await world.Sql<long>("select id from consultation");
        foreach (var which in (string[])["", "x", "99999999999999999999"])
        {
            await tutor.TapsData(tutor.Chat.Last(m => m.FromBot), $"c:{ConsultationLinks.Consultation}:{id}:{action}:{which}");
            await world.Idle();
            Assert.True(string.IsNullOrEmpty(tutor.LastToast), tutor.LastToast);
        }
        Assert.Equal("Requested", await world.Sql<string>("select state from consultation"));
        await tutor.SeesButton("Подтвердить");
    }

    [Fact]
    public async Task A_day_may_be_typed_and_one_without_free_times_says_so()
    {
        await using var world = await World.Open(cluster);
        await world.TutorWithHours(5);
        var anna = await Mathematician(world);
        await anna.AsksUpToDay();
        await anna.Types("воскресенье");
        await anna.Sees("В этот день свободного времени нет");
        await anna.Types("завтра");
        await anna.Sees("Во сколько?");
        await anna.Taps("14:00");
        await anna.Sees("Когда: ср, 25 ноября, 14:00");
    }

    [Fact]
    public async Task A_day_typed_with_its_time_is_both_and_a_time_that_is_taken_is_asked_again()
    {
        await using var world = await World.Open(cluster);
        await world.TutorWithHours(5);
        var (anna, boris) = (await Mathematician(world), (await SeminarCast.Teacher(world, 2, "Орлов Борис Львович")).StartedEarlier());
        foreach (var who in new[] { anna, boris })
        {
            await who.AsksUpToDay();
            await who.Types("завтра в 14");
            await who.Sees("Когда: ср, 25 ноября, 14:00");
            await who.Taps("Всё верно");
        }
        await anna.Sees("Заявка отправлена");
        await boris.Sees("Это время уже занято");
        await boris.Types("завтра в 3");
        await boris.Sees("Во сколько?");
        Assert.Equal(1, await world.Sql<int>("select count(*) from consultation"));
    }

    [Fact]
    public async Task Who_teaches_several_subjects_and_wants_it_soon_needs_seven_as_well()
    {
        await using var world = await World.Open(cluster);
        await world.TutorWithHours(5);
        var anna = await Mathematician(world);
        await world.Sql<int>("update person set subjects = array['Математика', 'Физика'] where chat_id = 1");
        await anna.Types("/menu");
        string[] steps = ["Консультация", "!Чтение графиков", "Физика", "Индивидуально", ConsultationCast.TutorName,
            "Ближайшее: 24.11 14:55", "Всё верно"];
        foreach (var step in steps)
        {
            if (step[0] == '!') await anna.Types(step[1..]);
            else await anna.Taps(step);
            await world.Idle();
        }
        await anna.Sees("Заявка отправлена");
        Assert.Equal(7, steps.Length);
        Assert.Equal("2026-11-24 11:55",
            await world.Sql<string>("select to_char(starts_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') from consultation_time"));
    }

    [Fact]
    public async Task With_a_tutor_of_ones_own_six_are_enough_and_another_one_can_still_be_chosen()
    {
        await using var world = await World.Open(cluster);
        await world.TutorWithHours(5);
        await world.TutorWithHours(6, "Белов Пётр Ильич");
        var anna = await Mathematician(world);
        await world.Sql<int>("""
            insert into tutoring_assignment (tutor_id, teacher_id, since, made_by)
            select t.id, p.id, '2026-11-01', t.id from person t, person p where t.chat_id = 5 and p.chat_id = 1
            """);
        var count = 0;
        await anna.Types("/menu");
        foreach (var step in new[] { "Консультация", "!Чтение графиков", "Индивидуально", "ср, 25 ноября", "14:00" })
        {
            count++;
            if (step[0] == '!') await anna.Types(step[1..]);
            else await anna.Taps(step);
            await world.Idle();
        }
        await anna.Sees($"Тьютор: {ConsultationCast.TutorName}");

        // Back passes over what was not asked, a change asks it.
        await anna.Taps("← Назад");
        await anna.Sees("Во сколько?");
        await anna.Taps("14:00");
        await anna.Taps("Изменить");
        await anna.Taps("Тьютор");
        await anna.Sees("Кого попросить");
        await anna.Taps("Соколова И. О. · ваш тьютор");
        await anna.Sees("Отправить заявку?");

        await anna.Taps("Всё верно");
        await anna.Sees("Заявка отправлена");
        Assert.InRange(count + 1, 1, 6);
        Assert.Equal(5, await world.Sql<long>("select p.chat_id from consultation c join person p on p.id = c.tutor_id"));
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task Two_times_in_one_line_are_two_and_the_summary_says_them_together()
    {
        await using var world = await World.Open(cluster);
        var tutor = await world.TutorWithHours(5);
        var anna = await Mathematician(world);
        await anna.AsksUpToDay();
        await anna.Taps("Предложить своё время");
        await anna.Sees("Какое время вам удобно?");
        await anna.Types("пт 15:30 или 16:30");
        await anna.Sees("Есть: пт, 27 ноября, 15:30 или 16:30. Ещё?");
        await anna.Taps("Достаточно");
        await anna.Sees("Вам удобно: пт, 27 ноября, 15:30 или 16:30");
        await anna.Taps("Всё верно");
        await tutor.SeesButton("Подтвердить пт, 27 ноября, 15:30");
        await tutor.SeesButton("Подтвердить пт, 27 ноября, 16:30");
        Assert.DoesNotContain(anna.Chat, m => m.Text.Contains("Вопрос — в сообщении ниже", StringComparison.Ordinal));
    }

    private static async Task<Visitor> Mathematician(World world)
    {
        var anna = (await SeminarCast.Teacher(world, 1)).StartedEarlier();
        await world.Sql<int>("update person set subjects = array['Математика'] where chat_id = 1");
        return anna;
    }
}
