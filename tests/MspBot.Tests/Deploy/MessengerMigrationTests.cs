using Microsoft.Extensions.Logging.Abstractions;
using MspBot.Data.Migrations;
using MspBot.Tests.Feedback;
using MspBot.Tests.Support;
using MspBot.Tests.Telegram;
using Npgsql;
using Xunit;

namespace MspBot.Tests.Deploy;

/// <summary>Scripts 0033 and 0034 over what the version before them left.</summary>
public sealed class MessengerMigrationTests(TestCluster cluster)
{
    [Fact]
    public async Task A_form_a_press_and_messages_in_flight_of_the_version_before_go_on_in_this_one()
    {
        await using var world = await World.Open(cluster);
        var anna = world.Known(1);
        await anna.Types("/start");
        await anna.Taps("Согласен");
        var question = await anna.SeesMessage("Как вас зовут?");
        var boris = world.Known(2);
        await boris.Types("/start");
        var welcome = await boris.SeesMessage("Здравствуйте!");
        await world.Idle();
        await world.StopBot();
        await VersionBefore.GoBack(world.Database.ConnectionString);
        await world.Receives(900_001, 1, """{"is":"typed","text":"Петрова Анна Ивановна"}""");
        var agree = welcome.Buttons[0][0].Data;
        await world.Receives(900_002, 2, $$$"""{"is":"pressed","data":"{{{agree}}}","message":{{{welcome.Id}}},"press":"p-2"}""", "p-2");
        // A dead process's answer and a picture, news that rest, and news that are written over a message by its number.
        await world.Sql<int>("""
            insert into instance (owner) values (123456);
            insert into outbox (chat_id, payload, priority, leased_by, waiting) values
                (3, '{"text":"от умершего","rows":[]}', 0, 123456, false),
                (3, '{"text":"картинка","rows":[],"file":{"name":"a.png","type":"image/png","content":"iVBORw0KGgo="}}', 0, 123456, false),
                (3, '{"text":"новость","rows":[]}', 1, null, true),
                (3, '{"text":"материал","rows":[],"kept":{"reference":"Document:BQAC","name":"a.pdf"}}', 1, null, true);
            insert into outbox (chat_id, payload, priority, replaces_message, done_at, message_id)
                values (3, '', 0, null, clock_timestamp(), 5);
            """);
        var cleo = world.Known(3);

        await world.StartBot();

        // The question keeps its answer in place, the next one comes below; the pressed message becomes the first question.
        await WireWorld.Until(() => anna.Chat.Any(m => m.Id == question.Id
            && m.Text.Contains("Петрова Анна Ивановна", StringComparison.Ordinal)), "the answer");
        await anna.Sees("Где вы работаете?");
        await WireWorld.Until(() => boris.Chat.Any(m => m.Id == welcome.Id && m.Text.Contains("Как вас зовут?", StringComparison.Ordinal)),
            "the question");
        await cleo.Sees("новость");
        await world.Idle();
        Assert.Equal(1, cleo.Hears("от умершего"));
        Assert.Single(world.Calls("sendPhoto"));
        Assert.Single(world.Calls("sendDocument", "BQAC"));
        Assert.Equal("telegram:900001",
            await world.Sql<string>("select update_key from inbox where chat_id = 1 order by seq desc limit 1"));
        Assert.Equal("5", await world.Sql<string>("select message_id from outbox where chat_id = 3 and message_id = '5'"));
        Assert.Equal(0, await world.Sql<int>("select count(*) from inbox where done_at is null or error is not null"));
    }

    [Fact]
    public async Task Killed_in_the_middle_nothing_of_it_stays_and_the_next_start_finishes_it()
    {
        await using var database = await cluster.CreateAsync();
        var connection = database.ConnectionString;
        await VersionBefore.GoBack(connection);
        await TestCluster.RunAsync(connection, """
            insert into inbox (update_id, chat_id, input) values (7, 1, '{}'), (9, 1, '{}');
            insert into outbox (chat_id, payload, priority, message_id, replaces_message) values (1, '', 0, 12, 11)
            """);
        await using var reader = new NpgsqlConnection(connection);
        await reader.OpenAsync(TestContext.Current.CancellationToken);
        await Run(reader, "begin; lock table schemaversions in access share mode");   // the last step of 0034 waits for it

        var migrating = Migrator.Apply(connection, NullLogger.Instance);
        await WireWorld.Until(async () => await Find<bool>(connection, """
            select exists (select from pg_stat_activity a where a.wait_event_type = 'Lock' and a.query like '%schemaversions%'
                and a.datname = current_database())
            """), "the migration has come to its last step");
        await TestCluster.RunAsync(connection, """
            select pg_terminate_backend(pid) from pg_stat_activity
            where datname = current_database() and wait_event_type = 'Lock' and query like '%schemaversions%'
            """);
        Assert.Equal("0034_messengers.sql", (await Assert.ThrowsAsync<MigrationException>(() => migrating)).Script);
        await Run(reader, "rollback");

        Assert.Equal(2, await Find<long>(connection,
            "select count(telegram_id) + (select count(*) from inbox where update_id in (7, 9)) from person"));
        Assert.Equal("0034_messengers.sql", (await Migrator.Apply(connection, NullLogger.Instance))[0]);
        Assert.Equal("telegram:7 telegram:9", await Find<string>(connection, "select string_agg(update_key, ' ' order by seq) from inbox"));
        Assert.Equal("12 11", await Find<string>(connection, "select message_id || ' ' || replaces_message from outbox"));
        Assert.True(await Find<bool>(connection, "select nextval('inbox_seq_seq') > max(seq) from inbox"));
    }

    private static async Task Run(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<T> Find<T>(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync())!;
    }
}
