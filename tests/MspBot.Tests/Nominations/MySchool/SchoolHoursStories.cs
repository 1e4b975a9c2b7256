using MspBot.Sandbox;
using MspBot.Tests.Consultations.Hours;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Nominations.MySchool;

/// <summary>When a school frees its teachers, and what they see of it where they ask for a consultation.</summary>
public sealed class SchoolHoursStories(TestCluster cluster)
{
    [Fact]
    public async Task A_schools_head_sets_hours_takes_them_out_and_back_and_the_log_says_so()
    {
        await using var world = await World.Open(cluster);
        var school = await world.School();
        var head = await world.HeadOf(1, school);
        var siteHead = (await SeminarCast.Head(world)).StartedEarlier();
        await world.Sql<int>($"""
            insert into tutoring_assignment (tutor_id, school_id, since, made_by) select id, {school}, '2026-11-01', id from person
                where chat_id = {World.HeadId}
            """);
        await head.Types("/school");
        await head.Taps("Тьюторы школы");
        await head.Sees("Тьютор Смирнова В. П.: вся школа");
        await head.Taps("Когда удобно");
        await head.Sees("Часов пока нет.");
        await head.Taps("Добавить часы");
        await head.Taps("Среда");
        await head.Taps("Готово (1)");
        await head.Types("15:00-15:20");
        await head.Sees("слишком мало: консультация длится не меньше 30 минут");
        await head.Types("15-17");
        await head.Sees("Добавлено: Ср 15:00–17:00.");
        Assert.Equal("3 900–1020", await world.SchoolHours());

        await head.Taps("Добавить часы");
        await head.Taps("Среда");
        await head.Taps("Готово (1)");
        await head.Types("16-18");
        await head.Sees("пересекается с часами, которые уже есть: Ср 15:00–17:00");
        await head.Types("17:00–18:00");
        await head.Sees("Ср 15:00–17:00, 17:00–18:00");
        await head.Taps("Убрать часы");
        await head.Taps("Убрать Ср 15:00–17:00");
        await head.TapsAgain();
        await world.Idle();
        Assert.Equal("3 1020–1080", await world.SchoolHours());
        await head.Taps("Вернуть Ср 15:00–17:00");
        await head.TapsAgain();
        Assert.Equal("3 900–1020, 3 1020–1080", await world.SchoolHours());

        await siteHead.Types("/people");
        await siteHead.Taps("Журнал действий");
        var log = await siteHead.Sees("изменены часы для консультаций: школа МОУ «СОШ № 12», добавлено Ср 15:00–17:00");
        Assert.Contains("Сидорова А. П. (руководитель школы)", log, StringComparison.Ordinal);
        Assert.Contains("убрано Ср 15:00–17:00", log, StringComparison.Ordinal);
        Assert.Equal(4, await world.Sql<int>("select count(*) from action_log where action = 'SchoolHoursChanged'"));
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task Another_schools_hours_are_not_taken_out_and_who_heads_it_no_more_adds_none()
    {
        await using var world = await World.Open(cluster);
        var school = await world.School();
        var other = await world.School("МОУ «СОШ № 7»");
        var head = await world.HeadOf(1, school);
        var stranger = await world.HeadOf(2, other, "Козлова Вера Ильинична");
        var id = await world.FreesOn(school, 3, 15, 17);
        await stranger.Types("/school");
        await world.Idle();
        await stranger.TapsData(stranger.Chat.Last(m => m.FromBot), $"c:schh:{id}:del");
        await stranger.Sees("Часов пока нет.");
        Assert.Equal("3 900–1020", await world.SchoolHours());

        await head.Types("/school");
        await head.Taps("Тьюторы школы");
        await head.Taps("Когда удобно");
        var hours = await head.SeesMessage("Ср 15:00–17:00");
        await head.Taps("Добавить часы");
        await head.Taps("Четверг");
        await head.Taps("Готово (1)");
        await world.Sql<int>($"update person_role set school_id = {other} where school_id = {school}");
        await head.Types("15-17");
        await world.Idle();
        await world.Sql<int>("delete from person_role where role = 'SchoolHead' and person_id = (select id from person where chat_id = 1)");
        await head.TapsData(hours, $"c:schh:{id}:del");
        await head.Sees("Вы больше не руководитель этой школы");
        // What was typed in the form went to the school that they headed by then.
        Assert.Equal("3 900–1020, 4 900–1020", await world.SchoolHours());
        Assert.Equal($"{other}", await world.Sql<string>("select school_id from school_hours where weekday = 4"));
    }

    [Fact]
    public async Task Times_for_which_the_school_frees_its_teachers_are_offered_first_and_the_others_stay()
    {
        await using var world = await World.Open(cluster);
        var school = await world.School();
        await world.FreesOn(school, 4, 16, 18);
        var ours = await world.TeacherOf(2, school);
        var theirs = await SeminarCast.Teacher(world, 3);
        await world.TutorAtOnce(9, "Волкова Ирина Павловна");
        foreach (var weekday in (int[])[3, 4]) await world.Hours(9, weekday, 14, 18);

        await Asks(ours);
        var question = await ours.SeesMessage("Когда вам удобно?");
        Assert.Equal(
            ["Школа отпускает: 26.11 16:45", "Ближайшее: 25.11 14:00", "Школа отпускает: чт, 26.11", "Школа отпускает: чт, 03.12",
                "ср, 25 ноября · 4 варианта", "ср, 2 декабря · 4 варианта", "Предложить своё время", "Сообщить, когда появится время"],
            question.Buttons.SkipLast(1).SelectMany(row => row).Select(b => b.Label));
        await ours.Taps("Школа отпускает: чт, 26.11");
        var hour = await ours.SeesMessage("Во сколько?");
        Assert.Equal(["🏫 16:45", "14:00", "14:55", "15:50"],
            hour.Buttons.SkipLast(1).SelectMany(row => row).Select(b => b.Label));
        Assert.Equal(3, hour.Buttons[0].Count);
        await ours.Taps("🏫 16:45");
        await ours.Sees("Когда: чт, 26 ноября, 16:45");

        await Asks(theirs);
        var plain = await theirs.SeesMessage("Когда вам удобно?");
        Assert.DoesNotContain(plain.Buttons.SelectMany(row => row), b => b.Label.Contains("Школа", StringComparison.Ordinal));
    }

    private static async Task Asks(Visitor teacher)
    {
        await teacher.Types("/consult");
        await teacher.Types("Как готовить к заданиям на чтение графиков");
        await teacher.Taps("Индивидуально");
        await teacher.Taps("Волкова Ирина Павловна");
    }
}
