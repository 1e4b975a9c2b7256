using Microsoft.Extensions.Logging.Abstractions;
using MspBot.Data.Migrations;
using MspBot.Tests.Support;
using Npgsql;

namespace MspBot.Tests.Deploy;

/// <summary>
/// Turns a database back into what the version before the messengers' seam (0.1) left: script 0032, numbers, its own journal.
/// </summary>
internal static class VersionBefore
{
    private const string Back = """
        alter table person rename column chat_id to telegram_id;
        alter table person rename constraint person_chat_id_key to person_telegram_id_key;
        alter table inbox rename column update_key to update_id;
        alter table inbox alter column update_id type bigint using replace(update_id, 'telegram:', '')::bigint;
        alter table outbox alter column message_id type bigint using message_id::bigint,
                           alter column replaces_message type bigint using replaces_message::bigint;
        alter table material add column file text, add constraint material_file_check check (length(file) between 1 and 600);
        delete from pace where messenger = 'Max';
        alter table pace drop column messenger, add column single boolean primary key default true check (single);
        drop trigger person_left_school on person;
        drop trigger school_left on school;
        drop function person_leaves_school, school_goes;
        alter table person drop column leaves_school_at;
        alter table school drop column merged_into;
        alter table sign_up drop column school_id;
        alter table consultation drop column school_id;
        alter table consultation_member drop column school_id;
        delete from migration where scriptname in ('0033_stop_running_versions.sql', '0034_messengers.sql', '0038_pace_per_messenger.sql',
            '0044_school_of_participation.sql');
        alter table migration rename to schemaversions;
        """;

    /// <summary>The empty schema of that version, as its own migrator leaves it.</summary>
    internal static async Task Make(string connectionString)
    {
        await TestCluster.RunAsync(connectionString, "drop schema public cascade; create schema public");
        await Migrator.Apply(connectionString, [.. Migration.Embedded.TakeWhile(m => string.CompareOrdinal(m.Name, "0033") < 0)],
            NullLogger.Instance);
        await TestCluster.RunAsync(connectionString,
            "alter table migration rename to schemaversions; alter table schemaversions add schemaversionsid serial");
    }

    internal static Task GoBack(string connectionString) => TestCluster.RunAsync(connectionString, Back);

    /// <summary>An update as that version stored it: the message of a press is a number.</summary>
    internal static async Task Receives(this World world, long update, long chat, string input, string? press = null)
    {
        await using var connection = new NpgsqlConnection(world.Database.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("insert into inbox (update_id, chat_id, input, press) values ($1, $2, $3, $4)",
            connection)
        {
            Parameters = { new() { Value = update }, new() { Value = chat }, new() { Value = input },
                new() { Value = press ?? (object)DBNull.Value } },
        };
        await command.ExecuteNonQueryAsync();
    }
}
