using MspBot.Sandbox;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Consultations.Deadlines;

/// <summary>Another time is asked for, and nobody answers.</summary>
public sealed class UnansweredMoveStories(TestCluster cluster)
{
    private const string MoveWaits = "Просьба о переносе ждёт вашего ответа";
    private const string MoveEnded = "О переносе не договорились";

    [Fact]
    public async Task Whoever_is_to_agree_to_another_time_is_reminded_once()
    {
        await using var world = await World.Open(cluster);
        var head = (await SeminarCast.Head(world)).StartedEarlier();
        var (tutor, teacher) = (await world.TutorWithHours(4), await SeminarCast.Teacher(world, 7));
        await ConsultationCast.Agree(teacher, tutor);
        await teacher.AsksToMove();
        await tutor.Sees("Педагог просит перенести");

        await world.Pass(TimeSpan.FromHours(4) - TimeSpan.FromMinutes(1));
        Assert.Equal(0, Count(tutor, MoveWaits));
        await world.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal((0, 1, 0), (Count(head, MoveWaits), Count(tutor, MoveWaits), Count(teacher, MoveWaits)));
        await world.PassInSteps(TimeSpan.FromHours(5), TimeSpan.FromHours(1));
        Assert.Equal(1, Count(tutor, MoveWaits));
        await tutor.TapsOn(tutor.Chat.Last(m => m.Text.Contains(MoveWaits, StringComparison.Ordinal)), "Перенести на 26.11 15:50");
        await teacher.Sees("Консультация перенесена");
        await world.PassInSteps(TimeSpan.FromHours(24), TimeSpan.FromHours(1));
        Assert.Equal((0, 0), (Count(tutor, MoveEnded), Count(teacher, MoveEnded)));
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task A_move_that_lapses_leaves_the_old_time_and_whoever_asked_is_told()
    {
        await using var world = await World.Open(cluster);
        var (tutor, teacher) = (await world.TutorWithHours(4), await SeminarCast.Teacher(world, 7));
        await ConsultationCast.Agree(teacher, tutor);
        await world.Idle();
        await tutor.OffersToMove("вт, 24 ноября, 16:45");
        await teacher.Sees("Тьютор просит перенести на: вт, 24 ноября, 16:45");

        await world.Pass(TimeSpan.FromHours(4));
        Assert.Equal((0, 1), (Count(tutor, MoveWaits), Count(teacher, MoveWaits)));
        await world.PassInSteps(TimeSpan.FromHours(3), TimeSpan.FromHours(1));
        Assert.Equal((1, 0), (Count(tutor, MoveEnded), Count(teacher, MoveEnded)));
        // What the reminder showed is true again as well.
        Assert.DoesNotContain(teacher.Chat.SelectMany(m => m.Buttons.SelectMany(row => row)),
            b => b.Label.StartsWith("Перенести на", StringComparison.Ordinal));
        await world.PassInSteps(TimeSpan.FromHours(3), TimeSpan.FromHours(1));
        Assert.Equal((1, 0), (Count(tutor, MoveEnded), Count(teacher, MoveEnded)));
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task A_move_that_nobody_answered_ends_with_the_beginning_and_gives_its_time_back()
    {
        await using var world = await World.Open(cluster);
        var (tutor, anna) = (await world.TutorWithHours(5), await SeminarCast.Teacher(world, 1));
        await ConsultationCast.Agree(anna, tutor);
        await anna.AsksToMove();
        await tutor.Sees("Педагог просит перенести");
        await world.PassInSteps(TimeSpan.FromHours(28) + TimeSpan.FromMinutes(1), TimeSpan.FromHours(2));

        Assert.Equal("Agreed", await world.Sql<string>("select string_agg(kind, ',') from consultation_time"));
        Assert.DoesNotContain(tutor.Chat.Concat(anna.Chat),
            m => m.Buttons.SelectMany(r => r)
            .Any(b => b.Label.StartsWith("Перенести на", StringComparison.Ordinal) || b.Label == "Оставить как было"));
        await tutor.Types("/requests");
        await tutor.Sees("Сейчас никто не ждёт ответа");
    }

    private static int Count(Visitor who, string text) => who.Chat.Count(m => m.FromBot && m.Text.Contains(text, StringComparison.Ordinal));
}
