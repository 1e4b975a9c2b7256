using Microsoft.Extensions.DependencyInjection;
using MspBot.Data.Postgres;
using MspBot.Data.Surveys.Summary;
using MspBot.Domain.Clock;
using MspBot.Domain.Consultations;
using MspBot.Domain.Surveys;
using MspBot.Domain.Surveys.Indicators;
using MspBot.Sandbox.Past;
using MspBot.Tests.Digests;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Surveys.Summary;

/// <summary>What the bot counts itself for each school of a survey, against a plain recomputation over all rows.</summary>
public sealed class ComputedFiguresTests(TestCluster cluster)
{
    private static readonly DateTimeOffset Now = new(2027, 4, 15, 11, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Europe/Moscow", 1)]
    [InlineData("Europe/Berlin", 2)]
    public async Task The_figures_of_schools_over_random_days_are_those_of_a_plain_recomputation(string zoneName, int seed)
    {
        var zone = new SiteZone(TimeZoneInfo.FindSystemTimeZoneById(zoneName));
        var past = DistrictPast.Make(new(30, 400, 6, 156, 300, 6_000, 3_000), Now, zone, seed);
        await using var database = await cluster.CreateAsync();
        await PastWriter.Write(database.ConnectionString, past);
        await using var services = new ServiceCollection().AddDatabase(database.ConnectionString).AddSingleton(zone)
            .AddScoped<ComputedReader>().BuildServiceProvider();
        var (random, plain) = (new Random(seed), new PlainFigures(past, zone, Now));
        var seen = new Dictionary<ComputedFigure, HashSet<decimal>>();
        // Two surveys at once, as a summary counts them; the days are random, so that meetings lie on either side of each of them.
        foreach (var pair in past.Surveys.Surveys.Chunk(2))
        {
            CountedDays[] days = [.. pair.Select(survey =>
                new CountedDays(new(survey.Id), survey.First.AddDays(random.Next(40)), survey.Last.AddDays(-random.Next(40))))];
            foreach (var figure in Enum.GetValues<ComputedFigure>())
            {
                await using var scope = services.CreateAsyncScope();
                var counted = (await scope.ServiceProvider.GetRequiredService<ComputedReader>().Count(figure, days, Now))
                    .Select(one => (Survey: one.Survey.Value, School: one.School.Value, one.Part, one.Whole))
                    .OrderBy(one => one.Survey).ThenBy(one => one.School);
                var expected = days.SelectMany(one => Plain(figure, one, past, plain, zone))
                    .OrderBy(one => one.Survey).ThenBy(one => one.School).ToList();
                Assert.Equal(expected, counted);
                if (!seen.TryGetValue(figure, out var values)) seen[figure] = values = [];
                values.UnionWith(expected.Select(one => one.Part!.Value));
            }
        }
        Assert.All(Enum.GetValues<ComputedFigure>(), figure => Assert.True(seen[figure].Count > 1, $"{figure} was always the same"));
    }

    private static IEnumerable<(long Survey, long School, decimal? Part, decimal? Whole)> Plain(
        ComputedFigure figure, CountedDays days, DistrictPast past, PlainFigures plain, SiteZone zone)
    {
        var asked = past.Surveys.Schools.Where(one => one.Survey == days.Survey.Value).ToList();
        if (figure == ComputedFigure.RecommendationsDone)
        {
            foreach (var school in asked.Where(one => one.SentAt is not null))
            {
                var all = past.Surveys.Recommendations.Where(one => one.AskedIn == school.Survey && one.School == school.School).ToList();
                if (all.Count == 0) continue;
                yield return (school.Survey, school.School, all.Count(one => one.Outcome == RecommendationOutcome.Done), all.Count);
            }
            yield break;
        }
        var took = plain.Took((days.First, days.Last));
        var hours = Hours(days, past, zone);
        foreach (var (survey, school) in asked.Select(one => (one.Survey, one.School)))
        {
            var teachers = took.Where(one => one.School == school).Select(one => one.Person).Distinct().Count();
            yield return (survey, school, figure == ComputedFigure.TeachersReached ? teachers : hours.GetValueOrDefault(school), null);
        }
    }

    /// <summary>A consultation counts once for each school whose people were there.</summary>
    private static Dictionary<long, decimal> Hours(CountedDays days, DistrictPast past, SiteZone zone)
    {
        var works = past.People.ToDictionary(one => one.Id, one => one.School);
        var hours = new Dictionary<long, decimal>();
        foreach (var one in past.Consultations.Where(c => c.State == ConsultationState.Held && c.StartsAt is { } at
            && zone.DayOf(at) >= days.First && zone.DayOf(at) <= days.Last))
        {
            var schools = one.Kind == ConsultationKind.Group
                ? past.Members.Where(m => m.Consultation == one.Id && m.Agreed).Select(m => m.School ?? works[m.Person])
                : [one.School ?? works[one.Teacher!.Value]];
            foreach (var school in schools.OfType<long>().Distinct())
                hours[school] = hours.GetValueOrDefault(school) + (decimal)PastConsultation.Length.TotalHours;
        }
        return hours;
    }
}
