using System.Text;
using MspBot.Sandbox;
using MspBot.Tests.People.Roles;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Consultations.Requests;

/// <summary>Somebody leaves, or waits: what becomes of requests, and where they are seen.</summary>
public sealed class ConsultationDepartureStories(TestCluster cluster)
{
    [Fact]
    public async Task A_tutor_who_loses_the_role_keeps_nothing_open()
    {
        await using var world = await World.Open(cluster);
        var tutor = await world.TutorWithHours(5);
        var (anna, boris) = (await SeminarCast.Teacher(world, 1), await SeminarCast.Teacher(world, 2, "Орлов Борис Львович"));
        var head = await SeminarCast.Head(world);
        await ConsultationCast.Agree(boris, tutor);
        await anna.AsksForTomorrow(time: "15:50");
        var card = await tutor.SeesMessage("Новая заявка");
        await world.Idle();

        await RoleStories.OpensCardOf(head, ConsultationCast.TutorName);
        await head.Taps("Снять роль: тьютор");
        await head.Taps("Да, снять роль");
        await boris.Sees("Ваш тьютор больше не ведёт консультации");
        await anna.Sees("Вашей заявке подбирают другого тьютора");
        await head.SeesButton("Назначить");
        await tutor.Sees("Консультация отменена");
        await world.Idle();
        await tutor.TapsOn(card, "Подтвердить");
        await tutor.Sees("Этого больше нет или оно вам недоступно");
        Assert.Equal(1, await world.Sql<int>("select count(*) from consultation where tutor_id is null and state = 'Requested'"));
        Assert.Equal(1, await world.Sql<int>("select count(*) from consultation_time where kind = 'Proposed' and tutor_id is null"));
    }

    [Fact]
    public async Task A_head_whose_own_request_is_left_without_a_tutor_hears_it_and_is_asked_to_find_one()
    {
        await using var world = await World.Open(cluster);
        var tutor = await world.TutorWithHours(5);
        var head = await SeminarCast.Head(world);
        await head.AsksForTomorrow();
        await tutor.SeesMessage("Новая заявка");
        await world.Idle();

        await RoleStories.OpensCardOf(head, ConsultationCast.TutorName);
        await head.Taps("Снять роль: тьютор");
        await head.Taps("Да, снять роль");
        await head.Sees("Вашей заявке подбирают другого тьютора");
        await head.SeesButton("Назначить");
    }

    [Fact]
    public async Task Tutors_who_erase_themselves_in_the_instant_in_which_they_are_asked_have_nothing_left_to_answer()
    {
        await using var world = await World.Open(cluster);
        string[] names = ["Белова Вера Олеговна", "Громова Анна Ильинична", "Котова Раиса Львовна", "Лунина Лидия Павловна"];
        var pairs = new List<(Visitor Tutor, Visitor Teacher)>();
        foreach (var (name, n) in names.Select((name, n) => (name, n)))
        {
            var (tutor, teacher) = (await world.TutorWithHours(50 + n, name), await SeminarCast.Teacher(world, 1 + n));
            await teacher.AsksUpToDay(name);
            await teacher.Taps("ср, 25 ноября");
            await teacher.Taps("14:00");
            await teacher.Sees("Отправить заявку?");
            await tutor.Types("/profile");
            await tutor.Taps("Удалить мои данные");
            await tutor.SeesButton("Да, удалить всё обо мне");
            pairs.Add((tutor, teacher));
        }

        foreach (var (tutor, teacher) in pairs)
        {
            await teacher.TapsWithoutWaiting("Всё верно");
            await tutor.TapsWithoutWaiting("Да, удалить всё обо мне");
        }
        await world.Idle();
        Assert.Equal(4, await world.Sql<int>("select count(*) from person where erased_at is not null"));
        Assert.Equal(0,
            await world.Sql<int>("select count(*) from consultation c join person p on p.id = c.tutor_id where p.erased_at is not null"));
    }

    [Fact]
    public async Task A_colleague_who_is_tutor_no_more_is_waited_for_no_more()
    {
        await using var world = await World.Open(cluster);
        var (tutor, colleague) = (await world.TutorWithHours(5), await world.TutorWithHours(6, "Белов Пётр Ильич"));
        var (anna, head) = (await SeminarCast.Teacher(world, 1), await SeminarCast.Head(world));
        await anna.AsksForTomorrow();
        await tutor.Sees("Новая заявка");
        await tutor.Taps("Передать коллеге");
        await tutor.Sees("Кому передать заявку?");
        await tutor.Taps("Белов П. И. · в работе: 0");
        await tutor.Sees("Предложить заявку коллеге?");
        await tutor.Taps("Передать коллеге");
        await colleague.Sees("Коллега просит вас взять заявку");
        await world.Idle();

        await RoleStories.OpensCardOf(head, "Белов Пётр Ильич");
        await head.Taps("Снять роль: тьютор");
        await head.Taps("Да, снять роль");
        await tutor.Sees("Заявка по-прежнему у вас");
        await world.Idle();
        Assert.DoesNotContain(tutor.Chat, m => m.Text.Contains("Вы предложили заявку коллеге", StringComparison.Ordinal));
        Assert.DoesNotContain(colleague.Chat.SelectMany(m => m.Buttons).SelectMany(r => r),
            b => b.Label is "Взять себе" or "Не могу взять");
    }

    [Fact]
    public async Task A_teacher_who_is_erased_takes_the_request_along_and_leaves_no_words()
    {
        await using var world = await World.Open(cluster);
        var (tutor, anna) = (await world.TutorWithHours(5), await SeminarCast.Teacher(world, 1));
        await ConsultationCast.Agree(anna, tutor);
        await anna.AsksForTomorrow(topic: "Секретная тема", time: "15:50");
        await tutor.Sees("Новая заявка");
        await world.Idle();

        await anna.Types("/profile");
        await anna.Taps("Удалить мои данные");
        await anna.Taps("Да, удалить всё обо мне");
        await tutor.Sees("Педагог больше не пользуется ботом");
        await world.Idle();
        Assert.Equal(2,
            await world.Sql<int>("select count(*) from consultation where state = 'Cancelled' and topic = '—' and reason is null"));
        Assert.Equal(0, await world.Sql<int>("select count(*) from consultation_time"));
    }

    [Fact]
    public async Task A_tutor_who_leaves_hands_open_requests_to_the_head_who_assigns_them()
    {
        await using var world = await World.Open(cluster);
        var tutor = await world.TutorWithHours(5);
        var other = await world.TutorWithHours(6, "Белов Пётр Ильич");
        var (anna, boris) = (await SeminarCast.Teacher(world, 1), await SeminarCast.Teacher(world, 2, "Орлов Борис Львович"));
        var head = (await SeminarCast.Head(world)).StartedEarlier();
        await ConsultationCast.Agree(boris, tutor);
        await anna.AsksForTomorrow(time: "15:50");
        await tutor.Sees("Новая заявка");
        await world.Idle();

        await tutor.Types("/profile");
        await tutor.Taps("Удалить мои данные");
        await tutor.Taps("Да, удалить всё обо мне");
        await boris.Sees("Ваш тьютор больше не ведёт консультации");
        await anna.Sees("Вашей заявке подбирают другого тьютора");
        await head.Sees("Заявка осталась без тьютора");
        await head.Taps("Назначить");
        await head.Sees("Кому назначить заявку?");
        await head.Taps("Белов П. И. · в работе: 0");
        await head.Sees("Заявку получит Белов Пётр Ильич");
        await anna.Sees("Вашу заявку взял другой тьютор");
        await other.Sees("Руководитель площадки назначил вам заявку");
        await world.Idle();
        await head.TapsAgain();
        Assert.Contains("Заявка уже у этого тьютора", head.LastToast);
        await other.Taps("Подтвердить");
        await anna.Sees("ср, 25 ноября, 15:50–16:35");
    }

    [Fact]
    public async Task Requests_my_records_and_the_menu_say_what_waits()
    {
        await using var world = await World.Open(cluster);
        var (tutor, anna) = (await world.TutorWithHours(5), await SeminarCast.Teacher(world, 1));
        await tutor.Types("/requests");
        await tutor.Sees("Сейчас никто не ждёт ответа");
        await anna.AsksForTomorrow();
        await anna.AsksForTomorrow(topic: "Дроби", time: "15:50");
        await world.Idle();

        await tutor.Types("/menu");
        await tutor.Sees("2 заявки ждут вашего ответа");
        await tutor.Taps("Ответить на заявки");
        await tutor.Sees("ср, 25 ноября, 15:50 — Петрова А. И.: Дроби (ждёт ответа)");
        await tutor.Taps("Петрова · Чтение");
        await tutor.Sees("Заявка на консультацию");
        await tutor.Taps("Подтвердить");
        await anna.Sees("Тьютор подтвердил консультацию");
        await tutor.Types("/requests");
        await tutor.Taps("Подтверждены");
        await tutor.Sees("ср, 25 ноября, 14:00 — Петрова А. И.: Чтение графиков в 5 классе");
        await anna.Types("/my");
        await anna.Sees("ср, 25 ноября, 15:50 — Соколова И. О.: Дроби (ждёт ответа)");
        await anna.Types("/menu");
        await anna.Sees("Консультация «Чтение графиков в 5 классе»: ср, 25 ноября, 14:00, Соколова И. О.");
    }
}
