using MspBot.Tests.Nominations;
using MspBot.Tests.Nominations.MySchool;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Transcripts;

/// <summary>Teachers who are sent by their school, as the head of the school and they themselves read it.</summary>
public sealed class NominationTranscriptTests(TestCluster cluster)
{
    [Fact]
    public async Task Sent_refused_replaced_reminded_and_withdrawn_read_as_approved()
    {
        await using var world = await World.Open(cluster);
        await SeminarCast.Head(world);
        var school = await world.School();
        var head = await world.HeadOf(1, school);
        var maria = await world.TeacherOf(2, school);
        var boris = await world.TeacherOf(3, school, "Орлов Борис Львович");
        var vera = await world.TeacherOf(4, school, "Яковлева Вера Ильинична");
        await world.Seminar(seats: 2);
        var reader = new Reader(world);

        await reader.Types(head, "/school");
        await reader.Taps(head, "Направить учителя");
        await reader.Taps(head, "01.12 10:00");
        await reader.Taps(head, "Иванова М. П.");
        await reader.Taps(head, "Орлов Б. Л.");
        await reader.Taps(head, "Яковлева В. И.");
        await reader.Taps(head, "Готово (3)");
        await reader.Types(head, "Замену уроков дадим.");
        await reader.Taps(head, "Направить");
        await reader.Taps(boris, "Участвовать");
        await reader.Types(maria, "/menu");
        await reader.Taps(maria, "Ответить");
        await reader.Taps(maria, "Не могу");
        await reader.Taps(maria, "Уже знаю тему");
        await reader.Types(vera, "/my");
        await reader.Taps(head, "Заменить");
        await reader.Taps(head, "Сидорова А. П.");
        await reader.Types(head, "/school");
        await reader.Taps(head, "Места школы");
        await reader.Taps(head, "01.12 10:00");
        await reader.Taps(head, "✅ Орлов Б. Л.");
        await reader.Taps(head, "Отозвать направление");
        await reader.Taps(head, "Да, отозвать");
        await world.PassInSteps(TimeSpan.FromHours(25), TimeSpan.FromHours(1));
        await reader.Types(vera, "/menu");
        Approved.Check("journey-nomination", reader.Text);
    }
}
