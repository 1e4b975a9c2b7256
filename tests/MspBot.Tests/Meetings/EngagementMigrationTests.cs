using Microsoft.Extensions.Logging.Abstractions;
using MspBot.Data.Migrations;
using MspBot.Tests.Support;
using Npgsql;
using Xunit;

namespace MspBot.Tests.Meetings;

/// <summary>The migration runs over what clashes already.</summary>
public sealed class EngagementMigrationTests(TestCluster cluster)
{
    private static readonly int Before = Migration.Embedded.ToList()
        .FindIndex(m => m.Name.Contains("engagements", StringComparison.Ordinal));

    [Fact]
    public async Task What_clashes_already_stays_and_only_what_comes_after_is_refused()
    {
        await using var database = await cluster.CreateEmptyAsync();
        await Migrator.Apply(database.ConnectionString, [.. Migration.Embedded.Take(Before)], NullLogger.Instance);
        await Run("""
            insert into school (name, kind, created_at) values ('Школа № 1', 'Other', '2026-11-24');
            insert into person (telegram_id, full_name, school_id, position, consented_at, created_at)
                values (1, 'Петрова Анна Ивановна', 1, 'учитель', '2026-11-24', '2026-11-24');
            insert into consultation (kind, teacher_id, tutor_id, topic, state, starts_at, ends_at, created_at, asked_at)
            values ('Individual', 1, 1, 'Письмо', 'Confirmed', '2026-12-01 10:00+00', '2026-12-01 10:45+00', '2026-11-24', '2026-11-24');
            insert into consultation_time (consultation_id, tutor_id, starts_at, ends_at, busy, kind)
            values (1, 1, '2026-12-01 10:00+00', '2026-12-01 10:45+00', '[2026-12-01 10:00+00,2026-12-01 10:55+00)', 'Agreed');
            insert into seminar (kind, title, starts_at, ends_at, leader_id, state, calendar_uid, created_by, created_at)
            select 'RoundTable', 'Чтение', t, t + interval '1 hour', 1, 'Published', gen_random_uuid()::text, 1, '2026-11-24'
            from unnest(array['2026-12-01 10:30+00', '2026-12-01 11:00+00', '2026-12-01 11:30+00']::timestamptz[]) t
            """);
        await Migrator.Apply(database.ConnectionString, NullLogger.Instance);

        // Of the three seminars the first lies over the consultation, the third over the second.
        Assert.Equal([2], await Ids("select seminar_id from engagement where seminar_id is not null"));
        Assert.Equal([1], await Ids("select time_id from engagement where time_id is not null"));
        await Run("update seminar set title = 'Письмо' where id = 1");
        var refused = await Assert.ThrowsAsync<PostgresException>(() =>
            Run("update seminar set starts_at = starts_at + interval '5 min' where id = 3"));
        Assert.Equal(PostgresErrorCodes.ExclusionViolation, refused.SqlState);
        await Run("update seminar set state = 'Cancelled', cancelled_at = '2026-11-25' where id in (2, 3)");
        Assert.Empty(await Ids("select seminar_id from engagement where seminar_id is not null"));

        Task Run(string sql) => TestCluster.RunAsync(database.ConnectionString, sql);

        async Task<List<long>> Ids(string sql)
        {
            await using var connection = new NpgsqlConnection(database.ConnectionString);
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand(sql, connection);
            await using var reader = await command.ExecuteReaderAsync();
            var ids = new List<long>();
            while (await reader.ReadAsync()) ids.Add(reader.GetInt64(0));
            return ids;
        }
    }
}
