using Microsoft.Extensions.DependencyInjection;
using MspBot.Data.Meetings;
using MspBot.Data.Postgres;
using MspBot.Domain.Clock;
using MspBot.Domain.Meetings;
using MspBot.Tests.Support;
using Npgsql;
using Xunit;

namespace MspBot.Tests.Meetings;

/// <summary>When a school frees its teachers: by the calendar, and whoever adds hours at once.</summary>
public sealed class SchoolHoursTests(TestCluster cluster)
{
    private static readonly SiteZone Moscow = new(TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow"));

    /// <summary>Wednesday until midnight, in two parts that touch, and Thursday from midnight on.</summary>
    private static readonly WeeklySpan[] Week =
        [new(DayOfWeek.Wednesday, 900, 1020), new(DayOfWeek.Wednesday, 1020, 1440), new(DayOfWeek.Thursday, 0, 120)];

    [Theory]
    [InlineData("2026-11-25T15:00", 45, true)]
    [InlineData("2026-11-25T14:59", 45, false)]
    [InlineData("2026-11-25T16:45", 45, true)]   // over the seam
    [InlineData("2026-11-25T23:15", 45, true)]
    [InlineData("2026-11-25T23:30", 45, false)]  // into the next day, which is another day's hours
    [InlineData("2026-11-26T01:15", 45, true)]
    [InlineData("2026-11-26T01:30", 45, false)]
    [InlineData("2026-11-24T15:00", 45, false)]
    public void A_time_is_free_where_all_of_it_lies_in_the_hours_of_that_day(string start, int minutes, bool free)
    {
        var from = Moscow.At(DateOnly.Parse(start[..10], null), TimeOnly.Parse(start[11..], null));
        Assert.Equal(free, SchoolHours.Free(Week, from, from.AddMinutes(minutes), WorkingCalendar.Plain, Moscow));
    }

    [Fact]
    public void A_holiday_frees_nobody_and_a_moved_day_frees_as_the_day_whose_hours_it_has()
    {
        var (wednesday, saturday) = (new DateOnly(2026, 11, 25), new DateOnly(2026, 11, 28));
        var calendar = new WorkingCalendar(new Dictionary<DateOnly, MovedDay>
        {
            [wednesday] = new(false),
            [saturday] = new(true, DayOfWeek.Wednesday),
        });
        bool Free(DateOnly day) => SchoolHours.Free(
            Week, Moscow.At(day, new(15, 0)), Moscow.At(day, new(15, 45)), calendar, Moscow);
        Assert.Equal((false, true), (Free(wednesday), Free(saturday)));
    }

    [Fact]
    public async Task Of_hours_that_lie_over_each_other_and_are_added_at_once_one_stays()
    {
        await using var database = await cluster.CreateAsync();
        await using var services = new ServiceCollection().AddDatabase(database.ConnectionString)
            .AddScoped<SchoolHoursReader>().AddScoped<SchoolHoursStore>().BuildServiceProvider();
        await TestCluster.RunAsync(database.ConnectionString, $"""
            insert into school (name, kind, confirmed_at, created_at)
            select 'Школа № ' || n, 'Other', '{Some.Today:O}', '{Some.Today:O}' from generate_series(1, 2) n
            """);
        async Task<WeeklyHoursRefusal?> Add(int school, int from)
        {
            await using var scope = services.CreateAsyncScope();
            var refusal = await scope.ServiceProvider.GetRequiredService<SchoolHoursStore>()
                .Add(new(school), [DayOfWeek.Monday, DayOfWeek.Tuesday], from, from + 90);
            await scope.ServiceProvider.GetRequiredService<DbSession>().Commit();
            return refusal;
        }
        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(n => Add(school: 1, from: 900 + n)).Append(Add(school: 2, from: 900)));

        Assert.Equal((2, 7), (outcomes.Count(o => o is null), outcomes.Count(o => o == WeeklyHoursRefusal.Overlap)));
        // What the store would let through, the database does not.
        await Assert.ThrowsAsync<PostgresException>(() => TestCluster.RunAsync(database.ConnectionString,
            "insert into school_hours (school_id, weekday, from_minute, to_minute) values (1, 1, 910, 1440)"));
    }
}
