using MspBot.Sandbox;
using MspBot.Tests.Consultations;
using MspBot.Tests.Conversations;
using MspBot.Tests.Feedback;
using MspBot.Tests.Monitoring;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Transcripts;

/// <summary>One approved text a flow and a main journey, to be read like prose.</summary>
public sealed class TranscriptTests(TestCluster cluster)
{
    private static readonly Dictionary<string, string> Plain = new()
    {
        ["name"] = "Иванова Мария Петровна",
        ["title"] = "Читательская грамотность на уроках истории",
        ["audience"] = "учителя истории",
        ["link"] = "https://telemost.yandex.ru/j/123",
        ["description"] = "Разберём задания ВПР и составим свои.",
        ["journal.topic"] = "Урок в 6 классе",
        ["journal.recommendation"] = "Возьмите два задания из банка и разберите на уроке.",
        ["journal.note"] = "Волнуется на открытых уроках.",
        ["journal.result"] = "Составлен план уроков на месяц.",
        ["journal.pupils"] = "3",
        ["topic"] = "Чтение графиков в 5 классе",
        ["words"] = "Опаздываю на 10 минут",
        ["reason"] = "Ведущий заболел",
        ["word"] = "Сосна 47",
        ["meet"] = "https://telemost.yandex.ru/j/123",
        ["question"] = "Можно ли прийти на семинар вдвоём с коллегой?",
        ["answer"] = "Можно: пусть коллега тоже запишется, места есть.",
        ["number"] = "2001-1",
        ["what"] = "https://disk.yandex.ru/i/abc",
        ["use"] = "Карточки для парной работы",
        ["missing"] = "Примеров для начальной школы",
        ["done"] = "добавили примеры для начальной школы",
    };

    public static TheoryData<string> Flows() => [.. FlowRow.All.Where(r => r.Key != "register").Select(r => r.Key)];

    [Theory]
    [MemberData(nameof(Flows))]
    public async Task Each_flow_reads_as_approved(string flow)
    {
        await using var world = await World.Open(cluster);
        var row = FlowRow.Of(flow);
        var who = await row.Who(world, 7);
        var argument = await row.Argument(world);
        await who.Types("/about");
        await world.Idle();
        var reader = new Reader(world);
        reader.BeginHere();
        await reader.Act(() => who.TapsData(who.Chat.Last(m => m.FromBot), argument.Length == 0 ? $"n:{flow}" : $"n:{flow}:{argument}"));
        while (who.Chat.Last(m => m.FromBot) is var question && Has(question, "Отмена"))
        {
            var key = await world.Sql<string>("select body::jsonb -> 'shown' ->> 'key' from dialog where state = 'Active'") ?? "";
            if (Plain.TryGetValue(key, out var words)) await reader.Types(who, words);
            else if (Has(question, "Готово"))
            {
                await reader.Taps(who, question.Buttons[0][0].Label);
                await reader.Taps(who, "Готово");
            }
            else await reader.Taps(who, question.Buttons[0][^1].Label);
        }
        Approved.Check($"flow-{flow}", reader.Text);
    }

    [Fact]
    public async Task Registration_reads_as_approved()
    {
        await using var world = await World.Open(cluster);
        var reader = new Reader(world);
        var maria = world.Visitor(7, "Мария");
        await reader.Types(maria, "/start");
        await reader.Taps(maria, "Не согласен");
        await reader.Taps(maria, "Вернуться к выбору");
        await reader.Taps(maria, "Согласен");
        await reader.Types(maria, "Маша 2");
        await reader.Types(maria, "Иванова Мария Петровна");
        await reader.Types(maria, "громов");
        await reader.Taps(maria, "МОУ «Громовская СОШ»");
        await reader.Taps(maria, "Учитель");
        await reader.Taps(maria, "Готово");
        await reader.Taps(maria, "Математика");
        await reader.Taps(maria, "Готово (1)");
        await reader.Taps(maria, "Изменить");
        await reader.Taps(maria, "Должность: Учитель");
        await reader.Types(maria, "учитель физики");
        await reader.Taps(maria, "Всё верно");
        Approved.Check("journey-registration", reader.Text);
    }

    [Fact]
    public async Task A_certificate_its_check_and_its_withdrawal_read_as_approved()
    {
        await using var world = await World.Open(cluster);
        var head = await SeminarCast.Head(world);
        var anna = await SeminarCast.Teacher(world, 7);
        await world.Came(await world.Seminar(startsIn: TimeSpan.FromDays(-5)), 7);
        await world.Sql<int>($"create function fixed_code() returns trigger language plpgsql as $$begin new.code := '{CertificateSamples.Code}'; return new; end$$; create trigger fixed before insert on certificate for each row execute function fixed_code()");
        var reader = new Reader(world);
        await reader.Types(anna, "/my");
        await reader.Taps(anna, "Сертификаты: 1");
        await reader.Taps(anna, "Читательская");
        var stranger = world.Visitor(8, "Ольга");
        await reader.Types(stranger, $"/start c_{CertificateSamples.Code}");
        await reader.Types(head, "/my");
        await reader.Taps(head, "Сертификаты");
        await reader.Taps(head, "Найти сертификат");
        await reader.Types(head, "2026");
        await reader.Types(head, "2026-1");
        await reader.Taps(head, "Отозвать сертификат");
        await reader.Types(head, "Отметка поставлена по ошибке");
        await reader.Taps(head, "Отозвать сертификат");
        await reader.Types(stranger, $"/start c_{CertificateSamples.Code}");
        await reader.Taps(anna, "Читательская");
        await reader.Taps(head, "Вернуть сертификат");
        await reader.Types(stranger, "/start c_AAAAAAAAAAAAAAAAAAAAAA");
        Approved.Check("journey-certificate", reader.Text);
    }

    [Fact]
    public async Task Signing_up_reads_as_approved()
    {
        await using var world = await World.Open(cluster);
        var head = await SeminarCast.Head(world);
        var anna = await SeminarCast.Teacher(world, 7);
        await world.Seminar(seats: 25);
        var reader = new Reader(world);
        await reader.Types(anna, "/start");
        await reader.Taps(anna, "Мероприятия");
        await reader.Taps(anna, "Читательская");
        await reader.Taps(anna, "Записаться");
        await reader.Taps(anna, "В календарь");
        await reader.Taps(anna, "Позвать коллегу");
        await reader.Types(anna, "/my");
        await reader.Types(anna, "/menu");
        await reader.Taps(anna, "Открыть мероприятие");
        await reader.Taps(anna, "Отменить запись");
        await reader.Types(anna, "/my");
        await reader.Types(head, "/events");
        await reader.Taps(head, "Читательская");
        await reader.Taps(head, "Кто записан");
        Approved.Check("journey-sign-up", reader.Text);
    }

    [Fact]
    public async Task A_full_seminar_its_line_and_a_freed_seat_read_as_approved()
    {
        await using var world = await World.Open(cluster);
        var anna = await SeminarCast.Teacher(world, 7, "Петрова Анна Ивановна");
        var boris = await SeminarCast.Teacher(world, 8, "Сидоров Борис Олегович");
        var vera = await SeminarCast.Teacher(world, 9, "Козлова Вера Ильинична");
        await world.Seminar(seats: 1);
        await anna.SignsUp();
        await world.Idle();
        var reader = new Reader(world);
        reader.BeginHere();
        await reader.Types(boris, "/events");
        await reader.Taps(boris, "Читательская");
        await reader.Taps(boris, "В лист ожидания");
        await reader.Types(vera, "/start e_1");
        await reader.Taps(vera, "В лист ожидания");
        await reader.Taps(vera, "Выйти из листа");
        await reader.Taps(anna, "Отменить запись");
        Approved.Check("journey-waiting-list", reader.Text);
    }

    [Fact]
    public async Task A_new_seminar_changed_and_cancelled_reads_as_approved()
    {
        await using var world = await World.Open(cluster);
        var anna = await SeminarCast.Teacher(world, 7, "Петрова Анна Ивановна");
        var head = await SeminarCast.Head(world);
        var reader = new Reader(world);
        await reader.Types(head, "/new");
        await reader.Taps(head, "Круглый стол");
        await reader.Types(head, "Функциональная грамотность");
        await reader.Types(head, "вчера");
        await reader.Taps(head, "Календарь");
        await reader.Taps(head, "Ближайшие дни");
        await reader.Types(head, "завтра в 15");
        await reader.Taps(head, "1 час 30 минут");
        await reader.Types(head, "2");
        await reader.Types(head, "все желающие");
        await reader.Types(head, "ссылка");
        await reader.Taps(head, "Пропустить");
        await reader.Taps(head, "(я)");
        await reader.Types(head, "Обсудим задания PISA.");
        await reader.Taps(head, "Опубликовать");
        await anna.Types("/start e_1");
        await anna.Taps("Записаться");
        await world.Idle();
        await reader.Taps(head, "Изменить");
        await reader.Taps(head, "Дата и время");
        await reader.Types(head, "27.11 16:00");
        await reader.Taps(head, "Всё верно");
        await reader.Taps(head, "Отменить мероприятие");
        await reader.Taps(head, "Пропустить");
        await reader.Taps(head, "Да, отменить мероприятие");
        Approved.Check("journey-new-seminar", reader.Text);
    }

    [Fact]
    public async Task From_the_reminder_to_the_day_after_reads_as_approved()
    {
        await using var world = await World.Open(cluster);
        var head = await SeminarCast.Head(world);
        var anna = await SeminarCast.Teacher(world, 7, "Петрова Анна Ивановна");
        var boris = await SeminarCast.Teacher(world, 8, "Сидоров Борис Олегович");
        head.StartedEarlier();
        await world.Seminar(seats: 25);
        await world.Seminar(startsIn: TimeSpan.FromDays(7) + TimeSpan.FromHours(5), title: "Функциональная грамотность");
        foreach (var one in (Visitor[])[anna, boris]) await one.SignsUp();
        await anna.Types("/events");
        await anna.Taps("Функциональная");
        await anna.Taps("Записаться");
        await world.Idle();
        var reader = new Reader(world);
        reader.BeginHere();
        await reader.Act(() => world.Pass(TimeSpan.FromDays(6)));
        await reader.Act(() => world.Pass(TimeSpan.FromHours(23)));
        await reader.Act(() => anna.TapsOn(anna.Chat[^1], "Подключиться"));
        await reader.Act(() => world.Pass(TimeSpan.FromMinutes(50)));
        await reader.Act(() => anna.TapsOn(anna.Chat[^1], "Подключиться"));
        await reader.Act(() => world.Pass(TimeSpan.FromMinutes(100)));
        await reader.Taps(head, "Кто был");
        await reader.Taps(head, "← К мероприятию");
        await reader.Taps(head, "Добавить материал");
        await reader.Act(() => head.SendsDocument("Задания.pdf", [1]));
        await reader.Taps(head, "Отправить");
        await reader.Act(() => world.Pass(TimeSpan.FromHours(22)));
        await reader.Taps(boris, "забыл(а)");
        Approved.Check("journey-reminders", reader.Text);
    }

    [Fact]
    public async Task A_seat_freed_late_and_two_things_at_one_time_read_as_approved()
    {
        await using var world = await World.Open(cluster);
        var anna = await SeminarCast.Teacher(world, 7, "Петрова Анна Ивановна");
        var boris = await SeminarCast.Teacher(world, 8, "Сидоров Борис Олегович");
        var vera = await SeminarCast.Teacher(world, 9, "Козлова Вера Ильинична");
        await world.Seminar(seats: 1, startsIn: TimeSpan.FromHours(2));
        await world.Seminar(startsIn: TimeSpan.FromHours(3), title: "Функциональная грамотность");
        await anna.SignsUp();
        foreach (var one in (Visitor[])[boris, vera])
        {
            await world.Idle();
            await one.SignsUp("В лист ожидания");
        }
        await world.Idle();
        var reader = new Reader(world);
        reader.BeginHere();
        await reader.Types(anna, "/events");
        await reader.Taps(anna, "Функциональная");
        await reader.Taps(anna, "Записаться");
        await reader.Taps(anna, "Всё равно записаться");
        await reader.Types(anna, "/my");
        await reader.Taps(anna, "24.11 12:00");
        await reader.Taps(anna, "Отменить запись");
        await reader.Taps(vera, "Беру место");
        await reader.Taps(boris, "Беру место");
        Approved.Check("journey-late-seat", reader.Text);
    }

    [Fact]
    public async Task A_consultation_asked_for_offered_moved_and_cancelled_reads_as_approved()
    {
        await using var world = await World.Open(cluster);
        var tutor = await world.TutorWithHours(8);
        var anna = await SeminarCast.Teacher(world, 7, "Петрова Анна Ивановна");
        var reader = new Reader(world);
        await reader.Types(anna, "/consult");
        await reader.Types(anna, "?");
        await reader.Types(anna, "Чтение графиков в 5 классе");
        await reader.Taps(anna, "Математика");
        await reader.Taps(anna, "Индивидуально");
        await reader.Taps(anna, "Любой тьютор");
        await reader.Taps(anna, "ср, 25 ноября");
        await reader.Taps(anna, "14:00");
        await reader.Taps(anna, "Всё верно");
        await reader.Types(tutor, "/requests");
        await reader.Taps(tutor, "25.11 14:00");
        await reader.Taps(tutor, "Другое время");
        await reader.Taps(tutor, "ср, 25 ноября, 15:50");
        await reader.Types(tutor, "26.11 14:00");
        await reader.Taps(tutor, "Пропустить");
        await reader.Taps(tutor, "Всё верно");
        await reader.Types(anna, "/menu");
        await reader.Taps(anna, "Выбрать время консультации");
        await reader.Taps(anna, "Выбрать чт, 26 ноября, 14:00");
        await reader.Taps(anna, "Перенести");
        await reader.Taps(anna, "Предложить своё время");
        await reader.Types(anna, "27.11 19:00");
        await reader.Taps(anna, "Пропустить");
        await reader.Types(anna, "Педсовет");
        await reader.Taps(anna, "Всё верно");
        await reader.Taps(tutor, "Перенести на пт, 27 ноября, 19:00");
        await reader.Types(anna, "/my");
        await reader.Taps(tutor, "Отменить консультацию");
        await reader.Types(tutor, "Заболела");
        await reader.Taps(tutor, "Да, отменить консультацию");
        Approved.Check("journey-consultation", reader.Text);
    }

    [Fact]
    public async Task A_request_handed_over_declined_and_asked_again_reads_as_approved()
    {
        await using var world = await World.Open(cluster);
        var tutor = await world.TutorWithHours(8);
        var colleague = await world.TutorWithHours(9, "Белов Пётр Ильич");
        var anna = await SeminarCast.Teacher(world, 7, "Петрова Анна Ивановна");
        await anna.AsksForTomorrow();
        await world.Idle();
        var reader = new Reader(world);
        reader.BeginHere();
        await reader.Taps(tutor, "Передать коллеге");
        await reader.Taps(tutor, "Белов");
        await reader.Taps(tutor, "Передать коллеге");
        await reader.Taps(colleague, "Взять себе");
        await reader.Taps(colleague, "Отклонить");
        await reader.Taps(colleague, "Нет свободного времени");
        await reader.Taps(colleague, "Отклонить заявку");
        await reader.Taps(anna, "Попросить другого тьютора");
        await reader.Taps(anna, "Соколова");
        await reader.Taps(anna, "Напишу, когда появится время");
        await reader.Taps(anna, "Всё верно");
        await reader.Taps(anna, "Отозвать заявку");
        await reader.Taps(anna, "Пропустить");
        await reader.Taps(anna, "Да, отозвать заявку");
        Approved.Check("journey-handover", reader.Text);
    }

    [Fact]
    public async Task A_tutors_hours_read_as_approved()
    {
        await using var world = await World.Open(cluster);
        var tutor = await SeminarCast.Teacher(world, 7, role: "Tutor");
        (await SeminarCast.Teacher(world, 8, "Козлова Вера Ильинична", role: "Tutor")).StartedEarlier();
        var reader = new Reader(world);
        await reader.Types(tutor, "/hours");
        await reader.Taps(tutor, "Добавить часы");
        await reader.Taps(tutor, "Понедельник");
        await reader.Taps(tutor, "Среда");
        await reader.Taps(tutor, "Готово");
        await reader.Types(tutor, "вечером");
        await reader.Types(tutor, "17-15");
        await reader.Types(tutor, "15-17");
        await reader.Taps(tutor, "Добавить часы");
        await reader.Taps(tutor, "Среда");
        await reader.Taps(tutor, "Готово");
        await reader.Types(tutor, "16:30-18");
        await reader.Taps(tutor, "18:00");
        await reader.Taps(tutor, "19:00");
        await reader.Taps(tutor, "Длительность");
        await reader.Taps(tutor, "30 минут");
        await reader.Taps(tutor, "Перерыв");
        await reader.Taps(tutor, "Без перерыва");
        await reader.Taps(tutor, "За сколько записываться");
        await reader.Taps(tutor, "За 24 часа");
        await reader.Taps(tutor, "Отпуск");
        await reader.Types(tutor, "30.11");
        await reader.Types(tutor, "29.11");
        await reader.Types(tutor, "4.12");
        await reader.Taps(tutor, "Козлова");
        await reader.Taps(tutor, "Всё верно");
        await reader.Taps(tutor, "Так вас видят учителя");
        await reader.Taps(tutor, "К моим часам");
        await reader.Taps(tutor, "Убрать часы");
        await reader.Taps(tutor, "Убрать Ср 18:00");
        await reader.Taps(tutor, "Вернуть");
        await reader.Taps(tutor, "Отменить выходной");
        await reader.Taps(tutor, "Отменить пн");
        Approved.Check("journey-hours", reader.Text);
    }

    [Fact]
    public async Task An_invitation_and_what_comes_of_it_read_as_approved()
    {
        await using var world = await World.Open(cluster);
        var head = await SeminarCast.Head(world);
        var anna = await SeminarCast.Teacher(world, 7, "Петрова Анна Ивановна");
        var boris = await SeminarCast.Teacher(world, 8, "Сидоров Борис Олегович");
        var reader = new Reader(world);
        await reader.Types(head, "/people");
        await reader.Taps(head, "По ролям");
        await reader.Taps(head, "тьютор: 0");
        await Invite(reader, head, "Тьютор");
        await reader.Types(anna, $"/start {await Link(world)}");
        await reader.Types(anna, $"/start {await Link(world)}");
        await reader.Types(boris, $"/start {await Link(world)}");
        await reader.Taps(head, "Петрова А. И.");
        await reader.Taps(head, "Закрепить за учителем или школой");
        await reader.Taps(head, "Учитель");
        await reader.Taps(head, "Сидоров Борис Олегович");
        await reader.Taps(head, "Все предметы");
        await reader.Taps(head, "Закрепить тьютора");
        await reader.Taps(head, "← К тьютору");
        await reader.Taps(head, "Кого сопровождает: 1");
        await reader.Taps(head, "← К тьютору");
        await reader.Taps(head, "Снять роль: тьютор");
        await reader.Taps(head, "Да, снять роль");
        await Invite(reader, head, "Следующий руководитель");
        await reader.Types(boris, $"/start {await Link(world)}");
        await reader.Taps(head, "Остаться вторым руководителем");
        await reader.Taps(head, "Передать роль");
        await Invite(reader, boris, "Наблюдатель");
        await reader.Taps(boris, "Отозвать приглашение");
        await reader.Taps(boris, "← К приглашениям");
        await reader.Types(anna, $"/start {await Link(world)}");
        Approved.Check("journey-invitation", reader.Text);
    }

    [Fact]
    public async Task A_question_to_a_human_reads_as_approved()
    {
        await using var world = await World.Open(cluster);
        var head = await SeminarCast.Head(world);
        var anna = await SeminarCast.Teacher(world, 7, "Петрова Анна Ивановна");
        var reader = new Reader(world);
        await reader.Types(anna, "/help");
        await reader.Taps(anna, "Спросить человека");
        await reader.Types(anna, "Можно прийти вдвоём?");
        await reader.Taps(anna, "Посмотреть вопрос");
        await reader.Types(head, "/menu");
        await reader.Taps(head, "Открыть вопрос");
        await reader.Taps(head, "Ответить");
        await reader.Types(head, "Можно, ждём обоих.");
        await reader.Taps(head, "Открыть вопрос");
        await reader.Taps(anna, "Ответить");
        await reader.Types(anna, "Спасибо!");
        Approved.Check("journey-question", reader.Text);
    }

    private static async Task Invite(Reader reader, Visitor head, string role)
    {
        await reader.Types(head, "/people");
        await reader.Taps(head, "Пригласить");
        await reader.Taps(head, role);
        await reader.Taps(head, "Создать приглашение");
    }

    /// <summary>What the newest invitation is opened with.</summary>
    private static async Task<string> Link(World world) => "i_" + await world.Sql<string>("select code from invitation order by id desc limit 1");

    [Fact]
    public async Task Feedback_reads_as_approved()
    {
        await using var world = await World.Open(cluster);
        var head = await SeminarCast.Head(world);
        var all = await world.Teachers(5);
        var id = await world.Seminar(seats: 20, startsIn: TimeSpan.FromMinutes(-105));
        await world.Came(id, came: true, 1, 2, 3, 4, 5);
        foreach (var other in (long[])[3, 4]) await world.Files(FeedbackCast.Seminar(id), other, $"4{other}", other == 3 ? "Карточки" : null);
        await head.Types("/menu");
        await world.Idle();
        var reader = new Reader(world);
        reader.BeginHere();
        await reader.Act(world.RunJobs);
        var (anna, boris) = (all[0], all[1]);
        await reader.Taps(anna, "5");
        await reader.Taps(anna, "4");
        await reader.Taps(anna, "Добавить слова");
        await reader.Types(anna, "Карточки для парной работы");
        await reader.Types(anna, "Примеров для начальной школы");
        await reader.Taps(anna, "Показать имя руководителю");
        await reader.Taps(anna, "Изменить оценку");
        await reader.Taps(anna, "Оставить как есть");
        await reader.Taps(anna, "Что ещё ждёт отзыва");
        await reader.Taps(boris, "Не сейчас");
        await reader.Types(boris, "/feedback");
        await reader.Taps(boris, "Читательская");
        await reader.Taps(boris, "Не спрашивать");
        // The fourth: she waits for two others.
        await world.Files(FeedbackCast.Seminar(id), 5, "45");
        await reader.Types(head, $"/start e_{id}");
        await reader.Taps(head, "Отзывы");
        await reader.Taps(head, "Слова (3)");
        await reader.Taps(head, "К оценкам");
        await reader.Taps(head, "Мы сделали");
        await reader.Types(head, "добавили примеры для начальной школы");
        await reader.Taps(head, "Отправить");
        await reader.Types(head, "/feedback");
        await reader.Taps(head, "Все отзывы");
        await reader.Taps(head, "Отзывы о консультациях");
        await reader.Act(() => world.PassInSteps(TimeSpan.FromDays(14.5), TimeSpan.FromDays(0.5)));
        await reader.Taps(anna, "частично");
        Approved.Check("journey-feedback", reader.Text);
    }

    [Fact]
    public async Task The_profile_and_erasure_read_as_approved()
    {
        await using var world = await World.Open(cluster);
        var anna = await SeminarCast.Teacher(world, 7);
        var reader = new Reader(world);
        await reader.Types(anna, "/profile");
        await reader.Taps(anna, "Выключить напоминания");
        await reader.Taps(anna, "Что хранится");
        await reader.Taps(anna, "К профилю");
        await reader.Taps(anna, "Изменить школу");
        await reader.Taps(anna, "Моей школы нет");
        await reader.Types(anna, "Школа № 77");
        await reader.Taps(anna, "Удалить мои данные");
        await reader.Taps(anna, "Ничего не удалять");
        await reader.Taps(anna, "Удалить мои данные");
        await reader.Taps(anna, "Да, удалить всё обо мне");
        await reader.Types(anna, "/my");
        Approved.Check("journey-profile", reader.Text);
    }

    [Fact]
    public async Task A_group_gathered_out_of_requests_reads_as_approved()
    {
        await using var world = await World.Open(cluster);
        var tutor = await world.ThursdayTutor(5);
        var anna = await world.Asking(1, "Петрова Анна Ивановна", 5);
        var boris = await world.Asking(2, "Сидоров Борис Олегович", 5, "Читательская грамотность на уроках истории");
        var vera = await world.Asking(3, "Козлова Вера Ильинична", 5, "Читательская грамотность в 5 классе");
        var oleg = (await SeminarCast.Teacher(world, 4, "Ильин Олег Петрович")).StartedEarlier();
        var reader = new Reader(world);
        reader.BeginHere();
        await reader.Act(world.RunJobs);
        foreach (var answer in new[] { "Собрать группу", GroupCast.Topic, "История", "Готово (3)", "чт, 26 ноября, 14:00", "5 мест", "3 человека", "за сутки", "Отправить приглашения" })
            await reader.Taps(tutor, answer);
        await reader.Taps(anna, "Участвовать");
        await reader.Taps(boris, "Участвовать");
        await reader.Taps(vera, "Не могу");
        await reader.Types(boris, "/my");
        await reader.Taps(tutor, "Позвать ещё учителей");
        await reader.Types(oleg, "/start g_4");
        await reader.Taps(oleg, "Участвовать");
        await reader.Types(tutor, "/requests");
        await reader.Taps(tutor, "26.11 14:00 · Группа");
        await reader.Act(() => world.Pass(TimeSpan.FromHours(28)));
        await reader.Taps(tutor, "Перенести встречу");
        await reader.Types(tutor, "27.11 16:00");
        await reader.Taps(tutor, "Перенести встречу");
        await reader.Taps(oleg, "Отказаться от участия");
        await reader.Taps(tutor, "Отменить встречу");
        await reader.Types(tutor, "Заболела");
        await reader.Taps(tutor, "Отменить встречу");
        Approved.Check("journey-group", reader.Text);
    }

    [Fact]
    public async Task Too_few_for_a_group_reads_as_approved()
    {
        await using var world = await World.Open(cluster);
        await world.ThursdayTutor(5);
        var anna = await world.Asking(1, "Петрова Анна Ивановна", 5, state: "Requested");
        await world.Asking(2, "Сидоров Борис Олегович", 5);
        var group = await world.Group(seats: 5, least: 3);
        await world.Invite(group, 1, 2);
        await anna.Opens(group);
        await world.Idle();
        var reader = new Reader(world);
        reader.BeginHere();
        await reader.Taps(anna, "Участвовать");
        await reader.Act(() => world.Pass(TimeSpan.FromDays(9)));
        await reader.Types(anna, "/my");
        Approved.Check("journey-group-too-few", reader.Text);
    }

    [Fact]
    public async Task Digests_read_as_approved()
    {
        await using var world = await cluster.Digests();
        var (head, _) = await world.Readers();
        var seminar = await world.Held(World.Morning.AddHours(3), signedUp: 8, came: 7);
        await world.Held(World.Morning.AddHours(30), signedUp: 5, came: 2, title: "Лабораторный практикум по механике");
        await world.LongAgo();
        await world.Sql<int>($"""
            insert into seminar (kind, title, starts_at, ends_at, seats, state, calendar_uid, created_by, created_at, published_at)
            values ('Workshop', 'Смысловое чтение на математике', '{World.Morning.AddDays(8):O}', '{World.Morning.AddDays(8).AddHours(1):O}', 20, 'Published', 'u', 1, {world.Now}, {world.Now});
            insert into consultation (kind, teacher_id, topic, state, created_at, asked_at)
            select 'Individual', id, 'Как оценивать чтение', 'Requested', '{World.Morning.AddDays(1):O}', '{World.Morning.AddDays(1):O}' from person where telegram_id = 1001;
            insert into feedback (seminar_id, author, rating, usefulness, filed_on, opened_on)
            select {seminar}, decode(lpad(n::text, 64, '0'), 'hex'), 4 + n % 2, 5, '2026-11-25', '2026-11-25' from generate_series(1, 5) n
            """);
        var reader = new Reader(world);
        reader.BeginHere();
        await reader.Types(head, "/digest");
        await reader.Act(() => world.Pass(TimeSpan.FromHours((6 * 24) - 2)));
        await world.Sql<int>($"update sign_up set came = true where seminar_id = {seminar}");
        await reader.Taps(head, "Прежние сводки");
        await reader.Taps(head, "Неделя 23–29 ноября 2026");
        await reader.Taps(head, "Напомнить школам");
        await reader.Types(head, "/digest");
        await reader.Taps(head, "Написать директору");
        await reader.Act(() => world.Pass(TimeSpan.FromDays(7)));
        Approved.Check("journey-digest", reader.Text);
    }

    [Fact]
    public async Task Help_odd_inputs_and_forms_left_read_as_approved()
    {
        await using var world = await World.Open(cluster);
        var reader = new Reader(world);
        var stranger = world.Visitor(8, "Гость");
        await reader.Types(stranger, "/help");
        var anna = await SeminarCast.Teacher(world, 7);
        await reader.Types(anna, "/help");
        await reader.Types(anna, "/about");
        await reader.Act(anna.SendsSticker);
        await reader.Types(anna, "/new");
        await reader.Types(anna, "/nothing");
        await reader.Types(anna, "/profile");
        await reader.Taps(anna, "Изменить имя");
        await reader.Types(anna, "/help");
        await reader.Act(() => anna.SendsAlbum(2));
        await reader.Types(anna, "/cancel");
        await reader.Types(anna, "/cancel");
        await reader.Types(anna, "/start e_999");
        Approved.Check("journey-help", reader.Text);
    }

    [Fact]
    public void A_difference_shows_the_lines_that_changed()
    {
        var difference = Approved.Difference(["а", "б", "в", "г", "д"], ["а", "б", "новое", "г", "д"]).ReplaceLineEndings("\n");
        Assert.Equal("  а\n  б\n- в\n+ новое\n  г\n  д\n", difference);
    }

    private static bool Has(ChatMessage message, string label) =>
        message.Buttons.SelectMany(r => r).Any(b => b.Label.Contains(label, StringComparison.Ordinal));
}
