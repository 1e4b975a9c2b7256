using Microsoft.Extensions.DependencyInjection;
using MspBot.Data.Plan;
using MspBot.Data.Plan.Facts;
using MspBot.Data.Postgres;
using MspBot.Domain.Clock;
using MspBot.Domain.Plan;
using MspBot.Domain.Plan.Facts;
using MspBot.Domain.Seminars;
using MspBot.Sandbox.Past;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Plan.Facts;

/// <summary>Facts as they are read, against a plain loop over all rows; and the working days of an answer.</summary>
public sealed class PlanFactTests(TestCluster cluster)
{
    private static readonly SiteZone Moscow = new(TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow"));

    [Theory]
    [InlineData(1, "2027-04-15T11:00:00Z")]
    [InlineData(2, "2026-10-31T20:59:00Z")]
    [InlineData(3, "2026-10-31T21:01:00Z")]
    public async Task Facts_of_every_item_are_those_of_a_plain_loop(int seed, string moment)
    {
        var now = DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture);
        var past = DistrictPast.Make(new(12, 120, 5, 100, 600, 6_000, 100), now, Moscow, seed);
        await using var database = await cluster.CreateAsync();
        await PastWriter.Write(database.ConnectionString, past);
        await using var services = new ServiceCollection().AddDatabase(database.ConnectionString).AddSingleton(Moscow)
            .AddScoped<PlanReader>().AddScoped<FactReader>().BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var plans = scope.ServiceProvider.GetRequiredService<PlanReader>();
        var facts = scope.ServiceProvider.GetRequiredService<FactReader>();

        var ofExcluded = past.Seminars.Count(s => s is { State: SeminarState.Published, Item: not null } && past.Plans.IsUnplanned(s));
        Assert.True(ofExcluded > 0 || seed != 1, "no meeting of an item that was excluded");
        var seen = new HashSet<Fact>();
        foreach (var plan in past.Plans.Plans)
        {
            var listed = (await facts.Of(new(plan.Id), ItemScope.All, now)).ToDictionary(fact => fact.Item.Value, fact => fact.Fact);
            var items = await plans.Items(new(plan.Id), now);
            Assert.Equal(plan.Items, items.Count);
            foreach (var item in items)
            {
                var plain = Plain(past, past.Plans.Items.Single(i => i.Id == item.Id.Value), now);
                Assert.Equal(plain, item.FactAt(now, Moscow));
                if (item.State != ItemState.Excluded) Assert.Equal(plain, listed[item.Id.Value]);
                seen.Add(plain);
            }
            var outside = past.Seminars.Count(s => s.State == SeminarState.Published && past.Plans.IsUnplanned(s) && s.EndsAt <= now
                && plan.Year.Holds(Moscow.DayOf(s.StartsAt)));
            Assert.Equal(outside, await facts.Unplanned(plan.Year, now));
        }
        Assert.True(seen.IsSupersetOf([Fact.Ahead, Fact.Done, Fact.DoneLate, Fact.Overdue]), string.Join(", ", seen));
    }

    [Theory]
    [InlineData("2026-11-24T10:00", 3, "2026-11-27T10:00")]   // Tuesday to Friday
    [InlineData("2026-11-26T10:00", 3, "2026-12-01T10:00")]   // over a weekend
    [InlineData("2026-11-28T12:00", 5, "2026-12-04T12:00")]   // from a Saturday
    [InlineData("2026-12-30T09:30", 3, "2027-01-12T09:30")]   // over the holidays: 31 December, 11 and 12 January
    public void An_answer_is_due_after_working_days(string sent, int days, string due)
    {
        static DateTimeOffset At(string text) => new(DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture),
            TimeSpan.FromHours(3));

        Assert.Equal(At(due), PlanAnswers.DueAt(At(sent), days, WorkingCalendar.Plain, Moscow));
        Assert.Equal(days, WorkingCalendar.Plain.Days(DateOnly.FromDateTime(At(sent).DateTime), DateOnly.FromDateTime(At(due).DateTime)));
    }

    private static Fact Plain(DistrictPast past, PastItem item, DateTimeOffset now)
    {
        var last = past.Plans.Versions.Single(v => v.Item == item.Id && v.Version == (item.Agreed ?? item.Version)).Term.Last;
        DateOnly? first = item.DoneOn;
        var announced = false;
        foreach (var meeting in past.Seminars.Where(s => s.Item == item.Id && s.State == SeminarState.Published))
        {
            var came = past.SignUps.Any(s => s.Seminar == meeting.Id && s.Came == true);
            if (!came || meeting.EndsAt > now) announced = true;
            else if (first is null || Moscow.DayOf(meeting.StartsAt) < first) first = Moscow.DayOf(meeting.StartsAt);
        }
        if (first is { } done) return done <= last ? Fact.Done : Fact.DoneLate;
        if (Moscow.DayOf(now) > last) return Fact.Overdue;
        return announced ? Fact.Running : Fact.Ahead;
    }
}
