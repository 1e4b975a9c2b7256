using Microsoft.Extensions.DependencyInjection;
using MspBot.Data.Digests;
using MspBot.Data.Digests.Effectiveness;
using MspBot.Data.Postgres;
using MspBot.Domain.Clock;
using MspBot.Domain.Consultations;
using MspBot.Domain.Digests;
using MspBot.Domain.Digests.Effectiveness;
using MspBot.Domain.Feedback;
using MspBot.Sandbox.Past;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Digests.Effectiveness;

/// <summary>The figures of effectiveness against a plain recomputation over all rows, and against the digest of the same days.</summary>
public sealed class EffectFiguresTests(TestCluster cluster)
{
    private static readonly DateTimeOffset Now = new(2027, 4, 15, 11, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Europe/Moscow", 1)]
    [InlineData("Europe/Berlin", 2)]
    public async Task The_figures_of_random_periods_are_those_of_a_plain_recomputation(string zoneName, int seed)
    {
        var zone = new SiteZone(TimeZoneInfo.FindSystemTimeZoneById(zoneName));
        var past = DistrictPast.Make(new(30, 400, 6, 156, 300, 6_000, 3_000), Now, zone, seed);
        await using var database = await cluster.CreateAsync();
        await PastWriter.Write(database.ConnectionString, past);
        await using var services = Services(database, zone);
        var (plain, random, today) = (new PlainFigures(past, zone, Now), new Random(seed), zone.DayOf(Now));
        var seen = new List<EffectValue>();
        foreach (var period in Periods(random, today))
        {
            await using var scope = services.CreateAsyncScope();
            var (digest, counts) = await scope.ServiceProvider.GetRequiredService<EffectReader>().Of(period, Now);
            var days = (period.First, period.Last);
            Assert.True(Plain(plain, past, zone, period) == counts, $"{period}:\n{Plain(plain, past, zone, period)}\n{counts}");
            var expected = plain.Of(days);
            Assert.Equal(expected with { HoursToAnswer = null, Rating = null }, digest with { HoursToAnswer = null, Rating = null });
            Assert.Equal(expected.HoursToAnswer ?? -1, digest.HoursToAnswer ?? -1, 1e-6);
            seen.AddRange(EffectFigures.Of(digest, counts));
        }
        // Every figure was there, and was absent, at some time.
        Assert.All(Enum.GetValues<EffectFigure>(), figure => Assert.Contains(seen, one => one.Figure == figure && one.HasData));
        Assert.Contains(seen, one => one is { Figure: EffectFigure.Materials, Part: > 0 });
        Assert.Contains(seen, one => one is { Figure: EffectFigure.Surveys, Part: > 0 } && one.Part < one.Whole);
        Assert.Contains(seen, one => one is { Figure: EffectFigure.Applied, Whole: 0 });
        Assert.All(seen.Where(one => one.Unit == EffectUnit.Share), one => Assert.InRange(one.Part, 0, one.Whole));
    }

    [Fact]
    public async Task The_page_and_the_digest_of_the_same_days_say_the_same()
    {
        var zone = new SiteZone(TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow"));
        var past = DistrictPast.Make(new(30, 400, 6, 156, 300, 6_000, 3_000), Now, zone, 3);
        await using var database = await cluster.CreateAsync();
        await PastWriter.Write(database.ConnectionString, past);
        await using var services = Services(database, zone);
        await using var scope = services.CreateAsyncScope();
        foreach (var month in DigestPeriod.Of(PeriodKind.Month, zone.DayOf(Now)).WithBefore(14))
        {
            var told = (await scope.ServiceProvider.GetRequiredService<FiguresReader>().Of([month], zone, Now))[^1].Figures;
            var (digest, counts) = await scope.ServiceProvider.GetRequiredService<EffectReader>()
                .Of(new(EffectSpan.OwnDays, month.First, month.Last), Now);
            Assert.Equal(told, digest);
            var page = EffectFigures.Of(digest, counts).ToDictionary(one => one.Figure);
            Assert.Equal((told.ActiveSchools, told.LowSchools), (page[EffectFigure.Schools].Part, page[EffectFigure.Schools].Whole));
            Assert.Equal((told.Came, told.SignedUp), (page[EffectFigure.Attendance].Part, page[EffectFigure.Attendance].Whole));
            Assert.Equal((told.Rating, told.HoursToAnswer), (page[EffectFigure.Rating].Value, page[EffectFigure.HoursToAnswer].Value));
            Assert.Equal(told.Requested, page[EffectFigure.Consultations].Whole);
            Assert.Equal((told.NominatedCame, told.Nominated), (page[EffectFigure.Nominated].Part, page[EffectFigure.Nominated].Whole));
            Assert.Equal((told.PlanDoneInYear, told.PlanDueInYear),
                (page[EffectFigure.PlanCarriedOut].Part, page[EffectFigure.PlanCarriedOut].Whole));
        }
    }

    private static EffectCounts Plain(PlainFigures plain, DistrictPast past, SiteZone zone, EffectPeriod period)
    {
        bool Within(DateTimeOffset moment) => zone.DayOf(moment) >= period.First && zone.DayOf(moment) <= period.Last;
        var low = plain.LowSchools();
        var reached = plain.Took((period.First, period.Last)).Where(t => t.School is { } school && low.Contains(school))
            .Select(t => t.Person).ToHashSet();
        var known = past.People.Where(p => p.School is { } school && low.Contains(school)).Select(p => p.Id).Union(reached).Count();
        var said = past.Feedback.Where(f => f.Applied is not null && f.FiledOn >= period.First && f.FiledOn <= period.Last).ToList();
        var groups = past.Consultations.Where(c => c is { Kind: ConsultationKind.Group, State: ConsultationState.Held })
            .Select(c => c.Id).ToHashSet();
        var agreed = past.Members.Where(m => m.Agreed).Select(m => (m.Consultation, m.Person)).ToHashSet();
        return new()
        {
            Teachers = known,
            People = past.People.Where(p => p.ErasedAt is null).Select(p => p.Id).Union(past.Library.Taken.Where(t => Within(t.At)
                && past.Library.Materials.Single(m => m.Id == t.Material).Author != t.Person).Select(t => t.Person)).Count(),
            TeachersReached = reached.Count,
            Answers = said.Count,
            Applied = said.Count < 3 ? null : said.Count(f => f.Applied is Applied.Yes or Applied.Partly),
            RequestsHeld = past.Consultations.Count(c => c.Teacher is { } teacher && Within(c.CreatedAt)
                && (c.State == ConsultationState.Held || (c is { State: ConsultationState.Grouped, Group: { } group }
                    && groups.Contains(group) && agreed.Contains((group, teacher))))),
        };
    }

    private static IEnumerable<EffectPeriod> Periods(Random random, DateOnly today)
    {
        foreach (var span in Enum.GetValues<EffectSpan>()) yield return EffectPeriod.Of(span, today);
        // From before the opening to after today.
        for (var n = 0; n < 60; n++)
        {
            var first = today.AddDays(-random.Next(-5, 1_150));
            yield return new(EffectSpan.OwnDays, first, first.AddDays(random.Next(0, n % 2 == 0 ? 5 : 300)));
        }
    }

    private static ServiceProvider Services(TestDatabase database, SiteZone zone) => new ServiceCollection()
        .AddDatabase(database.ConnectionString).AddSingleton(zone).AddSingleton(WorkingCalendar.Plain)
        .AddScoped<PlanFiguresReader>().AddScoped<FiguresReader>().AddScoped<EffectReader>().BuildServiceProvider();
}
