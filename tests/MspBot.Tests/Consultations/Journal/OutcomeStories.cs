using MspBot.Sandbox;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Consultations.Journal;

/// <summary>What is asked after a consultation, and what becomes of the answer.</summary>
public sealed class OutcomeStories(TestCluster cluster)
{
    [Fact]
    public async Task After_the_end_the_tutor_is_asked_once_and_the_teacher_gets_the_recommendation()
    {
        await using var world = await World.Open(cluster);
        var (tutor, teacher) = (await world.Tutor(1), await world.Teacher(2));
        tutor.StartedEarlier();
        teacher.StartedEarlier();
        await world.Consultation(tutor, teacher);

        await world.Pass(TimeSpan.FromMinutes(100));
        await tutor.SeesNothingNew();
        await world.Pass(TimeSpan.FromMinutes(10));
        Assert.Contains("Иванова Мария Петровна", await tutor.Sees("Консультация состоялась?"));
        await world.RunJobs();
        Assert.Single(tutor.Chat, m => m.Text.Contains("Консультация состоялась?", StringComparison.Ordinal));

        await tutor.Taps("Состоялась");
        await tutor.Sees("Сколько это длилось?");
        await tutor.Taps("45 минут");
        await tutor.Types("Возьмите два задания из банка");
        await tutor.Sees("Что записать для себя?");
        await tutor.Types("Волнуется на открытых уроках");
        await tutor.Sees("Были ученики?");
        await tutor.Types("3");
        await tutor.Taps("Всё верно");
        await tutor.Sees("Записано в журнал. Рекомендация отправлена педагогу.");
        var told = await teacher.SeesMessage("Рекомендация тьютора");
        Assert.Contains("Возьмите два задания из банка", told.Text);
        Assert.DoesNotContain("Волнуется", told.Text);
        Assert.Equal("Held 45 3",
            await world.Sql<string>(
            "select c.state || ' ' || j.minutes || ' ' || j.pupils from consultation c join journal_entry j on j.consultation_id = c.id"));
    }

    [Fact]
    public async Task The_recommendation_stands_on_the_teachers_card_among_the_past_ones_as_it_is_today()
    {
        await using var world = await World.Open(cluster);
        var (tutor, teacher) = (await world.Tutor(1), await world.Teacher(2));
        tutor.StartedEarlier();
        teacher.StartedEarlier();
        var id = await world.Consultation(tutor, teacher);
        await world.Pass(TimeSpan.FromHours(3));
        await Recommends(world, id, "Возьмите два задания из банка");

        await teacher.Types("/my");
        await teacher.Taps("Прошедшие");
        await teacher.Sees("Прошедшие консультации");
        await teacher.Taps("24.11 11:00 · Петрова");
        var card = await teacher.SeesMessage("Консультация состоялась");
        Assert.Contains("Рекомендация тьютора\nВозьмите два задания из банка", card.Text);

        await world.Sql<int>("update journal_entry set recommendation = 'Начните с одного задания', private_note = 'Волнуется'");
        await teacher.Taps("Мои записи");
        await teacher.Taps("Прошедшие");
        await teacher.Taps("24.11 11:00 · Петрова");
        card = await teacher.SeesMessage("Начните с одного задания");
        Assert.DoesNotContain("Волнуется", card.Text);
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task Two_devices_answer_and_one_outcome_stands()
    {
        await using var world = await World.Open(cluster);
        var (tutor, teacher) = (await world.Tutor(1), await world.Teacher(2));
        tutor.StartedEarlier();
        teacher.StartedEarlier();
        var id = await world.Consultation(tutor, teacher);
        await world.Pass(TimeSpan.FromHours(2));
        var question = await tutor.SeesMessage("Консультация состоялась?");

        await tutor.Taps("Состоялась");
        await tutor.Taps("45 минут");
        await Skips(tutor, "Что вы порекомендовали?", "Что записать для себя?", "Были ученики?");
        await tutor.SeesButton("Всё верно");
        var confirm = tutor.Chat.Last(m => m.FromBot);
        // The other device still has the question, and is quicker.
        await tutor.TapsData(question, $"c:o:{id}:no:Connection");
        await tutor.Sees("Не состоялась. Не было связи");
        await tutor.TapsData(question, $"c:o:{id}:no:Other");
        Assert.Contains("Итог уже записан", tutor.LastToast);
        await tutor.TapsOn(confirm, "Всё верно");
        await world.Idle();
        Assert.Equal("NotHeld Connection 1",
            await world.Sql<string>(
            "select c.state || ' ' || j.reason || ' ' || (select count(*) from journal_entry) from consultation c join journal_entry j " +
            "on j.consultation_id = c.id"));
        await tutor.TapsData(question, $"n:outcome:{id}");
        await world.Idle();
        Assert.Contains("Итог уже записан", tutor.Chat[^1].Text);
    }

    [Fact]
    public async Task What_was_said_in_error_is_corrected_within_30_days_and_not_later()
    {
        await using var world = await World.Open(cluster);
        var (tutor, teacher) = (await world.Tutor(1), await world.Teacher(2));
        tutor.StartedEarlier();
        teacher.StartedEarlier();
        var id = await world.Consultation(tutor, teacher);
        await world.Pass(TimeSpan.FromHours(2));
        await tutor.Taps("Не состоялась");
        await tutor.Taps("Другое");
        await tutor.Taps("Всё-таки состоялась");
        await tutor.Taps("60 минут");
        await tutor.Types("Прочтите главу 2");
        await Skips(tutor, "Что записать для себя?", "Были ученики?");
        await tutor.Taps("Всё верно");
        await tutor.Sees("Рекомендация отправлена педагогу");
        Assert.Equal("Held", await world.Sql<string>("select state from consultation"));

        await tutor.Taps("Изменить рекомендацию");
        await tutor.Types("Прочтите главу 3");
        await tutor.Taps("Всё верно");
        await teacher.Sees("Тьютор уточнил рекомендацию");
        await tutor.SeesButton("Изменить минуты");

        var card = tutor.Chat.Last(m => m.FromBot);
        await world.Pass(TimeSpan.FromDays(31));
        await tutor.TapsOn(card, "Изменить минуты");
        await tutor.Sees("в течение 30 дней");
        await tutor.TapsData(card, $"c:o:{id}:fixno:Other");
        Assert.Contains("в течение 30 дней", tutor.LastToast);
        Assert.Equal("Held 60",
            await world.Sql<string>(
            "select c.state || ' ' || j.minutes from consultation c join journal_entry j on j.consultation_id = c.id"));
    }

    [Fact]
    public async Task A_group_has_one_line_with_the_number_of_teachers_and_each_hears_the_recommendation()
    {
        await using var world = await World.Open(cluster);
        var tutor = await world.Tutor(1);
        var (anna, boris) = (await world.Teacher(2), await world.Teacher(3, "Орлов Борис Львович"));
        tutor.StartedEarlier();
        anna.StartedEarlier();
        boris.StartedEarlier();
        await world.Group(tutor, anna, boris);
        await world.Pass(TimeSpan.FromHours(3));
        await tutor.Taps("Состоялась");
        await tutor.Taps("60 минут");
        await tutor.Types("Обменяйтесь заданиями");
        await Skips(tutor, "Что записать для себя?", "Были ученики?");
        await tutor.Taps("Всё верно");
        await tutor.Sees("Рекомендация отправлена: 2 педагогам");
        await anna.Sees("Обменяйтесь заданиями");
        await boris.Sees("Обменяйтесь заданиями");
        Assert.Equal(2, await world.Sql<int>("select teachers from journal_entry"));
    }

    [Fact]
    public async Task Another_tutor_can_neither_see_nor_answer()
    {
        await using var world = await World.Open(cluster);
        var (tutor, teacher) = (await world.Tutor(1), await world.Teacher(2));
        var other = await world.Tutor(3, "Сидоров Борис Олегович");
        var id = await world.Consultation(tutor, teacher, TimeSpan.FromHours(-2));
        await other.Types("/journal");
        var list = await other.SeesMessage("Записей пока нет");
        foreach (var forged in (string[])[$"c:o:{id}:show", $"c:o:{id}:no:Other", $"c:o:{id}:fixno:Other", $"n:outcome:{id}",
            $"n:outcome:{id}.fix", "n:outcome:x", "n:outcome:"])
            await other.TapsData(list, forged);
        await world.Idle();
        Assert.Equal("Confirmed 0",
            await world.Sql<string>("select state || ' ' || (select count(*) from journal_entry) from consultation"));
        Assert.DoesNotContain(other.Chat, m => m.Text.Contains(JournalStage.Topic, StringComparison.Ordinal));
    }

    private static async Task Skips(Visitor who, params string[] questions)
    {
        foreach (var question in questions)
        {
            await who.Sees(question);
            await who.Taps("Пропустить");
        }
    }

    private static Task<int> Recommends(World world, long id, string words) => world.Sql<int>($"""
        insert into journal_entry (tutor_id, consultation_id, day, teacher_id, topic, form, minutes, recommendation, held, created_at)
        select tutor_id, id, '2026-11-24', teacher_id, topic, 'Individual', 45, '{words}', true, {world.Now} from consultation
            where id = {id};
        update consultation set state = 'Held' where id = {id}
        """);
}
