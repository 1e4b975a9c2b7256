using Microsoft.Extensions.Time.Testing;
using MspBot.Domain.Digests;
using MspBot.Host.Operations;
using MspBot.Sandbox;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Digests;

/// <summary>What was told of a week reads otherwise later, because people and schools have changed: the next digest says so.</summary>
public sealed class CorrectionStories(TestCluster cluster)
{
    private static readonly TimeSpan ToMonday = TimeSpan.FromHours((6 * 24) - 2);

    [Fact]
    public async Task A_teacher_who_changes_schools_leaves_what_was_told_as_it_is_and_no_digest_corrects_it()
    {
        await using var world = await cluster.Digests();
        var head = await Told(world);

        var anna = world.Visitor(1_000, "Анна");
        await anna.Types("/profile");
        await anna.Taps("Изменить школу");
        await anna.Taps("МОУ «СОШ № 1»");
        await anna.Sees("Школа: МОУ «СОШ № 1»");
        await AssertNotCorrected(world, head);
        Assert.Contains("ШНОР: участвует 1 из ", await Printed(world), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_erased_leaves_what_was_told_of_their_school_as_it_is_and_no_digest_corrects_it()
    {
        await using var world = await cluster.Digests();
        var head = await Told(world);

        var anna = world.Visitor(1_000, "Анна");
        await anna.Types("/profile");
        await anna.Taps("Удалить мои данные");
        await anna.Taps("Да, удалить всё обо мне");
        await anna.Sees("ваших данных у нас больше нет");
        await AssertNotCorrected(world, head);
        Assert.Contains("ШНОР: участвует 1 из ", await Printed(world), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mark_that_is_taken_back_is_corrected_once()
    {
        await using var world = await cluster.Digests();
        var head = await Told(world);
        await world.Sql<int>("update sign_up set came = false");
        await AssertCorrected(world, head, "пришли — было 1, стало 0");
    }

    [Fact]
    public async Task A_school_that_left_the_list_is_told_of_once_and_not_for_each_week()
    {
        await using var world = await cluster.Digests();
        var head = await Told(world);
        await world.Pass(TimeSpan.FromDays(7));

        await world.Sql<int>("update school set kind = 'Other' where name = 'Школа № 900002'");
        await world.Pass(TimeSpan.FromDays(7));
        var text = await head.Sees("📊 Неделя 7–13 декабря 2026");
        Assert.Single(text.Split('\n'),
            line => line.Contains("Уточнение за 30 ноября – 6 декабря: всего ШНОР — было ", StringComparison.Ordinal));
        Assert.Single(text.Split('\n'), line => line.Contains("уточнени", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_week_that_is_printed_again_says_what_was_told_of_it()
    {
        await using var world = await cluster.Digests();
        await Told(world);
        Assert.DoesNotContain("Уточнение", await Printed(world), StringComparison.Ordinal);

        await world.Sql<int>(
            "update school set kind = 'Other' where id = (select school_id from person where chat_id = 1000)");
        AssertCorrects(await Printed(world), "участвовало ШНОР — было 1, стало 0");
    }

    [Fact]
    public void Every_count_that_is_told_is_corrected()
    {
        var (told, now) = (new Figures(), new Figures
        {
            Seminars = 1,
            Unmarked = 10,
            SignedUp = 2,
            Came = 3,
            NewSignUps = 4,
            Requested = 5,
            Held = 6,
            ActiveSchools = 7,
            LowSchools = 8,
            Reached = 9,
            PlanDue = 11,
            PlanInTime = 12,
        });
        var day = new DateOnly(2026, 11, 23);
        var corrections = Corrections.Between([new(day, told)], [new(day.AddDays(-7), now), new(day, now), new(day.AddDays(7), now)]);
        Assert.Equal(Enum.GetValues<CorrectedFigure>(), corrections.Select(c => c.Figure).Order());
        Assert.All(corrections, c => Assert.Equal((day, 0), (c.First, c.Was)));
    }

    /// <summary>One teacher of a low-results school came in a week that was told of.</summary>
    private static async Task<Visitor> Told(World world)
    {
        var (head, _) = await world.Readers();
        await world.Held(World.Morning.AddHours(3), signedUp: 1, came: 1);
        await world.LongAgo();
        await world.Pass(ToMonday);
        Assert.Contains("ШНОР: участвует 1 из ", await head.Sees("📊 Неделя 23–29 ноября 2026"), StringComparison.Ordinal);
        return head;
    }

    private static async Task AssertCorrected(World world, Visitor head, string correction)
    {
        await world.Pass(TimeSpan.FromDays(7));
        AssertCorrects(await head.Sees("📊 Неделя 30 ноября – 6 декабря 2026"), correction);
        await world.Pass(TimeSpan.FromDays(7));
        Assert.DoesNotContain("Уточнение", await head.Sees("📊 Неделя 7–13 декабря 2026"), StringComparison.Ordinal);
    }

    private static void AssertCorrects(string digest, string correction)
    {
        var line = Assert.Single(digest.Split('\n'), l => l.Contains("Уточнени", StringComparison.Ordinal));
        Assert.Contains("23–29 ноября", line, StringComparison.Ordinal);
        Assert.Contains(correction, line, StringComparison.Ordinal);
    }

    private static async Task AssertNotCorrected(World world, Visitor head)
    {
        await world.Pass(TimeSpan.FromDays(7));
        Assert.DoesNotContain("Уточнение", await head.Sees("📊 Неделя 30 ноября – 6 декабря 2026"), StringComparison.Ordinal);
    }

    private static async Task<string> Printed(World world)
    {
        var folder = await TestFolder.NewAsync("d");
        var output = new StringWriter();
        await DigestCommandLine.Run(["digest", "--week=2026-W48", $"--ConnectionStrings:Msp={world.Database.ConnectionString}",
            $"--Data:Folder={folder}"],
            output, new FakeTimeProvider(world.Clock.GetUtcNow()));
        TestFolder.Remove(folder);
        return output.ToString();
    }
}
