using MspBot.Tests.Consultations;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Transcripts;

/// <summary>Reminders of all that a person has.</summary>
public sealed class ReminderTranscriptTests(TestCluster cluster)
{
    [Fact]
    public async Task Of_a_seminar_and_a_consultation_together_reads_as_approved()
    {
        await using var world = await World.Open(cluster);
        var (tutor, anna) = (await world.TutorWithHours(4), await SeminarCast.Teacher(world, 7));
        await ConsultationCast.Agree(anna, tutor);
        await world.Seminar(startsIn: TimeSpan.FromHours(28));
        await world.Seminar(startsIn: TimeSpan.FromHours(31), title: "Функциональная грамотность");
        await anna.SignsUp();
        await anna.Taps("Всё равно записаться");
        await anna.Types("/events");
        await anna.Taps("Функциональная");
        await anna.Taps("Записаться");
        await world.Idle();
        var reader = new Reader(world);
        reader.BeginHere();
        await reader.Act(() => world.Pass(TimeSpan.FromHours(4)));
        await reader.Act(() => world.Pass(TimeSpan.FromHours(23)));
        await reader.Act(() => world.Pass(TimeSpan.FromMinutes(50)));
        await reader.Act(() => anna.TapsOn(anna.Chat[^1], "Подключиться: Читательская…"));
        Approved.Check("journey-reminders-together", reader.Text);
    }
}
