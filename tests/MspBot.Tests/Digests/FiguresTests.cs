using Microsoft.Extensions.DependencyInjection;
using MspBot.Data.Digests;
using MspBot.Data.Postgres;
using MspBot.Domain.Clock;
using MspBot.Domain.Digests;
using MspBot.Sandbox.Past;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Digests;

/// <summary>The SQL's figures against the plain recomputation over all rows.</summary>
public sealed class FiguresTests(TestCluster cluster)
{
    /// <summary>A Thursday in the middle of a week, in a year whose first days belong to 2026-W53.</summary>
    private static readonly DateTimeOffset Now = new(2027, 4, 15, 11, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Europe/Moscow", 1)]
    [InlineData("Europe/Berlin", 2)]
    public async Task The_figures_of_two_hundred_random_weeks_are_those_of_a_plain_recomputation(string zoneName, int seed)
    {
        var zone = new SiteZone(TimeZoneInfo.FindSystemTimeZoneById(zoneName));
        var size = seed == 1 ? PastSize.District : new(20, 300, 5, 156, 300, 6_000, 3_000);
        var past = DistrictPast.Make(size, Now, zone, seed);
        await using var database = await cluster.CreateAsync();
        await PastWriter.Write(database.ConnectionString, past);
        var plain = new PlainFigures(past, zone, Now);

        var random = new Random(seed);
        var today = zone.DayOf(Now);
        // Two weeks before the opening and one after today are among them.
        var weeks = Enumerable.Range(0, 200).Select(_ => DigestPeriod.Of(PeriodKind.Week, today.AddDays(-7 * random.Next(-1, 159))))
            .Append(DigestPeriod.Read(PeriodKind.Week, "2026-W53")!.Value).Append(DigestPeriod.Of(PeriodKind.Month, today)).ToList();
        var told = 0;
        foreach (var some in weeks.Chunk(12))
        {
            var figures = await Read(database, some, zone);
            foreach (var (period, one) in figures) { Same(plain.Of(period), one, period); told++; }
        }
        Assert.InRange(told, 190, weeks.Count);
        Assert.Contains(weeks, w => plain.Of(w).IsEmpty);
        Assert.Contains(weeks, w => plain.Of(w).Unmarked > 0);
        Assert.Contains(weeks, w => plain.Of(w) is { PlanInTime: > 0, PlanOverdue: > 0 });
        Assert.Contains(weeks, w => plain.Of(w) is { PlanLate: > 0 });
        Assert.Contains(weeks, w => plain.Of(w) is { DaysToAgreement: > 0 });
        Assert.Contains(weeks, w => plain.Of(w) is
        {
            NominationsAccepted: > 0, NominationsDeclined: > 0, NominationsUnanswered: > 0,
            NominationsLapsed: > 0, NominatedCame: > 0
        });
        Assert.Contains(weeks, w => plain.Of(w) is { LinksMade: > 0, LinksUsed: > 0 } one && one.LinksMade != one.LinksUsed);
        Assert.Contains(weeks, w => plain.Of(w) is { MaterialsAdded: > 0, Took: > 0, HandedOut: > 0, AskedInVain: > 0, Broadcasts: > 0 });
        // Of some of them nothing is stored any more, and they still count.
        Assert.Contains(past.Links, l => l.IsDropped(Now));
    }

    private static async Task<IReadOnlyList<(DigestPeriod, Figures)>> Read(
        TestDatabase database, IReadOnlyList<DigestPeriod> periods, SiteZone zone)
    {
        await using var services = new ServiceCollection().AddDatabase(database.ConnectionString)
            .AddSingleton(zone).AddSingleton(WorkingCalendar.Plain).AddScoped<PlanFiguresReader>()
            .AddScoped<FiguresReader>()
            .BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var reader = scope.ServiceProvider.GetRequiredService<FiguresReader>();
        await reader.Freeze();
        return [.. (await reader.Of(periods, zone, Now)).Select(p => (periods.First(x => x.First == p.First), p.Figures))];
    }

    private static void Same(Figures plain, Figures sql, DigestPeriod period)
    {
        Assert.Equal(plain.HoursToAnswer ?? -1, sql.HoursToAnswer ?? -1, 1e-6);
        Assert.Equal(plain.Rating ?? -1, sql.Rating ?? -1, 1e-9);
        var (a, b) = (plain with { HoursToAnswer = null, Rating = null }, sql with { HoursToAnswer = null, Rating = null });
        Assert.True(a == b, $"{period}:\n{a}\n{b}");
    }
}
