using CsCheck;
using Microsoft.Extensions.DependencyInjection;
using MspBot.Data.Feedback;
using MspBot.Data.Postgres;
using MspBot.Domain.Feedback;
using MspBot.Domain.People;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Feedback;
using MspBot.Tests.Support;
using Npgsql;
using Xunit;

namespace MspBot.Tests.Feedback;

/// <summary>The stores over a real database: one filing a person, and views that do not know who.</summary>
public sealed class FilingRaceTests(TestCluster cluster)
{
    private static readonly string?[] Words = [null, "а", "б", "<в>"];
    private static readonly DateOnly Today = new(2026, 11, 24);

    [Fact]
    public async Task Of_twenty_taps_at_once_on_two_devices_one_filing_stays()
    {
        await using var stage = await Stage.SetUp(cluster, people: 1);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(n => stage.Turn(s => s.GetRequiredService<FeedbackStore>()
            .File(Stage.Meeting, new(1), new(1 + (n % 5), 3), Today))));

        Assert.Single(outcomes, isNew => isNew);
        Assert.Equal(1, stage.Count("feedback_box"));
    }

    [Fact]
    public async Task Two_jobs_at_once_ask_each_person_once()
    {
        await using var stage = await Stage.SetUp(cluster, people: 30);
        var now = Stage.Ends + TimeSpan.FromHours(1);
        var asked = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => stage.Turn(s => s.GetRequiredService<FeedbackRequestStore>()
            .TakeDue(now.AddDays(-7), now.AddDays(-14), now, Today))));
        var nudged = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => stage.Turn(s => s.GetRequiredService<FeedbackRequestStore>()
            .TakeNudges(Today.AddDays(1), Today.AddDays(-7)))));

        Assert.Equal(Enumerable.Range(1, 30).Select(n => (long)n), asked.SelectMany(a => a).Select(a => a.Person.Value).Order());
        Assert.Equal(30, nudged.Sum(n => n.Count));
    }

    /// <summary>People file, change and write in any order; then two of the anonymous have done each other's part instead.</summary>
    [Fact]
    public async Task Two_who_change_places_leave_the_same_screens()
    {
        await using var stage = await Stage.SetUp(cluster, people: 8);
        var deed = Gen.Select(Gen.Int[1, 8], Gen.Int[1, 5], Gen.Int[1, 5], Gen.Int[0, 3].Select(n => Words[n]), Gen.Bool);
        await Gen.Select(deed.Array[1, 20], Gen.Int[1, 8], Gen.Int[1, 8]).SampleAsync(async (deeds, one, other) =>
        {
            var named = deeds.Where(d => d.Item5).Select(d => d.Item1).ToHashSet();
            if (named.Contains(one) || named.Contains(other)) return;
            var first = await Screens(stage, deeds);
            var second = await Screens(stage,
                [.. deeds.Select(d => d with { Item1 = d.Item1 == one ? other : d.Item1 == other ? one : d.Item1 })]);
            Assert.Equal(first, second);
        }, iter: 40, threads: 1);
    }

    private static async Task<string> Screens(
        Stage stage, IReadOnlyList<(int Who, int Rating, int Usefulness, string? Words, bool Named)> deeds)
    {
        await stage.Run("delete from feedback; delete from feedback_box");
        foreach (var (who, rating, usefulness, words, named) in deeds)
        {
            var person = new PersonId(who);
            await stage.Turn(async s =>
            {
                var store = s.GetRequiredService<FeedbackStore>();
                if (!await store.File(Stage.Meeting, person, new(rating, usefulness), Today))
                    await store.Change(Stage.Meeting, person, new(rating, usefulness), Today);
                if (words is not null) await store.Write(Stage.Meeting, person, words, null, named, Today);
                return 0;
            });
        }
        await stage.Turn(s => s.GetRequiredService<FeedbackMover>().Move(Today));
        var seen = "";
        foreach (var names in (bool[])[true, false])
        {
            var view = await stage.Turn(s => s.GetRequiredService<FeedbackViews>().OfSeminar(new(Stage.Meeting.Id), names));
            seen += view is Overview.Open open
                ? $"{ScreenJson.Write(ViewScreens.Numbers(open, Html.Text("?"), Html.Empty, "fv", 1))}" +
                    $"{ScreenJson.Write(ViewScreens.Pages(open, Html.Text("?"), "fv", 1, 0))}"
                : "—";
        }
        return seen;
    }

    private sealed class Stage(TestDatabase database, ServiceProvider services) : IAsyncDisposable
    {
        internal static readonly Meeting Meeting = new(MeetingKind.Seminar, 1);
        internal static readonly DateTimeOffset Ends = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

        internal static async Task<Stage> SetUp(TestCluster cluster, int people)
        {
            var database = await cluster.CreateAsync();
            var services = new ServiceCollection().AddDatabase(database.ConnectionString)
                .AddSingleton(new AuthorKey(new byte[AuthorKey.Length])).AddSingleton(new MspBot.Domain.Clock.SiteZone(TimeZoneInfo.Utc))
                .AddScoped<FeedbackBox>().AddScoped<FeedbackMover>().AddScoped<FeedbackReader>().AddScoped<FeedbackStore>()
                .AddScoped<FeedbackRequestStore>().AddScoped<OpinionReader>().AddScoped<FeedbackViews>().BuildServiceProvider();
            var stage = new Stage(database, services);
            await stage.Run($"""
                insert into school (name, kind, confirmed_at, created_at)
                    values ('Школа', 'Leader', '{Ends.AddDays(-1):O}', '{Ends.AddDays(-1):O}');
                insert into person (chat_id, full_name, school_id, position, consented_at, created_at)
                select 100 + n, 'Петрова Анна Ивановна', 1, 'учитель', '{Ends.AddDays(-1):O}', '{Ends.AddDays(-1):O}'
                    from generate_series(1, {people}) n;
                insert into seminar (kind, title, starts_at, ends_at, state, calendar_uid, created_by, created_at, published_at)
                values ('RoundTable', 'Встреча', '{Ends.AddHours(-1):O}', '{Ends:O}', 'Published', 'x', 1, '{Ends.AddDays(-1):O}',
                    '{Ends.AddDays(-1):O}');
                insert into sign_up (seminar_id, person_id, state, created_at, confirmed_at, came) select 1, id, 'Confirmed',
                    '{Ends.AddDays(-1):O}', '{Ends.AddDays(-1):O}', true from person
                """);
            return stage;
        }

        internal async Task<T> Turn<T>(Func<IServiceProvider, Task<T>> what)
        {
            await using var scope = services.CreateAsyncScope();
            var result = await what(scope.ServiceProvider);
            await scope.ServiceProvider.GetRequiredService<DbSession>().Commit();
            return result;
        }

        internal async Task Run(string sql)
        {
            await using var connection = new NpgsqlConnection(database.ConnectionString);
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync();
        }

        internal long Count(string table)
        {
            using var connection = new NpgsqlConnection(database.ConnectionString);
            connection.Open();
            using var command = new NpgsqlCommand($"select count(*) from {table}", connection);
            return (long)command.ExecuteScalar()!;
        }

        public async ValueTask DisposeAsync()
        {
            await services.DisposeAsync();
            await database.DisposeAsync();
        }
    }
}
