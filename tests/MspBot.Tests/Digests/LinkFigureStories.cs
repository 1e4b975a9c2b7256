using Microsoft.Extensions.Time.Testing;
using MspBot.Host.Operations;
using MspBot.Sandbox;
using MspBot.Tests.People.Rosters;
using MspBot.Tests.Support;
using Xunit;
using static MspBot.Tests.People.Rosters.RosterCast;

namespace MspBot.Tests.Digests;

/// <summary>Personal links that schools have made, and that were used.</summary>
public sealed class LinkFigureStories(TestCluster cluster)
{
    private static readonly TimeSpan ToMonday = TimeSpan.FromHours((6 * 24) - 2);
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    [Fact]
    public async Task A_week_counts_links_made_and_used_and_keeps_its_counts_when_unused_ones_are_void_or_deleted()
    {
        await using var world = await cluster.Digests();
        var (head, _) = await world.Readers();
        var school = await world.SchoolHead();
        await world.LongAgo();
        var first = await world.MakesLinks(school, Row(1, Ivanova), Row(2, "Котова Ольга Львовна"), Row(3, "Зуев Ян -"));
        await (await world.Comes(7, first[1])).Taps("Всё верно");
        await world.Pass(ToMonday);
        var told = await head.Sees("📊 Неделя 23–29 ноября 2026");
        Assert.Contains("Личные ссылки учителям: сделано 3, использовано 1", told, StringComparison.Ordinal);
        Assert.DoesNotContain("ничего не происходило", told, StringComparison.Ordinal);

        await (await world.Comes(8, first[2])).Taps("Всё верно");
        await world.Pass(Week);
        Assert.Contains("Личные ссылки учителям: использовано 1", await head.Sees("📊 Неделя 30 ноября – 6 декабря 2026"),
            StringComparison.Ordinal);

        await world.SendsList(school, Table(Row(1, "Зуев Ян -"), Row(2, "Ким Ли -")));
        await school.Taps("Сделать ссылки");
        await school.Taps("Сделать новые ссылки");
        await world.Idle();
        Assert.Equal(1, await world.Sql<int>("select count(*) from roster_link where void_at is not null"));
        await world.Pass(Week);
        Assert.Contains("Личные ссылки учителям: сделано 2, использовано 0", await head.Sees("📊 Неделя 7–13 декабря 2026"),
            StringComparison.Ordinal);

        for (var week = 0; week < 5; week++) await world.Pass(Week);
        Assert.DoesNotContain("Личные ссылки", await head.Sees("📊 Неделя 11–17 января 2027"), StringComparison.Ordinal);
        Assert.Equal(2, await world.Sql<int>("select count(*) from roster_link"));
        Assert.Contains("сделано 3, использовано 1", await Printed(world, "2026-W48"), StringComparison.Ordinal);
        Assert.Contains("сделано 2, использовано 0", await Printed(world, "2026-W50"), StringComparison.Ordinal);
    }

    private static async Task<string> Printed(World world, string week)
    {
        var folder = await TestFolder.NewAsync("d");
        var output = new StringWriter();
        await DigestCommandLine.Run(["digest", $"--week={week}", $"--ConnectionStrings:Msp={world.Database.ConnectionString}",
            $"--Data:Folder={folder}"],
            output, new FakeTimeProvider(world.Clock.GetUtcNow()));
        TestFolder.Remove(folder);
        return output.ToString();
    }
}
