using MspBot.Tests.Consultations.Hours;
using MspBot.Tests.Nominations.MySchool;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Transcripts;

/// <summary>A school as its head looks at it, and its hours as a teacher meets them.</summary>
public sealed class SchoolTranscriptTests(TestCluster cluster)
{
    [Fact]
    public async Task A_school_its_meetings_and_its_hours_read_as_approved()
    {
        await using var world = await World.Open(cluster);
        var school = await world.School();
        var head = await world.HeadOf(1, school);
        await SeminarCast.Head(world);
        var teacher = await world.TeacherOf(2, school);
        await world.TeacherOf(3, school, "Петрова Анна Ивановна");
        var tutor = await world.TutorAtOnce(9, "Волкова Ирина Павловна");
        foreach (var weekday in (int[])[3, 4]) await world.Hours(9, weekday, 14, 18);
        await world.Sql<int>($"""
            insert into tutoring_assignment (tutor_id, school_id, since, made_by)
                select id, {school}, '2026-11-01', id from person where chat_id = 9;
            insert into tutoring_assignment (tutor_id, teacher_id, subject, since, made_by)
                select t.id, p.id, 'Математика', '2026-11-01', t.id from person t, person p where t.chat_id = 9 and p.chat_id = 3
            """);
        var past = await world.Seminar(seats: null, startsIn: TimeSpan.FromDays(-3), title: "Смысловое чтение на уроках математики");
        await world.Seat(past, 2, came: true);
        await world.Seat(past, 3, came: false);
        await world.Seat(await world.Seminar(seats: null, startsIn: TimeSpan.FromDays(-1), title: "Диагностика затруднений"), 2);
        var coming = await world.Seminar();
        await world.Seat(coming, 2);
        await world.Seat(coming, 3, state: "Waitlisted");
        tutor.StartedEarlier();
        var reader = new Reader(world);
        reader.BeginHere();
        await reader.Types(head, "/menu");
        await reader.Taps(head, "Моя школа");
        await reader.Taps(head, "Мои учителя");
        await reader.Taps(head, "Петрова Анна Ивановна");
        await reader.Taps(head, "← К учителям");
        await reader.Taps(head, "← Моя школа");
        await reader.Taps(head, "Кто был");
        await reader.Taps(head, "21.11 · Смысловое");
        await reader.Taps(head, "← К мероприятиям");
        await reader.Taps(head, "23.11 · Диагностика");
        await reader.Types(head, "/school");
        await reader.Taps(head, "Тьюторы школы");
        await reader.Taps(head, "Когда удобно");
        await reader.Taps(head, "Добавить часы");
        await reader.Taps(head, "Четверг");
        await reader.Taps(head, "Готово (1)");
        await reader.Types(head, "16-18");
        await reader.Taps(head, "Убрать часы");
        await reader.Taps(head, "Убрать Чт 16:00–18:00");
        await reader.Taps(head, "Вернуть Чт 16:00–18:00");
        await reader.Taps(head, "← К тьюторам");
        await reader.Types(teacher, "/consult");
        await reader.Types(teacher, "Как готовить к заданиям на чтение графиков");
        await reader.Taps(teacher, "Индивидуально");
        await reader.Taps(teacher, "Школа отпускает: чт, 26.11");
        await reader.Taps(teacher, "🏫 16:45");
        Approved.Check("journey-school", reader.Text);
    }
}
