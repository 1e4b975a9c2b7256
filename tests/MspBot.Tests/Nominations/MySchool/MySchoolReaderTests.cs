using System.Diagnostics;
using System.Globalization;
using System.Text;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using MspBot.Data.Meetings;
using MspBot.Data.Nominations.MySchool;
using MspBot.Data.People;
using MspBot.Data.People.Assignments;
using MspBot.Data.Postgres;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;
using MspBot.Tests.Support;
using Npgsql;
using Xunit;

namespace MspBot.Tests.Nominations.MySchool;

/// <summary>What a school's head reads against a plain count over all rows, and in how many statements it is read.</summary>
public sealed class MySchoolReaderTests(TestCluster cluster)
{
    private static readonly DateTimeOffset Now = Some.Today;
    private const int Schools = 3;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task The_numbers_are_those_of_a_plain_count(int seed)
    {
        await using var database = await cluster.CreateAsync();
        await using var services = Services(database);
        await Plant(database, teachers: 24, meetings: 40, seed);
        await Move(services, new Random(seed), teachers: 24);
        var (people, meetings, places) = await Everything(database);

        for (var school = 1; school <= Schools; school++)
        {
            var id = new SchoolId(school);
            var teachers = people.Where(p => p.School == school).ToList();
            var ours = places.Where(m => (m.School ?? people.Single(p => p.Id == m.Person).School) == school)
                .Select(m => (Place: m, Meeting: meetings.Single(s => s.Id == m.Meeting))).Where(x => x.Meeting.IsPublished).ToList();
            bool IsMarked(long meeting) => places.Any(m => m.Meeting == meeting && m is { State: "Confirmed", Came: not null });

            var summary = await Read(services, (MySchoolReader r) => r.Summary(id, new(1), Now.AddDays(-30), Now));
            Assert.Equal(new SchoolSummary(
                teachers.Count, teachers.Count(t => t.Id != 1),
                ours.Where(x => x.Meeting.EndsAt <= Now && x.Meeting.EndsAt > Now.AddDays(-30).AddMinutes(90)
                    && x.Place is { State: "Confirmed", Came: true }).Select(x => x.Place.Person).Distinct().Count(),
                ours.Count(x => x.Meeting.EndsAt > Now && x.Place.State == "Confirmed"),
                ours.Count(x => x.Meeting.EndsAt > Now && x.Place.State == "Waitlisted"), 0), summary);

            var all = new List<TeacherLine>();
            for (var page = 0; page < 10; page++)
                all.AddRange((await Read(services, (MySchoolReader r) => r.Teachers(id, page, Now))).Page.Items);
            Assert.Equal(teachers.Select(t =>
            {
                var theirs = ours.Where(x => x.Place.Person == t.Id && x.Place.State == "Confirmed").ToList();
                return new TeacherLine(new(t.Id), t.Name, theirs.Count(x => x.Meeting.EndsAt > Now),
                    theirs.Count(x => x.Meeting.EndsAt <= Now && x.Place.Came == true),
                    theirs.Count(x => x.Meeting.EndsAt <= Now && x.Place.Came != true && IsMarked(x.Meeting.Id)));
            }).OrderBy(t => t.Id.Value), all.OrderBy(t => t.Id.Value));

            var held = new List<AttendedMeeting>();
            for (var page = 0; page < 10; page++)
                held.AddRange((await Read(services, (MySchoolReader r) => r.Meetings(id, page, Now))).Items);
            Assert.Equal(ours.Where(x => x.Meeting.EndsAt <= Now && x.Place.State == "Confirmed").GroupBy(x => x.Meeting)
                .OrderByDescending(g => g.Key.EndsAt).ThenByDescending(g => g.Key.Id)
                .Select(g => (g.Key.Id, g.Count(), g.Count(x => x.Place.Came == true), IsMarked(g.Key.Id))),
                held.Select(m => (m.Id.Value, m.Seated, m.Came, m.Marked)));
        }
        Assert.Contains(places, m => m.School is not null);
    }

    [Theory]
    [InlineData(6)]
    [InlineData(120)]
    public async Task Each_screen_is_read_in_a_fixed_number_of_statements(int teachers)
    {
        await using var database = await cluster.CreateAsync();
        await using var services = Services(database);
        await Plant(database, Schools * teachers, meetings: 20, seed: 3);
        var school = new SchoolId(1);
        var teacher = await Read(services, async (MySchoolReader r) => (await r.Teachers(school, 0, Now)).Page.Items[0].Id);
        var meeting = await Read(services, async (MySchoolReader r) => (await r.Meetings(school, 0, Now)).Items[0]);

        Assert.Equal(1, await Statements(services, (MySchoolReader r) => r.Summary(school, teacher, Now.AddDays(-30), Now)));
        Assert.Equal(1, await Statements(services, (MySchoolReader r) => r.Teachers(school, 0, Now)));
        Assert.Equal(1, await Statements(services, (MySchoolReader r) => r.Names(school)));
        Assert.Equal(1, await Statements(services, (MySchoolReader r) => r.Teacher(school, teacher, Now)));
        Assert.Equal(1, await Statements(services, (MySchoolReader r) => r.Coming(teacher, Now)));
        Assert.Equal(1, await Statements(services, (MySchoolReader r) => r.Past(school, teacher, 0, Now)));
        Assert.Equal(1, await Statements(services, (MySchoolReader r) => r.Meetings(school, 0, Now)));
        Assert.Equal(1, await Statements(services, (MySchoolReader r) => r.Attendees(school, meeting.Id, 0, meeting.Seated)));
        Assert.Equal(2, await Statements(services, (AssignmentReader r) => r.OfSchool(school, 0)));
        Assert.Equal(1, await Statements(services, (SchoolHoursReader r) => r.Week(school)));
    }

    private static ServiceProvider Services(TestDatabase database) => new ServiceCollection().AddDatabase(database.ConnectionString)
        .AddScoped<MySchoolReader>().AddScoped<AssignmentReader>().AddScoped<SchoolHoursReader>().AddScoped<PersonStore>()
        .BuildServiceProvider();

    private static async Task<T> Read<TReader, T>(ServiceProvider services, Func<TReader, Task<T>> read) where TReader : notnull
    {
        await using var scope = services.CreateAsyncScope();
        var result = await read(scope.ServiceProvider.GetRequiredService<TReader>());
        await scope.ServiceProvider.GetRequiredService<DbSession>().Commit();
        return result;
    }

    /// <summary>Statements of this reading alone: other tests run beside it.</summary>
    private static async Task<int> Statements<TReader, T>(ServiceProvider services, Func<TReader, Task<T>> read) where TReader : notnull
    {
        var count = 0;
        using var mine = new Activity("reading").Start();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                var sql = activity.GetTagItem("db.query.text") ?? activity.GetTagItem("db.statement");
                if (activity.TraceId == mine.TraceId && sql is string text && text.Contains("select", StringComparison.Ordinal)) count++;
            },
        };
        ActivitySource.AddActivityListener(listener);
        await read(services.CreateAsyncScope().ServiceProvider.GetRequiredService<TReader>());
        return count;
    }

    /// <summary>Everybody changes schools somewhere in the middle, some twice.</summary>
    private static async Task Move(ServiceProvider services, Random random, int teachers)
    {
        for (var n = 0; n < teachers; n++)
        {
            var (person, school, at) = (random.Next(1, teachers + 1), random.Next(1, Schools + 1), Now.AddDays(-20 + n));
            await Read(services, async (PersonStore store) => { await store.Move(new(person), new(school), at); return 0; });
        }
    }

    private static async Task Plant(TestDatabase database, int teachers, int meetings, int seed)
    {
        var random = new Random(seed);
        var sql = new StringBuilder();
        sql.AppendLine(CultureInfo.InvariantCulture, $"""
            insert into school (name, kind, confirmed_at, created_at)
            select 'Школа № ' || n, 'Other', {At(Now)}, {At(Now)} from generate_series(1, {Schools}) n;
            insert into person (chat_id, full_name, school_id, position, consented_at, created_at)
            select 1000 + n, 'Иванова Мария ' || n, 1 + n % {Schools}, 'учитель', {At(Now)}, {At(Now)}
            from generate_series(1, {teachers}) n;
            insert into person_role (person_id, role, granted_at) select id, 'Teacher', {At(Now)} from person;
            """);
        for (var n = 1; n <= meetings; n++)
        {
            var end = Now.AddMinutes(random.Next(-60 * 24 * 60, 20 * 24 * 60));
            var isMarked = random.Next(4) > 0;
            sql.AppendLine(CultureInfo.InvariantCulture, $"""
                insert into seminar (kind, title, starts_at, ends_at, state, calendar_uid, created_by, created_at, published_at)
                values ('RoundTable', 'Чтение', {At(end.AddMinutes(-90))}, {At(end)}, '{(n % 7 == 0 ? "Cancelled" : "Published")}', 'u{n}',
                    1, {At(Now)}, {At(Now)});
                """);
            foreach (var person in Enumerable.Range(1, teachers).OrderBy(_ => random.Next()).Take(8))
            {
                var state = random.Next(5) switch { 0 => "Waitlisted", 1 => "Cancelled", _ => "Confirmed" };
                var came = state == "Confirmed" && isMarked && end <= Now
                    ? random.Next(3) switch { 0 => "false", 1 => "null", _ => "true" } : "null";
                sql.AppendLine(CultureInfo.InvariantCulture, $"""
                    insert into sign_up (seminar_id, person_id, state, created_at, confirmed_at, cancelled_at, came)
                    values ({n}, {person}, '{state}', {At(Now)}, {At(Now)}, {(state == "Cancelled" ? At(Now) : "null")}, {came});
                    """);
            }
        }
        await TestCluster.RunAsync(database.ConnectionString, sql.ToString());
    }

    private static async Task<(IReadOnlyList<PersonRow>, IReadOnlyList<MeetingRow>, IReadOnlyList<PlaceRow>)> Everything(
        TestDatabase database)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        return (
            [.. (await connection.QueryAsync<(long, string, long)>("select id, full_name, school_id from person"))
                .Select(r => new PersonRow(r.Item1, r.Item2, r.Item3))],
            [.. (await connection.QueryAsync<(long, DateTime, string)>("select id, ends_at, state from seminar"))
                .Select(r => new MeetingRow(r.Item1, new(r.Item2), r.Item3 == "Published"))],
            [.. (await connection.QueryAsync<(long, long, string, bool?, long?)>(
                "select seminar_id, person_id, state, came, school_id from sign_up"))
                .Select(r => new PlaceRow(r.Item1, r.Item2, r.Item3, r.Item4, r.Item5))]);
    }

    private static string At(DateTimeOffset moment) => $"timestamptz '{moment:O}'";

    private sealed record PersonRow(long Id, string Name, long School);

    private sealed record MeetingRow(long Id, DateTimeOffset EndsAt, bool IsPublished);

    private sealed record PlaceRow(long Meeting, long Person, string State, bool? Came, long? School);
}
