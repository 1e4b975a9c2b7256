using MspBot.Sandbox;
using MspBot.Tests.Certificates;
using MspBot.Tests.Consultations;
using MspBot.Tests.Consultations.Groups;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using UglyToad.PdfPig;
using Xunit;

namespace MspBot.Tests.Feedback;

/// <summary>From the end of a meeting to a paper that a stranger checks: the whole way in one story, with the clock moved.</summary>
public sealed class ChainStories(TestCluster cluster)
{
    [Fact]
    public async Task From_the_end_of_a_seminar_to_a_paper_that_is_checked_corrected_and_withdrawn()
    {
        await using var world = await World.Open(cluster);
        var (head, anna, stranger) = (await SeminarCast.Head(world), (await world.Teachers(1))[0], world.Visitor(77));
        await world.Came(await world.Seminar(startsIn: FeedbackCast.TwoHours), came: true, 1);
        await world.Pass(TimeSpan.FromMinutes(210 + 15));
        await anna.Taps("5");
        await anna.SeesButton("← Назад");
        await anna.Taps("4");
        await anna.Taps("Сертификат");
        Assert.Contains("Арбузова Анна Ивановна", Words(await anna.SeesFile("Сертификат 2026-0001.pdf")), StringComparison.Ordinal);

        var check = $"/start c_{await world.Code()}";
        await stranger.Types(check);
        Assert.Contains("Кому: Арбузова А. И.", await stranger.Sees("✅ Сертификат № 2026-0001: подлинный"), StringComparison.Ordinal);
        await world.Pass(FeedbackCast.Day);
        await anna.Types("/profile");
        await anna.Taps("Изменить имя");
        await anna.Types("Арбузова-Синичкина Анна Ивановна");
        await anna.Sees("Арбузова-Синичкина");
        await anna.Types("/my");
        await anna.Taps("Сертификаты: 1");
        await anna.Taps("Читат");
        await anna.Sees("Сертификат № 2026-0001");
        await world.Idle();
        Assert.Contains("№ 2026-0001, редакция 2", Words(await anna.SeesFile("Сертификат 2026-0001.pdf")), StringComparison.Ordinal);
        await stranger.Types(check);
        Assert.Contains("25 ноября 2026, редакция 2", await stranger.Sees("Кому: Арбузова-Синичкина А. И."), StringComparison.Ordinal);

        await head.Types(check);
        await head.Taps("Открыть сертификат");
        await head.Taps("Отозвать сертификат");
        await head.Types("Выдан по ошибке");
        await head.Sees("Владелец узнает об этом");
        await head.Taps("Отозвать сертификат");
        await head.Sees("❌ Отозван 25 ноября 2026");
        await anna.Sees("Причина: Выдан по ошибке");
        await stranger.Types(check);
        await stranger.Sees("❌ Сертификат № 2026-0001: отозван 25 ноября 2026");
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task From_consultations_that_were_held_to_the_tutors_view_and_statement()
    {
        await using var world = await World.Open(cluster);
        var all = await world.Teachers(3);
        var tutor = (await SeminarCast.Teacher(world, 50, "Котова Раиса Олеговна", "Tutor")).StartedEarlier();
        // One after the other, today from 11:00.
        foreach (var (n, teacher) in all.Index()) await world.Consultation(tutor, teacher, TimeSpan.FromHours(n + 1));
        await world.Pass(TimeSpan.FromMinutes(240));
        for (var n = 0; n < 3; n++)
        {
            await tutor.Types("/requests");
            await world.Idle();
            await Held(world, tutor, n);
        }
        await world.Pass(FeedbackCast.Quarter);
        foreach (var (n, teacher) in all.Index())
        {
            await teacher.Sees("Оцените консультацию");
            await teacher.Taps("5");
            await teacher.SeesButton("← Назад");
            await teacher.Taps($"{n + 3}");
            await teacher.Sees("отзыв принят");
            await teacher.DoesNotSee("Сертификат");
        }
        await world.Idle();
        await world.BringIn();
        await tutor.Types("/feedback");
        await tutor.Sees("Отзывы");
        await tutor.Taps("Мои отзывы");
        await tutor.Sees("Оценка: 5,0 (3 ответа)");
        await tutor.Sees("Польза: 4,0 (3 ответа)");
        await tutor.Types("/my");
        await tutor.Taps("Сертификаты");
        await tutor.Taps("Справка тьютора");
        await tutor.Taps("2026/27 учебный год (этот)");
        var text = Words(await tutor.SeesFile("Справка 2026-0001"));
        Assert.Contains("3 консультации", text, StringComparison.Ordinal);
        Assert.Contains("2 часа 15 минут", text, StringComparison.Ordinal);
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task From_a_group_that_was_held_to_each_ones_feedback_and_the_tutors_statement()
    {
        await using var world = await World.Open(cluster);
        var tutor = await world.ThursdayTutor(50);
        var all = await world.Teachers(3);
        var group = await world.Group(seats: 3, least: 2);
        foreach (var chat in (long[])[1, 2, 3]) await world.Request(chat, null);
        await world.Invite(group, 1, 2, 3);
        await world.Sql<int>(
            $"update consultation_member set state = 'Agreed'; update consultation set state = 'Confirmed' where id = {group}");
        await world.Pass(TimeSpan.FromDays(9) + FeedbackCast.TwoHours + TimeSpan.FromHours(5));
        await Held(world, tutor, 0);
        await world.Pass(FeedbackCast.Quarter);
        Assert.Equal([1, 1, 1], all.Select(one => one.Hears("Оцените консультацию")));
        foreach (var one in all)
        {
            await one.Taps("4");
            await one.SeesButton("← Назад");
            await one.Taps("4");
            await one.Sees("отзыв принят");
        }
        await world.Idle();
        await world.BringIn();
        await tutor.Types("/feedback");
        await tutor.Sees("Отзывы");
        await tutor.Taps("Мои отзывы");
        await tutor.Sees("Оценка: 4,0 (3 ответа)");
        await tutor.Types("/my");
        await tutor.Taps("Сертификаты");
        await tutor.Taps("Справка тьютора");
        await tutor.Taps("2026/27 учебный год (этот)");
        Assert.Contains("1 консультация", Words(await tutor.SeesFile("Справка 2026-0001")), StringComparison.Ordinal);
    }

    /// <summary>The tutor says of the first one in the list that it took place.</summary>
    private static async Task Held(World world, Visitor tutor, int done)
    {
        var id = await world.Sql<long>("select min(id) from consultation where state = 'Confirmed'");
        await tutor.TapsData(tutor.Chat.Last(m => m.FromBot), $"n:outcome:{id}");
        await tutor.Sees("Сколько это длилось?");
        await tutor.Taps("45 минут");
        await tutor.Types("Попробуйте задания из банка");
        await tutor.Sees("Что записать для себя?");
        await tutor.Taps("Пропустить");
        await tutor.Sees("Были ученики?");
        await tutor.Taps("Пропустить");
        await tutor.Taps("Всё верно");
        await world.Idle();
        Assert.Equal(done + 1, await world.Sql<int>("select count(*) from consultation where state = 'Held'"));
    }

    private static string Words(ChatFile file)
    {
        using var document = PdfDocument.Open(file.Bytes.ToArray());
        return string.Join(' ', document.GetPage(1).Letters.GroupBy(l => Math.Round(l.StartBaseLine.Y, 1)).Select(g =>
            string.Concat(g.Select(l => l.Value)).Trim()));
    }
}
