using MspBot.Sandbox;
using MspBot.Tests.Consultations;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Transcripts;

/// <summary>From the end of a consultation to what the head reads of it.</summary>
public sealed class JournalTranscriptTests(TestCluster cluster)
{
    [Fact]
    public async Task A_tutors_journal_and_the_heads_load_read_as_approved()
    {
        await using var world = await World.Open(cluster);
        var head = await SeminarCast.Head(world);
        var tutor = await JournalStage.Tutor(world, 7);
        var other = await JournalStage.Tutor(world, 8, "Сидоров Борис Олегович");
        var teacher = await JournalStage.Teacher(world, 9);
        foreach (var who in (Visitor[])[head, tutor, other, teacher]) who.StartedEarlier();
        await world.Consultation(tutor, teacher);
        await world.Consultation(tutor, teacher, TimeSpan.FromHours(-20), topic: "Работа с таблицами");
        await world.Consultation(tutor, teacher, TimeSpan.FromDays(2), "Requested", "Смысловое чтение");
        // The menu has what all features put there; this text is about the journal alone.
        await head.Types("/menu");
        await world.Idle();
        var reader = new Reader(world);
        reader.BeginHere();
        await reader.Types(tutor, "/journal");
        await reader.Act(() => world.Pass(TimeSpan.FromHours(2)));
        await reader.Taps(tutor, "24.11 11:00");
        await reader.Taps(tutor, "Состоялась");
        await reader.Taps(tutor, "45 минут");
        await reader.Types(tutor, "Возьмите два задания из банка и разберите на уроке.");
        await reader.Types(tutor, "Волнуется на открытых уроках.");
        await reader.Taps(tutor, "Пропустить");
        await reader.Taps(tutor, "Всё верно");
        await reader.Taps(tutor, "Без итога: 1");
        await reader.Taps(tutor, "23.11 14:00");
        await reader.Taps(tutor, "Не состоялась");
        await reader.Taps(tutor, "Не пришёл педагог");
        await reader.Taps(tutor, "← Ноябрь 2026");
        await reader.Taps(tutor, "Месяц в Excel");
        await reader.Taps(tutor, "← Все месяцы");
        await reader.Taps(head, "Нагрузка тьюторов");
        await reader.Taps(head, "Без ответа: 1");
        await reader.Taps(head, "← К нагрузке");
        await reader.Taps(head, "Журнал: Петрова А. И.");
        await reader.Taps(head, "Ноябрь 2026");
        Approved.Check("journey-journal", reader.Text);
    }
}
