using Dapper;
using Microsoft.Extensions.DependencyInjection;
using MspBot.Data.Digests;
using MspBot.Data.Postgres;
using MspBot.Domain.Clock;
using MspBot.Domain.Digests;
using MspBot.Tests.Support;
using Npgsql;
using Xunit;

namespace MspBot.Tests.Digests;

/// <summary>«Answered in time», recomputed by a plain loop over random surveys.</summary>
public sealed class SurveyFigureTests(TestCluster cluster)
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 7, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Europe/Moscow", 1)]
    [InlineData("Europe/Berlin", 2)]
    public async Task Answered_in_time_is_what_a_plain_loop_counts(string zoneName, int seed)
    {
        var zone = new SiteZone(TimeZoneInfo.FindSystemTimeZoneById(zoneName));
        await using var database = await cluster.CreateAsync();
        var random = new Random(seed);
        var asked = await Plant(database.ConnectionString, random, zone);
        await using var services = new ServiceCollection().AddDatabase(database.ConnectionString)
            .AddSingleton(zone).AddSingleton(WorkingCalendar.Plain).AddScoped<PlanFiguresReader>()
            .AddScoped<FiguresReader>().BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var reader = scope.ServiceProvider.GetRequiredService<FiguresReader>();
        await reader.Freeze();

        var today = zone.DayOf(Now);
        List<DigestPeriod> periods = [.. Enumerable.Range(-1, 60).Select(n => DigestPeriod.Of(PeriodKind.Week, today.AddDays(-7 * n))),
            .. Enumerable.Range(0, 14).Select(n => DigestPeriod.Of(PeriodKind.Month, today.AddMonths(-n)))];
        // Weeks that have passed whole, and as far as the same hour of the same day.
        var spans = periods.Select(p => p.Span(zone, Now))
            .Concat(periods.Skip(2).Take(50).Select(p => p.SameDays(DigestPeriod.Of(PeriodKind.Week, today), zone, Now))).ToList();
        var (some, late) = (0, 0);
        foreach (var span in spans)
        {
            var figures = (await reader.Of([span]))[0].Figures;
            var (all, inTime) = (0, 0);
            foreach (var (due, drafted, sent) in asked)
            {
                // Its due day is over.
                if (drafted || due < span.First || due > span.Last || zone.DayOf(span.AsOf) <= due) continue;
                all++;
                if (sent is { } at && zone.DayOf(at) <= due) inTime++;
            }
            Assert.Equal((span, all, inTime), (span, figures.SurveysAsked, figures.SurveysInTime));
            some += all > 0 ? 1 : 0;
            late += all > inTime ? 1 : 0;
        }
        Assert.True(some > 10 && late > 10);
    }

    private static async Task<List<(DateOnly Due, bool Drafted, DateTimeOffset? Sent)>> Plant(
        string connectionString, Random random, SiteZone zone)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.ExecuteAsync("""
            insert into school (name, kind, confirmed_at, created_at)
            select 'Школа ' || n, 'LowResults', @at, @at from generate_series(1, 12) n;
            insert into person (chat_id, full_name, school_id, position, consented_at, created_at)
            select 1, 'Смирнова Вера Павловна', min(id), 'методист', @at, @at from school
            """, new { at = Now.AddYears(-3).UtcDateTime });
        var schools = (await connection.QueryAsync<long>("select id from school order by id")).ToList();
        var all = new List<(DateOnly, bool, DateTimeOffset?)>();
        for (var n = 0; n < 40; n++)
        {
            var due = zone.DayOf(Now).AddDays(random.Next(-400, 10));
            var state = random.Next(8) switch { 0 => "Draft", < 4 => "Open", _ => "Closed" };
            var survey = await connection.ExecuteScalarAsync<long>("""
                insert into survey (label, first_day, last_day, due_on, state, created_by, created_at, opened_at, closed_at)
                select 'Опрос', @due, @due, @due, @state, min(id), @at, case when @state <> 'Draft' then @at end,
                       case when @state = 'Closed' then @at end
                from person
                returning id
                """, new { due, state, at = Now.AddYears(-2).UtcDateTime });
            foreach (var school in schools.Where(_ => random.Next(3) > 0))
            {
                // Around midnight of the due day as well.
                DateTimeOffset? sent = state == "Draft" || random.Next(4) == 0 ? null
                    : zone.At(due, TimeOnly.MinValue).AddMinutes(random.Next(-4_000, 6_000));
                if (sent > Now) sent = null;
                await connection.ExecuteAsync("""
                    insert into survey_school (survey_id, school_id, state, sent_at, sent_by)
                    select @survey, @school, case when @sent::timestamptz is null then 'Waiting' else 'Sent' end, @sent,
                           case when @sent::timestamptz is not null then min(id) end
                    from person
                    """, new { survey, school, sent = sent?.UtcDateTime });
                all.Add((due, state == "Draft", sent));
            }
        }
        return all;
    }
}
