using MspBot.Sandbox;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Consultations.Requests;

/// <summary>What teacher and tutor read of each other until a time is agreed.</summary>
public sealed class ConsultationAnswerStories(TestCluster cluster)
{
    [Fact]
    public async Task A_tutor_who_says_all_right_reads_when_the_teacher_will_or_why_not()
    {
        await using var world = await World.Open(cluster);
        var tutor = await world.TutorWithHours(5);
        var anna = await Mathematician(world);
        await anna.AsksUpToDay();
        await anna.Taps("чт, 26 ноября");
        await anna.Taps("14:00");
        await anna.Sees("Отправить заявку?");
        await anna.Taps("Всё верно");
        await tutor.Sees("Новая заявка");
        await anna.Taps("Сообщить тьютору");
        await anna.Types("Пришлю план урока");
        var word = await tutor.SeesMessage("Пришлю план урока");
        await world.Pass(TimeSpan.FromHours(13));
        await tutor.TapsOn(word, "👍 Хорошо");
        await tutor.Sees("✅ Педагог получит сообщение ср, 25 ноября");
        await world.Sql<int>($"update consultation set state = 'Cancelled', closed_at = {world.Now}");
        await tutor.TapsOn(word, "👍 Хорошо");
        Assert.Contains("Уже отменено", tutor.LastAlert, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_teacher_hears_how_long_an_answer_usually_takes_once_enough_is_known()
    {
        await using var world = await World.Open(cluster);
        await world.TutorWithHours(5);
        var anna = await Mathematician(world);
        await anna.AsksForTomorrow();
        Assert.DoesNotContain("Обычно отвечают", (await anna.SeesMessage("Заявка отправлена")).Text, StringComparison.Ordinal);
        await world.Sql<int>($"""
            insert into consultation (kind, teacher_id, tutor_id, topic, state, created_at, asked_at, answered_at)
            select 'Individual', p.id, t.id, 'Раньше', 'Cancelled', {world.Now}, {world.Now}, {world.Now} + interval '1 hour' * n
            from person t, person p, generate_series(1, 5) n where t.chat_id = 5 and p.chat_id = 1
            """);
        await anna.AsksForTomorrow(time: "15:50");
        await anna.Sees("Обычно отвечают за 3 часа");
    }

    [Fact]
    public async Task Teacher_and_tutor_write_to_each_other_before_anything_is_agreed()
    {
        await using var world = await World.Open(cluster);
        var tutor = await world.TutorWithHours(5);
        var anna = await Mathematician(world);
        await anna.AsksForTomorrow();
        await tutor.Sees("Новая заявка");
        await anna.Taps("Сообщить тьютору");
        await anna.Sees("Что передать тьютору?");
        await anna.Types("Пришлю план урока <заранее>");
        await anna.Sees("Передал тьютору");
        var word = await tutor.SeesMessage("Пришлю план урока <заранее>");
        await tutor.TapsOn(word, "👍 Хорошо");
        await tutor.TapsOn(word, "👍 Хорошо");
        await anna.Sees("Ответ тьютора о консультации");
        await world.Idle();
        Assert.Single(anna.Chat, m => m.Text.Contains("Ответ тьютора", StringComparison.Ordinal));
        Assert.StartsWith("✅ Передал педагогу", tutor.Chat[^1].Text, StringComparison.Ordinal);

        await tutor.TapsOn(word, "Ответить");
        await tutor.Sees("Что ответить педагогу?");
        await tutor.Taps("Хорошо, подготовлюсь");
        await tutor.Sees("Передал педагогу");
        await anna.Sees("Хорошо, подготовлюсь");
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task None_of_the_times_fits_is_not_called_silence()
    {
        await using var world = await World.Open(cluster);
        var tutor = await world.TutorWithHours(5);
        var anna = await Mathematician(world);
        await anna.AsksForTomorrow();
        await tutor.Taps("Другое время");
        await tutor.Types("27.11 15:00");
        await tutor.Taps("Достаточно");
        await tutor.Taps("Отправить");
        await anna.Taps("Ни одно не подходит");
        await anna.Sees("Ждём, какое время предложит тьютор");
        await world.Idle();
        Assert.DoesNotContain(anna.Chat, m => m.Text.Contains("тьютор ещё не ответил", StringComparison.Ordinal));
        await world.PassInSteps(TimeSpan.FromHours(24), TimeSpan.FromHours(2));
        await anna.Sees("Тьютор пока не предложил другое время");
    }

    private static async Task<Visitor> Mathematician(World world)
    {
        var anna = (await SeminarCast.Teacher(world, 1)).StartedEarlier();
        await world.Sql<int>("update person set subjects = array['Математика'] where chat_id = 1");
        return anna;
    }
}
