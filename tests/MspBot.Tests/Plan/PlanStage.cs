using Dapper;
using Microsoft.Extensions.DependencyInjection;
using MspBot.Data.Files;
using MspBot.Data.Plan;
using MspBot.Data.Plan.Papers;
using MspBot.Data.Postgres;
using MspBot.Domain.Clock;
using MspBot.Domain.People;
using MspBot.Domain.Plan;
using MspBot.Tests.Support;
using Npgsql;

namespace MspBot.Tests.Plan;

/// <summary>
/// A database with a head and two methodologists, and the stores of the plan over it, each use in a transaction of its own.
/// </summary>
internal sealed class PlanStage : IAsyncDisposable
{
    internal static readonly SchoolYear Year = new(2026);

    private readonly TestDatabase database;
    private readonly ServiceProvider services;

    private PlanStage(TestDatabase database)
    {
        this.database = database;
        services = new ServiceCollection()
            .AddDatabase(database.ConnectionString)
            .AddSingleton(new SiteZone(TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow")))
            .AddScoped<PlanReader>().AddScoped<PlanStore>().AddScoped<ItemStore>()
            .AddScoped<RepeatStore>().AddScoped<ReviewReader>().AddScoped<HistoryReader>().AddScoped<HeirStore>()
            .AddScoped<StoredFileStore>().AddScoped<ImportStore>().AddScoped<EditionStore>().AddScoped<PaperReader>()
            .BuildServiceProvider();
    }

    internal PersonId Head { get; private set; }

    internal PersonId Methodologist { get; private set; }

    internal PersonId Other { get; private set; }

    internal static async Task<PlanStage> SetUp(TestCluster cluster)
    {
        var stage = new PlanStage(await cluster.CreateAsync());
        stage.Head = await stage.Person("Смирнова Вера Павловна", "Head");
        stage.Methodologist = await stage.Person("Петрова Анна Ивановна", "Methodologist");
        stage.Other = await stage.Person("Котова Ольга Львовна", "Methodologist");
        return stage;
    }

    internal static ItemText Text(string title = "Круглый стол по чтению", int month = 12) => new()
    {
        Form = WorkForm.RoundTable,
        Title = title,
        Term = Month(month),
        Responsible = Responsible.Of("Тьюторы"),
        Result = "Рекомендации",
    };

    internal static Term Month(int month)
    {
        var first = new DateOnly(month >= 9 ? 2026 : 2027, month, 1);
        return new(first, first.AddMonths(1).AddDays(-1));
    }

    /// <summary>One turn: its own session, committed at the end.</summary>
    internal async Task<T> Turn<TStore, T>(Func<TStore, Task<T>> what) where TStore : notnull
    {
        await using var scope = services.CreateAsyncScope();
        var result = await what(scope.ServiceProvider.GetRequiredService<TStore>());
        await scope.ServiceProvider.GetRequiredService<DbSession>().Commit();
        return result;
    }

    internal Task<PlanId> Plan() => Turn((PlanStore s) => s.Make(Year, Head, Some.Noon));

    /// <summary>A plan with these items, drafts.</summary>
    internal async Task<(PlanId Plan, IReadOnlyList<PlanItemId> Items)> Plan(params ItemText[] texts)
    {
        var plan = await Plan();
        return (plan, (await Turn((PlanStore s) => s.Add(plan, texts, Head, Some.Noon))).Items);
    }

    internal Task<PlanResult> Send(PlanId plan) => Turn((PlanStore s) => s.Send(plan, Head, Some.Noon));

    internal async Task<ItemResult> Decide(PlanItemId id, string? remark = null, PersonId? by = null)
    {
        var item = await Item(id);
        return await Turn((ItemStore s) => s.Decide(id, item.Now.Version, remark, by ?? Methodologist, Some.Noon));
    }

    internal async Task<ItemResult> Change(PlanItemId id, ItemText text, string? reason = null)
    {
        var item = await Item(id);
        return await Turn((ItemStore s) => s.Change(id, item.Revision, text, reason, Head, Some.Noon));
    }

    internal Task<ItemDetails> Item(PlanItemId id) => Turn(async (PlanReader r) => (await r.Item(id, Some.Noon))!);

    internal async Task<PersonId> Person(string name, string role) => new(await Sql<long>("""
        with school as (
            insert into school (name, kind, confirmed_at, created_at) values (@name, 'LowResults', @now, @now) returning id
        ), person as (
            insert into person (chat_id, full_name, school_id, position, consented_at, created_at)
            select 5000 + id, @name, id, 'методист', @now, @now from school returning id
        )
        insert into person_role (person_id, role, granted_at) select id, @role, @now from person returning person_id
        """, new { name, role, now = World.Morning.UtcDateTime }));

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
