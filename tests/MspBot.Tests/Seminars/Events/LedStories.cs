using MspBot.Sandbox;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Seminars.Events;

/// <summary>«Веду»: whoever leads meetings reaches them, and what belongs to them, however long ago they were.</summary>
public sealed class LedStories(TestCluster cluster)
{
    [Fact]
    public async Task A_past_meeting_is_reached_from_my_with_its_list_its_materials_and_its_certificates()
    {
        await using var world = await World.Open(cluster);
        var tutor = await world.Teacher(1, role: "Tutor");
        await world.Seminar(startsIn: TimeSpan.FromHours(2));
        await world.Sql<int>("update seminar set leader_id = (select id from person where chat_id = 1)");
        await tutor.Types("/my");
        await tutor.Sees("Круглый стол · записано 0 из 2");
        await world.Pass(TimeSpan.FromDays(200));

        await tutor.Types("/my");
        await tutor.Taps("Веду");
        await tutor.Sees("Впереди нет мероприятий, которые вы ведёте");
        await tutor.Taps("Прошедшие");
        await tutor.Sees("вт, 24 ноября, 12:00 — Читательская грамотность");
        await tutor.Taps("24.11 12:00");
        await tutor.SeesButton("Кто был");
        await tutor.SeesButton("Добавить материал");
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task The_menu_leads_there_and_a_teacher_who_leads_nothing_is_not_bothered()
    {
        await using var world = await World.Open(cluster);
        var (anna, tutor) = (await world.Teacher(1), await world.Teacher(2, "Орлов Борис Львович", role: "Tutor"));
        await tutor.Types("/menu");
        await tutor.Taps("Веду");
        await tutor.Sees("Впереди нет мероприятий");
        foreach (var command in (string[])["/menu", "/my"])
        {
            await anna.Types(command);
            await world.Idle();
            Assert.DoesNotContain(anna.Chat[^1].Buttons.SelectMany(r => r), b => b.Label.Contains("Веду", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_head_sees_other_leaders_and_a_tutor_does_not()
    {
        await using var world = await World.Open(cluster);
        var (head, tutor) = (await world.Head(), await world.Teacher(2, "Орлов Борис Львович", role: "Tutor"));
        var id = await world.Seminar(startsIn: TimeSpan.FromHours(-24));
        await world.Sql<int>($"update seminar set leader_id = (select id from person where chat_id = 2) where id = {id}");
        await head.Types("/menu");
        await head.Taps("Веду");
        await head.Taps("Прошедшие");
        await head.Sees("Здесь появятся прошедшие мероприятия, которые вы вели");
        await head.Taps("Все мероприятия");
        await head.Sees("ведёт Орлов Б. Л.");
        await head.Taps("23.11 10:00");
        await head.SeesButton("Кто был");

        await world.Seminar(startsIn: TimeSpan.FromHours(-48), title: "Чужое");
        await tutor.Types("/menu");
        foreach (var arg in (string[])["allpast", "all", "past"]) await tutor.TapsData(tutor.Chat[^1], $"c:led:0:show:{arg}");
        await tutor.DoesNotSee("Чужое");
    }

    [Fact]
    public async Task Many_come_in_pages()
    {
        await using var world = await World.Open(cluster);
        var head = await world.Head();
        for (var n = 1; n <= 8; n++) await world.Seminar(startsIn: TimeSpan.FromDays(-n), title: $"Встреча номер {n}");
        await head.Types("/menu");
        await head.Taps("Веду");
        await head.Taps("Прошедшие");
        await head.Sees("Встреча номер 6");
        await head.DoesNotSee("Встреча номер 7");
        await head.Taps("›");
        await head.Sees("Встреча номер 8");
    }

    [Fact]
    public async Task Typed_words_find_what_one_led_or_attended_and_nobody_elses_past()
    {
        await using var world = await World.Open(cluster);
        var (head, anna, boris) = (await world.Head(), await world.Teacher(1), await world.Teacher(2, "Орлов Борис Львович"));
        var id = await world.Seminar(startsIn: TimeSpan.FromHours(1));
        await anna.SignsUp();
        await anna.Sees("Вы записаны");
        await world.Pass(TimeSpan.FromDays(30));

        foreach (var one in (Visitor[])[head, anna])
        {
            await one.Types("грамотности читательской");
            await one.Sees("Нашлось по «грамотности читательской»");
            await one.Sees("вт, 24 ноября, 11:00 — Читательская грамотность");
            await one.Taps("24.11 11:00");
            await one.Sees("Мероприятие уже прошло");
        }
        await boris.Types("грамотность");
        Assert.DoesNotContain("Читательская", await boris.Sees("Меню"));
        await world.Sql<int>(
            $"update seminar set starts_at = starts_at + interval '60 days', ends_at = ends_at + interval '60 days' where id = {id}");
        await boris.Types("грамотность");
        await boris.Taps("23.01 11:00");
        await boris.SeesButton("Записаться");
    }

    [Fact]
    public async Task What_one_leads_tomorrow_stands_in_the_menu_before_a_seat_in_three_weeks()
    {
        await using var world = await World.Open(cluster);
        var tutor = await world.Teacher(1, role: "Tutor");
        await world.Seminar(startsIn: TimeSpan.FromDays(21));
        await tutor.SignsUp();
        await tutor.Sees("Вы записаны");
        await tutor.Types("/menu");
        await tutor.Sees("Ближайшее: Читательская грамотность");
        var led = await world.Seminar(startsIn: TimeSpan.FromDays(1), title: "Своё");
        await world.Sql<int>($"update seminar set leader_id = (select id from person where chat_id = 1) where id = {led}");
        await tutor.Types("/menu");
        await tutor.Sees("Вы ведёте: Своё");
    }

    /// <summary>A button carries fewer words than one may type; the next pages then find more, and leave nothing out.</summary>
    [Fact]
    public async Task All_that_was_typed_is_looked_for()
    {
        await using var world = await World.Open(cluster);
        var anna = await world.Teacher(1);
        await world.Seminar(startsIn: TimeSpan.FromDays(1), title: "Функциональная грамотность на переменах");
        await world.Seminar(startsIn: TimeSpan.FromDays(2), title: "Функциональная грамотность на уроках");
        await anna.Types("функциональная грамотность уроки");
        Assert.DoesNotContain("переменах", await anna.Sees("Функциональная грамотность на уроках"), StringComparison.Ordinal);
        await anna.Types($"{new string('а', 3_000)} грамотность");
        await anna.Sees("Меню");
        Assert.Empty(world.Telegram.Violations);
    }

    /// <summary>What is typed is never an operator, and a button carries as much as it can.</summary>
    [Theory]
    [InlineData("':* & ! | () грамотность")]
    [InlineData("грамотность грамотность грамотность грамотность грамотность грамотность")]
    [InlineData("🎓🎓🎓 грамотность")]
    public async Task Odd_words_find_too(string words)
    {
        await using var world = await World.Open(cluster);
        var anna = await world.Teacher(1);
        for (var n = 1; n <= 7; n++) await world.Seminar(startsIn: TimeSpan.FromDays(n), title: $"Грамотность {n}");
        await anna.Types(words);
        await anna.Sees("Грамотность 6");
        await anna.Taps("›");
        await anna.Sees("Грамотность 7");
        Assert.Empty(world.Telegram.Violations);
    }

    [Theory]
    [InlineData("спасибо")]
    [InlineData("да")]
    [InlineData("😀")]
    [InlineData("' or 1=1 --")]
    public async Task Words_that_name_nothing_are_answered_with_the_menu(string words)
    {
        await using var world = await World.Open(cluster);
        var anna = await world.Teacher(1);
        await world.Seminar();
        await anna.Types(words);
        await anna.Sees("Меню");
    }
}
