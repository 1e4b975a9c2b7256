using Microsoft.Extensions.DependencyInjection;
using MspBot.Data.Consultations.Hours;
using MspBot.Data.Postgres;
using MspBot.Domain.Clock;
using MspBot.Domain.Consultations.Hours;
using MspBot.Domain.Meetings;
using MspBot.Domain.People;
using MspBot.Tests.Support;
using Npgsql;
using Xunit;

namespace MspBot.Tests.Consultations.Hours;

/// <summary>Two devices of one tutor at the same moment.</summary>
public sealed class HoursStoreTests(TestCluster cluster)
{
    private static readonly PersonId Tutor = new(1);

    [Fact]
    public async Task Of_hours_that_overlap_added_at_once_one_is_there()
    {
        await using var database = await cluster.CreateAsync();
        await using var services = await Stage(database);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(n =>
            Turn(services, store => store.Add(Tutor, [DayOfWeek.Monday, DayOfWeek.Sunday], (15 * 60) + n, (17 * 60) + n))));
        Assert.Equal((1, 7), (outcomes.Count(o => o is null), outcomes.Count(o => o == WeeklyHoursRefusal.Overlap)));
        Assert.Equal(2L, await Count(database, "tutor_hours"));
    }

    [Fact]
    public async Task Of_absences_that_overlap_noted_at_once_one_is_there()
    {
        await using var database = await cluster.CreateAsync();
        await using var services = await Stage(database);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(n =>
            Turn(services, store => store.AddAbsence(Tutor, new(2026, 12, 1 + n), new(2026, 12, 20), null))));
        Assert.Equal((1, 7), (outcomes.Count(o => o.Refusal is null), outcomes.Count(o => o.Refusal == AbsenceRefusal.Overlap)));
        Assert.Equal(1L, await Count(database, "tutor_absence"));
    }

    [Fact]
    public async Task Who_is_no_tutor_cannot_stand_in()
    {
        await using var database = await cluster.CreateAsync();
        await using var services = await Stage(database);
        var outcome = await Turn(services, store => store.AddAbsence(Tutor, new(2026, 12, 1), new(2026, 12, 20), new PersonId(2)));
        Assert.Equal(AbsenceRefusal.NoSuchColleague, outcome.Refusal);
    }

    [Fact]
    public async Task Of_one_who_is_no_tutor_nothing_is_free_whatever_the_table_says()
    {
        await using var database = await cluster.CreateAsync();
        await using var services = await Stage(database);
        Assert.Null(await Turn(services, store => store.Add(Tutor, [DayOfWeek.Friday], 900, 1020)));
        await using var scope = services.CreateAsyncScope();
        var reader = scope.ServiceProvider.GetRequiredService<HoursReader>();
        Assert.Equal(4, (await reader.Free(Tutor, World.Morning)).Count);
        await TestCluster.RunAsync(database.ConnectionString, "delete from person_role");
        Assert.Empty(await reader.Free(Tutor, World.Morning));
        Assert.Null(await reader.Times(Tutor));
    }

    private static async Task<ServiceProvider> Stage(TestDatabase database)
    {
        await TestCluster.RunAsync(database.ConnectionString, $"""
            insert into school (name, kind, confirmed_at, created_at) values ('Школа', 'Leader', '{World.Morning:O}', '{World.Morning:O}');
            insert into person (chat_id, full_name, school_id, position, consented_at, created_at)
            select n, 'Петрова Анна Ивановна', 1, 'Учитель', '{World.Morning:O}', '{World.Morning:O}' from generate_series(1, 2) n;
            insert into person_role (person_id, role, granted_at) values (1, 'Tutor', '{World.Morning:O}');
            """);
        return new ServiceCollection().AddDatabase(database.ConnectionString)
            .AddSingleton(new SiteZone(TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow"))).AddSingleton(WorkingCalendar.Plain)
            .AddScoped<HoursStore>().AddScoped<HoursReader>().BuildServiceProvider();
    }

    private static async Task<T> Turn<T>(ServiceProvider services, Func<HoursStore, Task<T>> what)
    {
        await using var scope = services.CreateAsyncScope();
        var result = await what(scope.ServiceProvider.GetRequiredService<HoursStore>());
        await scope.ServiceProvider.GetRequiredService<DbSession>().Commit();
        return result;
    }

    private static async Task<long> Count(TestDatabase database, string table)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"select count(*) from {table}", connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
