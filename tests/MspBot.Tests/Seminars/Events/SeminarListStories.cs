using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Seminars.Seats;

/// <summary>How the lists of seminars look: by date, in pages, filtered by kind.</summary>
public sealed class SeminarListStories(TestCluster cluster)
{
    [Fact]
    public async Task My_sign_ups_are_listed_by_date_and_what_is_over_apart()
    {
        await using var world = await World.Open(cluster);
        var anna = await world.Teacher(1);
        await anna.Types("/my");
        await anna.Sees("Вы пока никуда не записаны");
        await anna.SeesButton("Посмотреть мероприятия");

        await world.Seminar(startsIn: TimeSpan.FromHours(2));
        await anna.SignsUp();
        await anna.Sees("Вы записаны");
        await anna.Types("/my");
        await anna.Sees("вт, 24 ноября, 12:00 — Читательская грамотность");
        await anna.Types("/menu");
        await anna.Sees("Ближайшее: Читательская грамотность, вт, 24 ноября, 12:00");
        await anna.Taps("Открыть мероприятие");
        await anna.Sees("Вы записаны");

        await world.Pass(TimeSpan.FromHours(4));
        await anna.Types("/my");
        await anna.Sees("Вы пока никуда не записаны");
        await anna.Taps("Прошедшие");
        await anna.Sees("вт, 24 ноября, 12:00 — Читательская грамотность");
        await anna.Taps(SeminarCast.Label);
        await anna.Sees("Мероприятие уже прошло");
    }

    [Fact]
    public async Task A_long_list_has_pages_and_a_filter_by_kind()
    {
        await using var world = await World.Open(cluster);
        var anna = await world.Teacher(1);
        for (var n = 1; n <= 8; n++) await world.Seminar(startsIn: TimeSpan.FromDays(n), title: $"Встреча номер {n}");
        await world.Sql<int>("update seminar set kind = 'Workshop' where title = 'Встреча номер 8'");

        await anna.Types("/events");
        await anna.Sees("Встреча номер 6");
        await anna.DoesNotSee("Встреча номер 7");
        await anna.Taps("›");
        await anna.Sees("Встреча номер 8");
        await anna.Taps("‹");
        await anna.Sees("Встреча номер 1");
        await anna.Taps("Вид: все");
        await anna.Taps("Лабораторный практикум");
        var filtered = await anna.Sees("Встреча номер 8");
        Assert.DoesNotContain("Встреча номер 1", filtered);
        await anna.Taps("Показать все");
        await anna.Sees("Встреча номер 1");
        foreach (var data in (string[])["c:ev:99999:show", "c:ev:0:show:Nonsense", "c:ev:7:show:Draft", "c:ev:0:nonsense:9",
            "c:my:8:show:zzz"])
            await anna.TapsData(anna.Chat[^1], data);
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task What_was_typed_is_shown_as_it_was_typed()
    {
        await using var world = await World.Open(cluster);
        var anna = await world.Teacher(1);
        await world.Seminar(title: "<b>&\"</b>");
        await world.Sql<int>(
            $"update seminar set description = repeat('<i>&', 700), audience = repeat('<', 300), join_link = 'https://a.ru/?a=1&b=<>'");
        await anna.Types("/events");
        await anna.Taps("<b>&\"</b>");
        await anna.Sees("<b>&\"</b>");
        await anna.Taps("Записаться");
        await anna.Sees("Вы записаны");
        await anna.Taps("Описание полностью");
        await anna.SeesButton("Свернуть описание");
        var whole = await anna.Sees("Подключиться можно будет");
        Assert.InRange(whole.Length, 2000, 4096);
        await anna.Taps("Свернуть описание");
        await anna.Sees("Вы записаны");
        Assert.Empty(world.Telegram.Violations);
    }
}
