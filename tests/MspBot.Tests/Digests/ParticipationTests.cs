using System.Globalization;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using MspBot.Data.Digests;
using MspBot.Data.People;
using MspBot.Data.People.Schools;
using MspBot.Data.Postgres;
using MspBot.Domain.Clock;
using MspBot.Domain.Digests;
using MspBot.Domain.People;
using MspBot.Tests.Support;
using Npgsql;
using Xunit;

namespace MspBot.Tests.Digests;

/// <summary>What has ended stays with the school where a person worked then, whoever moves, leaves or is merged afterwards.</summary>
public sealed class ParticipationTests(TestCluster cluster)
{
    private static readonly SiteZone Moscow = new(TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow"));
    private static readonly DateTimeOffset Monday = new(2026, 11, 1, 21, 0, 0, TimeSpan.Zero);
    private const int Weeks = 6;
    private const int Listed = 5;
    private const int Unlisted = 4;
    private const int Teachers = 24;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task The_figures_of_a_week_that_is_over_are_those_of_the_schools_where_people_worked_at_each_meetings_end(int seed)
    {
        await using var database = await cluster.CreateAsync();
        await using var services = new ServiceCollection().AddDatabase(database.ConnectionString)
            .AddSingleton(Moscow).AddSingleton(WorkingCalendar.Plain).AddScoped<PlanFiguresReader>()
            .AddScoped<FiguresReader>()
            .AddScoped<DigestReader>().AddScoped<PersonStore>().AddScoped<SchoolStore>().BuildServiceProvider();
        var random = new Random(seed);
        var people = Enumerable.Range(1, Teachers).ToDictionary(n => (long)n, n => (long?)(1 + n % (Listed + Unlisted)));
        var gone = new HashSet<long>();
        var parts = await Plant(database, random);
        var (now, done) = (Monday, new Dictionary<string, int>());

        while (now < Monday.AddDays(7 * (Weeks + 1)))
        {
            var later = now.AddMinutes(random.Next(1, 60 * 14));
            foreach (var part in parts.Where(p => p.EndsAt > now && p.EndsAt <= later)) part.School = people[part.Person];
            now = later;
            var person = (long)random.Next(1, Teachers + 1);
            var what = random.Next(20) switch
            {
                0 when gone.Count < Teachers / 2 => "erase",
                1 => "merge",
                _ => "move",
            };
            if (what == "merge")
            {
                var (from, into) = ((long)random.Next(Listed + 1, Listed + Unlisted + 1), (long)random.Next(1, Listed + 1));
                if (await Do<SchoolStore, IReadOnlyList<PersonId>?>(s => s.Merge(new(from), new(into))) is null) continue;
                foreach (var part in parts.Where(p => p.School == from)) part.School = into;
                foreach (var one in people.Keys.Where(k => people[k] == from).ToList()) people[one] = into;
            }
            else if (gone.Contains(person)) continue;
            else if (what == "erase")
            {
                await Do<PersonStore, int>(async s => { await s.Erase(new(person), new(1_000 + person), now); return 0; });
                gone.Add(person);
                people[person] = null;
                var left = await Schools();
                // Of a school that goes only those knew who have gone as well.
                foreach (var part in parts.Where(p => p.School is { } school && !left.Contains(school)))
                {
                    Assert.Contains(part.Person, gone);
                    part.School = null;
                }
            }
            else
            {
                var schools = await Schools();
                var to = schools[random.Next(schools.Count)];
                await Do<PersonStore, int>(async s => { await s.Move(new(person), new(to), now); return 0; });
                people[person] = to;
            }
            done[what] = done.GetValueOrDefault(what) + 1;
            await Compare();
        }
        Assert.True(done["move"] > 50 && done["erase"] > 3 && done["merge"] > 1, string.Join(", ", done));
        Assert.Contains(parts, p => p.School is null && gone.Contains(p.Person));
        Assert.Contains(parts, p => p.School is not null && gone.Contains(p.Person));

        async Task<T> Do<TStore, T>(Func<TStore, Task<T>> what) where TStore : notnull
        {
            await using var scope = services.CreateAsyncScope();
            var result = await what(scope.ServiceProvider.GetRequiredService<TStore>());
            await scope.ServiceProvider.GetRequiredService<DbSession>().Commit();
            return result;
        }

        async Task<IReadOnlyList<long>> Schools()
        {
            await using var connection = new NpgsqlConnection(database.ConnectionString);
            return [.. await connection.QueryAsync<long>("select id from school order by id")];
        }

        async Task Compare()
        {
            for (var n = 0; n < 2; n++)
            {
                var week = DigestPeriod.Of(PeriodKind.Week, Moscow.DayOf(Monday).AddDays(7 * random.Next(Weeks)));
                var (from, to) = week.Moments(Moscow);
                if (to > now) continue;
                var took = parts.Where(p => p.EndsAt <= now && p.EndsAt.AddHours(-1) >= from && p.EndsAt.AddHours(-1) < to).ToList();
                var rows = await Do<DigestReader, IReadOnlyList<DigestSchool>>(r => r.Schools(week, Moscow, now));
                Assert.Equal(
                    took.GroupBy(p => p.School).Select(g => (g.Key,
                        g.Count(p => p.IsSeminar), g.Count(p => p is { IsSeminar: true, Came: true }),
                        g.Count(p => !p.IsSeminar), g.Where(p => p.Came).Select(p => p.Person).Distinct().Count())).Order(),
                    rows.Where(r => r.SignedUp + r.Consultations > 0)
                        .Select(r => (r.School, r.SignedUp, r.Came, r.Consultations, r.Reached)).Order());
                Assert.All(rows.Where(r => r.School is not null), r => Assert.InRange(r.Reached, 0, r.People));
                var figures = await Do<FiguresReader, IReadOnlyList<PeriodFigures>>(r => r.Of([week], Moscow, now));
                Assert.Equal(took.Where(p => p.Came && p.School is <= 3).Select(p => p.School).Distinct().Count(),
                    figures[^1].Figures.ActiveSchools);
            }
        }
    }

    [Theory]
    [InlineData("update person set school_id = 3 where id = 1")]
    [InlineData("update person set school_id = 3, leaves_school_at = null where id = 1")]
    [InlineData("update person set chat_id = null, full_name = null, school_id = null, position = null, consented_at = null, " +
        "erased_at = created_at where id = 1")]
    public async Task Nobody_leaves_a_school_without_a_word_about_when(string statement)
    {
        await using var database = await cluster.CreateAsync();
        await Plant(database, new Random(1));
        var refused = await Assert.ThrowsAsync<PostgresException>(() => TestCluster.RunAsync(database.ConnectionString, statement));
        Assert.Contains("leaves_school_at does not say when", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_said_once_is_said_of_that_change_alone()
    {
        await using var database = await cluster.CreateAsync();
        await Plant(database, new Random(1));
        await TestCluster.RunAsync(database.ConnectionString, $"""
            update person set school_id = 3, leaves_school_at = '{Monday:O}' where id = 1;
            update person set school_id = 3, leaves_school_at = '{Monday:O}' where id = 1;
            update person set position = 'Директор', leaves_school_at = null where id = 1
            """);
        await Assert.ThrowsAsync<PostgresException>(() =>
            TestCluster.RunAsync(database.ConnectionString, "update person set school_id = 1 where id = 1"));
    }

    /// <summary>Meetings of an hour: seminars with people in them, consultations with one teacher, groups.</summary>
    private static async Task<List<Part>> Plant(TestDatabase database, Random random)
    {
        var parts = new List<Part>();
        var sql = new System.Text.StringBuilder($"""
            insert into school (name, kind, confirmed_at, created_at)
            select 'Школа № ' || n, case when n <= 3 then 'LowResults' else 'Other' end, case when n <= {Listed} then {At(Monday)} end,
                {At(Monday.AddDays(-9))} from generate_series(1, {Listed + Unlisted}) n;
            insert into person (chat_id, full_name, school_id, position, consented_at, created_at)
            select 1000 + n, 'Иванова Мария Петровна', 1 + n % {Listed + Unlisted}, 'учитель', {At(Monday)}, {At(Monday.AddDays(-9))}
            from generate_series(1, {Teachers}) n;

            """);
        for (var n = 1; n <= 10 * Weeks; n++)
        {
            var start = Monday.AddMinutes(random.Next(7 * Weeks * 24 * 60));
            var people = Enumerable.Range(1, Teachers).OrderBy(_ => random.Next()).Take(random.Next(1, 8)).Select(p => (long)p).ToList();
            if (n % 2 == 0)
            {
                sql.AppendLine(CultureInfo.InvariantCulture, $"""
                    insert into seminar (kind, title, starts_at, ends_at, state, calendar_uid, created_by, created_at, published_at)
                    values ('RoundTable', 'Чтение', {At(start)}, {At(start.AddHours(1))}, 'Published', 'u{n}', 1, {At(Monday)},
                        {At(Monday)});
                    """);
                foreach (var person in people)
                {
                    var came = random.Next(3) > 0;
                    parts.Add(new(person, start.AddHours(1), IsSeminar: true, came));
                    sql.AppendLine(CultureInfo.InvariantCulture, $"""
                        insert into sign_up (seminar_id, person_id, state, created_at, confirmed_at, came)
                        select max(id), {person}, 'Confirmed', {At(Monday)}, {At(Monday)}, {came} from seminar;
                        """);
                }
                continue;
            }
            var group = n % 4 == 1;
            sql.AppendLine(CultureInfo.InvariantCulture, $"""
                insert into consultation (kind, teacher_id, topic, state, starts_at, ends_at, created_at, asked_at, seats, least)
                values ('{(group ? "Group" : "Individual")}', {(group ? "null" : people[0])}, 'Чтение', 'Held', {At(start)},
                    {At(start.AddHours(1))}, {At(Monday)}, {At(Monday)}, {(group ? "20, 2" : "null, null")});
                """);
            foreach (var person in group ? people : people.Take(1))
            {
                parts.Add(new(person, start.AddHours(1), IsSeminar: false, Came: true));
                if (group)
                {
                    sql.AppendLine(CultureInfo.InvariantCulture, $"""
                        insert into consultation_member (consultation_id, person_id, state, at)
                        select max(id), {person}, 'Agreed', {At(Monday)} from consultation;
                        """);
                }
            }
        }
        await TestCluster.RunAsync(database.ConnectionString, sql.ToString());
        return parts;
    }

    private static string At(DateTimeOffset moment) => $"timestamptz '{moment:O}'";

    /// <summary>One person in one meeting; the school where they worked at its end.</summary>
    private sealed record Part(long Person, DateTimeOffset EndsAt, bool IsSeminar, bool Came)
    {
        internal long? School { get; set; }
    }
}
