using MspBot.Domain.Broadcasts;
using MspBot.Tests.Broadcasts;
using MspBot.Tests.Broadcasts.After;
using MspBot.Tests.Nominations.MySchool;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Transcripts;

/// <summary>What is done to a broadcast that has gone, as the head and the head of a school read it.</summary>
public sealed class BroadcastAfterTranscriptTests(TestCluster cluster)
{
    [Fact]
    public async Task What_is_done_after_it_has_gone_reads_as_approved()
    {
        await using var world = await World.Open(cluster);
        var school = await world.School();
        await world.TeacherOf(301, school, "Белова Вера Олеговна");
        await world.TeacherOf(302, await world.School("МОУ «Лицей № 5»"), "Козлова Вера Ильинична");
        await world.HeadOf(310, school, "Волкова Инна Петровна");
        var (head, id, _) = await world.Gone(2, acknowledge: true,
            new Told(301, RecipientOutcome.Blocked), new Told(302, RecipientOutcome.Failed, FailureReason.NotInTime));
        var reader = new Reader(world);
        await head.OpensBroadcast(id);
        await head.SeesButton("Кто не получил: 2");
        await world.Idle();
        reader.BeginHere();
        await reader.Taps(head, "Кто не получил: 2");
        await reader.Taps(head, "← К рассылке");
        await reader.Taps(head, "Передать через школу");
        await reader.Taps(head, "Передать: 1");
        await reader.Taps(head, "← К рассылке");
        await reader.Taps(head, "Исправить текст");
        await reader.Types(head, AfterCast.NewWords);
        await reader.Taps(head, "Удалить у получателей");
        await reader.Taps(head, "Удалить: 2");
        await reader.Act(() => world.Pass(TimeSpan.FromMinutes(1)));
        await reader.Act(() => world.Pass(TimeSpan.FromMinutes(1)));
        Approved.Check("journey-broadcast-after", reader.Text);
    }
}
