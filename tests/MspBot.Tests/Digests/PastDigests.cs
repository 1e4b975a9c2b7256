using Microsoft.Extensions.DependencyInjection;
using MspBot.Data.Postgres;
using MspBot.Domain.Clock;
using MspBot.Domain.Digests;
using MspBot.Domain.People.Registration;
using MspBot.Host.Digests;
using MspBot.Sandbox.Past;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Digests;

/// <summary>Digests of an invented small district, with people who have been erased and requests that no tutor has.</summary>
internal static class PastDigests
{
    internal static readonly SiteZone Moscow = new(TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow"));
    internal static readonly Site OurSite =
        new("Площадка <&>", "тема", "1-р", new(2026, 9, 1), new(2026, 9, 1), new(2029, 5, 31), "основания", "Гимназия");
    internal static readonly DateTimeOffset Now = new(2026, 11, 24, 7, 0, 0, TimeSpan.Zero);

    private static DistrictPast Past => DistrictPast.Make(new(16, 160, 5, 30, 120, 2_000, 900), Now, Moscow);

    /// <summary>By school these count twice, and once together.</summary>
    internal static int FromTwoSchools(this Digest digest) => new PlainFigures(Past, Moscow, Now).FromTwoSchools(digest.Period);

    /// <summary>Whom each school has sent, counted once more.</summary>
    internal static Dictionary<long, (int Sent, int Came)> Sent(this Digest digest) =>
        new PlainFigures(Past, Moscow, Now).Sent(digest.Period);

    internal static async Task<Digest> DigestOf(this TestCluster cluster, DigestPeriod period) => (await cluster.DigestsOf([period]))[0];

    internal static async Task<IReadOnlyList<Digest>> DigestsOf(this TestCluster cluster, IEnumerable<DigestPeriod> periods)
    {
        await using var database = await cluster.CreateAsync();
        await PastWriter.Write(database.ConnectionString, Past);
        await TestCluster.RunAsync(database.ConnectionString, $"""
            insert into consultation (kind, teacher_id, topic, state, created_at, asked_at)
            select 'Individual', 20, 'Чтение', 'Requested', day, day
                from unnest(array['{Now.AddDays(-5):O}'::timestamptz, '{Now.AddDays(-40):O}']) day
            """);
        await using var services = new ServiceCollection().AddDatabase(database.ConnectionString).AddSingleton(Moscow).AddSingleton(OurSite)
            .AddSingleton(WorkingCalendar.Plain)
            .AddDigestMaking(new(DigestSchedule.Parse(DigestSchedule.EachMonday, Moscow)!,
                DigestSchedule.Parse(DigestSchedule.EachFirst, Moscow)!)).BuildServiceProvider();
        var digests = new List<Digest>();
        foreach (var period in periods) digests.Add(await services.GetRequiredService<DigestMaker>().Make(period, Now));
        Assert.Contains(digests, d => d.Tutors.Any(t => t is { Tutor: null, Requested: > 0 }));
        return digests;
    }
}
