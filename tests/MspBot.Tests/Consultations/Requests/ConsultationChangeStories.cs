using System.Text;
using MspBot.Sandbox;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Consultations.Requests;

/// <summary>What was agreed is moved, cancelled, left behind.</summary>
public sealed class ConsultationChangeStories(TestCluster cluster)
{
    [Fact]
    public async Task A_teacher_asks_for_another_time_and_until_the_tutor_agrees_the_old_one_stands()
    {
        await using var world = await World.Open(cluster);
        var (tutor, anna) = (await world.TutorWithHours(5), await SeminarCast.Teacher(world, 1));
        await ConsultationCast.Agree(anna, tutor);
        await world.Idle();

        await anna.Taps("Перенести");
        await anna.Sees("Когда вам удобно?");
        await anna.Taps("чт, 26 ноября");
        await anna.Sees("Во сколько?");
        await anna.Taps("15:50");
        await anna.Sees("Почему переносим?");
        await anna.Types("Педсовет");
        await anna.Sees("остаётся прежнее время");
        await anna.Taps("Всё верно");
        await anna.Sees("Просьба о переносе отправлена");
        var asked = await tutor.SeesMessage("Педагог просит перенести на: чт, 26 ноября, 15:50");
        Assert.Contains("Причина: Педсовет", asked.Text);
        Assert.Contains("Когда: ср, 25 ноября, 14:00–14:45", asked.Text);
        Assert.Equal(2, await world.Sql<int>("select count(*) from consultation_time"));

        await tutor.Taps("Перенести на 26.11 15:50");
        var moved = await anna.SeesMessage("Консультация перенесена");
        Assert.Contains("Было: ср, 25 ноября, 14:00–14:45", moved.Text);
        Assert.Contains("Стало: чт, 26 ноября, 15:50–16:35", moved.Text);
        await world.Idle();
        var files = anna.Chat.Select(m => m.File).OfType<ChatFile>().Select(f => Encoding.UTF8.GetString(f.Bytes.Span)).ToList();
        Assert.Equal(["SEQUENCE:0", "SEQUENCE:1"], files.Select(f => Line(f, "SEQUENCE")));
        Assert.Single(files.Select(f => Line(f, "UID")).Distinct());
        Assert.Equal(1, await world.Sql<int>("select count(*) from consultation_time"));
    }

    [Fact]
    public async Task A_tutor_asks_for_another_time_and_the_teacher_leaves_it_as_it_was()
    {
        await using var world = await World.Open(cluster);
        var (tutor, anna) = (await world.TutorWithHours(5), await SeminarCast.Teacher(world, 1));
        await ConsultationCast.Agree(anna, tutor);
        await world.Idle();

        await tutor.OffersToMove();
        var move = await anna.SeesMessage("Тьютор просит перенести на: ср, 25 ноября, 15:50");
        await anna.Taps("Оставить как было");
        await tutor.Sees("Консультация остаётся в прежнее время");
        await world.Idle();
        await anna.TapsOn(move, "Перенести на 25.11 15:50");
        Assert.Equal("Консультация уже подтверждена. На карточке — время, которое в силе.", anna.LastToast);
        Assert.Equal(1, await world.Sql<int>("select count(*) from consultation_time"));
    }

    [Fact]
    public async Task Cancelled_by_the_tutor_with_a_reason_the_teacher_hears_why_and_the_calendar_forgets_it()
    {
        await using var world = await World.Open(cluster);
        var (tutor, anna) = (await world.TutorWithHours(5), await SeminarCast.Teacher(world, 1));
        await ConsultationCast.Agree(anna, tutor);
        await world.Idle();

        await tutor.Taps("Отменить консультацию");
        await tutor.Sees("Почему отменяем?");
        await tutor.Types("Заболела");
        await tutor.Sees("Педагог узнает об этом");
        await tutor.Taps("Да, отменить консультацию");
        await tutor.Sees("Консультация отменена");
        Assert.Contains("Причина: Заболела", (await anna.SeesMessage("Консультация отменена")).Text);
        await world.Idle();
        var file = Encoding.UTF8.GetString(anna.Chat.Last(m => m.File is not null).File!.Bytes.Span);
        Assert.Contains("METHOD:CANCEL", file);
        Assert.Equal("SEQUENCE:1", Line(file, "SEQUENCE"));
        Assert.Equal(0, await world.Sql<int>("select count(*) from consultation_time"));
    }

    [Fact]
    public async Task Shortly_before_it_the_teacher_can_neither_move_nor_cancel_and_tells_the_tutor()
    {
        await using var world = await World.Open(cluster);
        var (tutor, anna) = (await world.TutorWithHours(5), await SeminarCast.Teacher(world, 1));
        await ConsultationCast.Agree(anna, tutor);
        await world.Idle();
        var old = anna.Chat.Last(m => m.Buttons.SelectMany(r => r).Any(b => b.Label == "Перенести"));
        world.Clock.Advance(TimeSpan.FromHours(25));

        await anna.TapsOn(old, "Отменить консультацию");
        await anna.Sees("Напишите тьютору: кнопка «Сообщить тьютору»");
        await anna.Taps("Открыть консультацию");
        await anna.SeesButton("Сообщить тьютору");
        await anna.Taps("Сообщить тьютору");
        await anna.Sees("Что передать тьютору?");
        await anna.Types("Опаздываю на <10> минут");
        await anna.Sees("Передал тьютору");
        await tutor.Sees("Петрова А. И.: Опаздываю на <10> минут");
        Assert.Equal("Confirmed", await world.Sql<string>("select state from consultation"));
    }

    [Fact]
    public async Task A_request_without_a_time_is_offered_once_the_tutor_opens_hours()
    {
        await using var world = await World.Open(cluster);
        var tutor = await world.TutorWithHours(5);
        await world.Sql<int>("delete from tutor_hours");
        var anna = await SeminarCast.Teacher(world, 1);
        await anna.AsksUpToDay();
        await anna.Taps("Сообщить, когда появится время");
        await anna.Sees("Отправить заявку?");
        await anna.Taps("Всё верно");
        await anna.Sees("Сообщим, как только у тьютора появится свободное время");
        await tutor.Sees("Педагогу не подошло свободное время");
        Assert.Equal("Waiting", await world.Sql<string>("select state from consultation"));

        await tutor.Taps("Предложить время");
        await tutor.Sees("Какое время предложить");
        await tutor.Types("26.11 14:00");
        await tutor.Sees("Ещё?");
        await tutor.Taps("Достаточно");
        await tutor.Sees("Отправить педагогу?");
        await tutor.Taps("Отправить");
        await anna.Taps("Выбрать чт, 26 ноября, 14:00");
        await tutor.Sees("Педагог выбрал время");
    }

    [Fact]
    public async Task Who_waits_for_a_time_hears_of_hours_that_open_once_a_day_and_chooses()
    {
        await using var world = await World.Open(cluster);
        var tutor = await world.TutorWithHours(5);
        await world.Sql<int>("delete from tutor_hours");
        var anna = await SeminarCast.Teacher(world, 1);
        await anna.AsksUpToDay("Любой тьютор");
        await anna.Taps("Сообщить, когда появится время");
        await anna.Sees("Отправить заявку?");
        await anna.Taps("Всё верно");
        await anna.Sees("Заявка отправлена");

        await tutor.AddsHours("Среда", "15-17");
        await anna.Sees("Появилось свободное время");
        await tutor.AddsHours("Пятница", "15-17");
        await world.Idle();
        Assert.Single(anna.Chat, m => m.Text.Contains("Появилось свободное время", StringComparison.Ordinal));
        await anna.Taps("Выбрать время консультации");
        await anna.Sees("Кого попросить");
        await anna.Taps(ConsultationCast.TutorName);
        await anna.Sees("Когда вам удобно?");
        await anna.Taps("ср, 25 ноября");
        await anna.Sees("Во сколько?");
        await anna.Taps("15:00");
        await anna.Sees("Отправить заявку?");
        await anna.Taps("Всё верно");
        await tutor.Taps("Подтвердить");
        await anna.Sees("ср, 25 ноября, 15:00–15:45");
        Assert.Equal(1, await world.Sql<int>("select count(*) from consultation"));
    }

    [Fact]
    public async Task Who_waits_for_a_time_hears_of_one_that_a_cancelled_consultation_leaves()
    {
        await using var world = await World.Open(cluster);
        var (tutor, anna, boris) = (await world.TutorWithHours(5), await SeminarCast.Teacher(world, 1),
            await SeminarCast.Teacher(world, 2, "Орлов Борис Львович"));
        await ConsultationCast.Agree(anna, tutor);
        await boris.AsksUpToDay();
        await boris.Taps("Сообщить, когда появится время");
        await boris.Sees("Отправить заявку?");
        await boris.Taps("Всё верно");
        await boris.Sees("Заявка отправлена");
        await world.Idle();

        await anna.Taps("Отменить консультацию");
        await anna.Sees("Почему отменяем?");
        await anna.Types("Педсовет");
        await anna.Taps("Да, отменить консультацию");
        await boris.Sees("Появилось свободное время");
        await boris.Taps("Выбрать время консультации");
        await boris.Sees("Кого попросить");
        await boris.Taps(ConsultationCast.TutorName);
        await boris.SeesButton("ср, 25 ноября");
        Assert.DoesNotContain(anna.Chat, m => m.Text.Contains("Появилось свободное время", StringComparison.Ordinal));
    }

    private static string Line(string file, string name) =>
        file.Split('\n').Select(l => l.Trim()).First(l => l.StartsWith($"{name}:", StringComparison.Ordinal));
}
