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

/// <summary>The figures of the library, of broadcasts and of topics, recomputed by a plain loop over random rows.</summary>
public sealed class LibraryFigureTests(TestCluster cluster)
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 7, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Europe/Moscow", 1)]
    [InlineData("Europe/Berlin", 2)]
    public async Task What_is_read_is_what_a_plain_loop_counts(string zoneName, int seed)
    {
        var zone = new SiteZone(TimeZoneInfo.FindSystemTimeZoneById(zoneName));
        await using var database = await cluster.CreateAsync();
        var rows = await Plant(database.ConnectionString, new Random(seed));
        await using var services = new ServiceCollection().AddDatabase(database.ConnectionString)
            .AddSingleton(zone).AddSingleton(WorkingCalendar.Plain).AddScoped<PlanFiguresReader>()
            .AddScoped<FiguresReader>().BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var reader = scope.ServiceProvider.GetRequiredService<FiguresReader>();
        await reader.Freeze();

        var today = zone.DayOf(Now);
        var seen = new List<Figures>();
        foreach (var period in Enumerable.Range(0, 40).Select(n => DigestPeriod.Of(PeriodKind.Week, today.AddDays(-7 * n)))
            .Concat(Enumerable.Range(0, 10).Select(n => DigestPeriod.Of(PeriodKind.Month, today.AddMonths(-n)))))
        {
            var read = (await reader.Of([period.Span(zone, Now)]))[0].Figures;
            var plain = rows.Of(at => zone.DayOf(at) >= period.First && zone.DayOf(at) <= period.Last);
            Assert.Equal(plain, Told(read));
            seen.Add(read);
        }
        Assert.Contains(seen, f => f is { MaterialsAdded: > 0, Took: > 0, HandedOut: > 0, AskedInVain: > 0 });
        Assert.Contains(seen, f => f is { Broadcasts: > 0, Delivered: > 0 } && f.Delivered < f.Recipients);
        Assert.Contains(seen, f => f is { HandedOut: 0 } or { MaterialsAdded: 0 });
        Assert.InRange(seen[0].Subscribed, 1, Rows.People);
    }

    private static (int, int, int, int, int, int, int, int) Told(Figures f) =>
        (f.MaterialsAdded, f.Took, f.HandedOut, f.AskedInVain, f.Broadcasts, f.Recipients, f.Delivered, f.Subscribed);

    /// <summary>What was planted.</summary>
    private sealed record Rows
    {
        internal const int People = 30;

        internal List<(long Id, int Author, DateTimeOffset? ShownAt, bool InLibrary)> Materials { get; } = [];
        internal List<(long Material, int Person, DateTimeOffset At)> Taken { get; } = [];
        internal List<(int Person, DateTimeOffset At)> Given { get; } = [];
        internal List<(string Folded, DateTimeOffset At)> Wishes { get; } = [];
        internal List<(string State, DateTimeOffset? DoneAt, List<string?> Outcomes)> Broadcasts { get; } = [];
        internal HashSet<int> Subscribers { get; } = [];

        internal (int, int, int, int, int, int, int, int) Of(Func<DateTimeOffset, bool> within)
        {
            var done = Broadcasts.Where(b => b.State == "Done" && within(b.DoneAt!.Value)).ToList();
            return (
                Materials.Count(m => m.InLibrary && m.ShownAt is { } at && within(at)),
                Taken.Where(t => within(t.At) && Materials.Single(m => m.Id == t.Material).Author != t.Person)
                    .Select(t => t.Person).Distinct().Count(),
                Given.Where(g => within(g.At)).Select(g => g.Person).Distinct().Count(),
                Wishes.Where(w => within(w.At)).Select(w => w.Folded).Distinct().Count(),
                done.Count, done.Sum(b => b.Outcomes.Count), done.Sum(b => b.Outcomes.Count(o => o == "Sent")), Subscribers.Count);
        }
    }

    private static async Task<Rows> Plant(string connectionString, Random random)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.ExecuteAsync("""
            insert into school (name, kind, confirmed_at, created_at) values ('Школа', 'LowResults', @at, @at);
            insert into person (chat_id, full_name, school_id, position, consented_at, created_at)
            select n, 'Учитель', (select min(id) from school), 'учитель', @at, @at from generate_series(1, @people) n;
            insert into topic (name) values ('Дроби'), ('Проценты')
            """, new { at = Now.AddYears(-3).UtcDateTime, people = Rows.People });
        var rows = new Rows();
        DateTimeOffset Moment() => Now.AddMinutes(-random.Next(0, 300 * 24 * 60));
        int Person() => random.Next(1, Rows.People + 1);
        for (var n = 0; n < 40; n++) await Material(connection, rows, random, Person(), Moment());
        for (var n = 0; n < 300; n++)
        {
            var (material, person, at) = (rows.Materials[random.Next(rows.Materials.Count)].Id, Person(), Moment());
            if (await connection.ExecuteAsync("""
                insert into material_taken (material_id, person_id, first_at, edition) values (@material, @person, @at, 1)
                on conflict do nothing
                """, new { material, person, at = at.UtcDateTime }) > 0) rows.Taken.Add((material, person, at));
        }
        for (var n = 0; n < 60; n++) await Give(connection, rows, Person(), Moment());
        string[] words = ["Дроби", "дроби ", "Ёлка", "елка", "Проценты", "Чтение"];
        for (var n = 0; n < 80; n++)
        {
            var (person, said, at) = (Person(), words[random.Next(words.Length)].Trim(), Moment());
            var folded = await connection.ExecuteScalarAsync<string>("""
                insert into material_wish (person_id, words, day, at) values (@person, @said, @day, @at)
                on conflict do nothing returning folded
                """, new { person, said, day = DateOnly.FromDateTime(at.UtcDateTime), at = at.UtcDateTime });
            if (folded is not null) rows.Wishes.Add((folded, at));
        }
        for (var n = 0; n < 20; n++) await Broadcast(connection, rows, random, Moment());
        for (var n = 0; n < 12; n++)
        {
            var person = Person();
            rows.Subscribers.Add(person);
            await connection.ExecuteAsync(n % 2 == 0
                ? "insert into topic_wish (person_id, topic_id) select @person, min(id) from topic on conflict do nothing"
                : "insert into subject_wish (person_id, subject) values (@person, 'Физика') on conflict do nothing", new { person });
        }
        return rows;
    }

    private static async Task Material(NpgsqlConnection connection, Rows rows, Random random, int author, DateTimeOffset at)
    {
        var state = (string[])["Shown", "Shown", "Hidden", "Offered"];
        var (stands, inLibrary) = (state[random.Next(state.Length)], random.Next(5) > 0);
        var shown = stands != "Offered" && inLibrary ? at : (DateTimeOffset?)null;
        var id = await connection.ExecuteScalarAsync<long>("""
            with one as (
                insert into material (name, kind, added_by, added_at, in_library, state, offered, edition, shown_at)
                values ('Дроби', 'Lesson', @author, @at, @inLibrary, @stands, @stands = 'Offered',
                    case when @stands <> 'Offered' then 1 end, @shown)
                returning id
            )
            insert into material_edition (material_id, nr, url, by_person, at) select id, 1, 'https://e.org', @author, @at from one
            returning material_id
            """, new { author, at = at.UtcDateTime, inLibrary, stands, shown = shown?.UtcDateTime });
        rows.Materials.Add((id, author, shown, inLibrary));
    }

    private static async Task Give(NpgsqlConnection connection, Rows rows, int person, DateTimeOffset at)
    {
        await connection.ExecuteAsync("""
            with meeting as (
                insert into seminar (kind, title, starts_at, ends_at, state, calendar_uid, created_by, created_at, published_at)
                values ('RoundTable', 'Встреча', @at, @at + interval '1 hour', 'Published', gen_random_uuid()::text, 1, @at, @at)
                returning id
            ), seat as (
                insert into sign_up (seminar_id, person_id, state, created_at, confirmed_at)
                select id, @person, 'Confirmed', @at, @at from meeting returning id
            ), handed as (
                insert into seminar_material (seminar_id, material_id, added_at)
                select id, (select min(id) from material), @at from meeting returning id
            )
            insert into seminar_material_given (seminar_material_id, sign_up_id, given_at) select handed.id, seat.id, @at from handed, seat
            """, new { person, at = at.UtcDateTime });
        rows.Given.Add((person, at));
    }

    private static async Task Broadcast(NpgsqlConnection connection, Rows rows, Random random, DateTimeOffset at)
    {
        var state = (string[])["Done", "Done", "Done", "Stopped", "Sending"];
        var stands = state[random.Next(state.Length)];
        var over = stands == "Sending" ? (DateTimeOffset?)null : at;
        var people = Enumerable.Range(1, Rows.People).OrderBy(_ => random.Next()).Take(random.Next(1, Rows.People)).ToList();
        string[] all = ["Sent", "Sent", "Sent", "Blocked", "Failed", "OptedOut"];
        var outcomes = people.Select(_ => stands == "Sending" ? null : all[random.Next(all.Length)]).ToList();
        var id = await connection.ExecuteScalarAsync<long>("""
            insert into broadcast (by_person, audience, words, state, shown, created_at, pressed_at, starts_at, stopped_at, done_at)
            values (1, 'null', 'Коллеги', @stands, 1, @at, @at, @at, case when @stands = 'Stopped' then @at::timestamptz end, @over)
            returning id
            """, new { stands, at = at.UtcDateTime, over = over?.UtcDateTime });
        await connection.ExecuteAsync("""
            insert into broadcast_recipient (broadcast_id, person_id, outcome, at)
            select @id, p, o, case when o is not null then @at::timestamptz end from unnest(@people, @outcomes) as r(p, o)
            """, new { id, people = people.Select(p => (long)p).ToArray(), outcomes = outcomes.ToArray(), at = at.UtcDateTime });
        rows.Broadcasts.Add((stands, over, outcomes));
    }
}
