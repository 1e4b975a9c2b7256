using Dapper;
using Microsoft.Extensions.DependencyInjection;
using MspBot.Data.Postgres;
using MspBot.Data.Surveys.Indicators;
using MspBot.Data.Surveys.Opening;
using MspBot.Domain.People;
using MspBot.Domain.Surveys;
using MspBot.Domain.Surveys.Indicators;
using MspBot.Domain.Surveys.Opening;
using MspBot.Tests.Support;
using Npgsql;
using Xunit;

namespace MspBot.Tests.Surveys.Opening;

/// <summary>Two heads at the same moment: on one draft, on drafts of the same days, on an indicator that is about to be asked.</summary>
public sealed class OpeningRaceTests(TestCluster cluster)
{
    private const int Rounds = 8;
    private static readonly DateOnly Today = new(2026, 11, 24), Due = new(2026, 12, 18);

    [Fact]
    public async Task Of_two_who_open_one_draft_one_does()
    {
        await using var stage = await Stage.SetUp(cluster);
        for (var round = 0; round < Rounds; round++)
        {
            var draft = await stage.Draft(round);
            var results = await Task.WhenAll(stage.Open(draft), stage.Open(draft));
            Assert.Single(results, one => one is null);
            Assert.Single(results, one => one is SurveyRefusal.NoDraft);
        }
    }

    [Fact]
    public async Task Of_two_drafts_of_the_same_days_one_is_opened()
    {
        await using var stage = await Stage.SetUp(cluster);
        for (var round = 0; round < Rounds; round++)
        {
            var (one, other) = (await stage.Draft(round), await stage.Draft(round));
            var results = await Task.WhenAll(stage.Open(one), stage.Open(other));
            Assert.Single(results, result => result is null);
            Assert.Single(results, result => result is SurveyRefusal.SamePeriod);
        }
    }

    [Theory]
    [InlineData("change")]
    [InlineData("drop")]
    public async Task A_draft_is_opened_as_it_was_seen_or_not_at_all(string deed)
    {
        await using var stage = await Stage.SetUp(cluster);
        for (var round = 0; round < Rounds; round++)
        {
            var draft = await stage.Draft(round);
            var (id, seen) = (draft.Survey.Id, draft.Survey.Revision);
            var results = await Task.WhenAll(stage.Open(draft), stage.Turn(async (DraftStore s) => (deed == "change"
                ? await s.Change(id, seen, new(DueOn: Due.AddDays(7)), Today) : await s.Drop(id, seen)).Refusal));
            Assert.Single(results, result => result is null);
        }
    }

    [Fact]
    public async Task An_indicator_is_taken_out_or_asked_never_both_and_what_is_asked_stays_as_it_was()
    {
        await using var stage = await Stage.SetUp(cluster);
        for (var round = 0; round < Rounds; round++)
        {
            var indicator = await stage.Indicator();
            var draft = await stage.Draft(round, indicator);
            var opened = stage.Open(draft);
            var changed = stage.Turn(async (IndicatorStore s) => (await s.Change(indicator, 1, Text("Иначе"), false, stage.Head, Some.Noon))
                .Refusal);
            var retired = stage.Turn(async (IndicatorStore s) => (await s.Retire(indicator, 1, Some.Noon)).Refusal);
            await Task.WhenAll(opened, changed, retired);
            Assert.Equal(0, await stage.Sql<int>("""
                select count(*)::int from survey_indicator a
                join survey s on s.id = a.survey_id and s.state = 'Open'
                join indicator_version v on v.id = a.indicator_version_id
                join indicator i on i.id = v.indicator_id
                where i.retired_at is not null or (v.nr = i.nr and v.name = 'Иначе')
                """));
            Assert.True(await opened is null or SurveyRefusal.ChangedMeanwhile);
            if (await opened is null) Assert.NotNull(await retired);
        }
    }

    [Fact]
    public async Task The_typical_set_is_added_once_by_two_at_once()
    {
        await using var stage = await Stage.SetUp(cluster);
        List<NewIndicator> set = [.. Enumerable.Range(1, 20).Select(n => New($"Показатель {n}") with { Code = $"c{n}" })];
        var added = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ =>
            stage.Turn(async (IndicatorStore s) => (await s.AddMissing(set, stage.Head, Some.Noon)).Count)));
        Assert.Equal(20, added.Sum());
        Assert.Equal(20, await stage.Sql<int>("select count(*)::int from indicator where code is not null"));
    }

    [Fact]
    public async Task A_school_that_the_head_has_not_agreed_to_is_not_asked()
    {
        await using var stage = await Stage.SetUp(cluster);
        await stage.Sql<int>("update school set confirmed_at = null");
        var (refusal, _) = await stage.Turn((DraftStore s) =>
            s.Add(new(Stage.Period(0), [stage.First], Due, [stage.School]), stage.Head, Some.Noon, Today));
        Assert.Equal(SurveyRefusal.NotLowResults, refusal);
    }

    [Fact]
    public async Task What_only_the_bot_counts_is_no_survey_and_what_is_over_no_due_day()
    {
        await using var stage = await Stage.SetUp(cluster);
        var counted = await stage.Turn((IndicatorStore s) => s.Add(
            New("Часы") with { Kind = IndicatorKind.Computed, Computed = ComputedFigure.TutoringHours }, stage.Head, Some.Noon));
        Assert.Equal(SurveyRefusal.NoIndicators, (await stage.Turn((DraftStore s) =>
            s.Add(new(Stage.Period(0), [counted], Due, [stage.School]), stage.Head, Some.Noon, Today))).Refusal);
        Assert.Equal(SurveyRefusal.DueTooEarly, (await stage.Turn((DraftStore s) =>
            s.Add(new(Stage.Period(0), [stage.First], Today, [stage.School]), stage.Head, Some.Noon, Today))).Refusal);
        Assert.Equal(SurveyRefusal.NoSchools, (await stage.Turn((DraftStore s) =>
            s.Add(new(Stage.Period(0), [stage.First], Due, []), stage.Head, Some.Noon, Today))).Refusal);
    }

    private static IndicatorText Text(string name) => new() { Name = name, Better = Better.Less };

    private static NewIndicator New(string name) => new() { Text = Text(name), Kind = IndicatorKind.Share, Every = Frequency.HalfYear };

    /// <summary>A database with a head, a school and an indicator; each use of a store in a transaction of its own.</summary>
    private sealed class Stage : IAsyncDisposable
    {
        private readonly TestDatabase database;
        private readonly ServiceProvider services;

        private Stage(TestDatabase database)
        {
            this.database = database;
            services = new ServiceCollection().AddDatabase(database.ConnectionString)
                .AddScoped<IndicatorStore>().AddScoped<DraftStore>().AddScoped<DraftReader>().BuildServiceProvider();
        }

        internal PersonId Head { get; private set; }

        internal SchoolId School { get; private set; }

        internal IndicatorId First { get; private set; }

        internal static SurveyPeriod Period(int round) => SurveyPeriod.Own(new(2026, 9, 1 + round), new(2026, 11, 20));

        internal static async Task<Stage> SetUp(TestCluster cluster)
        {
            var stage = new Stage(await cluster.CreateAsync());
            var now = World.Morning.UtcDateTime;
            stage.School = new(await stage.Sql<long>("""
                insert into school (name, kind, confirmed_at, created_at) values ('МОУ «СОШ № 12»', 'LowResults', @now, @now) returning id
                """, new { now }));
            stage.Head = new(await stage.Sql<long>("""
                with one as (
                    insert into person (chat_id, full_name, school_id, position, consented_at, created_at)
                    values (5000, 'Смирнова Вера Павловна', @school, 'методист', @now, @now) returning id
                )
                insert into person_role (person_id, role, granted_at) select id, 'Head', @now from one returning person_id
                """, new { school = stage.School.Value, now }));
            stage.First = await stage.Indicator();
            return stage;
        }

        internal Task<IndicatorId> Indicator() => Turn((IndicatorStore s) => s.Add(New("Двойки"), Head, Some.Noon));

        internal async Task<DraftDetails> Draft(int round, IndicatorId? indicator = null)
        {
            var (refusal, id) = await Turn((DraftStore s) =>
                s.Add(new(Period(round), [indicator ?? First], Due, [School]), Head, Some.Noon, Today));
            Assert.Null(refusal);
            return (await Turn((DraftReader r) => r.One(id)))!;
        }

        internal Task<SurveyRefusal?> Open(DraftDetails draft) => Turn(async (DraftStore s) =>
            (await s.Open(draft.Survey.Id, draft.Survey.Revision, draft.Seen, Some.Noon, Today)).Refusal);

        internal async Task<T> Turn<TStore, T>(Func<TStore, Task<T>> what) where TStore : notnull
        {
            await using var scope = services.CreateAsyncScope();
            var result = await what(scope.ServiceProvider.GetRequiredService<TStore>());
            await scope.ServiceProvider.GetRequiredService<DbSession>().Commit();
            return result;
        }

        internal async Task<T> Sql<T>(string sql, object? args = null)
        {
            await using var connection = new NpgsqlConnection(database.ConnectionString);
            return (await connection.ExecuteScalarAsync<T>(sql, args))!;
        }

        public async ValueTask DisposeAsync()
        {
            await services.DisposeAsync();
            await database.DisposeAsync();
        }
    }
}
