using MspBot.Sandbox;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Seminars.Events;

/// <summary>What of the coming events a person finds, and how: for them, by kind, by subject.</summary>
public sealed class EventListStories(TestCluster cluster)
{
    [Fact]
    public async Task For_me_is_what_names_my_subjects_and_what_names_none()
    {
        await using var world = await World.Open(cluster);
        var (head, anna) = (await world.Head(), await world.Teacher(1));
        await world.Sql<int>("update person set subjects = array['ОБЗР', 'Физика', 'Математика'] where chat_id = 1");
        await world.Seminar(startsIn: TimeSpan.FromDays(1), title: "Математическая грамотность");
        await world.Seminar(startsIn: TimeSpan.FromDays(2), title: "Опыты на уроке");
        await world.Sql<int>("update seminar set audience = 'учителям химии' where title = 'Опыты на уроке'");
        await world.Seminar(startsIn: TimeSpan.FromDays(3), title: "Современные технологии обучения");
        await world.Seminar(startsIn: TimeSpan.FromDays(4), title: "Задачи для всех");
        await world.Sql<int>(
            "update seminar set audience = 'физики и астрономы', description = 'Немного истории' where title = 'Задачи для всех'");

        await anna.Types("/events");
        await anna.Sees("Опыты на уроке");
        await anna.Taps("Для меня");
        var mine = await anna.Sees("По вашим предметам (ОБЗР, Физика, Математика) и то, где предмет не назван");
        foreach (var title in (string[])["Математическая грамотность", "Современные технологии обучения",
            "Задачи для всех"]) Assert.Contains(title, mine);
        Assert.DoesNotContain("Опыты на уроке", mine);
        await anna.Taps("Показать все");
        await anna.Sees("Опыты на уроке");

        // The head leads all of these, and has no subjects.
        await head.Types("/events");
        await head.Taps("Для меня");
        await head.Sees("Предметы в профиле не указаны");
        await head.Sees("Для вас пока ничего не запланировано");
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task By_subject_offers_what_is_named_and_keeps_to_it_over_pages()
    {
        await using var world = await World.Open(cluster);
        var anna = await world.Teacher(1);
        for (var n = 1; n <= 7; n++) await world.Seminar(startsIn: TimeSpan.FromDays(n), title: $"Уроки истории {n}");
        await world.Seminar(startsIn: TimeSpan.FromHours(5), title: "Учим английский");
        await anna.Types("/events");
        await anna.Taps("Предмет: все");
        await anna.SeesButton("Иностранный язык");
        Assert.DoesNotContain(anna.Chat[^1].Buttons.SelectMany(r => r), b => b.Label == "Химия");
        await anna.Taps("История");
        Assert.DoesNotContain("английский", await anna.Sees("Уроки истории 6"));
        await anna.SeesButton("Предмет: История");
        await anna.Taps("›");
        await anna.Sees("Уроки истории 7");
        foreach (var data in (string[])["c:ev:0:show:s.Химия", "c:ev:0:show:s.", "c:ev:0:show:s.'--", "c:ev:0:show:me", "c:ev:7:show:me"])
            await anna.TapsData(anna.Chat[^1], data);
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task How_one_stands_is_said_in_the_text_and_at_the_beginning_of_the_label()
    {
        await using var world = await World.Open(cluster);
        var (anna, boris) = (await world.Teacher(1), await world.Teacher(2, "Орлов Борис Львович"));
        await world.Seminar(seats: 1, startsIn: TimeSpan.FromDays(1), title: "Функциональная грамотность обучающихся на уроках");
        await world.Seminar(seats: null, startsIn: TimeSpan.FromDays(2), title: "Чтение");
        foreach (var (who, button) in ((Sandbox.Visitor, string)[])[(anna, "Записаться"), (boris, "В лист ожидания")])
        {
            await who.Types("/events");
            await who.Taps("25.11 10:00");
            await who.Taps(button);
            await who.Types("/my");
        }
        await anna.Sees("Круглый стол · ✅ вы записаны");
        await anna.SeesButton("✅ 25.11 10:00 · Функциональная…");
        await boris.Sees("Круглый стол · ⏳ лист ожидания, вы 1-й в очереди");
        await boris.SeesButton("⏳ 25.11 10:00 · Функциональная…");
        await boris.Types("/events");
        await boris.Sees("Круглый стол · места без ограничений");
        await boris.SeesButton("26.11 10:00 · Чтение");
    }

    [Fact]
    public async Task A_leader_is_not_offered_a_place_in_their_own_meeting()
    {
        await using var world = await World.Open(cluster);
        var (head, tutor) = (await world.Head(), await world.Teacher(2, "Орлов Борис Львович", role: "Tutor"));
        var id = await world.Seminar();
        await head.Types("/events");
        await head.Sees("вы ведёте, записано 0 из 2");
        await world.Sql<int>("update seminar set leader_id = (select id from person where chat_id = 2)");
        await head.Types($"/start e_{id}");
        await head.SeesButton("Записаться");
        await tutor.Types($"/start e_{id}");
        await world.Idle();
        var labels = tutor.Chat[^1].Buttons.SelectMany(r => r).Select(b => b.Label).ToList();
        Assert.DoesNotContain("Записаться", labels);
        Assert.Contains("Позвать коллегу", labels);
        await tutor.TapsData(tutor.Chat[^1], $"c:s:{id}:join");
        Assert.Equal("Это мероприятие ведёте вы, записываться не нужно.", tutor.LastToast);
        Assert.Equal(0, await world.Count("Confirmed"));
    }

    [Fact]
    public async Task A_kind_is_called_in_full_in_the_list_and_by_its_short_name_on_the_button()
    {
        await using var world = await World.Open(cluster);
        var anna = await world.Teacher(1);
        await world.Seminar();
        await world.Sql<int>("update seminar set kind = 'GroupConsultation'");
        await anna.Types("/events");
        await anna.Sees("Групповая консультация · осталось 2 места");
        await anna.Taps("Вид: все");
        await anna.Taps("Групповая консультация");
        await anna.SeesButton("Вид: Консультация");
    }
}
