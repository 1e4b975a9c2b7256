using MspBot.Sandbox;
using MspBot.Tests.Consultations;
using MspBot.Tests.Consultations.Groups;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Transcripts;

/// <summary>A consultation as teacher and tutor read it, alone and in a group.</summary>
public sealed class ConsultationTranscriptTests(TestCluster cluster)
{
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
        await reader.Taps(tutor, "Так вас видят педагоги");
        await reader.Taps(tutor, "К моим часам");
        await reader.Taps(tutor, "Убрать часы");
        await reader.Taps(tutor, "Убрать Ср 18:00");
        await reader.Taps(tutor, "Вернуть");
        await reader.Taps(tutor, "Отменить выходной");
        await reader.Taps(tutor, "Отменить 30.11");
        Approved.Check("journey-hours", reader.Text);
    }

    [Fact]
    public async Task A_consultation_asked_for_offered_moved_and_cancelled_reads_as_approved()
    {
        await using var world = await World.Open(cluster);
        var tutor = await world.TutorWithHours(8);
        var anna = await SeminarCast.Teacher(world, 7, "Петрова Анна Ивановна");
        var reader = new Reader(world);
        await world.Sql<int>("update person set subjects = array['Математика'] where chat_id = 7");
        await reader.Types(anna, "/consult");
        await reader.Types(anna, "?");
        await reader.Types(anna, "Чтение графиков в 5 классе");
        await reader.Taps(anna, "Индивидуально");
        await reader.Taps(anna, "Любой тьютор");
        await reader.Taps(anna, "ср, 25 ноября");
        await reader.Taps(anna, "14:00");
        await reader.Taps(anna, "Всё верно");
        await reader.Types(tutor, "/requests");
        await reader.Taps(tutor, "Петрова");
        await reader.Taps(tutor, "Другое время");
        await reader.Taps(tutor, "ср, 25 ноября, 15:50");
        await reader.Types(tutor, "26.11 14:00");
        await reader.Taps(tutor, "Достаточно");
        await reader.Taps(tutor, "Отправить");
        await reader.Types(anna, "/menu");
        await reader.Taps(anna, "Выбрать время консультации");
        await reader.Taps(anna, "Выбрать чт, 26 ноября, 14:00");
        await reader.Taps(anna, "Перенести");
        await reader.Taps(anna, "Предложить своё время");
        await reader.Types(anna, "27.11 19:00 или 19:45");
        await reader.Taps(anna, "Достаточно");
        await reader.Types(anna, "Педсовет");
        await reader.Taps(anna, "Всё верно");
        await reader.Taps(tutor, "Перенести на 27.11 19:00");
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
        await reader.Taps(anna, "Сообщить, когда появится время");
        await reader.Taps(anna, "Всё верно");
        await reader.Taps(anna, "Отозвать заявку");
        await reader.Taps(anna, "Пропустить");
        await reader.Taps(anna, "Да, отозвать заявку");
        Approved.Check("journey-handover", reader.Text);
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
        foreach (var answer in new[] { "Собрать группу", GroupCast.Topic, "История", "Готово (3)", "чт, 26 ноября, 14:00", "5 мест",
            "3 человека", "За сутки", "Отправить приглашения" })
            await reader.Taps(tutor, answer);
        await reader.Taps(anna, "Участвовать");
        await reader.Taps(boris, "Участвовать");
        await reader.Taps(vera, "Не могу");
        await reader.Types(boris, "/my");
        await reader.Taps(tutor, "Позвать ещё педагогов");
        await reader.Types(oleg, $"/start {await world.LinkOf(4)}");
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
}
